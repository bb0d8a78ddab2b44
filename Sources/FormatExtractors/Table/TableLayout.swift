internal import Extraction
internal import MetadataModel

/// How the rows of a table are to be read, as its first rows show it.
///
/// | Form    | Recognised by                                                                 |
/// |:--------|:------------------------------------------------------------------------------|
/// | columns | a row of headings, one for each column; or rows of values alone                |
/// | fields  | a first column of names, with values beside them: two columns of mixed values, |
/// |         | headings such as `Parameter, Value`, or titles of sections between the rows    |
struct TableLayout: Hashable {
    struct Column: Hashable {
        /// The heading, white space made single spaces and without its unit; `Column 3` where there
        /// is none.
        var heading: String
        /// The heading above it that spans several columns.
        var group: String?
        /// The unit in the heading, or in a row of units below it.
        var unit: String?
        /// The column that holds the unit of each cell: `Area` and `Area unit`.
        var unitColumn: Int?
        /// How many columns before this one have the same heading.
        var ordinal = 0
        /// Whether most of its first cells are words: no number, no time, not vacant.
        var isOfText = false
        /// Whether any of its first cells is words.
        var hasText = false
    }

    enum Form: Hashable {
        case columns([Column])
        /// - unitColumn: The column of units beside the values, if there is one.
        case fields(unitColumn: Int?)
    }

    /// Rows that stand above the table, as names and values.
    var preambleCount = 0
    /// The row of headings.
    var headingRow: Int?
    /// The row above it of headings that span several columns each.
    var groupRow: Int?
    /// The first row of values.
    var firstRow = 0
    var form: Form

    /// Rows that are looked at.
    static let sampleCount = 64

    /// - Parameters:
    ///   - rows: The first rows that are not empty.
    ///   - mergedRows: Numbers of rows with a text over several columns.
    init(of rows: [TableRow], hasDecimalComma: Bool, mergedRows: Set<Int> = []) {
        let forms = rows.map { row in
            row.cells.map { CellForm($0.text, hasDecimalComma: hasDecimalComma) }
        }
        if let fields = Self.fields(rows, forms) {
            self = fields
            return
        }
        form = .columns([])
        let typical = Self.typicalCount(rows)
        if typical > 2 {
            preambleCount = rows.firstIndex { $0.cells.count * 2 > typical } ?? 0
        }
        firstRow = preambleCount
        if preambleCount < rows.count, Self.isHeading(forms, at: preambleCount) {
            headingRow = preambleCount
            firstRow += mergedRows.contains(rows[preambleCount].number) ? 2 : 1
            firstRow = min(firstRow, rows.count)
        }
        findGroups(rows, forms, mergedRows)
        var columns = Self.columns(rows, headingRows: (headingRow ?? firstRow)..<firstRow)
        if let groupRow { Self.group(&columns, by: rows[groupRow]) }
        if headingRow != nil, firstRow < rows.count, let units = Self.units(in: rows[firstRow]) {
            for (column, unit) in units where column < columns.count {
                columns[column].unit = columns[column].unit ?? unit
            }
            firstRow += 1
        }
        for place in firstRow..<max(firstRow, rows.count) {
            for (cell, form) in zip(rows[place].cells, forms[place]) where form == .text {
                columns[cell.column].textCount += 1
            }
        }
        let valueRowCount = max(1, rows.count - firstRow)
        form = .columns(
            columns.map { found in
                var column = found.column
                column.unit = found.unit
                column.isOfText = found.textCount * 2 > valueRowCount
                column.hasText = found.textCount > 0
                return column
            })
    }

    private init(fieldsFrom firstRow: Int, unitColumn: Int?) {
        self.firstRow = firstRow
        form = .fields(unitColumn: unitColumn)
    }

    /// Whether the rows are measurements one after the other, and name nothing.
    var isLog: Bool {
        switch form {
        case .columns(let columns): !columns.contains(where: \.isOfText)
        case .fields: false
        }
    }

    // MARK: Columns

