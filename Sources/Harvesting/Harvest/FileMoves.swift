internal import MetadataStore

/// Files that were renamed or moved, recognised by inode, size and time.
///
/// A file that is gone from its path, or replaced there by another, is looked for among the files
/// that are new or changed. A path where a file was replaced keeps its asset, as when an editor
/// saves a file anew, unless the file that was there is found elsewhere: files that changed places
/// keep their assets.
struct FileMoves {
    struct Move {
        var from: String
        var to: String
        /// What the index knows of the file.
        var state: FileState
        /// Whether other files belong to it, before or after.
        var isSet: Bool
    }

    private var origins: [FileStamp: (path: String, state: FileState)] = [:]
    private var moves: [String: Move] = [:]
    private var replaced: Set<String> = []
    /// Paths of main files and stores.
    private var sets: Set<String> = []

    /// Notes a file that is no longer at its path.
    mutating func noteOrigin(_ path: String, _ state: FileState, isReplaced: Bool) {
        guard state.inode != 0, state.count > 0 || !isReplaced else { return }
        origins[FileStamp(state)] = (path, state)
        if isReplaced { replaced.insert(path) }
    }

    /// Notes that other files belong to the one at a path.
    mutating func noteSet(_ path: String) {
        sets.insert(path)
    }

    var hasOrigins: Bool { !origins.isEmpty }

    /// Notes a file that is new or changed at its path.
    mutating func noteArrival(_ path: String, _ stamp: FileStamp) {
        guard let origin = origins[stamp], origin.path != path else { return }
        // Hard links share an inode: the first of them takes the asset.
        origins[stamp] = nil
        moves[path] = Move(
            from: origin.path, to: path, state: origin.state,
            isSet: sets.contains(path) || sets.contains(origin.path))
    }

    /// The moves, in the order of their new paths.
    func settled() -> [Move] {
        var moves = moves
        while true {
            let left = Set(moves.values.map(\.from))
            let kept = moves.filter { !replaced.contains($0.key) || left.contains($0.key) }
            guard kept.count < moves.count else { break }
            moves = kept
        }
        return moves.values.sorted { PathText.precedes($0.to, $1.to) }
    }
}
