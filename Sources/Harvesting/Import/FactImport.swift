internal import Extraction
public import MetadataModel
public import MetadataStore

/// Brings facts into an index that were made elsewhere, one asset a line.
///
/// ```
/// {"path":"B17.tif","facts":{"Gene Symbol":"ptc2","objective.na":1.4,"Channel":[{"Name":"DAPI"}]}}
/// ```
///
/// See ``ImportedFacts`` for the shape. A line replaces what was imported for its `path` (or
/// `id`) before; what a file says of itself and what people said of it stays. A line that is
/// wrong is reported and passed over. What has been read is committed about every second.
public struct FactImport {
    private static let batchTime = Duration.seconds(1)

    private let store: MetadataStore
    private let isInterrupted: () -> Bool
    private let report: (ImportSummary) -> Void
    private let refuse: (ImportRefusal) -> Void

    /// - Parameters:
    ///   - store: The index, open for writing.
    ///   - isInterrupted: Is asked now and then whether to stop.
    ///   - report: Is called now and then.
    ///   - refuse: Is called with every line that is wrong.
    public init(
        into store: MetadataStore, isInterrupted: @escaping () -> Bool = { false },
        report: @escaping (ImportSummary) -> Void = { _ in },
        refuse: @escaping (ImportRefusal) -> Void
    ) {
        self.store = store
        self.isInterrupted = isInterrupted
        self.report = report
        self.refuse = refuse
    }

    /// Reads an open file to its end; it may be a pipe.
    ///
    /// Lines are read on a thread of their own, a little ahead of what is written.
    ///
    /// - Parameter source: The file's name, which is kept with each fact as its origin.
    /// - Throws: ``HarvestError`` where the file cannot be read, and `StoreError`.
    public func run(descriptor: Int32, source: String) throws -> ImportSummary {
        let lines = ParsedLines(descriptor: descriptor, path: source)
        defer { lines.close() }
        return try store.write { writer in
            let origin = FactSource(kind: .imported, path: source)
            var summary = ImportSummary()
            let clock = ContinuousClock()
            var lastCommit = clock.now
            while let batch = try lines.next() {
                for line in batch {
                    summary.lineCount += 1
                    summary.byteCount += UInt64(line.byteCount) + 1
                    switch line.result {
                    case .success(let asset?):
                        try replace(asset, origin, writer)
                        summary.assetCount += 1
                        summary.factCount += asset.facts.count
                    case .success(nil): break
                    case .failure(let error):
                        summary.refusedCount += 1
                        refuse(ImportRefusal(line: summary.lineCount, issue: error.issue))
                    }
                }
                report(summary)
                if isInterrupted() {
                    summary.wasInterrupted = true
                    break
                }
                if clock.now - lastCommit >= Self.batchTime {
                    try writer.commit()
                    lastCommit = clock.now
                }
            }
            return summary
        }
    }

    private func replace(
        _ asset: ImportedFacts.Asset, _ origin: FactSource, _ writer: StoreWriter
    ) throws {
        let known = try writer.asset(path: asset.path)
        // What is said of a part is said of its set.
        let path = known?.path ?? asset.path
        let draft = try writer.begin(AssetHeader(path: path, file: known?.file))
        do {
            for other in known?.contributions ?? [] where other.source.kind != .imported {
                try draft.add(other.facts, from: other.source)
            }
            let isFile = known?.contributions.contains { $0.source.kind == .own } ?? false
            if !isFile, !asset.facts.contains(where: { $0.key == "file.path" }) {
                try draft.add([Fact(key: "file.path", value: asset.path)], from: origin)
            }
            try draft.add(asset.facts, from: origin)
            try writer.noteArrival(draft.finish())
        } catch {
            draft.discard()
            throw error
        }
    }
}

/// How an import went.
public struct ImportSummary: Sendable, Hashable {
    /// Lines read, empty ones included.
    public var lineCount = 0
    public var byteCount: UInt64 = 0
    public var assetCount = 0
    public var factCount = 0
    /// Lines that were wrong.
    public var refusedCount = 0
    public var wasInterrupted = false

    public init() {}
}

/// A line of an import that is wrong.
public struct ImportRefusal: Sendable, Hashable {
    /// From 1.
    public var line: Int
    public var issue: Issue
}
