internal import MetadataModel

/// Sums over everything that should find assets, by key: equal where records and index say the
/// same, in whatever order they are read, and next to never otherwise.
struct FactSums {
    private(set) var byKey: [UInt32: UInt64] = [:]
    private(set) var factCounts: [UInt32: Int] = [:]
    private(set) var assetCounts: [UInt32: Int] = [:]
    private var ordinal: UInt32?
    private var contents = ByteStrings()
    private var counts: [UInt32: Int] = [:]
    private var content: [UInt8] = []

    /// Adds a fact of an asset; the facts of one asset come one after the other.
    mutating func add(_ fact: Fact, _ key: UInt32, of ordinal: UInt32) throws {
        if self.ordinal != ordinal { try endAsset() }
        self.ordinal = ordinal
        counts[key, default: 0] += 1
        content.removeAll(keepingCapacity: true)
        FactContent.append(fact, key: key, to: &content)
        _ = content.withUnsafeBytes { contents.number(of: $0) }
    }

    mutating func endAsset() throws {
        guard let ordinal else { return }
        for (key, count) in counts {
            factCounts[key, default: 0] += count
            assetCounts[key, default: 0] += 1
            content.removeAll(keepingCapacity: true)
            FactContent.appendFactCount(count, key: key, to: &content)
            _ = content.withUnsafeBytes { contents.number(of: $0) }
        }
        var entries = EntryList()
        for number in 0..<contents.count {
            try contents.withBytes(number) { try entries.add($0, content: UInt32(number)) }
        }
        entries.sort()
        try entries.forEachGroup { key, _ in Self.add(key, ordinal, to: &byKey) }
        let everyContent = (
            starts: Array(0...contents.count),
            ordinals: Array(repeating: ordinal, count: contents.count)
        )
        for column in entries.columns.columns(everyContent) {
            for value in column.values { Self.add(column.name, value, to: &byKey) }
        }
        contents.removeAll()
        counts.removeAll(keepingCapacity: true)
        self.ordinal = nil
    }

    static func add(
        _ entry: UnsafeRawBufferPointer, _ ordinal: UInt32, to sums: inout [UInt32: UInt64]
    ) {
        sums[key(entry), default: 0] &+= mixed(stableHash(entry), UInt64(ordinal))
    }

    static func add(_ name: [UInt8], _ value: ColumnValue, to sums: inout [UInt32: UInt64]) {
        name.withUnsafeBytes { bytes in
            let column = mixed(stableHash(bytes), value.bits)
            sums[key(bytes), default: 0] &+= mixed(
                mixed(column, value.length), UInt64(value.ordinal))
        }
    }

    private static func key(_ entry: UnsafeRawBufferPointer) -> UInt32 {
        UInt32(bigEndian: entry.loadUnaligned(as: UInt32.self))
    }

    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
            by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}

extension SegmentReader {
    /// Adds the sums of all entries of a segment, of living assets only.
    func addSums(
        of segment: Segment, _ live: AssetSet, to sums: inout [UInt32: UInt64]
    ) throws {
        let budget = Budget(deadline: nil)
        let members = OrdinalBits(live, first: segment.first, last: segment.last)
        let start: [UInt8] = [0, 0, 0, 1]
        var values: [ColumnValue] = []
        var previous: [UInt8] = []
        try scan(segment, from: start, to: nil, budget) { key, posting in
            guard previous.withUnsafeBytes({ compare($0, key) < 0 }), let slot = EntryKey.slot(key)
            else { throw StoreError(.damaged, "segment \(segment.id) is out of order") }
            previous = Array(key)
            if slot.isColumn {
                values.removeAll(keepingCapacity: true)
                let name = Array(key.prefix(slot.nameByteCount))
                if segment.isCurated {
                    var value = CuratedEntries.value(of: key, nameByteCount: name.count)
                    for ordinal in try posting.ordinals() {
                        value.ordinal = ordinal
                        values.append(value)
                    }
                } else {
                    try ColumnChunk(posting).append(to: &values, areSpans: slot == .date)
                }
                for value in values where members.contains(value.ordinal) {
                    FactSums.add(name, value, to: &sums)
                }
                return true
            }
            for ordinal in try posting.ordinals() {
                guard ordinal >= segment.first, ordinal <= segment.last else {
                    throw StoreError(.damaged, "segment \(segment.id) holds assets of another")
                }
                if members.contains(ordinal) { FactSums.add(key, ordinal, to: &sums) }
            }
            return true
        }
    }
}
