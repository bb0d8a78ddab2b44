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
        var place = 0
    }

    private var levels: [Level] = []

    /// A walk that begins in an open folder.
    init(_ folder: Folder) throws(FileRefusal) {
        levels = [Level(folder: folder, listing: try FolderListing(folder))]
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
                return .file(
                    FoundFile(folder: level.folder, listing: level.listing, place: level.place))
            case .folder:
                do throws(FileRefusal) {
                    let folder = try Folder(
                        name: level.listing.rawName(at: level.place), in: level.folder)
                    levels.append(Level(folder: folder, listing: try FolderListing(folder)))
                } catch {
                    if error.isVanished { continue }
                    return .refused(path: level.folder.path(of: name) + "/", error)
                }
            }
        }
        return nil
    }
}
