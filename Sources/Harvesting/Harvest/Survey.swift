internal import ExtractionWorker
internal import Glibc
internal import MetadataStore

/// The difference between what is below some folders and what the index knows of it.
///
/// Nothing is read but folders and the state of files. Places are compared one after the other,
/// ``finish(_:)`` then makes the work out of what was found.
struct Survey: Sendable {
    /// Work by folder, a folder before those below it.
    private(set) var folders: [FolderWork] = []
    /// Assets whose files are gone and were not found elsewhere, in no order.
    private(set) var gone: Set<String> = []
    private(set) var moves: [FileMoves.Move] = []
    private(set) var unchangedCount = 0
    /// Files that are there.
    private(set) var metCount = 0
    /// Folders that could not be read, by their paths with a slash at the end.
    private(set) var refusals: [(path: String, FileRefusal)] = []

    private let versions: ExtractorVersions
    /// Paths that are no files of anybody's: those of the index.
    private let excluded: Set<String>
    /// Paths of assets of which a file changed or is gone.
    private var changedSets: Set<String> = []
    private var places: [String: Int] = [:]
    private var fileMoves = FileMoves()
    /// Whether there may be files that were not compared.
    var isPartial = false
    /// Folders compared because of what happened in them.
    var comparedFolders: Set<[UInt8]> = []

    init(versions: ExtractorVersions, excluding excluded: Set<String>) {
        self.versions = versions
        self.excluded = excluded
    }

    var hasWork: Bool {
        !folders.isEmpty || !gone.isEmpty || !moves.isEmpty || !refusals.isEmpty
    }

    /// Files and sets to be read or moved.
    var changedCount: Int {
        folders.reduce(0) { $0 + $1.names.count + $1.relocated.count }
    }

    // MARK: Comparing

