internal import Extraction
internal import MetadataModel

/// What is kept of a long column of numbers or times: count, least, greatest, the first members.
struct ColumnSummary {
    private var count = 0
    private var first: [String] = []
    private var firstNumbers: [Number] = []
    private var least: Number?
    private var greatest: Number?
    private var last = ""
    private var start: UInt64?
    private var end: UInt64?

    /// Adds a cell; `number` is absent for a time.
    mutating func add(_ cell: TableCell, _ number: Number?, keeping maximum: Int) {
        count += 1
        if first.count < maximum {
            first.append(cell.text)
            if let number { firstNumbers.append(number) }
        }
        if let number {
            if number.double < least?.double ?? .infinity { least = number }
            if number.double > greatest?.double ?? -.infinity { greatest = number }
        } else {
            last = cell.text
        }
        start = start ?? cell.offset
        if let offset = cell.offset, let length = cell.length { end = offset + length }
    }

    /// The fact of the whole column; `nil` where it has no cell.
    func fact(_ key: FactKey, element: ElementPath, unit: String?, address: String) -> Fact? {
        guard count > 0 else { return nil }
        let range =
            least.flatMap { least in greatest.map { "\(least.spelling) to \($0.spelling)" } }
            ?? "\(first[0]) to \(last)"
        let slots = (firstNumbers + [least, greatest].compactMap { $0 }).map { NumberSlot($0) }
        let length = start.flatMap { start in end.map { $0 - start } }
        var fact = Fact(
            key: key, element: element,
            value: first.joined(separator: ", ") + ", … (\(count) values, \(range))",
            unit: unit, numbers: slots, isAbridged: true,
            locus: Locus(offset: start, length: length, address: address))
        fact.applyUnit()
        return fact
    }
}
