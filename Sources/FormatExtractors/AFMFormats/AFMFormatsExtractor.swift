public import Extraction
internal import JSONReading
internal import MetadataModel

/// Extracts a force-distance curve that afmformats wrote as tab-separated text.
///
/// Lines that begin with `#` hold JSON between `BEGIN METADATA` and `END METADATA`, then the
/// names of the columns; the values follow. All numbers are in SI units.
///
/// | Key                          | What                                              |
/// |:-----------------------------|:--------------------------------------------------|
/// | `afmformats.version`         | the version of the program that wrote the file    |
/// | `afmformats.spring constant` | a member of the JSON                              |
/// | `afmformats.columns.force`   | a column of numbers                               |
///
/// A file of HDF5 that afmformats wrote is read as HDF5.
///
/// Source: <https://afmformats.readthedocs.io>
public struct AFMFormatsExtractor: Extractor {
    /// Bytes that are read at most.
    private static let maximumByteCount = 32 << 20

    public let id = "afmformats"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("# afmformats ") ? .signature("# afmformats") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let padded = try reader.textPrefix(maximum: Self.maximumByteCount)
        let bytes = Array(padded[..<TextEnd.byteCount(of: padded)])
        var json: [UInt8]?
        var headings: [String] = []
        var columns: [NumberList] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let line = bytes[start..<end]
            if line.first == UInt8(ascii: "#") {
                let text = line.dropFirst().drop { $0 == 0x20 }
                if text.elementsEqual("BEGIN METADATA".utf8) {
                    json = []
                } else if text.elementsEqual("END METADATA".utf8) {
                    try state(json ?? [], into: collector)
                    json = nil
                } else if json != nil {
                    json? += line.dropFirst()
                    json?.append(0x0A)
                } else {
                    try state(text, at: start, headings: &headings, into: collector)
                }
            } else if !line.isEmpty {
                append(line, to: &columns, limits: collector.limits)
            }
            start = end + 1
        }
        if let json { try state(json, into: collector) }
        for (index, column) in columns.enumerated() where column.count > 0 {
            let name = headings.indices.contains(index) ? headings[index] : "\(index)"
            collector.add(
                column.fact(
                    FactKey(segments: [id, "columns", name]), element: .root, unit: nil,
                    locus: Locus(address: "column \(name)")))
        }
        collector.noteMetadata(bytes.count, understood: true)
    }

    private func state(
        _ json: [UInt8], into collector: FactCollector
    ) throws(ExtractionError) {
        guard !json.isEmpty else { return }
        let payload = Payload(
            bytes: json, key: FactKey(printed: id), element: .root,
            locus: Locus(address: "metadata"))
        let stream = try JSONStream(reader: payload.reader, limits: collector.limits)
        let facts = TreeFacts(
            key: payload.key, holder: PayloadHolder(payload), collector: collector)
        try JSONFacts.read(stream, into: facts)
    }

    /// States a line of comment; one with tabs names the columns.
    private func state(
        _ text: ArraySlice<UInt8>, at place: Int, headings: inout [String],
        into collector: FactCollector
    ) throws(ExtractionError) {
        guard !text.isEmpty else { return }
        let written = TextDecoding.text(of: Array(text)).text
        let locus = Locus(
            offset: UInt64(text.startIndex), length: UInt64(text.count),
            address: "byte \(place)")
        if text.starts(with: "afmformats ".utf8) {
            collector.text("afmformats.version", String(written.dropFirst(11)), locus: locus)
        } else if text.contains(0x09) {
            headings = written.split(separator: "\t", omittingEmptySubsequences: false)
                .map(String.init)
        } else {
            collector.text("afmformats.comment", written, locus: locus)
        }
    }

    /// Adds the numbers of one line; `True` and `False` count as 1 and 0.
    private func append(
        _ line: ArraySlice<UInt8>, to columns: inout [NumberList], limits: ExtractionLimits
    ) {
        let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
        for (index, cell) in cells.prefix(64).enumerated() {
            let written = String(decoding: cell, as: UTF8.self)
            while columns.count <= index { columns.append(NumberList(limits: limits)) }
            if let number = Int64(written) {
                columns[index].append(.integer(number), written: written)
            } else if let number = Double(written) {
                columns[index].append(.real(number), written: written)
            } else if written == "True" || written == "False" {
                columns[index].append(.integer(written == "True" ? 1 : 0), written: written)
            }
        }
    }
}
