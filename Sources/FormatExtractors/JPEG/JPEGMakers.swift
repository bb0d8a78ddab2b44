internal import Extraction
internal import MetadataModel

/// Application segments of single makers and programs.
///
/// Source: <https://exiftool.org/TagNames/JPEG.html>.
enum JPEGMakers {
    typealias Reader = @Sendable (BinaryBlock, FactCollector) -> Bool

    /// A reader of `key=value` lines, which end where bytes follow that are no text.
    static func lines(_ key: FactKey) -> Reader {
        { body, collector in
            let bytes = body.bytes.prefix {
                $0 >= 0x20 && $0 < 0x7F || (0x09...0x0D).contains($0)
            }
            var start = 0
            for line in bytes.split(omittingEmptySubsequences: true, whereSeparator: { $0 < 0x20 })
            {
                defer { start = line.endIndex }
                for pair in line.split(separator: UInt8(ascii: " ")) where line.count > 2 {
                    guard let mark = pair.firstIndex(of: UInt8(ascii: "=")), mark > pair.startIndex
                    else { continue }
                    let isWhole = line.split(separator: UInt8(ascii: "=")).count <= 2
                    let value = isWhole ? line[(mark + 1)...] : pair[(mark + 1)...]
                    collector.text(
                        key.appending(String(decoding: pair[..<mark], as: UTF8.self)),
                        String(decoding: value, as: UTF8.self),
                        locus: body.locus(at: value.startIndex, count: value.count))
                    if isWhole { break }
                }
            }
            return start > 0
        }
    }

    /// Ducky, of Adobe's "save for the web": numbered parts with a length.
    static let ducky: Reader = { body, collector in
        var place = 0
        while let tag = body.integer(at: place, as: UInt16.self), tag != 0,
            let length = body.integer(at: place + 2, as: UInt16.self),
            let bytes = body.bytes(at: place + 4, count: Int(length))
        {
            let locus = body.locus(at: place + 4, count: Int(length))
            switch tag {
            case 1:
                collector.integer(
                    "jpeg.Ducky.Quality", bytes.reduce(0) { ($0 & 0xFF_FFFF) << 8 | Int64($1) },
                    locus: locus)
            case 2, 3:
                // A count of characters, then UTF-16.
                collector.text(
                    tag == 2 ? "jpeg.Ducky.Comment" : "jpeg.Ducky.Copyright",
                    TextDecoding.utf16(upToZero: bytes.dropFirst(4), .big), locus: locus)
            default:
                collector.opaque(
                    FactKey(printed: "jpeg.Ducky.Tag\(tag)"), Array(bytes), locus: locus)
            }
            place += 4 + Int(length)
        }
        return place > 0
    }

    /// Named numbers, little-endian: length (2), length of the name (1), name, type (1), two
    /// counts (2 each), value.
    static let qualcomm: Reader = { body, collector in
        let names = ["uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64"]
        let block = BinaryBlock(body.bytes, order: .little, at: body.offset, address: body.address)
        var place = 0
        while let count = block.integer(at: place, as: UInt16.self),
            let nameCount = block.integer(at: place + 2, as: UInt8.self),
            let name = block.text(at: place + 3, count: Int(nameCount)), !name.isEmpty
        {
            let start = place + 3 + Int(nameCount) + 5
            guard let type = block.integer(at: start - 5, as: UInt8.self), type < names.count,
                block.bytes(at: start, count: Int(count)) != nil
            else { break }
            StructureTable(
                key: FactKey(segments: ["jpeg", "Qualcomm", name]),
                typeName: names[Int(type)], byteCount: Int(count)
            )?.state(
                BinaryBlock(block, at: start, count: Int(count)), element: .root, into: collector)
            place = start + Int(count)
        }
        return place > 0
    }

    /// A comment in UTF-16.
    static let wideComment: Reader = { body, collector in
        collector.text(
            "jpeg.APP10.Comment", TextDecoding.utf16(upToZero: body.bytes[...], .big),
            locus: body.locus)
        return true
    }

    /// `Q 70`, of GraphicConverter.
    static let quality: Reader = { body, collector in
        let digits = body.bytes.prefix { (0x20...0x39).contains($0) }.filter { $0 > 0x20 }
        guard let value = Int64(String(decoding: digits, as: UTF8.self)) else { return false }
        collector.integer("jpeg.GraphicConverter.Quality", value, locus: body.locus)
        return true
    }

    /// The stereo descriptor of a JPS file, and its comment.
    static let stereo: Reader = { body, collector in
        StructureTable(
            namespace: "jpeg.JPS",
            """
            2 uint8 Separation
            3 uint8 Flags
            4 uint8 Layout: 1 interleaved; 2 side by side; 3 over under; 4 anaglyph
            5 uint8 Type: 0 mono; 1 stereo
            """
        ).state(body, element: .root, into: collector)
        let length = Int(body.integer(at: 0, as: UInt16.self) ?? 0)
        if let count = body.integer(at: 2 + length, as: UInt16.self), count > 0,
            let comment = body.text(at: 4 + length, count: Int(count))
        {
            collector.text(
                "jpeg.JPS.Comment", comment, locus: body.locus(at: 4 + length, count: Int(count)))
        }
        return true
    }
}
