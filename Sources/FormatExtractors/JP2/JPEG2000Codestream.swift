internal import Extraction
internal import MetadataModel

/// Reads the main header of a JPEG 2000 codestream as `jp2.SIZ.`, `jp2.COD.`, `jp2.COM`.
///
/// Source: ITU-T T.800 annex A <https://www.itu.int/rec/T-REC-T.800>.
enum JPEG2000Codestream {
    private static let size = StructureTable(
        namespace: "jp2.SIZ",
        """
        0 uint16 Rsiz
        2 uint32 Xsiz px
        6 uint32 Ysiz px
        10 uint32 XOsiz px
        14 uint32 YOsiz px
        18 uint32 XTsiz px
        22 uint32 YTsiz px
        26 uint32 XTOsiz px
        30 uint32 YTOsiz px
        34 uint16 Csiz
        """)

    private static let component = StructureTable(
        namespace: "jp2.SIZ",
        """
        0 uint8 Ssiz
        1 uint8 XRsiz
        2 uint8 YRsiz
        """)

    private static let coding = StructureTable(
        namespace: "jp2.COD",
        """
        0 uint8 Scod
        1 uint8 ProgressionOrder: 0 layer-resolution-component-position;
         1 resolution-layer-component-position; 2 resolution-position-component-layer;
         3 position-component-resolution-layer; 4 component-position-resolution-layer
        2 uint16 NumberOfLayers
        4 uint8 MultipleComponentTransformation: 0 none; 1 used
        5 uint8 NumberOfDecompositionLevels
        6 uint8 CodeBlockWidthExponent
        7 uint8 CodeBlockHeightExponent
        8 uint8 CodeBlockStyle
        9 uint8 Transformation: 0 9-7 irreversible; 1 5-3 reversible
        """)

    private static let names: [UInt16: String] = [
        0xFF50: "CAP", 0xFF53: "COC", 0xFF55: "TLM", 0xFF57: "PLM", 0xFF58: "PLT", 0xFF5C: "QCD",
        0xFF5D: "QCC", 0xFF5E: "RGN", 0xFF5F: "POC", 0xFF60: "PPM", 0xFF63: "CRG",
    ]

    /// Reads the segments up to the first tile.
    static func read(
        _ reader: ByteReader, from start: UInt64, to end: UInt64, into collector: FactCollector
    ) throws(ExtractionError) {
        guard end - start >= 2, try reader.uint16(at: start, .big) == 0xFF4F else {
            throw ExtractionError(.malformed, "expected a JPEG 2000 codestream", offset: start)
        }
        var place = start + 2
        var comments = 0
        while place < end, end - place >= 4, !collector.isFull {
            let marker = try reader.uint16(at: place, .big)
            guard marker >= 0xFF00 else {
                throw ExtractionError(.malformed, "expected a marker", offset: place)
            }
            if marker == 0xFF90 || marker == 0xFFD9 { return }
            let length = Int(try reader.uint16(at: place + 2, .big))
            guard length >= 2 else {
                throw ExtractionError(.malformed, "expected 2 bytes or more", offset: place + 2)
            }
            let segment = BinaryBlock(
                try reader.bytes(at: place + 4, count: length - 2), order: .big,
                at: reader.baseOffset + place + 4, address: "codestream")
            collector.noteMetadata(length + 2, understood: true)
            switch marker {
            case 0xFF51: sizes(segment, into: collector)
            case 0xFF52: coding.state(segment, element: .root, into: collector)
            case 0xFF64:
                comment(segment, index: comments, into: collector)
                comments += 1
            default:
                let name = names[marker] ?? "Marker" + String(marker, radix: 16)
                collector.numbers(
                    FactKey(segments: ["jp2", name]),
                    segment.bytes.map { .integer(Int64($0)) }, locus: segment.locus)
            }
            place += UInt64(length) + 2
        }
    }

    private static func sizes(_ segment: BinaryBlock, into collector: FactCollector) {
        size.state(segment, element: .root, into: collector)
        let count = Int(segment.integer(at: 34, as: UInt16.self) ?? 0)
        for index in 0..<count {
            let part = BinaryBlock(segment, at: 36 + index * 3, count: 3)
            guard part.bytes.count == 3 else { break }
            let element = ElementPath(segment: 1, index: index)
            component.state(part, element: element, into: collector)
            collector.integer(
                "jp2.SIZ.BitDepth", Int64(part.bytes[0] & 0x7F) + 1, element: element,
                label: part.bytes[0] & 0x80 == 0 ? "unsigned" : "signed",
                locus: part.locus(at: 0, count: 1))
        }
    }

    private static func comment(
        _ segment: BinaryBlock, index: Int, into collector: FactCollector
    ) {
        let element = ElementPath(segment: 1, index: index)
        let body = segment.bytes.dropFirst(2)
        let locus = segment.locus(at: 2, count: body.count)
        if segment.integer(at: 0, as: UInt16.self) == 1 {
            collector.text(
                "jp2.COM", TextDecoding.text(of: body).text, element: element, locus: locus)
        } else {
            collector.opaque("jp2.COM", Array(body), element: element, locus: locus)
        }
    }
}
