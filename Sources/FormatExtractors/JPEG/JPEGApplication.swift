internal import Extraction
internal import MetadataModel

/// Reads application segments, each by the identifier at its beginning.
enum JPEGApplication {
    /// Adds what a segment says, or keeps a part of a structure for later.
    ///
    /// - Returns: False where the segment is not understood.
    static func state(
        _ segment: BinaryBlock, number: Int, _ parts: inout JPEGParts,
        into collector: FactCollector
    ) -> Bool {
        if let whole = part(segment, number, &parts) { return whole }
        for (application, identifier, reader) in readers
        where application == number && segment.has(identifier) {
            let start = identifier.utf8.count
            let body = BinaryBlock(segment, at: start, count: segment.bytes.count)
            if reader(body, collector) { return true }
        }
        return stateUnknown(segment, into: collector)
    }

    /// Keeps a part of a structure that may be cut into several segments; `nil` where it is none.
    private static func part(
        _ segment: BinaryBlock, _ number: Int, _ parts: inout JPEGParts
    ) -> Bool? {
        func rest(_ start: Int) -> BinaryBlock {
            BinaryBlock(segment, at: start, count: segment.bytes.count)
        }
        switch number {
        case 1 where segment.has("http://ns.adobe.com/xmp/extension/\0"):
            guard let offset = segment.integer(at: 71, as: UInt32.self) else { return false }
            parts.add(.extendedXMP, rest(75), order: UInt64(offset))
        case 1 where segment.has("FLIR\0\u{1}"):
            parts.add(.flir, rest(8), order: UInt64(segment.bytes.dropFirst(6).first ?? 0))
        case 2 where segment.has("ICC_PROFILE\0"):
            parts.add(.profile, rest(14), order: UInt64(segment.bytes.dropFirst(12).first ?? 0))
        case 11 where segment.has("JP"):
            guard let instance = segment.integer(at: 2, as: UInt16.self),
                let sequence = segment.integer(at: 4, as: UInt32.self)
            else { return false }
            // Every part but the first repeats the header of the box.
            parts.add(
                .jumbf, rest(sequence <= 1 ? 8 : 16),
                order: UInt64(instance) << 32 | UInt64(sequence))
        case 13 where segment.has("Photoshop 3.0\0"):
            parts.add(.photoshop, rest(14), order: parts.count(of: .photoshop))
        default: return nil
        }
        return true
    }

    private typealias Reader = @Sendable (BinaryBlock, FactCollector) -> Bool

    private static let readers: [(Int, String, Reader)] = [
        (0, "JFIF\0", jfif), (0, "JFXX\0", table(extensionTable)),
        (0, "AVI1", table(videoTable)), (0, "", CIFFHeap.read),
        (1, "Exif\0", exif), (1, "EXIF\0", exif),
        (1, "http://ns.adobe.com/xap/1.0/\0", text("jpeg.XMP")),
        (1, "XMP\0", xml("jpeg.XMP")), (1, "QVCI", table(casioTable)),
        (2, "MPF\0", MPFIndex.read), (2, "FPXR\0", FlashPixSegment.read),
        (3, "Meta", kodak), (3, "META", kodak), (3, "Exif", kodak),
        (3, "_JPSJPS_", JPEGMakers.stereo),
        (5, "RMETA\0", RicohMetadata.read), (6, "EPPIM\0", exif),
        (7, "\u{1a}Qualcomm Camera Attributes", JPEGMakers.qualcomm),
        (8, "SPIFF\0", spiff), (9, "Media Jukebox\0", xml("jpeg.MediaJukebox")),
        (10, "UNICODE\0", JPEGMakers.wideComment),
        (11, "HDR_RI ", JPEGMakers.lines("jpeg.JPEG-HDR")),
        (12, "[picture info]", JPEGMakers.lines("jpeg.PictureInfo")),
        (12, "Agfa Gevaert   \0", JPEGMakers.lines("jpeg.PictureInfo")),
        (12, "Ducky", JPEGMakers.ducky),
        (14, "Adobe", table(adobeTable)),
        (15, "Q ", JPEGMakers.quality),
    ]

    /// A reader of a segment that is a fixed structure.
    private static func table(_ table: StructureTable) -> Reader {
        { body, collector in
            table.state(body, element: .root, into: collector)
            return true
        }
    }

    /// A reader of a segment that is text.
    private static func text(_ key: FactKey) -> Reader {
        { body, collector in
            collector.text(key, TextDecoding.text(of: body.bytes).text, locus: body.locus)
            return true
        }
    }

    /// A reader of a segment that is XML behind some bytes.
    private static func xml(_ key: FactKey) -> Reader {
        { body, collector in
            guard let start = body.bytes.firstIndex(of: UInt8(ascii: "<")) else { return false }
            let count = body.bytes.count - start
            collector.text(
                key, TextDecoding.text(of: body.bytes[start...].prefix { $0 != 0 }).text,
                locus: body.locus(at: start, count: count))
            return true
        }
    }

