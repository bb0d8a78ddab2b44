internal import Extraction
internal import MetadataModel

/// How large a table of measured points is: its rows, its columns, and the extent of the points.
struct PointTable {
    /// What the keys begin with.
    var key: FactKey
    /// The columns with the places of the points, from 0.
    var xColumn: Int
    var yColumn: Int
    var unit: String

    func collect(
        _ reader: ByteReader, from start: LineReader.Line, into collector: FactCollector
    ) throws(ExtractionError) {
        var rows: Int64 = 0
        var columns: Int64 = 0
        var x: ClosedRange<Double>?
        var y: ClosedRange<Double>?
        var lines = LineReader(reader, from: start.offset, number: start.number)
        while let line = try lines.next() {
            let cells = line.text.utf8.split { $0 == 0x20 || $0 == 0x09 }
            guard !cells.isEmpty else { continue }
            rows += 1
            columns = max(columns, Int64(cells.count))
            if let value = Self.number(cells, xColumn) { Self.widen(&x, to: value) }
            if let value = Self.number(cells, yColumn) { Self.widen(&y, to: value) }
        }
        let locus = Locus(
            offset: start.offset, length: reader.count - start.offset,
            address: "line \(start.number)")
        collector.integer(key.appending("RowCount"), rows, locus: locus)
        collector.integer(key.appending("ColumnCount"), columns, locus: locus)
        for (name, range) in [("x", x), ("y", y)] {
            guard let range else { continue }
            collector.numbers(
                key.appending(name), [.real(range.lowerBound), .real(range.upperBound)],
                unit: unit, locus: locus)
        }
    }

    private static func number(_ cells: [Substring.UTF8View.SubSequence], _ column: Int) -> Double?
    {
        guard cells.indices.contains(column), let text = Substring(cells[column]) as Substring?
        else { return nil }
        let value = Double(text) ?? CellForm.decimalCommaNumber(String(text))?.double
        return value.flatMap { $0.isFinite ? $0 : nil }
    }

    private static func widen(_ range: inout ClosedRange<Double>?, to value: Double) {
        guard let old = range else {
            range = value...value
            return
        }
        range = min(old.lowerBound, value)...max(old.upperBound, value)
    }
}
