public import Extraction
internal import MetadataModel

/// Extracts the structuring comments of a PostScript, EPS or Illustrator file, and what Photoshop
/// and XMP put into them.
///
/// | Key | What |
/// |:----|:-----|
/// | `eps.Version` | what follows `%!PS-Adobe-` |
/// | `eps.Creator`, `eps.BoundingBox` … | a comment `%%Key: value`, one element where it occurs again |
/// | `eps.ImageData` | a comment of Photoshop's with a single `%` |
/// | `photoshop.` `iptc.` `icc.` `xmp.` | resources and packets within |
/// | `eps.Header.…` | the binary header of a DOS EPS file |
///
/// Read are the beginning and the end of the file: that is where the comments stand.
///
/// Source: Adobe, PostScript Language Document Structuring Conventions 3.0
/// <https://www.adobe.com/content/dam/acom/en/devnet/actionscript/articles/5001.DSC_Spec.pdf>;
/// Encapsulated PostScript File Format 3.0, section 5.
public struct EPSExtractor: Extractor {
    public let id = "eps"
    public let version = 1

    private static let dos = StructureTable(
        namespace: "eps.Header",
        """
        4 uint32 PostScriptOffset
        8 uint32 PostScriptLength B
        12 uint32 MetafileOffset
        16 uint32 MetafileLength B
        20 uint32 TIFFOffset
        24 uint32 TIFFLength B
        """)

    private static let headByteCount = 256 << 10
    private static let tailByteCount = 64 << 10

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has([0xC5, 0xD0, 0xD3, 0xC6]) { return .signature("C5D0D3C6") }
        return header.has("%!PS") ? .signature("%!PS") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var start: UInt64 = 0
        var end = reader.count
        let head = BinaryBlock(
            try reader.prefix(maximum: 32), order: .little, at: 0, address: "header")
        if head.bytes.starts(with: [0xC5, 0xD0, 0xD3, 0xC6]) {
            Self.dos.state(head, element: .root, into: collector)
            start = UInt64(head.integer(at: 4, as: UInt32.self) ?? 0)
            let stated = start + UInt64(head.integer(at: 8, as: UInt32.self) ?? 0)
            if stated > end {
                collector.report(
                    Issue(
                        .truncated, "expected \(stated) bytes, the file has \(end)", at: head.locus)
                )
            }
            end = min(end, stated)
            guard start < end else {
                throw ExtractionError(.malformed, "expected PostScript at \(start)", offset: 4)
            }
        }
        defer { FileTrailers.read(reader, into: collector) }
        let available = Int(min(end - start, UInt64(Self.headByteCount)))
        var comments = EPSComments(into: collector)
        comments.read(
            BinaryBlock(
                try reader.bytes(at: start, count: available), order: .big, at: start,
                address: "comment"))
        let rest = end - start - UInt64(available)
        if rest > 0 {
            let count = Int(min(rest, UInt64(Self.tailByteCount)))
            comments.read(
                BinaryBlock(
                    try reader.bytes(at: end - UInt64(count), count: count), order: .big,
                    at: end - UInt64(count), address: "trailer"))
        }
    }
}
