internal import Extraction
internal import MetadataModel

/// Makes facts of the rows of a table, as they come.
///
/// | What                              | Fact                                                   |
/// |:----------------------------------|:-------------------------------------------------------|
/// | a cell below a heading            | `<base>.Heading`, element = the row of values, from 0   |
/// | a cell below a heading of a group | `<base>.Group.Heading`, the same                         |
/// | a heading, or the name of a field | `<base>.heading`, element = its number                  |
/// | a field: a name, values beside it | `<base>.Section.Name`, an element for each value        |
/// | a name and a value above the table | `<base>.Name`                                          |
/// | other words above the table       | `<base>.line`, an element each                          |
/// | a lone cell that begins with `#`, but is no title of a section | `<base>.comment`, an element each |
///
/// A sheet may hold several tables one below the other, see ``TableDivider``; their rows are counted
/// through.
///
/// Keys leave out the unit that a heading or name states, `Length (µm)`, so that the same column
/// has the same key whatever its unit; the heading's fact keeps the spelling. Empty cells are no
/// facts. In a log (numbers and times only) of more than
/// ``maximumLogRowCount`` rows each column is one abridged fact, except columns with remarks in
/// words; all other tables are kept in full.
struct TableFacts {
    /// Rows of a log that are kept cell by cell.
    static let maximumLogRowCount = 1000

    private let base: FactKey
    private let baseSegmentCount: Int
    private let rowSegment: Int
    private let hasDecimalComma: Bool
    private let isLong: Bool
    private let place: String
    private let mergedRows: Set<Int>

    private var divider: TableDivider
    private var sample: [TableRow] = []
    private var layout: TableLayout?
    private var columnKeys: [FactKey] = []
    private var summaries: [ColumnSummary] = []
    private var rowCount = 0
    private var headingCount = 0
    private var lineCount = 0
    private var commentCount = 0
    private var section: (key: FactKey, element: ElementPath)
    private var sectionCounts: [FactKey: Int] = [:]
    private var fieldCounts: [FactKey: Int] = [:]

    /// - Parameters:
    ///   - base: What the keys begin with; its last segment is the one that rows repeat.
    ///   - isLong: Whether there are more than ``maximumLogRowCount`` rows.
    ///   - place: What precedes `row 12 column Name` in addresses.
    ///   - mergedRows: Numbers of rows with a text over several columns: a row of headings among
    ///     them has the headings proper below it.
    init(
        base: FactKey, hasDecimalComma: Bool = false, isLong: Bool = false, place: String = "",
        mergedRows: Set<Int> = []
    ) {
        self.base = base
        baseSegmentCount = base.segments.count
        rowSegment = baseSegmentCount - 1
        self.hasDecimalComma = hasDecimalComma
        self.isLong = isLong
        self.place = place
        self.mergedRows = mergedRows
        divider = TableDivider(hasDecimalComma: hasDecimalComma)
        section = (base, .root)
    }

    /// Takes a row; an empty one is passed over.
    mutating func add(_ row: TableRow, into collector: FactCollector) {
        guard !row.cells.isEmpty else { return }
        var divider = divider
        let steps = divider.take(row) { hasHeadings }
        self.divider = divider
        take(steps, into: collector)
    }

    /// Whether the rows so far are a table with headings.
    private var hasHeadings: Bool {
        let layout =
            layout
            ?? TableLayout(of: sample, hasDecimalComma: hasDecimalComma, mergedRows: mergedRows)
        guard case .columns(let columns) = layout.form else { return false }
        return layout.headingRow != nil && columns.count > 1
    }

    private mutating func take(_ steps: [TableDivider.Step], into collector: FactCollector) {
        for step in steps {
            switch step {
            case .row(let row): take(row, into: collector)
            case .table(let title):
                finishTable(into: collector)
                layout = nil
                summaries = []
                section = (base, .root)
                if let title { emitPreamble(title, into: collector) }
            }
        }
    }

    private mutating func take(_ row: TableRow, into collector: FactCollector) {
        if layout == nil {
            sample.append(row)
            if sample.count >= TableLayout.sampleCount { settle(into: collector) }
        } else {
            emit(row, into: collector)
        }
    }

