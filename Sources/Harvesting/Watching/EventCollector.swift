internal import ExtractionWorker
internal import Foundation
internal import Glibc
internal import Synchronization

/// Takes the system's events as they come, on a thread of its own, so that the system's queue
/// runs over only where nothing could have kept up with it.
final class EventCollector: Sendable {
    /// Something about a root that events cannot tell any more.
    enum Trouble: Sendable {
        /// The system allows no more watches.
        case noMoreWatches(root: [UInt8], watchCount: Int)
        /// The root itself was deleted, moved or unmounted.
        case rootVanished([UInt8])
    }

    private struct State {
        var pending: PendingPlaces
        var folders: WatchedFolders
        var roots: [[UInt8]] = []
        var troubles: [Trouble] = []
        var isStopped = false
    }

    private let events: FolderEvents
    private let state: Mutex<State>

    /// - Throws: ``FileRefusal`` where the system allows no more of its kind.
    init(settlingTime: Duration) throws(FileRefusal) {
        let events = try FolderEvents()
        self.events = events
        state = Mutex(
            State(
                pending: PendingPlaces(settlingTime: settlingTime), folders: WatchedFolders(events))
        )
    }

    /// Begins to take events.
    func start() {
        let thread = Thread { [self] in
            while state.withLock({ !$0.isStopped }) {
                let new = events.next(waitingMilliseconds: 100)
                guard !new.isEmpty else { continue }
                let now = ContinuousClock.now
                state.withLock { state in
                    for event in new { Self.take(event, now, &state) }
                }
            }
        }
        thread.start()
    }

    func stop() {
        state.withLock { $0.isStopped = true }
    }

    /// Watches a root and all below it.
    ///
    /// - Throws: ``FileRefusal`` where the system allows no more watches; none is kept then.
    func add(root: [UInt8]) throws(FileRefusal) {
        let result = state.withLock { state in
            Result { () throws(FileRefusal) in
                do throws(FileRefusal) {
                    try state.folders.add(tree: root)
                    state.roots.append(root)
                } catch {
                    state.folders.remove(tree: root)
                    throw error
                }
            }
        }
        try result.get()
    }

    func remove(root: [UInt8]) {
        state.withLock { state in
            state.folders.remove(tree: root)
            state.roots.removeAll { $0 == root }
        }
    }

    var watchCount: Int { state.withLock { $0.folders.count } }

    func takeDue() -> (places: ChangedPlaces, troubles: [Trouble]) {
        state.withLock { state in
            defer { state.troubles = [] }
            return (state.pending.takeDue(.now), state.troubles)
        }
    }

    private static func take(
        _ event: FolderEvent, _ now: ContinuousClock.Instant, _ state: inout State
    ) {
        if event.has(IN_Q_OVERFLOW) {
            state.pending.noteLoss()
            return
        }
        guard let folder = state.folders.path(of: event.watch) else { return }
        if event.has(IN_IGNORED) { state.folders.forget(event.watch) }
        if event.name.isEmpty {
            let isLost = event.has(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)
            if isLost, state.roots.contains(folder) {
                state.troubles.append(.rootVanished(folder))
            }
            return
        }
        let isFolder = event.has(IN_ISDIR)
        let path = folder + [UInt8(ascii: "/")] + event.name
        if isFolder, event.has(IN_MOVED_FROM) { state.folders.remove(tree: path) }
        if isFolder, event.has(IN_CREATE | IN_MOVED_TO) {
            do {
                try state.folders.add(tree: path)
            } catch {
                let root = state.roots.first { path.starts(with: $0) } ?? path
                state.troubles.append(
                    .noMoreWatches(root: root, watchCount: state.folders.count))
            }
            state.pending.note(tree: path, now: now)
        }
        // A folder that is touched has not changed for us.
        if isFolder, event.has(IN_ATTRIB) { return }
        state.pending.note(
            event.name, in: folder, isOpen: event.has(IN_CREATE | IN_MODIFY) && !isFolder, now: now)
    }
}
