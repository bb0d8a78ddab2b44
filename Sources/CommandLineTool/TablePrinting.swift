internal import MetadataModel

/// Lines of cells, aligned by column, for a person.
struct TextTable {
    private static let maximumCellWidth = 48

    private var rows: [[String]] = []
    /// Columns whose cells are never shortened.
    private let wholeColumns: Set<Int>

    init(headings: [String], wholeColumns: Set<Int> = []) {
        self.wholeColumns = wholeColumns
        if !headings.isEmpty { add(headings) }
    }

    mutating func add(_ cells: [String]) {
        rows.append(
            cells.enumerated().map { place, cell in
                let cell = FactTable.printable(cell)
                guard !wholeColumns.contains(place), cell.count > Self.maximumCellWidth else {
                    return cell
                }
                return cell.prefix(Self.maximumCellWidth - 1) + "…"
            })
    }

    /// The lines; the last cell of a line has no spaces behind it.
    var text: String {
        let columnCount = rows.lazy.map(\.count).max() ?? 0
        let widths = (0..<columnCount).map { column in
            rows.lazy.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { place, cell in
                place == row.count - 1
                    ? cell : cell + String(repeating: " ", count: widths[place] - cell.count)
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}

extension AssetIdentity {
    /// The beginning of the identity: time of day and twelve bits by chance, which seldom are
    /// another asset's as well.
    var shortForm: String { String(description.prefix(18)) }
}
