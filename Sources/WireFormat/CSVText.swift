internal import MetadataModel
public import Search

/// Hits as comma-separated values, RFC 4180: one line a hit, lines ended by CR LF.
///
/// The columns are `id`, `path` and the other names of the hits' facts; several values of one stand in
/// one cell, divided by `; `. Without a `select` stage the columns are those of the first hit.
public struct CSVText: Sendable {
    /// What has been written since the beginning or since ``removeAll()``, in UTF-8.
    public private(set) var bytes: [UInt8] = []
    private let names: [String]
    private let guardsFormulas: Bool

    /// Begins with the line of headings.
    ///
    /// - Parameter guardsFormulas: Puts an apostrophe before cells that begin with `=`, `+`, `-` or
    ///   `@` and are no number, so that no spreadsheet takes them for a formula.
    public init(names: [String], guardsFormulas: Bool = false) {
        self.names = names.filter { $0 != "id" && $0 != "path" }
        self.guardsFormulas = guardsFormulas
        line(["id", "path"] + self.names)
    }

    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    public mutating func hit(_ hit: SearchHit) {
        let cells = names.map { name in
            let values = hit.facts.first { $0.name == name }?.values ?? []
            return values.map { Self.text(of: $0.value) }.joined(separator: "; ")
        }
        line([hit.identity.description, hit.path] + cells)
    }

    private static func text(of value: FactView.Value) -> String {
        switch value {
        case .number(.integer(let number)): return String(number)
        case .number(.real(let number)):
            let text = number.description
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        case .truth(let truth): return truth ? "true" : "false"
        case .text(let text): return text
        }
    }

    private mutating func line(_ cells: [String]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell)
        }
        bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }

    private mutating func append(_ cell: String) {
        let isFormula = "=+-@".contains(cell.prefix(1)) && !cell.isEmpty && Double(cell) == nil
        let text = guardsFormulas && isFormula ? "'" + cell : cell
        let needsQuotes = text.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
        guard needsQuotes else {
            bytes += text.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
