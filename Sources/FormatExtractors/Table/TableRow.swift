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

extension TableCell {
    /// The name and the value of a cell `name = value` or `name: value`.
    var pair: (name: String, value: String)? {
        var lines = KeyValueLines(Array(text.utf8))
        guard let line = lines.next(), line.kind == .pair, !line.value.isEmpty else { return nil }
        return (lines.text(line.key), lines.text(line.value))
    }

    /// The title that a lone cell is: after `#`, before a colon, or all in capitals.
    var sectionTitle: String? {
        var title = TableLayout.plain(text)
        let isMarked = title.hasPrefix("#") || title.hasSuffix(":")
        while title.first == "#" || title.first == " " { title.removeFirst() }
        if title.hasSuffix(":") { title.removeLast() }
        let isCapital = title.utf8.allSatisfy { !((0x61...0x7A).contains($0)) }
        return !title.isEmpty && title.utf8.count <= 60 && (isMarked || isCapital) ? title : nil
    }

    /// Whether it ends as the name of a file does: `a.tif`.
    var isFileName: Bool {
        guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        let suffix = text.utf8[text.utf8.index(after: dot)...]
        return (1...5).contains(suffix.count)
            && suffix.allSatisfy { $0.isDigit || (0x61...0x7A).contains($0 | 0x20) }
    }
}
