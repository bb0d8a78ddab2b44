internal import ExtractionWorker

/// The jobs of a harvest, in an order in which what describes comes before what is described.
struct HarvestJobs {
    private var folders: ArraySlice<FolderWork>
    private var current: FolderJobs?

    init(_ folders: [FolderWork]) {
        self.folders = folders[...]
    }

    /// The next job; `nil` at the end.
    mutating func next() -> ExtractionJob<HarvestSubject>? {
        while true {
            if let job = current?.next() { return job }
            guard let folder = folders.popFirst() else { return nil }
            current = FolderJobs(folder)
        }
    }
}
