public import Extraction
internal import MetadataModel

/// Extracts the header that MarCCD and Rayonix detectors write at byte 1024 of their TIFF files,
/// and the tags of the TIFF beside it.
///
/// Lengths, angles and times are scaled integers; a field that says so in its name keeps the
/// integer, and those that matter are stated in their unit besides: `marccd.distance` in mm,
/// `marccd.wavelength` in Å.
///
/// Source: Rayonix, "MarCCD file format", structure `frame_header_type`
/// <https://www.sb.fsu.edu/~xray/Manuals/marCCD165header.html>.
public struct MarCCDExtractor: Extractor {
    public let id = "marccd"
    public let version = 1

    private static let headerOffset: UInt64 = 1024
    private static let headerByteCount = 3072

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.has("II*\0") || header.has("MM\0*"), header.has("MMX\0", at: 1028) else {
            return nil
        }
        return .signature("TIFF with MMX")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let bytes = try reader.prefix(from: Self.headerOffset, maximum: Self.headerByteCount)
        // The mark 1234 or 4321 tells the order of the header, which need not be that of the TIFF.
        let little = HeaderBytes(bytes, .little, offset: Self.headerOffset)
        let isLittle = little.integer(at: 28, as: UInt32.self) == 1234
        let header = isLittle ? little : HeaderBytes(bytes, .big, offset: Self.headerOffset)
        MarCCDLayout.table.state(header, key: "marccd", into: collector)
        for quotient in MarCCDLayout.quotients {
            guard let stored = header.integer(at: quotient.offset, as: Int32.self) else { continue }
            collector.real(
                FactKey(printed: "marccd." + quotient.name), Double(stored) / quotient.divisor,
                unit: quotient.unit, locus: header.locus(at: quotient.offset, count: 4))
        }
        collector.noteMetadata(bytes.count, understood: true)
        try TIFFExtractor().extract(from: reader, into: collector)
        if bytes.count < Self.headerByteCount {
            throw ExtractionError(
                .truncated,
                "expected a header of \(Self.headerByteCount) bytes, found \(bytes.count)",
                offset: Self.headerOffset + UInt64(bytes.count))
        }
    }
}
