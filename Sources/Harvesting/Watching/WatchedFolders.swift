internal import ExtractionWorker
internal import Glibc

/// The folders that are watched, by the numbers of their watches.
struct WatchedFolders {
    private let events: FolderEvents
    private var paths: [Int32: [UInt8]] = [:]

    init(_ events: FolderEvents) {
        self.events = events
    }

    var count: Int { paths.count }

    func path(of watch: Int32) -> [UInt8]? { paths[watch] }

    /// Watches a folder and all below it; those that vanish or may not be read are passed over.
    ///
    /// - Throws: ``FileRefusal`` where the system allows no more watches.
    mutating func add(tree root: [UInt8]) throws(FileRefusal) {
        var waiting = [root]
        while let path = waiting.popLast() {
            do {
                // Watched first, then listed: what comes in between is heard of.
                paths[try events.watch(path)] = path
            } catch {
                if error.code == ENOSPC || error.code == ENOMEM { throw error }
                continue
            }
            guard let folder = try? Folder(rawPath: path), let listing = try? FolderListing(folder)
            else { continue }
            for place in 0..<listing.count where listing[place].kind == .folder {
                waiting.append(path + [UInt8(ascii: "/")] + listing.rawName(at: place))
            }
        }
    }

    /// Forgets a folder and all below it, which has moved or is given up.
    mutating func remove(tree root: [UInt8]) {
        let below = root + [UInt8(ascii: "/")]
        for (watch, path) in paths where path == root || path.starts(with: below) {
            paths[watch] = nil
            events.unwatch(watch)
        }
    }

    /// Forgets a watch that the system has given up.
    mutating func forget(_ watch: Int32) {
        paths[watch] = nil
    }
}
