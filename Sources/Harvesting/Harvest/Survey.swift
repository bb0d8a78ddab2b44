internal import ExtractionWorker
internal import Glibc
internal import MetadataStore

/// What is to be done in one folder.
struct FolderWork: Sendable {
    let rawPath: [UInt8]
    let path: String
    /// Names of files that are new or changed.
    var names: Set<String> = []
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
    private var places: [String: Int] = [:]

    /// Compares; nothing is read but folders and the state of files.
    ///
    /// - Parameter isStopped: Is asked now and then whether to give up; the survey is empty then.
    init(
        of root: Folder, in reader: StoreReader, versions: ExtractorVersions,
        isStopped: () -> Bool
    ) throws {
        self.versions = versions
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
        spreadFarReachingChanges()
        folders.sort { PathText.precedes($0.path + "/", $1.path + "/") }
        places = [:]
    }

    var hasWork: Bool { changedCount + goneCount + refusals.count > 0 || !folders.isEmpty }

    private mutating func note(_ step: WalkStep, known: FileState?) {
        switch step {
        case .refused(let path, let refusal):
            refusals.append((path, refusal))
        case .file(let found):
            guard let status = found.status else {
                if let known { noteGone(found.path, known) }
                return
            }
            if let known, isUnchanged(found, status, known) {
                unchangedCount += 1
            } else {
                changedCount += 1
                withWork(in: found.folder.path, rawPath: found.folder.rawPath) {
                    $0.names.insert(found.name)
                }
            }
        }
    }

    private func isUnchanged(_ found: FoundFile, _ status: stat, _ known: FileState) -> Bool {
        guard known == status.state(extractor: known.extractor) else { return false }
        if known.extractor == ExtractorVersions.unread {
            return !found.isRegular || !found.isReadable
        }
        return versions.isCurrent(known.extractor)
    }

    private mutating func noteGone(_ path: String, _ state: FileState) {
        gone[state.inode, default: []].append((path, state))
        goneCount += 1
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