    /// Compares everything below a folder.
    ///
    /// - Parameter isStopped: Is asked now and then whether to give up.
    mutating func compare(
        tree root: Folder, in reader: StoreReader, isStopped: () -> Bool
    ) throws {
        let context = SetContext.above(root.rawPath)
        // The chunks of a store are counted all together.
        let root = try context.store.map { try Folder(rawPath: $0.rawPath) } ?? root
        var walk = try FolderWalk(
            root, context: context.store == nil ? context : .above(root.rawPath))
        var step = walk.next()
        var counts: [String: KnownFile] = [:]
        try reader.fileStates(below: root.path.isEmpty ? "/" : root.path) { known in
            while let current = step, PathText.precedes(current.path, known.path), !isStopped() {
                note(current, known: nil)
                step = walk.next()
            }
            if known.path.hasSuffix("/"), known.main != nil {
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
        if !isStopped() { compare(walk.chunkCounts, with: counts) }
    }

    /// Takes all that is known below a folder for gone.
    mutating func noteGone(tree path: String, in reader: StoreReader) throws {
        try reader.fileStates(below: path.isEmpty ? "/" : path) { noteGone($0) }
    }

    private mutating func note(_ step: WalkStep, known: KnownFile?) {
        switch step {
        case .refused(let path, let refusal):
            refusals.append((path, refusal))
        case .file(let found):
            note(found, known: known)
        }
    }

    mutating func note(_ found: FoundFile, known: KnownFile?) {
        guard !excluded.contains(found.path) else {
            if let known { noteGone(known) }
            return
        }
        let state: FileState
        do throws(FileRefusal) {
            state = try found.status().state(extractor: known?.state.extractor ?? "")
        } catch {
            // What the system cannot tell of now is neither changed nor gone.
            if error.isVanished, let known { noteGone(known) }
            return
        }
        metCount += 1
        let home = found.home
        if let known, isUnchanged(found, state, known.state),
            known.isLinked || known.main == home?.path
        {
            unchangedCount += 1
            return
        }
        if let known { changedSets.insert(known.main ?? known.path) }
        if let home {
            addWork(on: home)
            return
        }
        if found.sets?.isMain(found.name) == true { fileMoves.noteSet(found.path) }
        if let known, known.main == nil, known.state.inode != state.inode {
            fileMoves.noteOrigin(found.path, known.state, isReplaced: true)
        }
        withWork(in: found.folder.path, rawPath: found.folder.rawPath) {
            $0.names.insert(found.name)
            $0.stamps[found.name] = FileStamp(state)
            $0.context = found.sets?.context
        }
    }

    private func isUnchanged(_ found: FoundFile, _ state: FileState, _ known: FileState) -> Bool {
        guard known == state else { return false }
        if known.extractor == ExtractorVersions.unread {
            return !found.isRegular || !found.isReadable
        }
        return versions.isCurrent(known.extractor)
    }

    mutating func noteGone(_ known: KnownFile) {
        changedSets.insert(known.main ?? known.path)
        let isStore = known.main.map { known.path == $0 + "/" } ?? false
        guard known.main == nil || isStore else { return }
        let path = known.main ?? known.path
        gone.insert(path)
        fileMoves.noteOrigin(path, known.state, isReplaced: false)
        // Only a sidecar is missed by the files that stay.
        let (folder, name) = PathText.divided(path)
        guard SidecarNames.isText(name) else { return }
        withWork(in: folder, rawPath: Array(folder.utf8)) { $0.goneNames.append(name) }
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

    // MARK: Data sets

    private mutating func addWork(on set: SetPlace) {
        withWork(in: set.folderPath, rawPath: set.folderRawPath) { $0.names.insert(set.name) }
    }

    /// Has stores read again that have another number of chunks, and notes those that are gone.
    private mutating func compare(_ found: [SetPlace: Int], with known: [String: KnownFile]) {
        var missing = known
        for (store, count) in found {
            let path = store.path + "/"
            let old = missing.removeValue(forKey: path)
            if old?.state.count != UInt64(count) || changedSets.contains(store.path) {
                addWork(on: store)
            }
            guard let place = places[store.folderPath],
                folders[place].names.contains(store.name)
            else { continue }
            folders[place].chunkCounts[store.name] = count
            if old == nil { folders[place].stamps[store.name] = store.stamp(chunkCount: count) }
        }
        for store in missing.values
        where !refusals.contains(where: { store.path.utf8.starts(with: $0.path.utf8) }) {
            noteGone(store)
        }
    }

    /// Has all files read again whose sets changed in one of them: those that the set's name is
    /// known by, and those that only what files say has joined.
    private mutating func addChangedSets(_ reader: StoreReader) throws {
        for main in changedSets {
            let parts = try reader.parts(ofPath: main)
            guard !parts.isEmpty else { continue }
            fileMoves.noteSet(main)
            // A store is found by the walk, which counts its chunks.
            guard !parts.contains(where: \.isCount) else { continue }
            for path in [main] + parts.filter(\.isLinked).map(\.path) {
                let (folder, name) = PathText.divided(path)
                withWork(in: folder, rawPath: Array(folder.utf8)) { $0.names.insert(name) }
            }
        }
        changedSets = []
    }

    // MARK: Work

    /// Makes the work out of all that was compared.
    mutating func finish(_ reader: StoreReader) throws {
        try addChangedSets(reader)
        findMoves()
        spreadFarReachingChanges()
        folders.sort { PathText.precedes($0.path + "/", $1.path + "/") }
        places = [:]
    }

    private mutating func findMoves() {
        guard fileMoves.hasOrigins else { return }
        for work in folders {
            for (name, stamp) in work.stamps {
                fileMoves.noteArrival(work.path + "/" + name, stamp)
            }
        }
        moves = fileMoves.settled()
        for move in moves {
            gone.remove(move.from)
            let (folder, name) = PathText.divided(move.to)
            guard let place = places[folder], !move.isSet,
                versions.isCurrent(move.state.extractor),
                // Another suffix may be another format.
                SidecarNames.isOfSameSuffix(name, move.from)
            else { continue }
            folders[place].names.remove(name)
            folders[place].relocated[name] = move.state
        }
    }

    /// Has all files described anew that are below a folder whose far-reaching sidecars changed.
    private mutating func spreadFarReachingChanges() {
        guard unchangedCount > 0 || isPartial else { return }
        for work in folders where work.hasFarReachingChange {
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

extension SetPlace {
    /// What tells a store from others; `nil` where it has vanished.
    fileprivate func stamp(chunkCount: Int) -> FileStamp? {
        var status = stat()
        let path = rawPath + [0]
        guard lstat(path.map(CChar.init(bitPattern:)), &status) == 0 else { return nil }
        return FileStamp(
            FileState(
                count: UInt64(chunkCount), modifiedNanoseconds: 0, inode: UInt64(status.st_ino),
                extractor: ExtractorVersions.unread))
    }
}
