internal import ExtractionWorker
internal import Glibc
internal import MetadataStore

/// The difference between what is below some folders and what the index knows of it.
///
/// Nothing is read but folders and the state of files. Places are compared one after the other,
/// ``finish()`` then makes the work out of what was found.
struct Survey: Sendable {
    /// Work by folder, a folder before those below it.
    private(set) var folders: [FolderWork] = []
    /// Files that are gone and were not found elsewhere, in no order.
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
    private var places: [String: Int] = [:]
    private var fileMoves = FileMoves()
    /// Whether there may be files that were not compared.
    var isPartial = false

    init(versions: ExtractorVersions, excluding excluded: Set<String>) {
        self.versions = versions
        self.excluded = excluded
    }

    var hasWork: Bool {
        !folders.isEmpty || !gone.isEmpty || !moves.isEmpty || !refusals.isEmpty
    }

    /// Files to be read or moved.
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
        var walk = try FolderWalk(root)
        var step = walk.next()
        try reader.fileStates(below: root.path.isEmpty ? "/" : root.path) { path, state in
            while let current = step, PathText.precedes(current.path, path), !isStopped() {
                note(current, known: nil)
                step = walk.next()
            }
            if let current = step, current.path == path {
                note(current, known: state)
                step = walk.next()
            } else if !isStopped(), !isBelowRefusal(path) {
                noteGone(path, state)
            }
        }
        while let current = step, !isStopped() {
            note(current, known: nil)
            step = walk.next()
        }
    }

    /// Takes all that is known below a folder for gone.
    mutating func noteGone(tree path: String, in reader: StoreReader) throws {
        try reader.fileStates(below: path.isEmpty ? "/" : path) { noteGone($0, $1) }
    }

    private mutating func note(_ step: WalkStep, known: FileState?) {
        switch step {
        case .refused(let path, let refusal):
            refusals.append((path, refusal))
        case .file(let found):
            note(found, known: known)
        }
    }

    mutating func note(_ found: FoundFile, known: FileState?) {
        guard !excluded.contains(found.path) else {
            if let known { noteGone(found.path, known) }
            return
        }
        let state: FileState
        do throws(FileRefusal) {
            state = try found.status().state(extractor: known?.extractor ?? "")
        } catch {
            // What the system cannot tell of now is neither changed nor gone.
            if error.isVanished, let known { noteGone(found.path, known) }
            return
        }
        metCount += 1
        if let known, isUnchanged(found, state, known) {
            unchangedCount += 1
            return
        }
        if let known, known.inode != state.inode {
            fileMoves.noteOrigin(found.path, known, isReplaced: true)
        }
        withWork(in: found.folder.path, rawPath: found.folder.rawPath) {
            $0.names[found.name] = FileStamp(state)
        }
    }

    private func isUnchanged(_ found: FoundFile, _ state: FileState, _ known: FileState) -> Bool {
        guard known == state else { return false }
        if known.extractor == ExtractorVersions.unread {
            return !found.isRegular || !found.isReadable
        }
        return versions.isCurrent(known.extractor)
    }

    mutating func noteGone(_ path: String, _ state: FileState) {
        gone.insert(path)
        fileMoves.noteOrigin(path, state, isReplaced: false)
        // Only a sidecar is missed by the files that stay.
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        let name = String(path[path.utf8.index(after: slash)...])
        guard SidecarNames.isText(name) else { return }
        let folder = String(path[..<slash])
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

    // MARK: Work

    /// Makes the work out of all that was compared.
    mutating func finish() {
        findMoves()
        spreadFarReachingChanges()
        folders.sort { PathText.precedes($0.path + "/", $1.path + "/") }
        places = [:]
    }

    private mutating func findMoves() {
        guard fileMoves.hasOrigins else { return }
        for work in folders {
            for (name, stamp) in work.names {
                fileMoves.noteArrival(work.path + "/" + name, stamp)
            }
        }
        moves = fileMoves.settled()
        for move in moves {
            gone.remove(move.from)
            guard let slash = move.to.utf8.lastIndex(of: UInt8(ascii: "/")),
                let place = places[String(move.to[..<slash])],
                versions.isCurrent(move.state.extractor)
            else { continue }
            let name = String(move.to[move.to.utf8.index(after: slash)...])
            // Another suffix may be another format.
            guard SidecarNames.isOfSameSuffix(name, move.from) else { continue }
            folders[place].names[name] = nil
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
