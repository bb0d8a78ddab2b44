internal import ExtractionWorker
internal import Glibc

/// One step of a ``FolderWalk``.
enum WalkStep {
    case file(FoundFile)
    /// A folder that could not be read: nothing is known of what is below it. Its path ends in a
    /// slash.
    case refused(path: String, FileRefusal)

    var path: String {
        switch self {
        case .file(let found): found.path
        case .refused(let path, _): path
        }
    }
}

/// Walks through everything below a folder, in the order of the bytes of the paths.
///
/// Symbolic links are not followed and not reported. A folder that vanishes meanwhile is passed
/// over.
struct FolderWalk {
    private struct Level {
        let folder: Folder
        let listing: FolderListing
        /// The data sets of its files; `nil` where the walk does not ask for sets.
        let sets: FolderSets?
        var place = 0

        init(_ folder: Folder, context: SetContext?) throws(FileRefusal) {
            self.folder = folder
            listing = try FolderListing(folder)
            sets = context.map { [folder, listing] in FolderSets(folder, listing, $0) }
        }
    }

    private var levels: [Level] = []
    /// How many chunks each store has, of those walked through so far; a walk that asks for sets
    /// passes over the chunks themselves.
    private(set) var chunkCounts: [SetPlace: Int] = [:]

    /// A walk that begins in an open folder.
    ///
    /// - Parameter context: What the folders above say about data sets; `nil` where files are
    ///   taken one by one.
    init(_ folder: Folder, context: SetContext? = nil) throws(FileRefusal) {
        levels = [try Level(folder, context: context)]
        noteStore()
    }

    private mutating func noteStore() {
        if let store = levels.last?.sets?.store { chunkCounts[store, default: 0] += 0 }
    }

    /// The next step; `nil` at the end.
    mutating func next() -> WalkStep? {
        while let level = levels.last {
            guard level.place < level.listing.count else {
                levels.removeLast()
                continue
            }
            levels[levels.count - 1].place += 1
            let (name, kind) = level.listing[level.place]
            switch kind {
            case .link: continue
            case .file, .other:
                if let store = level.sets?.store, ChunkedStore.isChunk(name) {
                    chunkCounts[store, default: 0] += 1
                    continue
                }
                return .file(
                    FoundFile(
                        folder: level.folder, listing: level.listing, place: level.place,
                        sets: level.sets))
            case .folder:
                do throws(FileRefusal) {
                    let folder = try Folder(
                        name: level.listing.rawName(at: level.place), in: level.folder)
                    levels.append(
                        try Level(folder, context: level.sets?.context(below: name)))
                    noteStore()
                } catch {
                    if error.isVanished { continue }
                    return .refused(path: level.folder.path(of: name) + "/", error)
                }
            }
        }
        return nil
    }
}
