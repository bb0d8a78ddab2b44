internal import MetadataModel

/// A cell that is not empty.
struct TableCell: Hashable, Sendable {
    /// From 0.
    var column: Int
    /// As written, or as the spreadsheet shows it.
    var text: String
    var offset: UInt64?
    var length: UInt64?
    /// The address of the cell, if it has one of its own: `B12`.
    var address: String?
}

/// A row of a table; its empty cells are left out.
struct TableRow: Hashable, Sendable {
    /// From 1: the line of a text, the row of a sheet.
    var number: Int
    var cells: [TableCell]

    /// The cell of a column.
    subscript(column: Int) -> TableCell? {
        if column < cells.count, cells[column].column == column { return cells[column] }
        return cells.first { $0.column == column }
    }
}
