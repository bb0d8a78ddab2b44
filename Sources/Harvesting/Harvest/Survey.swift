internal import ExtractionWorker
internal import Glibc
internal import MetadataStore

/// What is to be done in one folder.
struct FolderWork: Sendable {
    let rawPath: [UInt8]
    let path: String
    /// Names of files that are new or changed, and of main files and stores whose sets did.
    var names: Set<String> = []
    /// How many chunks the stores among them have.
    var chunkCounts: [String: Int] = [:]
    /// What the folders above say about data sets; `nil` where it has not been looked at.
    var context: SetContext?
    /// Names of files that are gone.
    var goneNames: [String] = []
    /// Whether all other files are to be described anew, because a far-reaching sidecar changed.
    var redescribesAll = false
}

/// The difference between what is below a folder and what the index knows of it.
struct Survey: Sendable {
    /// Work by folder, a folder before those below it.
    private(set) var folders: [FolderWork] = []
    /// Files that are gone, by inode: each may have moved.
    private(set) var gone: [UInt64: [(path: String, state: FileState)]] = [:]
    private(set) var goneCount = 0
    private(set) var unchangedCount = 0
    /// Files to be read.
    private(set) var changedCount = 0
    /// Folders that could not be read, by their paths with a slash at the end.
    private(set) var refusals: [(path: String, FileRefusal)] = []

    private let versions: ExtractorVersions
    /// Paths of assets of which a file changed or is gone.
    private var changedSets: Set<String> = []
    private var places: [String: Int] = [:]

    /// Compares; nothing is read but folders and the state of files.
    ///
    /// - Parameter isStopped: Is asked now and then whether to give up; the survey is empty then.
    init(
        of root: Folder, in reader: StoreReader, versions: ExtractorVersions,
        isStopped: () -> Bool
    ) throws {
        self.versions = versions
        var walk = try FolderWalk(root, context: .above(root.rawPath))
        var step = walk.next()
        var counts: [String: KnownFile] = [:]
        try reader.fileStates(below: root.path.isEmpty ? "/" : root.path) { known in
            while let current = step, PathText.precedes(current.path, known.path), !isStopped() {
                note(current, known: nil)
                step = walk.next()
            }
            if known.path.hasSuffix("/") {
                counts[known.path] = known
            } else if let current = step, current.path == known.path {
                note(current, known: known)
                step = walk.next()
            } else if !isStopped(), !isBelowRefusal(known.path) {
                noteGone(known)
            }
        }
        while let current = step, !isStopped() {
            note(current, known: nil)
            step = walk.next()
        }
        if isStopped() { return }
        compare(walk.chunkCounts, with: counts)
        try addLinkedParts(reader)
        spreadFarReachingChanges()
        folders.sort { PathText.precedes($0.path + "/", $1.path + "/") }
        places = [:]
    }

    var hasWork: Bool { changedCount + goneCount + refusals.count > 0 || !folders.isEmpty }

    private mutating func note(_ step: WalkStep, known: KnownFile?) {
        switch step {
        case .refused(let path, let refusal):
            refusals.append((path, refusal))
        case .file(let found):
            guard let status = found.status else {
                if let known { noteGone(known) }
                return
            }
            let home = found.home
            if let known, isUnchanged(found, status, known.state),
                known.isLinked || known.main == home?.path
            {
                unchangedCount += 1
                return
            }
            changedCount += 1
            if let home {
                addWork(on: home)
            } else {
                withWork(in: found.folder.path, rawPath: found.folder.rawPath) {
                    $0.names.insert(found.name)
                    $0.context = found.sets?.context
                }
            }
            if let known { changedSets.insert(known.main ?? known.path) }
        }
    }

    private func isUnchanged(_ found: FoundFile, _ status: stat, _ known: FileState) -> Bool {
        guard known == status.state(extractor: known.extractor) else { return false }
        if known.extractor == ExtractorVersions.unread {
            return !found.isRegular || !found.isReadable
        }
        return versions.isCurrent(known.extractor)
    }

    private mutating func noteGone(_ known: KnownFile) {
        goneCount += 1
        changedSets.insert(known.main ?? known.path)
        guard known.main == nil else { return }
        gone[known.state.inode, default: []].append((known.path, known.state))
        // Only a sidecar is missed by the files that stay.
        let (folder, name) = PathText.divided(known.path)
        guard SidecarNames.isText(name) else { return }
        withWork(in: folder, rawPath: Array(folder.utf8)) { $0.goneNames.append(name) }
    }

    // MARK: Data sets

    private mutating func addWork(on set: SetPlace) {
        withWork(in: set.folderPath, rawPath: set.folderRawPath) { $0.names.insert(set.name) }
    }

    /// Has stores read again that have another number of chunks, and notes those that are gone.
    private mutating func compare(_ found: [SetPlace: Int], with known: [String: KnownFile]) {
        var missing = known
        for (store, count) in found {
            let path = store.path + "/"
            if missing.removeValue(forKey: path)?.state.count != UInt64(count) {
                addWork(on: store)
            }
            guard let place = places[store.folderPath],
                folders[place].names.contains(store.name)
            else { continue }
            folders[place].chunkCounts[store.name] = count
        }
        for store in missing.values {
            guard let path = store.main,
                !refusals.contains(where: { store.path.utf8.starts(with: $0.path.utf8) })
            else { continue }
            goneCount += 1
            gone[store.state.inode, default: []].append((path, store.state))
        }
    }

    /// Has all files read again whose sets changed in one of them: those that the set's name is
    /// known by, and those that only what files say has joined.
    private mutating func addLinkedParts(_ reader: StoreReader) throws {
        for main in changedSets {
            let parts = try reader.parts(ofPath: main)
            guard !parts.isEmpty else { continue }
            for path in [main] + parts.filter(\.isLinked).map(\.path) {
                let (folder, name) = PathText.divided(path)
                withWork(in: folder, rawPath: Array(folder.utf8)) { $0.names.insert(name) }
            }
        }
        changedSets = []
    }

    /// Whether a path is below the folder refused last; paths come in order.
    private func isBelowRefusal(_ path: String) -> Bool {
        guard let refused = refusals.last else { return false }
        return path.utf8.starts(with: refused.path.utf8) && path != refused.path
    }

    private mutating func withWork(
        in path: String, rawPath: @autoclosure () -> [UInt8], _ body: (inout FolderWork) -> Void
    ) {
        if let place = places[path] {
            body(&folders[place])
        } else {
            var work = FolderWork(rawPath: rawPath(), path: path)
            body(&work)
            places[path] = folders.count
            folders.append(work)
        }
    }

    /// Has all files described anew that are below a folder whose far-reaching sidecars changed.
    private mutating func spreadFarReachingChanges() {
        guard unchangedCount > 0 else { return }
        for work in folders
        where work.names.contains(where: SidecarNames.isFarReaching)
            || work.goneNames.contains(where: SidecarNames.isFarReaching)
        {
            // A folder that has vanished meanwhile has no files to describe.
            guard let folder = try? Folder(rawPath: work.rawPath),
                var walk = try? FolderWalk(folder)
            else { continue }
            while let step = walk.next() {
                guard case .file(let found) = step else { continue }
                withWork(in: found.folder.path, rawPath: found.folder.rawPath) {
                    $0.redescribesAll = true
                }
            }
        }
    }
}
