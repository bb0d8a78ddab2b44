internal import Search
internal import WireFormat

/// Hits as the lines of a stream, taken in chunks.
struct HitRows {
    /// Bytes that are sent at once.
    static let chunkByteCount = 32768

    private let isTable: Bool
    private let guardsFormulas: Bool
    /// What the query selects; empty for the columns of the first hit.
    private var columns: [String] = []
    private var lines = JSONText()
    /// Absent until the columns are known.
    private var table: CSVText?

    /// - Parameter guardsFormulas: Whether no cell of a table may look like a formula.
    init(_ form: Representation, guardsFormulas: Bool) {
        isTable = form == .csv
        self.guardsFormulas = guardsFormulas
    }

    private var byteCount: Int { lines.bytes.count + (table?.bytes.count ?? 0) }

    var isFull: Bool { byteCount >= Self.chunkByteCount }

    mutating func begin(_ answer: SearchAnswer) {
        columns = answer.columns
        if isTable, !columns.isEmpty || answer.total == 0 { beginTable() }
    }

    mutating func add(_ hit: SearchHit) {
        guard isTable else {
            lines.searchHit(hit)
            lines.endLine()
            return
        }
        if table == nil {
            columns = hit.facts.map(\.name)
            beginTable()
        }
        table?.hit(hit)
    }

    /// The lines since the last time.
    mutating func taken() -> [UInt8] {
        defer {
            lines.removeAll()
            table?.removeAll()
        }
        return table?.bytes ?? lines.bytes
    }

    private mutating func beginTable() {
        table = CSVText(names: columns, guardsFormulas: guardsFormulas)
    }
}
