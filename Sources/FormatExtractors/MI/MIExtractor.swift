public import Extraction
internal import MetadataModel

/// Extracts the header of a Molecular Imaging or Agilent PicoView file (`.mi`, `.stp` of PicoScan): lines
/// of a name in 14 columns and a value, up to `data`; samples are never read.
///
/// Keys are `mi.` and the name. A line `bufferLabel` begins a channel: it and what follows are an
/// element at segment 1.
///
/// Source: Molecular Imaging's file format, as in Gwyddion's `mifile` module.
public struct MIExtractor: Extractor {
    public let id = "mi"
    public let version = 1

    public init() {}

    private static let nameByteCount = 14
    private static let units = [
        "xPixels": "px", "yPixels": "px", "xOffset": "m", "yOffset": "m", "xLength": "m",
        "yLength": "m",
    ]

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("fileType      Image") || header.has("fileType      Spectroscopy")
            ? .signature("fileType") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let (bytes, isMarked) = try LeadingText.bytes(of: reader, upTo: "\ndata          ")
        var channel = -1
        var counts: [String: Int] = [:]
        for (number, line) in bytes.split(
            separator: 0x0A, omittingEmptySubsequences: false
        ).enumerated() where !collector.isFull {
            let name = BinaryText.narrow(line.prefix(Self.nameByteCount))
            guard !name.isEmpty else { continue }
            if name == "bufferLabel" {
                channel += 1
                counts = [:]
            }
            let index = counts[name, default: 0]
            counts[name] = index + 1
            var value = line.dropFirst(Self.nameByteCount)
            while let first = value.first, first == 0x20 { value.removeFirst() }
            while let last = value.last, last == 0x20 || last == 0x0D { value.removeLast() }
            var element = channel > 0 ? ElementPath(segment: 1, index: channel) : .root
            if index > 0, channel <= 0 { element = ElementPath(segment: 1, index: index) }
            collector.text(
                FactKey(segments: ["mi", name]), BinaryText.narrow(value), element: element,
                unit: UnitInName.applies(to: value) ? Self.units[name] : nil,
                locus: Locus(
                    offset: reader.baseOffset + UInt64(value.startIndex),
                    length: UInt64(value.count), address: "line \(number + 1)"))
        }
        collector.noteMetadata(bytes.count, understood: true)
        guard isMarked else {
            throw ExtractionError(
                .truncated, "expected data behind the header", offset: UInt64(bytes.count))
        }
    }
}
