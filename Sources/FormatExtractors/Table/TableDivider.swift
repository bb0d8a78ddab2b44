internal import Extraction
internal import MetadataModel

/// Finds where another table begins in a sheet: after an empty row, perhaps with a title, a row of
/// headings, which the row below it or its own words show to be one.
struct TableDivider {
    enum Step: Hashable {
        case row(TableRow)
        /// Another table begins with the rows that come; `nil` where it has no title.
        case table(title: TableRow?)
    }

    /// Headings by which a row is known, were there nothing but words below it.
    private static let knownHeadings: Set<String> = [
        "file", "filename", "file_name", "path", "image", "image_name", "sample_id", "sample",
        "sample_name", "specimen", "specimen_id",
    ]

    private let hasDecimalComma: Bool
    private var lastNumber = 0
    private var rowCount = 0
    /// A title and a row of headings, or one of them, of which the next row decides.
    private var held: [TableRow] = []
    /// The words of the first row of the table before.
    private var headings: Set<String> = []

    init(hasDecimalComma: Bool) {
        self.hasDecimalComma = hasDecimalComma
    }

    /// - Parameter isTable: Whether the rows so far are a table with headings.
    mutating func take(_ row: TableRow, isTable: () -> Bool) -> [Step] {
        let isAfterGap = rowCount > 0 && row.number > lastNumber + 1
        lastNumber = row.number
        if let last = held.last {
            if held.count == 1, last.cells.count == 1, mayBeHeading(row) {
                held.append(row)
                return []
            }
            if mayBeHeading(last), row.number == last.number + 1, confirms(row, last), isTable() {
                let title = held.count > 1 ? held[0] : nil
                held = []
                rowCount = 2
                headings = Self.words(of: last)
                return [.table(title: title), .row(last), .row(row)]
            }
        }
        let released = release()
        if isAfterGap, row.cells.count == 1 && isText(row.cells[0]) || mayBeHeading(row) {
            held = [row]
            return released
        }
        if rowCount == 0 || headings.count < 2 { headings = Self.words(of: row) }
        rowCount += 1
        return released + [.row(row)]
    }

    /// What is left at the end of the sheet.
    mutating func release() -> [Step] {
        defer { held = [] }
        rowCount += held.count
        return held.map(Step.row)
    }

    private func isText(_ cell: TableCell) -> Bool {
        CellForm(cell.text, hasDecimalComma: hasDecimalComma) == .text
    }

    /// Whether a row is words that differ, and no names of files.
    private func mayBeHeading(_ row: TableRow) -> Bool {
        row.cells.count > 1 && Self.words(of: row).count == row.cells.count
            && row.cells.allSatisfy { isText($0) && !$0.isFileName }
    }

    /// Whether a row shows the one above it to be headings.
    private func confirms(_ row: TableRow, _ heading: TableRow) -> Bool {
        let words = Self.words(of: heading)
        if !words.isDisjoint(with: headings) || !words.isDisjoint(with: Self.knownHeadings) {
            return row.cells.count > 1
        }
        return row.cells.contains { cell in
            heading[cell.column] != nil && !isText(cell)
        }
    }

    private static func words(of row: TableRow) -> Set<String> {
        Set(row.cells.map { FactKey.folded($0.text) })
    }
}
