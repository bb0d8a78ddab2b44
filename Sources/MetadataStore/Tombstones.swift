public import MetadataModel

/// What becomes of an asset whose file is gone: a tombstone, which keeps identity and facts.
///
/// It states ``FactKey/deleted`` and is left out of answers unless they are asked for it. A file
/// with the same content that comes back, wherever, takes it up again.
extension FactKey {
    /// The time at which the file was found to be gone.
    public static let deleted: FactKey = "file.deleted"

    /// What the content is like in short, by which a file that moved or came back is recognised.
    public static let fingerprint: FactKey = "file.fingerprint"

    /// A file that was a part of the asset when its main file was found to be gone.
    static let formerPart: FactKey = "asset.part"
}

extension StoredAsset {
    /// Whether the file is gone.
    public var isDeleted: Bool { deletionTime != nil }

    /// When the file was found to be gone, as text; `nil` while it is there.
    public var deletionTime: String? {
        contributions.lazy.filter { $0.source.kind == .own }.flatMap(\.facts)
            .first { $0.key == .deleted }?.value
    }

    /// The parts that a tombstone had.
    var formerParts: [String] {
        contributions.lazy.filter { $0.source == .own }.flatMap(\.facts)
            .filter { $0.key == .formerPart }.map(\.value)
    }
}

extension Snapshot {
    /// The assets whose files are gone; `nil` where there are none.
    func deletedAssets(_ budget: Budget) throws -> AssetSet? {
        let keys = try self.keys().entries(folded: FactKey.deleted.folded).map(\.id)
        guard !keys.isEmpty else { return nil }
        return try Evaluator(self, budget).assets(.facts(FactTest(keys: keys, .present)))
    }
}

extension StoreReader {
    /// Calls `body` with every known file in a folder, without those in folders below it.
    public func fileStates(in folder: String, _ body: (KnownFile) throws -> Void) throws {
        try snapshot.assets.forEachFile(in: folder, body)
    }

    /// What change detection remembers of the file at a path.
    public func knownFile(path: String) throws -> KnownFile? {
        if let ordinal = try snapshot.assets.ordinal(path: path) {
            return try snapshot.assets.file(of: ordinal, path: path).map {
                KnownFile(path: path, state: $0, main: nil, isLinked: false)
            }
        }
        guard let main = try snapshot.parts.main(ofPart: path) else { return nil }
        return try snapshot.parts.parts(of: main).first { $0.path == path }.map {
            KnownFile(path: path, state: $0.file, main: main, isLinked: $0.isLinked)
        }
    }

    /// Whether an asset is a tombstone: no path leads to it.
    public func isDeleted(_ identity: AssetIdentity) throws -> Bool {
        guard let ordinal = try snapshot.assets.ordinal(of: identity),
            let path = try snapshot.assets.path(ordinal)
        else { return false }
        return try snapshot.assets.ordinal(path: path) != ordinal
    }

    /// The parts that a tombstone had.
    func partsBefore(of identity: AssetIdentity) throws -> [String] {
        let keys = try keys().entries(folded: FactKey.formerPart.folded).map(\.id)
        return try facts(of: identity, keys: Set(keys)).map(\.1.value)
    }
}

extension StoreWriter {
    /// Makes an asset a tombstone. Its parts are set free and stand among its facts, since they
    /// may still be there and become assets of their own.
    ///
    /// - Parameter time: When its file was found to be gone, in microseconds since 1970.
    /// - Returns: False where there is no asset at the path.
    @discardableResult
    public func bury(path: String, time: Int64) throws -> Bool {
        guard let asset = try asset(path: path), asset.path == path else { return false }
        let parts = try parts(of: path).filter { !$0.isCount }
        let draft = try begin(
            AssetHeader(path: path, identity: asset.identity, isTombstone: true))
        for (source, facts) in asset.contributions { try draft.add(facts, from: source) }
        let deletion = Fact(
            key: .deleted, value: TimeSpan.timestamp(ofMicroseconds: time),
            date: TimeSpan(start: time, end: time + 1, hasZone: true))
        try draft.add(
            [deletion] + parts.map { Fact(key: .formerPart, value: $0.path) }, from: .own)
        _ = try draft.finish()
        return true
    }

    /// Gives assets other paths, all at once: files that changed places keep their assets.
    ///
    /// Change detection is made to see each of the files as changed until it is written again.
    public func move(_ moves: [(from: String, to: String)]) throws {
        try index.move(moves)
    }
}

extension IndexWriter {
    func move(_ moves: [(from: String, to: String)]) throws {
        // Names on the way, which no file has, let files change places with each other.
        for (number, move) in moves.enumerated() {
            _ = try rename(from: move.from, to: "\u{0}\(number)")
        }
        for (number, move) in moves.enumerated() {
            guard try rename(from: "\u{0}\(number)", to: move.to),
                let ordinal = try assets.ordinal(path: move.to),
                var file = try assets.file(of: ordinal, path: move.to)
            else { continue }
            file.inode = 0
            try assets.insertPath(ordinal, path: move.to, file: file)
        }
    }
}

extension AssetTable {
    /// Calls `body` with the files in a folder; what is below its folders is passed over by one
    /// search each.
    func forEachFile(in folder: String, _ body: (KnownFile) throws -> Void) throws {
        for (table, columns) in [("paths", "NULL, 0"), ("parts", "main, linked")] {
            let row = try Command(
                unsharedIn: database,
                """
                SELECT path, bytes, modified, inode, extractor, \(columns) FROM \(table)
                WHERE path >= ? AND path < ? ORDER BY path
                """)
            let prefix = folder + "/"
            row.bind(1, prefix)
            row.bind(2, folder + "0")
            while try row.step() {
                let path = row.text(0)
                if let slash = path.utf8.dropFirst(prefix.utf8.count).firstIndex(of: 0x2F) {
                    row.reset()
                    row.bind(1, path[..<slash] + "0")
                } else if let file = Self.knownFile(row) {
                    try body(file)
                }
            }
        }
    }
}