    /// The number of cells that most rows have.
    private static func typicalCount(_ rows: [TableRow]) -> Int {
        var counts: [Int: Int] = [:]
        for row in rows { counts[row.cells.count, default: 0] += 1 }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    /// Headings are words; a number among them is let pass where the row below has more.
    private static func isHeading(_ forms: [[CellForm]], at row: Int) -> Bool {
        func valueCount(_ row: Int) -> Int {
            guard row < forms.count else { return 0 }
            return forms[row].count { $0 != .text && $0 != .vacant }
        }
        let values = valueCount(row)
        return values == 0 || values * 2 < forms[row].count && valueCount(row + 1) > values
    }

    /// A column while its rows are looked at.
    struct Sampled {
        var column: Column
        /// Whether the column has no heading.
        var isVacant = false
        var unit: String?
        var textCount = 0
    }

    private static func columns(_ rows: [TableRow], headingRows: Range<Int>) -> [Sampled] {
        let width = (rows.flatMap(\.cells).map(\.column).max() ?? -1) + 1
        var headings = Array(repeating: "", count: width)
        for cell in headingRows.flatMap({ rows[$0].cells }) {
            let text = plain(cell.text)
            if headings[cell.column].isEmpty {
                headings[cell.column] = text
            } else if headings[cell.column] != text {
                headings[cell.column] += " " + text
            }
        }
        let vacant = headings.map(\.isEmpty)
        for place in headings.indices where vacant[place] {
            headings[place] = "Column \(place + 1)"
        }
        let folded = headings.map(FactKey.folded)
        var places: [String: Int] = [:]
        for (place, name) in folded.enumerated() where places[name] == nil { places[name] = place }
        var seen: [String: Int] = [:]
        return headings.enumerated().map { place, heading in
            let parts = UnitInName.parts(of: heading)
            let name = parts?.name ?? heading
            let ordinal = seen[name, default: 0]
            seen[name] = ordinal + 1
            return Sampled(
                column: Column(
                    heading: name, unitColumn: unitColumn(of: place, folded, places),
                    ordinal: ordinal),
                isVacant: vacant[place], unit: parts?.unit)
        }
    }

    /// `Unit` right of a column, or `area_unit` beside `area` or `area_value`.
    private static func unitColumn(
        of place: Int, _ folded: [String], _ places: [String: Int]
    ) -> Int? {
        var name = folded[place]
        if place + 1 < folded.count, isUnitHeading(folded[place + 1]), !isUnitHeading(name) {
            return place + 1
        }
        if name.hasSuffix("_value") { name.removeLast(6) }
        return places[name + "_unit"] ?? places[name + "_units"]
    }

    private static func isUnitHeading(_ folded: String) -> Bool {
        folded == "unit" || folded == "units"
    }

    /// The units of a row that has units only: `nm`, `[nm]` or `(nm)`.
    private static func units(in row: TableRow) -> [(column: Int, unit: String)]? {
        var units: [(column: Int, unit: String)] = []
        for cell in row.cells {
            var unit = cell.text
            if let first = unit.first, "([".contains(first), let last = unit.last,
                ")]".contains(last), unit.count > 2
            {
                unit = String(unit.dropFirst().dropLast())
            }
            if Fact.isUnit(unit) {
                units.append((cell.column, unit))
            } else if unit != "-" {
                return nil
            }
        }
        return units.isEmpty ? nil : units
    }

    /// White space made single spaces.
    static func plain(_ heading: String) -> String {
        heading.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Fields

    private static let nameHeadings: Set<String> = [
        "key", "name", "parameter", "property", "field", "attribute", "setting", "variable",
    ]
    private static let valueHeadings: Set<String> = ["value", "values", "setting"]

    private static func fields(_ rows: [TableRow], _ forms: [[CellForm]]) -> TableLayout? {
        guard rows.count >= 2, let first = rows.first else { return nil }
        let names = zip(rows, forms).filter { $0.cells.first?.column == 0 && $1.first == .text }
            .map { plain($0.0.cells[0].text) }
        guard names.count * 10 >= rows.count * 9 else { return nil }
        let headings = first.cells.map { FactKey.folded($0.text) }
        if headings.count >= 2, headings.count <= 4, nameHeadings.contains(headings[0]),
            valueHeadings.contains(headings[1])
        {
            return TableLayout(
                fieldsFrom: 1, unitColumn: headings.firstIndex(where: isUnitHeading))
        }
        let isNarrow = rows.allSatisfy { $0.cells.count <= 2 && $0.cells.last?.column ?? 0 <= 1 }
        let isFields =
            isNarrow
            ? Set(names).count * 5 >= names.count * 4 && hasMixedValues(forms)
                || names.count { $0.hasSuffix(":") } * 2 > names.count
            : first.cells.count <= 2 && rows.count { $0.cells.count <= 2 } * 3 >= rows.count
        return isFields ? TableLayout(fieldsFrom: 0, unitColumn: nil) : nil
    }

    /// Whether the second column begins with a number, or has both numbers and words below its
    /// first cell: then that cell is no heading.
    private static func hasMixedValues(_ forms: [[CellForm]]) -> Bool {
        let values = forms.map { $0.count > 1 ? $0[1] : .vacant }
        func isNumber(_ form: CellForm) -> Bool {
            if case .number = form { return true }
            return form == .time
        }
        let below = values.dropFirst()
        return isNumber(values[0]) || below.contains(where: isNumber) && below.contains(.text)
    }
}
