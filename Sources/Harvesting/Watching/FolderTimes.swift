internal import ExtractionWorker
internal import Glibc

/// When the folders below a root last changed, by which a rescan finds those whose files came or
/// went without listing the others.
struct FolderTimes {
    /// Shares keep times as coarse as two seconds: what changed so shortly before it was looked at
    /// may change again at the same time.
    private static let coarsestNanoseconds: Int64 = 2_000_000_000

    private var times: [[UInt8]: Int64] = [:]

    var count: Int { times.count }

    /// Notes the times of all folders below a root.
    mutating func note(tree root: [UInt8]) {
        var waiting = [root]
        while let path = waiting.popLast() {
            guard let folder = try? Folder(rawPath: path) else { continue }
            times[path] = Self.settled(folder.modifiedNanoseconds)
            guard let listing = try? FolderListing(folder) else { continue }
            for place in 0..<listing.count where listing[place].kind == .folder {
                waiting.append(path + [UInt8(ascii: "/")] + listing.rawName(at: place))
            }
        }
    }

    /// The folders whose files or folders came or went since they were noted, those that are gone
    /// among them, and new ones with all below; their times are noted anew.
    mutating func takeChanged() -> ChangedPlaces {
        var changed = ChangedPlaces()
        for (path, time) in times {
            guard let folder = try? Folder(rawPath: path) else {
                times[path] = nil
                changed.folders.insert(path)
                continue
            }
            let now = folder.modifiedNanoseconds
            guard now != time else { continue }
            changed.folders.insert(path)
            times[path] = Self.settled(now)
            guard let listing = try? FolderListing(folder) else { continue }
            for place in 0..<listing.count where listing[place].kind == .folder {
                let below = path + [UInt8(ascii: "/")] + listing.rawName(at: place)
                guard times[below] == nil else { continue }
                note(tree: below)
                changed.trees.insert(below)
            }
        }
        return changed
    }

    /// A time by which later changes are told apart from those until now; none where it is now.
    private static func settled(_ time: Int64) -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let nanoseconds = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
        return nanoseconds - time < coarsestNanoseconds ? -1 : time
    }
}

extension Folder {
    /// When a name in it last came, went or changed; 0 where the system does not say.
    var modifiedNanoseconds: Int64 {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status.modifiedNanoseconds : 0
    }
}
