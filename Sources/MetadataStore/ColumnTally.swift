/// Counts the assets of a set by a label that column values have, segment by segment.
///
/// An asset with a label twice counts once.
struct ColumnTally<Label: Hashable & Comparable> {
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
        if !isAscending { lines.sort { ($0.ordinal, $0.label) < ($1.ordinal, $1.label) } }
        var previous: Line?
        for line in lines {
            if let previous, previous.ordinal == line.ordinal, previous.label == line.label {
                continue
            }
            counts[line.label, default: 0] += 1
            previous = line
        }
        lines.removeAll(keepingCapacity: true)
    }
}