    /// Ends the sheet.
    mutating func finish(into collector: FactCollector) {
        take(divider.release(), into: collector)
        finishTable(into: collector)
    }

    private mutating func finishTable(into collector: FactCollector) {
        if layout == nil { settle(into: collector) }
        guard case .columns(let columns) = layout?.form else { return }
        for (place, summary) in summaries.enumerated() {
            let column = columns[place]
            let element =
                column.ordinal == 0
                ? .root : ElementPath(segment: baseSegmentCount, index: column.ordinal)
            let found = summary.fact(
                columnKeys[place], element: element, unit: column.unit,
                address: self.place + "column " + column.heading)
            if let found { collector.add(found) }
        }
    }

    // MARK: Layout

    private mutating func settle(into collector: FactCollector) {
        let layout = TableLayout(
            of: sample, hasDecimalComma: hasDecimalComma, mergedRows: mergedRows)
        self.layout = layout
        if case .columns(let columns) = layout.form {
            columnKeys = columns.map { column in
                (column.group.map { base.appending($0) } ?? base).appending(column.heading)
            }
            if isLong, layout.isLog {
                summaries = Array(repeating: ColumnSummary(), count: columns.count)
            }
        }
        for row in sample.prefix(layout.preambleCount) { emitPreamble(row, into: collector) }
        for row in [layout.groupRow, layout.headingRow].compactMap(\.self) {
            for cell in sample[row].cells {
                addHeading(cell, row: sample[row].number, into: collector)
            }
        }
        for row in sample.dropFirst(layout.firstRow) { emit(row, into: collector) }
        sample = []
    }

    private mutating func emit(_ row: TableRow, into collector: FactCollector) {
        if let remark = Self.remark(in: row) {
            let element =
                commentCount == 0
                ? .root : ElementPath(segment: baseSegmentCount, index: commentCount)
            commentCount += 1
            add(
                remark, base.appending("comment"), element: element, unit: nil,
                "row \(row.number)", into: collector)
            return
        }
        switch layout?.form {
        case .columns(let columns): emitCells(of: row, columns, into: collector)
        case .fields(let unitColumn): emitField(row, unitColumn: unitColumn, into: collector)
        case nil: preconditionFailure("a row is emitted once the layout is known")
        }
    }

    /// The cell of a row that is a remark and nothing else; it stays as written.
    private static func remark(in row: TableRow) -> TableCell? {
        guard row.cells.count == 1, let cell = row.cells.first, cell.column == 0,
            cell.text.hasPrefix("#"), cell.sectionTitle == nil
        else { return nil }
        let text = cell.text.drop { $0 == "#" || $0.isWhitespace }
        guard text.utf8.first?.isLetter == true else { return nil }
        return cell
    }

    private mutating func addHeading(
        _ cell: TableCell, row: Int, into collector: FactCollector
    ) {
        let element = ElementPath(segment: baseSegmentCount, index: headingCount)
        headingCount += 1
        collector.add(
            Fact(
                key: base.appending("heading"), element: element,
                value: TableLayout.plain(cell.text),
                locus: locus(of: cell, "row \(row) column \(cell.column + 1)")))
    }

    /// A row above the table: a name and values, or pairs such as `R0 = 282.7`, or words.
    private mutating func emitPreamble(_ row: TableRow, into collector: FactCollector) {
        let pairs = row.cells.compactMap { cell in cell.pair.map { (cell, $0) } }
        if pairs.count == row.cells.count {
            for (cell, (name, value)) in pairs {
                var cell = cell
                cell.text = value
                let parts = UnitInName.parts(of: name)
                add(
                    cell, base.appending(parts?.name ?? name), element: .root, unit: parts?.unit,
                    "row \(row.number)", into: collector)
            }
        } else if row.cells.count > 1, row.cells[0].text.utf8.first?.isLetter == true {
            emitField(row, unitColumn: nil, into: collector)
        } else {
            for cell in row.cells {
                let element =
                    lineCount == 0
                    ? .root : ElementPath(segment: baseSegmentCount, index: lineCount)
                lineCount += 1
                add(
                    cell, base.appending("line"), element: element, unit: nil,
                    "row \(row.number)", into: collector)
            }
        }
    }

