internal import ExtractionWorker
internal import Glibc

/// What is watched, and how.
public struct WatchSettings: Sendable {
    public var roots: [String]
    /// How long nothing must have happened to a file before it is read.
    public var settlingTime = Duration.seconds(1)
    /// How often folders are looked at of which no events come.
    public var rescanInterval = Duration.seconds(60)

    public init(roots: [String]) {
        self.roots = roots
    }
}

/// What happens while folders are watched.
public enum WatchReport: Sendable {
    /// Events come from a folder and those below it.
    case watching(root: String, folderCount: Int)
    /// No events come from any folder.
    case unwatched(reason: String)
    /// A folder is looked at by the clock.
    case scheduled(root: String, interval: Duration, reason: String)
    /// Everything below a folder is compared with the index.
    case catchingUp(root: String, reason: String)
    case harvested(HarvestSummary, seconds: Double)
    /// Something went wrong; it is tried again.
    case failed(String)
    case stopped
}

/// The system's limit of watches.
enum WatchLimit {
    /// Why a folder is not watched, and the way out.
    static func explanation(_ watchCount: Int, _ refusal: FileRefusal) -> String {
        guard refusal.code == ENOSPC else { return refusal.detail }
        return "the system allows no more watches than \(watchCount) here; "
            + "`sudo sysctl fs.inotify.max_user_watches=1048576` allows more"
    }
}
