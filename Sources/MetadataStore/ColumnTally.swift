/// Counts the assets of a set by a label that column values have, segment by segment.
///
/// An asset with a label twice counts once.
struct ColumnTally<Label: ColumnLabel> {
    private struct Line {
        var ordinal: UInt32
        var label: Label
    }

    private(set) var counts: [Label: Int] = [:]
    private var lines: [Line] = []

    mutating func add(_ ordinal: UInt32, _ label: Label) {
        lines.append(Line(ordinal: ordinal, label: label))
    }

    mutating func endSegment() {
        let isAscending = zip(lines, lines.dropFirst()).allSatisfy { $0.ordinal < $1.ordinal }
        if !isAscending {
            lines.sort { ($0.ordinal, $0.label) < ($1.ordinal, $1.label) }
            removeRepetitions()
        }
        count()
        lines.removeAll(keepingCapacity: true)
    }

    private mutating func removeRepetitions() {
        var kept = 0
        for place in lines.indices {
            let line = lines[place]
            if kept > 0, lines[kept - 1].ordinal == line.ordinal,
                lines[kept - 1].label == line.label
            {
                continue
            }
            lines[kept] = line
            kept += 1
        }
        lines.removeSubrange(kept...)
    }

    /// Counts in a small table first, where the labels of most columns find a place each.
    private mutating func count() {
        let bits: UInt64 = 12
        var table: [(label: Label, count: Int)?] = Array(repeating: nil, count: 1 << bits)
        for line in lines {
            let place = Int((line.label.pattern &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
            if let known = table[place], known.label == line.label {
                table[place]?.count += 1
            } else {
                if let other = table[place] { counts[other.label, default: 0] += other.count }
                table[place] = (line.label, 1)
            }
        }
        for case (let label, let count)? in table { counts[label, default: 0] += count }
    }
}

/// What column values are counted by.
protocol ColumnLabel: Hashable, Comparable {
    /// Equal for equal labels, and for few others.
    var pattern: UInt64 { get }
}

extension Double: ColumnLabel {
    var pattern: UInt64 { self == 0 ? 0 : bitPattern }
}

extension Int64: ColumnLabel {
    var pattern: UInt64 { UInt64(bitPattern: self) }
}