    // MARK: Columns

    private mutating func emitCells(
        of row: TableRow, _ columns: [TableLayout.Column], into collector: FactCollector
    ) {
        let rowElement = ElementPath(segment: rowSegment, index: rowCount)
        rowCount += 1
        for cell in row.cells {
            // A row may be longer than any before it.
            guard cell.column < columns.count else {
                add(
                    cell, base.appending("Column \(cell.column + 1)"), element: rowElement,
                    unit: nil, "row \(row.number) column \(cell.column + 1)", into: collector)
                continue
            }
            let column = columns[cell.column]
            if !summaries.isEmpty, !column.hasText,
                summarise(cell, collector.limits.abridgedListCount)
            {
                continue
            }
            var unit = column.unit
            if let unitColumn = column.unitColumn, let stated = row[unitColumn]?.text {
                unit = stated
            }
            let element =
                column.ordinal == 0
                ? rowElement
                : rowElement.appending(segment: baseSegmentCount, index: column.ordinal)
            add(
                cell, columnKeys[cell.column], element: element, unit: unit,
                "row \(row.number) column " + column.heading, into: collector)
        }
    }

    /// Takes the cell of a long log into its column's summary, unless it holds words.
    private mutating func summarise(_ cell: TableCell, _ maximum: Int) -> Bool {
        switch CellForm(cell.text, hasDecimalComma: hasDecimalComma) {
        case .number(let number):
            summaries[cell.column].add(cell, number, keeping: maximum)
            return true
        case .time:
            summaries[cell.column].add(cell, nil, keeping: maximum)
            return true
        case .vacant: return true
        case .text: return false
        }
    }

    private func add(
        _ cell: TableCell, _ key: FactKey, element: ElementPath, unit: String?,
        _ address: String, into collector: FactCollector
    ) {
        let unit = unit.flatMap { UnitInName.applies(to: cell.text.utf8) ? $0 : nil }
        let locus = locus(of: cell, address)
        if hasDecimalComma, case .real(let value)? = CellForm.decimalCommaNumber(cell.text) {
            collector.real(
                key, value, written: cell.text, element: element, unit: unit, locus: locus)
        } else {
            collector.text(key, cell.text, element: element, unit: unit, locus: locus)
        }
    }

    private func locus(of cell: TableCell, _ address: String) -> Locus {
        Locus(
            offset: cell.offset, length: cell.length, address: place + (cell.address ?? address))
    }

    // MARK: Fields

    /// A row of a name and its values; a name alone may be the title of a section.
    private mutating func emitField(
        _ row: TableRow, unitColumn: Int?, into collector: FactCollector
    ) {
        guard let name = row.cells.first else { return }
        addHeading(name, row: row.number, into: collector)
        guard row.cells.count > 1 else {
            if let title = name.sectionTitle { open(section: title) }
            return
        }
        var written = TableLayout.plain(name.text)
        if written.hasSuffix(":") { written.removeLast() }
        let parts = UnitInName.parts(of: written)
        let key = section.key.appending(parts?.name ?? written)
        let segment = section.key == base ? baseSegmentCount : baseSegmentCount + 1
        let unit = unitColumn.flatMap { row[$0]?.text } ?? parts?.unit
        for cell in row.cells.dropFirst() where cell.column != unitColumn {
            let count = fieldCounts[key, default: 0]
            fieldCounts[key] = count + 1
            let element =
                count == 0
                ? section.element : section.element.appending(segment: segment, index: count)
            add(
                cell, key, element: element, unit: unit, "row \(row.number) " + written,
                into: collector)
        }
    }

    private mutating func open(section title: String) {
        let key = base.appending(title)
        let count = sectionCounts[key, default: 0]
        sectionCounts[key] = count + 1
        section = (
            key, count == 0 ? .root : ElementPath(segment: baseSegmentCount, index: count)
        )
        fieldCounts = [:]
    }
}