    private static let exif: Reader = { body, collector in
        // One more NUL, or a space where a writer erred, stands before the structure.
        EmbeddedTIFF.read(body, from: 1, into: collector)
            || EmbeddedTIFF.read(body, from: 0, into: collector)
    }

    private static let kodak: Reader = { body, collector in
        guard let layout = TIFFLayout(header: body.bytes.dropFirst(2)) else { return false }
        return MakerNoteTable.kodakMeta.state(body, at: 2, layout, into: collector)
    }

    private static let jfif: Reader = { body, collector in
        if let version = body.integer(at: 0, as: UInt16.self) {
            let minor = version & 0xFF
            collector.integer(
                "jpeg.JFIF.Version", Int64(version),
                label: "\(version >> 8).\(minor < 10 ? "0" : "")\(minor)",
                locus: body.locus(at: 0, count: 2))
        }
        let unit = [1: "1/in", 2: "1/cm"][body.bytes.dropFirst(2).first ?? 0]
        jfifTable.state(body, element: .root, into: collector)
        for (name, place) in [("XDensity", 3), ("YDensity", 5)] {
            guard let density = body.integer(at: place, as: UInt16.self) else { continue }
            collector.integer(
                FactKey(printed: "jpeg.JFIF.\(name)"), Int64(density), unit: unit,
                locus: body.locus(at: place, count: 2))
        }
        return true
    }

    private static let jfifTable = StructureTable(
        namespace: "jpeg.JFIF",
        """
        2 uint8 Units: 0 none, aspect ratio; 1 dots per inch; 2 dots per cm
        7 uint8 XThumbnail px
        8 uint8 YThumbnail px
        """)

    private static let extensionTable = StructureTable(
        namespace: "jpeg.JFXX",
        "0 uint8 ExtensionCode: 16 JPEG; 17 one byte a pixel; 19 three bytes a pixel")

    private static let videoTable = StructureTable(
        namespace: "jpeg.AVI1", "0 uint8 Polarity: 0 whole frame; 1 odd field; 2 even field")

    private static let casioTable = StructureTable(
        namespace: "jpeg.QVCI",
        """
        40 uint8 Quality: 1 economy; 2 normal; 3 fine; 4 super fine
        51 uint8 FocalRange
        73 char[20] DateTimeOriginal
        94 char[7] ModelType
        110 char[9] ManufactureIndex
        120 char[9] ManufactureCode
        """)

    /// Version 1.2 has two more bytes before the height than the standard.
    private static let spiff: Reader = { body, collector in
        spiffHead.state(body, element: .root, into: collector)
        let start = body.bytes.count >= 26 ? 6 : 4
        spiffTable.state(
            BinaryBlock(body, at: start, count: 20), element: .root, into: collector)
        return true
    }

    private static let spiffHead = StructureTable(
        namespace: "jpeg.SPIFF",
        """
        0 uint8[2] Version
        2 uint8 ProfileID: 0 not specified; 1 continuous-tone base; 2 continuous-tone progressive;
         3 bi-level facsimile; 4 continuous-tone facsimile
        3 uint8 NumberOfComponents
        """)

    private static let spiffTable = StructureTable(
        namespace: "jpeg.SPIFF",
        """
        0 uint32 Height px
        4 uint32 Width px
        8 uint8 ColorSpace: 0 bi-level; 1 YCbCr, ITU-R BT 709, video; 2 no color space specified;
         3 YCbCr, ITU-R BT 601, RGB; 4 YCbCr, ITU-R BT 601, video; 8 gray-scale; 9 PhotoYCC; 10 RGB;
         11 CMY; 12 CMYK; 13 YCCK; 14 CIELab
        9 uint8 BitsPerSample
        10 uint8 Compression: 0 uncompressed; 1 modified Huffman; 2 modified READ; 3 MMR; 4 JBIG;
         5 JPEG
        11 uint8 ResolutionUnits: 0 none; 1 dots per inch; 2 dots per cm
        12 uint32 VerticalResolution
        16 uint32 HorizontalResolution
        """)

    private static let adobeTable = StructureTable(
        namespace: "jpeg.Adobe",
        """
        0 uint16 DCTEncodeVersion
        2 uint16 Flags0
        4 uint16 Flags1
        6 uint8 ColorTransform: 0 unknown (RGB or CMYK); 1 YCbCr; 2 YCCK
        """)

    /// Adds a segment that no reader knows: text, or opaque bytes, under its identifier.
    private static func stateUnknown(
        _ segment: BinaryBlock, into collector: FactCollector
    ) -> Bool {
        var segments = ["jpeg", segment.address]
        let word = segment.bytes.prefix(32).prefix {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || $0 == UInt8(ascii: "_")
        }
        if word.count >= 3 { segments.append(String(decoding: word, as: UTF8.self)) }
        let key = FactKey(segments: segments)
        guard segment.bytes.withUnsafeBytes(TIFFText.isReadable) else {
            collector.opaque(key, segment.bytes, locus: segment.locus)
            return false
        }
        collector.text(
            key, TextDecoding.text(of: segment.bytes.prefix { $0 != 0 }).text,
            locus: segment.locus)
        return true
    }
}
