internal import Extraction
internal import ExtractionWorker
internal import Glibc
internal import MetadataModel
internal import MetadataStore

/// The jobs of one folder: files and data sets to be read, then files to be described anew.
struct FolderJobs {
    /// A data set whose files are being handed out.
    private struct OpenSet {
        let subject: SetSubject
        var names: ArraySlice<String>
        /// The walk through a folder below that may hold parts.
        var walk: FolderWalk?
        /// Names of such folders that have not been walked through.
        var folderNames: ArraySlice<String>
        var isAtEnd = false
    }

    private let folder: Folder
    private let listing: FolderListing
    private let sets: FolderSets
    private let plan: FolderPlan
    /// Places in the listing.
    private let places: [String: Int]
    private let chunkCounts: [String: Int]
    private var toRead: ArraySlice<String>
    private var toRelocate: ArraySlice<(key: String, value: FileState)>
    private var toDescribe: ArraySlice<String>
    private var set: OpenSet?
    private var isAtEnd = false

    /// Lists a folder again; `nil` where it has vanished or been locked since the survey.
    init?(_ work: FolderWork) {
        guard let folder = try? Folder(rawPath: work.rawPath),
            let listing = try? FolderListing(folder)
        else { return nil }
        self.folder = folder
        self.listing = listing
        chunkCounts = work.chunkCounts
        let sets = FolderSets(folder, listing, work.context ?? .above(work.rawPath))
        self.sets = sets
        var places: [String: Int] = [:]
        var folderNames: [String] = []
        for place in 0..<listing.count {
            let (name, kind) = listing[place]
            places[name] = place
            if kind == .folder { folderNames.append(name) }
        }
        self.places = places
        let fileNames = listing.fileNames.filter { sets.home(of: $0) == nil }
        // A text that is the main file of a set describes no other files.
        let sidecars = SidecarNames(
            names: fileNames.filter { !sets.isMain($0) || !SidecarNames.isText($0) }
                + folderNames.filter(work.names.contains))
        plan = FolderPlan(path: folder.path, sidecars: sidecars, read: work.names)
        var described: Set<String> = []
        if work.redescribesAll {
            // A folder that is no store is no asset, and then nothing is described.
            described.formUnion(fileNames + folderNames)
        } else {
            for name in work.goneNames + work.names + work.relocated.keys
            where SidecarNames.isText(name) {
                described.formUnion(sidecars.described(bySidecar: name))
            }
        }
        described.subtract(work.names)
        described.subtract(work.relocated.keys)
        toRelocate = work.relocated.sorted { $0.key < $1.key }[...]
        toDescribe = described.sorted()[...]
        let known = (fileNames + folderNames).filter(work.names.contains)
        let other = work.names.filter { name in
            places[name].map { listing[$0].kind } == .other
        }
        toRead = sidecars.readingOrder(known + other)[...]
    }

    /// The next job; `nil` at the end.
    mutating func next() -> ExtractionJob<HarvestSubject>? {
        while true {
            if let job = nextOfSet() { return job }
            if let name = toRead.popFirst() {
                set = openSet(name)
                guard set == nil, let place = places[name] else { continue }
                let found = FoundFile(folder: folder, listing: listing, place: place)
                return job(reading: found, named: name, set: nil)
            }
            if let (name, state) = toRelocate.popFirst() {
                return .pass(HarvestSubject(plan: plan, name: name, purpose: .relocate(state)))
            }
            if let name = toDescribe.popFirst() {
                return .pass(HarvestSubject(plan: plan, name: name, purpose: .describe))
            }
            if isAtEnd { return nil }
            isAtEnd = true
            return .pass(HarvestSubject(plan: plan, name: "", purpose: .endFolder))
        }
    }

    // MARK: Data sets

    /// The set that a name stands for; `nil` for a file that is an asset of its own.
    private func openSet(_ name: String) -> OpenSet? {
        guard let place = places[name] else { return nil }
        let isFolder = listing[place].kind == .folder
        guard isFolder || sets.isMain(name) else { return nil }
        var subject = SetSubject(
            place: SetPlace(
                folderRawPath: folder.rawPath, folderPath: folder.path, name: name,
                isStore: isFolder))
        if isFolder {
            let found = FoundFile(folder: folder, listing: listing, place: place)
            subject.chunks = FileState(
                count: UInt64(chunkCounts[name] ?? 0), modifiedNanoseconds: 0,
                inode: UInt64((try? found.status())?.st_ino ?? 0),
                extractor: ExtractorVersions.unread)
            return OpenSet(subject: subject, names: [], folderNames: [name])
        }
        var folderNames: [String] = []
        if sets.claimsBelow(name) {
            for place in 0..<listing.count where listing[place].kind == .folder {
                folderNames.append(listing[place].name)
            }
        }
        return OpenSet(
            subject: subject, names: ([name] + sets.parts(of: name))[...],
            folderNames: folderNames[...])
    }

    /// The next job of the set that is under way; `nil` where there is none.
    private mutating func nextOfSet() -> ExtractionJob<HarvestSubject>? {
        guard var open = set else { return nil }
        // What has been handed out of the set stays handed out.
        set = nil
        defer { set = open.isAtEnd ? nil : open }
        let subject = open.subject
        while true {
            if let name = open.names.popFirst() {
                guard let place = places[name] else { continue }
                let found = FoundFile(folder: folder, listing: listing, place: place)
                return job(reading: found, named: name, set: subject)
            }
            if let step = open.walk?.next() {
                guard case .file(let found) = step, found.home == subject.place else { continue }
                let name = found.path.utf8.dropFirst(folder.path.utf8.count + 1)
                return job(reading: found, named: String(Substring(name)), set: subject)
            }
            if let name = open.folderNames.popFirst() {
                open.walk = walk(name)
                continue
            }
            open.isAtEnd = true
            return .pass(
                HarvestSubject(
                    plan: plan, name: subject.place.name, purpose: .endSet, set: subject))
        }
    }

    /// A walk through a folder below; `nil` where it holds no part or has vanished meanwhile.
    private func walk(_ name: String) -> FolderWalk? {
        guard let place = places[name],
            let below = try? Folder(name: listing.rawName(at: place), in: folder)
        else { return nil }
        return try? FolderWalk(below, context: sets.context(below: name))
    }

    // MARK: One file

    private func job(
        reading found: FoundFile, named name: String, set: SetSubject?
    ) -> ExtractionJob<HarvestSubject> {
        func subject(
            _ purpose: HarvestSubject.Purpose, fingerprint: String? = nil
        ) -> HarvestSubject {
            HarvestSubject(
                plan: plan, name: name, purpose: purpose, nameIssue: found.nameIssue, set: set,
                fingerprint: fingerprint)
        }
        do throws(FileRefusal) {
            let file = try found.open()
            let state = FileState(
                count: file.count, modifiedNanoseconds: file.modifiedNanoseconds,
                inode: file.inode, extractor: ExtractorVersions.unread)
            let isMain = set.map { $0.place.path == found.path } ?? true
            return .read(
                subject(.read(state), fingerprint: isMain ? Fingerprint.text(of: file) : nil),
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
