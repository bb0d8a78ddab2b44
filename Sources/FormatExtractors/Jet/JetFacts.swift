internal import Extraction
internal import MetadataModel

/// Turns the tables of a Jet database into facts.
struct JetFacts {
    private let collector: FactCollector
    private var index = 0

    init(into collector: FactCollector) {
        self.collector = collector
    }

    /// Rows of a table that are stated; a longer table states its columns alone.
    private static let maximumRowCount = 200
    private static let maximumTableCount = 1000
    private static let maximumPageCount = 4096

    private static let types: [UInt8: String] = [
        1: "boolean", 2: "byte", 3: "integer", 4: "long integer", 5: "currency", 6: "single",
        7: "double", 8: "date/time", 9: "binary", 10: "text", 11: "OLE object", 12: "memo",
        15: "GUID", 16: "decimal", 18: "complex",
    ]

    /// States the tables that the catalogue names, but those of the system.
    mutating func state(
        _ database: inout JetDatabase, _ catalogue: JetDatabase.Table
    ) throws(ExtractionError) {
        func column(_ name: String) -> JetDatabase.Column? {
            catalogue.columns.first { $0.name == name }
        }
        var visited: Set<UInt32> = []
        for number in try database.dataPages(of: catalogue, maximum: Self.maximumPageCount) {
            guard let page = try database.page(number) else { continue }
            for range in database.rows(of: page) where index < Self.maximumTableCount {
                guard let row = JetRow(page, range, isLong: database.isLong),
                    row.integer(column("Type")) == 1, let name = row.text(column("Name")),
                    let id = row.integer(column("Id")), id > 0, id <= 0xFF_FFFF,
                    !name.hasPrefix("MSys"), visited.insert(UInt32(id)).inserted,
                    let table = try database.table(at: UInt32(id))
                else { continue }
                try state(table, name, in: database)
                index += 1
            }
        }
    }

    private func state(
        _ table: JetDatabase.Table, _ name: String, in database: JetDatabase
    ) throws(ExtractionError) {
        let element = ElementPath(segment: 1, index: index)
        collector.text("jet.Table.Name", name, element: element, locus: table.locus)
        collector.integer(
            "jet.Table.RowCount", Int64(table.rowCount), element: element, locus: table.locus)
        for (number, column) in table.columns.enumerated() {
            let place = element.appending(segment: 2, index: number)
            collector.text(
                "jet.Table.Column.Name", column.name, element: place, locus: column.locus)
            collector.integer(
                "jet.Table.Column.Type", Int64(column.type), element: place,
                label: Self.types[column.type], locus: column.locus)
        }
        collector.noteMetadata(64 + table.columns.count * 25, understood: true)
        guard (1...Self.maximumRowCount).contains(table.rowCount) else { return }
        var rowIndex = 0
        for number in try database.dataPages(of: table, maximum: Self.maximumRowCount) {
            guard let page = try database.page(number),
                page.integer(at: 0, as: UInt8.self) == 1,
                page.integer(at: 4, as: UInt32.self) == table.page
            else { continue }
            for range in database.rows(of: page)
            where rowIndex < Self.maximumRowCount && !collector.isFull {
                guard let row = JetRow(page, range, isLong: database.isLong) else { continue }
                let place = element.appending(segment: 2, index: rowIndex)
                for column in table.columns {
                    row.state(
                        column, FactKey(printed: "jet.Table.Row").appending(column.name), place,
                        into: collector)
                }
                collector.noteMetadata(range.count, understood: true)
                rowIndex += 1
            }
        }
    }
}
