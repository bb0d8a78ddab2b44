internal import MetadataModel
internal import MetadataStore

/// A folder whose files are being harvested.
final class FolderPlan: Sendable {
    let path: String
    let sidecars: SidecarNames
    /// The files that are read in this harvest; what the others say is in the index.
    let read: Set<String>

    init(path: String, sidecars: SidecarNames, read: Set<String>) {
        self.path = path
        self.sidecars = sidecars
        self.read = read
    }
}

/// The data set whose files are being read, one after the other, the main file first.
struct SetSubject: Sendable {
    let place: SetPlace
    /// Of a store: how many chunks it has, and the folder's inode.
    var chunks: FileState?
}

/// What a job of a harvest is about.
struct HarvestSubject: Sendable {
    enum Purpose: Sendable {
        /// The file is read; the state has no extractor yet.
        case read(FileState)
        /// The file is described anew by its sidecars.
        case describe
        /// The file moved here unchanged; the state is the one before.
        case relocate(FileState)
        /// The file was there a moment ago.
        case vanished
        /// All files of the set have been read.
        case endSet
        /// All files of the folder have been read.
        case endFolder
    }

    let plan: FolderPlan
    /// The name in the folder; of a part that lies in a folder below, its path from here.
    let name: String
    let purpose: Purpose
    /// What is wrong with the file's name.
    var nameIssue: Issue?
    /// The set that the file belongs to; `nil` for a file that is an asset of its own.
    var set: SetSubject?
    /// Of a file alone or a main file; see ``Fingerprint``.
    var fingerprint: String?

    var path: String { plan.path + "/" + name }
}
