internal import MetadataModel

/// Collects what the contents of a segment contribute to its columns.
struct SegmentColumns {
    private struct Contribution {
        var column: UInt32
        var content: UInt32
        var value: ColumnValue
    }

    private var names = ByteStrings()
    private var contributions: [Contribution] = []
    private var name: [UInt8] = []

    mutating func add(_ number: Double, _ key: UInt32, _ slot: EntryKey.Slot, content: UInt32) {
        guard !number.isNaN else { return }
        startName(key, slot)
        append(ColumnValue(ordinal: 0, number: number), content)
    }

    mutating func add(si number: Double, _ dimension: Dimension, _ key: UInt32, content: UInt32) {
        guard !number.isNaN else { return }
        startName(key, .quantity)
        name.append(contentsOf: EntryKey.bytes(of: dimension))
        append(ColumnValue(ordinal: 0, number: number), content)
    }

    mutating func add(_ span: TimeSpan, _ key: UInt32, content: UInt32) {
        startName(key, .date)
        append(ColumnValue(ordinal: 0, start: span.start, end: span.end), content)
    }

    private mutating func startName(_ key: UInt32, _ slot: EntryKey.Slot) {
        name.removeAll(keepingCapacity: true)
        EntryKey.append(key, slot, to: &name)
    }

    private mutating func append(_ value: ColumnValue, _ content: UInt32) {
        let column = name.withUnsafeBytes { names.number(of: $0).number }
        contributions.append(
            Contribution(column: UInt32(column), content: content, value: value))
    }

    /// The columns in the order of their names, each with its values in theirs.
    func columns(
        _ assets: (starts: [Int], ordinals: [UInt32])
    ) -> [(name: [UInt8], values: [ColumnValue])] {
        var columns: [(name: [UInt8], values: [ColumnValue])] = (0..<names.count).map {
            (names.withBytes($0) { Array($0) }, [])
        }
        for contribution in contributions {
            let content = Int(contribution.content)
            var value = contribution.value
            for place in assets.starts[content]..<assets.starts[content + 1] {
                value.ordinal = assets.ordinals[place]
                columns[Int(contribution.column)].values.append(value)
            }
        }
        for place in columns.indices { columns[place].values.sortAsColumn() }
        return columns.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }
}

extension [ColumnValue] {
    /// Puts values in their order and keeps one of equal ones.
    mutating func sortAsColumn() {
        var isAscending = true
        for place in indices.dropFirst() where !(self[place - 1] < self[place]) {
            isAscending = false
            break
        }
        guard !isAscending else { return }
        sort()
        guard var previous = first else { return }
        var kept = 1
        for place in 1..<count where self[place] != previous {
            previous = self[place]
            self[kept] = previous
            kept += 1
        }
        removeSubrange(kept...)
    }
}
