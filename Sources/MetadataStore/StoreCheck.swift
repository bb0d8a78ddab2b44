internal import GRDB
internal import MetadataModel

/// Something within an index that contradicts something else within it.
public struct StoreFault: Sendable, Hashable {
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// Pages of the file: SQLite's own check.
        case file
        /// What is known of assets: their facts cannot be read.
        case records
        /// Paths, identities and the number of assets.
        case assets
        /// What finds assets by their facts.
        case index
        /// What is counted of keys.
        case counters
    }

    public var part: Part
    /// One clause: what was expected, then what was found.
    public var detail: String

    /// What a user loses while it stays so.
    public var cost: String {
        switch part {
        case .file: "answers may be wrong or fail"
        case .records: "facts of these assets cannot be shown"
        case .assets: "assets may be missed or met twice"
        case .index: "searches may miss assets or find wrong ones"
        case .counters: "the counts that `keys` shows are wrong"
        }
    }

    /// The way out.
    public var remedy: String {
        switch part {
        case .index, .counters: "`reticle check --rebuild` makes them anew from the records"
        case .file, .records, .assets:
            "move the index away, then harvest and import again: no file is changed by that"
        }
    }
}

/// Looks whether an index agrees with itself.
struct StoreCheck {
    /// Faults of one kind that are listed.
    private static let maximumCount = 20

    private let database: Database
    private var faults: [StoreFault] = []
    private var sums = FactSums()
    /// The same of what people state, which lies beside the records and has entries of its own.
    private var curatedSums = FactSums()

    init(_ database: Database) {
        self.database = database
    }

    mutating func run() throws -> [StoreFault] {
        try checkFile()
        // What a damaged page holds cannot be compared with anything.
        guard faults.isEmpty else { return faults }
        let state = try IndexState(database)
        try checkAssets(state)
        try checking(.records) { try $0.sumRecords(state) }
        guard faults.isEmpty else { return faults }
        try checking(.index) { try $0.compareIndex(state) }
        try checkCounters()
        return faults
    }

    private mutating func note(_ part: StoreFault.Part, _ detail: String) {
        guard faults.count(where: { $0.part == part }) < Self.maximumCount else { return }
        faults.append(StoreFault(part: part, detail: detail))
    }

    /// Takes contradictions that a body meets for faults.
    private mutating func checking(
        _ part: StoreFault.Part, _ body: (inout StoreCheck) throws -> Void
    ) throws {
        do {
            try body(&self)
        } catch let error as StoreError where error.kind == .damaged {
            note(part, error.detail)
        }
    }

    private mutating func checkFile() throws {
        let rows = try Command(database, "PRAGMA integrity_check(\(Self.maximumCount))")
        do {
            while try rows.step() {
                let line = rows.text(0)
                if line != "ok" { note(.file, line) }
            }
        } catch let error as StoreError where error.kind == .damaged {
            note(.file, error.detail)
        }
    }

    private mutating func checkAssets(_ state: IndexState) throws {
        let astray = try Command(
            database,
            "SELECT count(*) FROM paths p LEFT JOIN assets a ON a.ordinal = p.ordinal "
                + "WHERE a.path IS NOT p.path")
        if try astray.step(), astray.int64(0) > 0 {
            note(.assets, "expected no paths without their asset, found \(astray.int64(0))")
        }
        astray.reset()
        let pathless = AssetSet()
        let unfound = try Command(
            database,
            "SELECT a.ordinal FROM assets a LEFT JOIN paths p ON p.path = a.path "
                + "WHERE p.ordinal IS NOT a.ordinal")
        while try unfound.step() { pathless.insert(UInt32(clamping: unfound.int64(0))) }
        let deleted = try Snapshot(database, state).deletedAssets(Budget(deadline: nil))
        let strays = pathless.subtracting(deleted ?? AssetSet())
        if !strays.isEmpty {
            note(.assets, "expected no assets without their path, found \(strays.count)")
        }
        let living = AssetSet()
        let rows = try Command(database, "SELECT ordinal, identity FROM assets ORDER BY ordinal")
        var latest: AssetIdentity?
        while try rows.step() {
            let ordinal = UInt32(clamping: rows.int64(0))
            let identity = AssetIdentity(bytes: rows.bytes(1))
            living.insert(ordinal)
            if ordinal < state.orderedEnd, let latest, identity < latest {
                note(.assets, "expected asset \(ordinal) in the order of identities")
            }
            latest = identity
        }
        if living.count - pathless.count != state.assetCount {
            note(
                .assets,
                "expected \(state.assetCount) assets with a path, found "
                    + "\(living.count - pathless.count)")
        }
        let differing = living.subtracting(state.live)
        differing.formUnion(state.live.subtracting(living))
        if !differing.isEmpty {
            note(.assets, "\(differing.count) assets are both dead and alive")
        }
    }

    private mutating func sumRecords(_ state: IndexState) throws {
        let source = try RecordSource(database) { _ in "" }
        try source.forEachBlock { block in
            for ordinal in block.ordinals where state.live.contains(ordinal) {
                try source.forEachFact(of: ordinal, in: block) { key, fact in
                    try sums.add(fact, key, of: ordinal)
                }
            }
        }
        try sums.endAsset()
        let curated = try CuratedFactSource(database)
        for ordinal in try curated.ordinals() {
            _ = try curated.forEachFact(of: ordinal, keys: nil, name: { _ in "" }) { key, fact, _ in
                try curatedSums.add(fact, key, of: ordinal)
                return true
            }
        }
        try curatedSums.endAsset()
    }

    private mutating func compareIndex(_ state: IndexState) throws {
        let entries = try SegmentReader(database, segments: state.segments)
        var found: [UInt32: UInt64] = [:]
        var curated: [UInt32: UInt64] = [:]
        var latest: Segment?
        for segment in state.segments {
            guard !segment.isCurated else {
                try entries.addSums(of: segment, state.live, to: &curated)
                continue
            }
            if let latest, latest.last >= segment.first {
                note(.index, "segments \(latest.id) and \(segment.id) overlap")
            }
            latest = segment
            try entries.addSums(of: segment, state.live, to: &found)
        }
        let names = try state.keys(database)
        let pairs = [
            (sums.byKey, found, "the records"), (curatedSums.byKey, curated, "what people state"),
        ]
        for (expected, found, place) in pairs {
            for key in Set(expected.keys).union(found.keys).sorted()
            where expected[key] ?? 0 != found[key] ?? 0 {
                let name = names.entry(KeyID(raw: Int64(key)))?.key.description ?? "key \(key)"
                note(.index, "what finds `\(name)` does not agree with \(place)")
            }
        }
    }

    private mutating func checkCounters() throws {
        let rows = try Command(database, "SELECT id, printed, counters FROM keys")
        while try rows.step() {
            let id = UInt32(clamping: rows.int64(0))
            let counters = try KeyCounters(stored: rows.bytes(2))
            let facts = (sums.factCounts[id] ?? 0) + (curatedSums.factCounts[id] ?? 0)
            let assets = (sums.assetCounts[id] ?? 0) + (curatedSums.assetCounts[id] ?? 0)
            if counters.factCount != facts || counters.assetCount != assets {
                note(
                    .counters,
                    "`\(rows.text(1))`: expected \(facts) facts of \(assets) assets, found "
                        + "\(counters.factCount) of \(counters.assetCount)")
            }
        }
    }
}
