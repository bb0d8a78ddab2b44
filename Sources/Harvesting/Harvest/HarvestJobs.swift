internal import Extraction
internal import ExtractionWorker
internal import Glibc
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
    }

    let plan: FolderPlan
    let name: String
    let purpose: Purpose
    /// What is wrong with the file's name.
    var nameIssue: Issue?
    var fingerprint: String?

    var path: String { plan.path + "/" + name }
}

/// The jobs of a harvest, in an order in which what describes comes before what is described.
struct HarvestJobs {
    private var folders: ArraySlice<FolderWork>
    private var current: OpenWork?

    /// The work of one folder that is under way.
    private struct OpenWork {
        let folder: Folder
        let listing: FolderListing
        let plan: FolderPlan
        /// Places in the listing of what is read.
        let places: [String: Int]
        var toRead: ArraySlice<String>
        var toRelocate: ArraySlice<(key: String, value: FileState)>
        var toDescribe: ArraySlice<String>
    }

    init(_ folders: [FolderWork]) {
        self.folders = folders[...]
    }

    /// The next job; `nil` at the end.
    mutating func next() -> ExtractionJob<HarvestSubject>? {
        while true {
            if let name = current?.toRead.popFirst(), let work = current {
                return job(reading: name, of: work)
            }
            if let (name, state) = current?.toRelocate.popFirst(), let work = current {
                return .pass(
                    HarvestSubject(plan: work.plan, name: name, purpose: .relocate(state)))
            }
            if let name = current?.toDescribe.popFirst(), let work = current {
                return .pass(HarvestSubject(plan: work.plan, name: name, purpose: .describe))
            }
            guard let folder = folders.popFirst() else { return nil }
            current = open(folder)
        }
    }

    /// Lists a folder again; `nil` where it has vanished or been locked since the survey.
    private func open(_ work: FolderWork) -> OpenWork? {
        guard let folder = try? Folder(rawPath: work.rawPath),
            let listing = try? FolderListing(folder)
        else { return nil }
        let fileNames = listing.fileNames
        let sidecars = SidecarNames(names: fileNames)
        var places: [String: Int] = [:]
        for place in 0..<listing.count where work.names[listing[place].name] != nil {
            places[listing[place].name] = place
        }
        var described: Set<String> = []
        if work.redescribesAll {
            described.formUnion(fileNames)
        } else {
            let changed = work.goneNames + work.names.keys + work.relocated.keys
            for name in changed where SidecarNames.isText(name) {
                described.formUnion(sidecars.described(bySidecar: name))
            }
        }
        let read = Set(work.names.keys)
        described.subtract(read)
        described.subtract(work.relocated.keys)
        return OpenWork(
            folder: folder, listing: listing,
            plan: FolderPlan(path: folder.path, sidecars: sidecars, read: read),
            places: places, toRead: sidecars.readingOrder(Array(places.keys))[...],
            toRelocate: work.relocated.sorted { $0.key < $1.key }[...],
            toDescribe: described.sorted()[...])
    }

    private func job(reading name: String, of work: OpenWork) -> ExtractionJob<HarvestSubject>? {
        let place = work.places[name] ?? 0
        let found = FoundFile(folder: work.folder, listing: work.listing, place: place)
        func subject(
            _ purpose: HarvestSubject.Purpose, fingerprint: String? = nil
        ) -> HarvestSubject {
            HarvestSubject(
                plan: work.plan, name: name, purpose: purpose, nameIssue: found.nameIssue,
                fingerprint: fingerprint)
        }
        do throws(FileRefusal) {
            let file = try found.open()
            let state = FileState(
                count: file.count, modifiedNanoseconds: file.modifiedNanoseconds,
                inode: file.inode, extractor: ExtractorVersions.unread)
            return .read(
                subject(.read(state), fingerprint: Fingerprint.text(of: file)),
                FileDescription(path: found.path, file), file)
        } catch {
            guard !error.isVanished, let status = try? found.status() else {
                return .pass(subject(.vanished))
            }
            let state = status.state(extractor: ExtractorVersions.unread)
            let file = FileDescription(
                path: found.path, count: state.count,
                modifiedNanoseconds: state.modifiedNanoseconds)
            return .refused(subject(.read(state)), file, error.issue)
        }
    }
}

extension FoundFile {
    /// What is wrong with the name: it is shown otherwise than it is, or can mislead a terminal.
    fileprivate var nameIssue: Issue? {
        if !rawName.elementsEqual(name.utf8) {
            return Issue(.malformed, "the file's name is not UTF-8; its bytes are percent-encoded")
        }
        if name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            return Issue(.malformed, "the file's name holds a control character")
        }
        return nil
    }
}
