public import Extraction
internal import MetadataModel

/// Reads tables in text: CSV, TSV, and what else divides its cells by `,`, `;`, tab or `|`.
///
/// The delimiter is found, not told by the suffix; numbers with a decimal comma are numbers. Lines
/// above the table are read as keys and values, also behind `#`. Keys are `csv.Heading`, one
/// element a row; see ``TableFacts``.
///
/// Source: <https://www.rfc-editor.org/rfc/rfc4180>, which files follow loosely; investigation
/// files of ISA-Tab: <https://isa-specs.readthedocs.io/en/latest/isatab.html>.
public struct CSVExtractor: Extractor {
    public let id = "csv"
    public let version = 3

    public init() {}

    /// Bytes from which the delimiter is found.
    private static let sampleByteCount = 1 << 16

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let isWhole = header.count <= UInt64(header.bytes.count)
        if ["csv", "tsv", "tab"].contains(header.suffix) {
            guard TextShape.decoded(header.bytes, isWhole: isWhole) != nil else { return nil }
            return .suffix(header.suffix)
        }
        if header.has("ONTOLOGY SOURCE REFERENCE") {
            return .signature("of an ISA-Tab investigation")
        }
        guard case .table = TextShape(of: header.bytes, isWhole: isWhole) else { return nil }
        return .appearance("a table")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let raw = try reader.prefix(maximum: Self.sampleByteCount)
        let decoded = TextDecoding.text(of: raw)
        var rows: RowSource
        switch decoded.encoding {
        case .utf8, .windows1252:
            rows = RowSource(reader, from: UInt64(decoded.markByteCount), transcoded: nil)
        default:
            let text = try SourceText(reading: reader, into: collector)
            rows = RowSource(ByteReader(bytes: text.bytes), from: 0, transcoded: text)
        }
        try rows.read(into: collector)
        collector.noteMetadata(Int(clamping: reader.count), understood: true)
    }

    /// The rows of one text.
    private struct RowSource {
        let reader: ByteReader
        let start: UInt64
        /// The way back to the file, where the reader's bytes are not the file's.
        var transcoded: SourceText?

        init(_ reader: ByteReader, from start: UInt64, transcoded: SourceText?) {
            self.reader = reader
            self.start = start
            self.transcoded = transcoded
        }

        mutating func read(into collector: FactCollector) throws(ExtractionError) {
            var sample = try reader.prefix(from: start, maximum: CSVExtractor.sampleByteCount)
            sample.removeSubrange(TextEnd.byteCount(of: sample)...)
            let dialect =
                TableDialect(sniffing: sample) ?? TableDialect(delimiter: UInt8(ascii: "\t"))
            let preambleCount = Self.byteCount(of: sample, lines: dialect.firstLine)
            if preambleCount > 0 {
                readPreamble(Array(sample[..<preambleCount]), into: collector)
            }
            var facts = TableFacts(
                base: "csv", hasDecimalComma: dialect.hasDecimalComma, isLong: try isLong())
            var records = DelimitedRecords(
                reader, delimiter: dialect.delimiter, from: start + UInt64(preambleCount),
                line: dialect.firstLine + 1)
            while !collector.isFull, let record = try records.next() {
                facts.add(row(of: record), into: collector)
            }
            facts.finish(into: collector)
            for offset in records.unclosedQuoteOffsets {
                collector.report(
                    Issue(
                        .malformed, "a quote is not closed",
                        at: Locus(offset: offset, address: "byte \(offset)")))
            }
        }

        private func readPreamble(_ bytes: [UInt8], into collector: FactCollector) {
            var syntax = TextShape.keyValueSyntax(of: bytes[...]) ?? .ini
            syntax.opensComments = true
            KeyValueFacts(base: "csv").collect(
                bytes, offset: transcoded == nil ? reader.baseOffset + start : nil, syntax: syntax,
                into: collector)
        }

        private static func byteCount(of sample: [UInt8], lines: Int) -> Int {
            var left = lines
            let lineEnd: UInt8 = sample.contains(0x0A) ? 0x0A : 0x0D
            for (place, byte) in sample.enumerated() {
                if left == 0 { return place }
                if byte == lineEnd { left -= 1 }
            }
            return left == 0 ? sample.count : 0
        }

        /// Whether there are more lines than a log may have that is kept cell by cell.
        private func isLong() throws(ExtractionError) -> Bool {
            var lines = 0
            var offset = start
            while offset < reader.count, lines <= TableFacts.maximumLogRowCount {
                let block = try reader.prefix(from: offset, maximum: CSVExtractor.sampleByteCount)
                lines += block.count { $0 == 0x0A }
                if TextEnd.byteCount(of: block) < block.count { break }
                offset += UInt64(block.count)
            }
            return lines > TableFacts.maximumLogRowCount
        }

        private mutating func row(of record: DelimitedRecord) -> TableRow {
            var cells: [TableCell] = []
            cells.reserveCapacity(record.fields.count)
            for (column, field) in record.fields.enumerated() where !field.range.isEmpty {
                let text = record.text(field)
                guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else { continue }
                let offset =
                    record.offset + UInt64(field.range.lowerBound - record.bytes.startIndex)
                let range = Int(offset)..<Int(offset) + field.range.count
                let locus =
                    transcoded?.locus(range, "")
                    ?? Locus(
                        offset: reader.baseOffset + offset, length: UInt64(field.range.count))
                cells.append(
                    TableCell(
                        column: column, text: text, offset: locus.offset, length: locus.length))
            }
            return TableRow(number: record.line, cells: cells)
        }
    }
}
