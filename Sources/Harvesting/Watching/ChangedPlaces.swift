/// Places that may differ from what the index knows of them.
struct ChangedPlaces {
    /// Names in folders, by the folder's path.
    var names: [[UInt8]: Set<[UInt8]>] = [:]
    /// Folders with the files in them.
    var folders: Set<[UInt8]> = []
    /// Folders with all that is below them.
    var trees: Set<[UInt8]> = []
    /// Whether events were lost, so that every folder may differ.
    var hasLostEvents = false

    var isEmpty: Bool {
        names.isEmpty && folders.isEmpty && trees.isEmpty && !hasLostEvents
    }

    mutating func formUnion(_ other: ChangedPlaces) {
        names.merge(other.names) { $0.union($1) }
        folders.formUnion(other.folders)
        trees.formUnion(other.trees)
        hasLostEvents = hasLostEvents || other.hasLostEvents
    }
}

/// Places where something happened, until it is time to look at them: a file is looked at when it
/// has been written out.
///
/// | What was last heard of a file                           | it is looked at           |
/// |:--------------------------------------------------------|:--------------------------|
/// | closed after writing, moved, deleted, touched           | after the settling time   |
/// | created or written, but not closed                      | after ten settling times  |
/// | written again and again                                 | a minute after the first  |
struct PendingPlaces {
    private struct Place: Hashable {
        var folder: [UInt8]
        var name: [UInt8]
    }

    private struct Wait {
        var first: ContinuousClock.Instant
        var due: ContinuousClock.Instant
    }

    private static let longestWait = Duration.seconds(60)

    let settlingTime: Duration
    private var files: [Place: Wait] = [:]
    private var trees: [[UInt8]: ContinuousClock.Instant] = [:]
    private var hasLostEvents = false

    init(settlingTime: Duration) {
        self.settlingTime = settlingTime
    }

    mutating func note(
        _ name: [UInt8], in folder: [UInt8], isOpen: Bool, now: ContinuousClock.Instant
    ) {
        let place = Place(folder: folder, name: name)
        let first = files[place]?.first ?? now
        let due = now + settlingTime * (isOpen ? 10 : 1)
        files[place] = Wait(first: first, due: min(due, first + Self.longestWait))
    }

    mutating func note(tree: [UInt8], now: ContinuousClock.Instant) {
        trees[tree] = now + settlingTime
    }

    /// Notes that events were lost: what is pending is looked at with everything else.
    mutating func noteLoss() {
        files = [:]
        trees = [:]
        hasLostEvents = true
    }

    /// Takes the places whose time has come.
    mutating func takeDue(_ now: ContinuousClock.Instant) -> ChangedPlaces {
        var due = ChangedPlaces()
        due.hasLostEvents = hasLostEvents
        hasLostEvents = false
        for (place, wait) in files where wait.due <= now {
            due.names[place.folder, default: []].insert(place.name)
        }
        for (folder, names) in due.names {
            for name in names { files[Place(folder: folder, name: name)] = nil }
        }
        for (tree, time) in trees where time <= now { due.trees.insert(tree) }
        for tree in due.trees { trees[tree] = nil }
        return due
    }
}
