internal import MetadataModel

/// The entries of the index that some curated facts of one asset have.
///
/// They are those of segments, except for columns, which a segment holds in chunks of many assets:
/// here every value is an entry, whose key is the column's name, then the value's bits and length,
/// each as eight bytes. ``SegmentReader`` makes chunks of them.
struct CuratedEntries {
    /// What holds for the asset.
    private(set) var entries: Set<[UInt8]> = []
    /// Which keys have a word; see ``WordKeys``.
    let wordKeys: [(key: [UInt8], ids: [UInt32])]

    init(_ facts: [CuratedFactSource.Stored]) throws {
        var list = EntryList()
        var factCounts: [UInt32: Int] = [:]
        for fact in facts {
            try fact.content.withUnsafeBytes { try list.add($0, content: 0) }
            factCounts[fact.key, default: 0] += 1
        }
        for (key, count) in factCounts {
            var content: [UInt8] = []
            FactContent.appendFactCount(count, key: key, to: &content)
            try content.withUnsafeBytes { try list.add($0, content: 0) }
        }
        list.sort()
        wordKeys = list.wordKeys.entries()
        try list.forEachGroup { entry, _ in entries.insert(Array(entry)) }
        for column in list.columns.columns((starts: [0, 1], ordinals: [0])) {
            for value in column.values {
                entries.insert(Self.entry(of: value, in: column.name))
            }
        }
    }

    private static func entry(of value: ColumnValue, in column: [UInt8]) -> [UInt8] {
        var entry = column
        entry.append(bigEndian: value.bits)
        entry.append(bigEndian: value.length)
        return entry
    }

    /// The value of an entry of a column, of an asset yet to be named.
    static func value(of entry: UnsafeRawBufferPointer, nameByteCount: Int) -> ColumnValue {
        var cursor = ByteCursor(entry, at: nameByteCount)
        let bits = cursor.bigEndian()
        return ColumnValue(ordinal: 0, bits: bits, length: cursor.bigEndian())
    }
}

extension SegmentReader {
    /// Calls `body` with every value of a column that people state, by value, then by asset.
    func forEachCuratedValue(
        of name: [UInt8], _ budget: Budget, _ body: (ColumnValue) -> Void
    ) throws {
        for segment in segments where segment.isCurated {
            let end = EntryKey.end(ofPrefix: name)
            try scan(segment, from: name, to: end, budget) { entry, posting in
                var value = CuratedEntries.value(of: entry, nameByteCount: name.count)
                for ordinal in try posting.ordinals() {
                    value.ordinal = ordinal
                    body(value)
                }
                return true
            }
        }
    }

    /// Whether people state anything whose entries begin so.
    func holdsCurated(_ prefixes: [[UInt8]]) throws -> Bool {
        guard let segment = segments.first(where: \.isCurated) else { return false }
        let budget = Budget(deadline: nil)
        var holds = false
        for prefix in prefixes where !holds {
            try scan(segment, from: prefix, to: EntryKey.end(ofPrefix: prefix), budget) { _, _ in
                holds = true
                return false
            }
        }
        return holds
    }

    /// The values of a column that people state, as one or more chunks.
    func forEachCuratedChunk(
        of name: [UInt8], _ budget: Budget, _ body: (ColumnChunk) throws -> Void
    ) throws {
        var values: [ColumnValue] = []
        try forEachCuratedValue(of: name, budget) { values.append($0) }
        values.sortAsColumn()
        try ColumnWriter.write(values, name: name, base: 0) { _, bytes in
            try bytes.withUnsafeBytes {
                var cursor = ByteCursor($0)
                try body(ColumnChunk(Posting(&cursor, base: 0)))
            }
        }
    }
}
