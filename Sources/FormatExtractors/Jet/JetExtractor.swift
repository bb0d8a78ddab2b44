public import Extraction
internal import MetadataModel

/// Reads databases of Microsoft Access (`.mdb`, `.accdb`), which instruments keep their lists of
/// images in: the header, the tables with their columns, and the rows of small tables.
///
/// | Key                       | Element       | What                                          |
/// |:--------------------------|:--------------|:----------------------------------------------|
/// | `jet.FileFormat`, `jet.Version` | none    | `Standard Jet DB`, and the engine's version   |
/// | `jet.Table.Name`          | Table         | a table, but those of the system              |
/// | `jet.Table.RowCount`      | Table         | rows that its definition states               |
/// | `jet.Table.Column.Name`, `jet.Table.Column.Type` … | Table, Column | a column   |
/// | `jet.Table.Row.<column>`  | Table, Row    | a value of a small table                      |
///
/// Source: no specification is public; structures as the mdbtools project documents them
/// <https://github.com/mdbtools/mdbtools/blob/dev/HACKING.md>.
public struct JetExtractor: Extractor {
    public let id = "jet"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([0, 1, 0, 0])
            && (header.has("Standard Jet DB", at: 4)
                || header.has("Standard ACE DB", at: 4))
            ? .signature("Standard Jet or ACE DB") : nil
    }

    static let versions: [UInt32: String] = [
        0: "Jet 3 (Access 97)", 1: "Jet 4 (Access 2000 to 2003)", 2: "ACE 12 (Access 2007)",
        3: "ACE 14 (Access 2010)", 4: "ACE 15 (Access 2013)", 5: "ACE 16 (Access 2016)",
    ]

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try BinaryBlock(
            of: reader, at: 0, count: 256, order: .little, address: "header")
        guard let format = head.text(at: 4, count: 16),
            let version = head.integer(at: 20, as: UInt32.self)
        else {
            throw ExtractionError(
                .truncated, "expected a header, found \(head.bytes.count) bytes", offset: 0)
        }
        collector.text("jet.FileFormat", format, locus: head.locus(at: 4, count: 15))
        collector.integer(
            "jet.Version", Int64(version), label: Self.versions[version],
            locus: head.locus(at: 20, count: 4))
        collector.noteMetadata(min(256, head.bytes.count), understood: true)
        var database = JetDatabase(reader, isLong: version > 0)
        guard let catalogue = try database.table(at: 2) else {
            throw ExtractionError(
                reader.count < UInt64(database.pageByteCount) * 3 ? .truncated : .malformed,
                "expected the catalogue of tables in page 2",
                offset: UInt64(database.pageByteCount) * 2)
        }
        var facts = JetFacts(into: collector)
        try facts.state(&database, catalogue)
    }
}
