internal import MetadataModel

/// A range of cells shown as one.
struct MergedCells: Hashable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
}

/// What a sheet's cells depend on, and what is known of it before its rows are read: how many
/// there are, and which cells of its first rows are merged.
final class XLSXSheetOutline: XLSXPart {
    /// Merges below this row are no headings.
    static let lastHeadingRow = 10

    private(set) var rowCount = 0
    private(set) var merges: [MergedCells] = []

    override func opened(_ name: String, _ attributes: [String: String]) {
        if name == "row" { rowCount += 1 }
        guard name == "mergeCell", merges.count < 1000,
            let corners = attributes["ref"]?.split(separator: ":"), corners.count == 2,
            let first = CellReference(corners[0]), let last = CellReference(corners[1]),
            first.row <= last.row, first.column <= last.column, last.row <= Self.lastHeadingRow,
            last.column - first.column < 1000
        else { return }
        merges.append(
            MergedCells(rows: first.row...last.row, columns: first.column...last.column))
    }
}

/// `B12`: the column from 0 and the row from 1.
struct CellReference: Hashable {
    var column: Int
    var row: Int

    init?(_ text: some StringProtocol) {
        column = 0
        row = 0
        var letterCount = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            if byte.isDigit {
                guard letterCount > 0, row < 10_000_000 else { return nil }
                row = row * 10 + Int(byte - 0x30)
            } else {
                guard row == 0, letterCount < 3, (0x41...0x5A).contains(byte & 0xDF) else {
                    return nil
                }
                column = column * 26 + Int((byte & 0xDF) - 0x40)
                letterCount += 1
            }
        }
        guard letterCount > 0, row > 0 else { return nil }
        column -= 1
    }

    /// The letters of a column: 0 is `A`, 27 is `AB`.
    static func letters(of column: Int) -> String {
        let letter = String(Unicode.Scalar(UInt8(0x41 + column % 26)))
        return column < 26 ? letter : letters(of: column / 26 - 1) + letter
    }
}

/// Reads the rows of a sheet.
final class XLSXSheet: XLSXPart {
    /// Columns of the widest sheet the specification allows.
    private static let maximumColumnCount = 16_384

    private let name: String
    private let strings: [String]
    private let styles: XLSXStyles
    private let countsFrom1904: Bool
    private let merges: [MergedCells]
    private let deliver: (TableRow) -> Void

    private var row = TableRow(number: 0, cells: [])
    private var cell = (column: -1, type: "", style: 0, text: "")
    /// The texts of merged cells, by their first cell.
    private var texts: [Corner: String] = [:]

    private struct Corner: Hashable {
        var row: Int
        var column: Int
    }

    init(
        name: String, strings: [String], styles: XLSXStyles, countsFrom1904: Bool,
        merges: [MergedCells], deliver: @escaping (TableRow) -> Void
    ) {
        self.name = name
        self.strings = strings
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
        self.merges = merges
        self.deliver = deliver
    }

    override func opened(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "row":
            row = TableRow(
                number: attributes["r"].flatMap { Int($0) } ?? row.number + 1, cells: [])
            cell.column = -1
        case "c":
            let column =
                attributes["r"].flatMap { CellReference($0)?.column } ?? cell.column + 1
            cell = (
                column, attributes["t"] ?? "n", attributes["s"].flatMap { Int($0) } ?? 0, ""
            )
        default: return
        }
    }

    override func read(_ text: String) {
        if path.last == "v" || path.last == "t", !path.contains("rPh") { cell.text += text }
    }

    override func closed(_ name: String) {
        switch name {
        case "c":
            guard let text = shownText, !text.utf8.allSatisfy({ $0 <= 0x20 }),
                cell.column < Self.maximumColumnCount
            else { return }
            row.cells.append(tableCell(cell.column, text))
        case "row":
            fillMerged()
            deliver(row)
        default: return
        }
    }

    private func tableCell(_ column: Int, _ text: String) -> TableCell {
        TableCell(
            column: column, text: text,
            address: name + "!" + CellReference.letters(of: column) + String(row.number))
    }

    /// The text of the cell as the spreadsheet means it; numbers as written.
    private var shownText: String? {
        switch cell.type {
        case "s":
            guard let index = Int(cell.text), strings.indices.contains(index) else { return nil }
            return strings[index]
        case "b":
            return cell.text == "1" ? "true" : "false"
        case "n":
            let meaning = styles.meaning(ofStyle: cell.style)
            guard meaning != .number, let days = Double(cell.text) else { return cell.text }
            return SpreadsheetDate.text(
                days: days, countsFrom1904: countsFrom1904, isTime: meaning == .time) ?? cell.text
        default:
            return cell.text
        }
    }

    /// Gives every cell of a merged heading the heading's text.
    ///
    /// A row that would then say one thing only is a title, and keeps its single cell.
    private func fillMerged() {
        guard row.number <= XLSXSheetOutline.lastHeadingRow, !merges.isEmpty else { return }
        var filled = row.cells
        var occupied = Set(filled.map(\.column))
        for merge in merges where merge.rows.contains(row.number) {
            let corner = Corner(row: merge.rows.lowerBound, column: merge.columns.lowerBound)
            if row.number == corner.row { texts[corner] = row[corner.column]?.text }
            guard let text = texts[corner] else { continue }
            for column in merge.columns where occupied.insert(column).inserted {
                filled.append(tableCell(column, text))
            }
        }
        guard Set(filled.map(\.text)).count > 1 else { return }
        row.cells = filled.sorted { $0.column < $1.column }
    }
}
