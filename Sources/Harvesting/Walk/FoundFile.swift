internal import Extraction
internal import ExtractionWorker
internal import Glibc
internal import MetadataModel
internal import MetadataStore

/// A file, or what stands in the place of one, met on a walk.
struct FoundFile {
    let folder: Folder
    let listing: FolderListing
    let place: Int
    /// The folder's path and the name, as text; see ``PathText``.
    let path: String
    /// The data sets of the folder; `nil` on a walk that does not ask for sets.
    let sets: FolderSets?

    init(folder: Folder, listing: FolderListing, place: Int, sets: FolderSets? = nil) {
        self.sets = sets
        self.folder = folder
        self.listing = listing
        self.place = place
        path = folder.path(of: listing[place].name)
    }

    /// The name as text.
    var name: String { listing[place].name }

    /// The set of which it is a part; `nil` for a main file and for one alone.
    var home: SetPlace? { sets?.home(of: name) }

    /// The name as the system knows it.
    var rawName: [UInt8] { listing.rawName(at: place) }

    /// Opens it for reading.
    func open() throws(FileRefusal) -> OpenFile {
        try OpenFile(name: rawName, in: folder.descriptor)
    }

    /// Whether it is a regular file; pipes, sockets and devices are not.
    var isRegular: Bool { listing[place].kind == .file }

    /// Size, time and inode, without opening it.
    func status() throws(FileRefusal) -> stat {
        var status = stat()
        let code = listing.withSystemName(at: place) { name in
            fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? 0 : errno
        }
        guard code == 0 else { throw FileRefusal(code: code) }
        return status
    }

    /// Whether this process may read it.
    var isReadable: Bool {
        listing.withSystemName(at: place) { faccessat(folder.descriptor, $0, R_OK, 0) } == 0
    }
}

extension stat {
    var modifiedNanoseconds: Int64 {
        Int64(st_mtim.tv_sec) * 1_000_000_000 + Int64(st_mtim.tv_nsec)
    }

    /// What change detection remembers, once the file has been read by `extractor`.
    func state(extractor: String) -> FileState {
        FileState(
            count: UInt64(clamping: st_size), modifiedNanoseconds: modifiedNanoseconds,
            inode: UInt64(st_ino), extractor: extractor)
    }
}
