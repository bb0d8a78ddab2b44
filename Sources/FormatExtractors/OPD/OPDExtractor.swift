public import Extraction
internal import MetadataModel

/// Extracts the blocks of a Wyko, Veeco or Bruker Vision file of an optical profiler (`.opd`); arrays
/// are never read.
///
/// Two bytes, then a directory of 24-byte entries: name, type, length, flags. Content follows in the
/// same order. Keys are `opd.` and the block's name.
///
/// | Type | Content                                                             |
/// |-----:|:--------------------------------------------------------------------|
/// |    3 | an array: columns, rows and bytes of a member                        |
/// |    5 | text                                                                |
/// |    6 | an integer of 16 bits                                                |
/// | 7, 8 | a real of 32, of 64 bits                                             |
/// |   12 | an integer of 32 bits                                                |
///
/// `Pixel_size` is in mm, `Wavelength` in nm.
///
/// Source: Veeco's OPD format, as in Gwyddion's `opdfile` module.
public struct OPDExtractor: Extractor {
    public let id = "opd"
    public let version = 1

    public init() {}

    private static let entryByteCount: UInt64 = 24
    private static let units = ["Pixel_size": "mm", "Wavelength": "nm"]

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([1, 0]) && header.has("Directory\0", at: 2) ? .signature("Directory") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var directory = StructureReading(
            reader, collector, order: .little, key: "opd", place: "directory", from: 2)
        let own = try Self.entry(&directory)
        guard own.type == 1 else {
            throw ExtractionError(.malformed, "expected a directory", offset: 2)
        }
        var place = 2 + UInt64(own.byteCount)
        var counts: [String: Int] = [:]
        for _ in 1..<max(1, UInt64(own.byteCount) / Self.entryByteCount) where !collector.isFull {
            let entry = try Self.entry(&directory)
            collector.noteMetadata(Int(Self.entryByteCount), understood: true)
            let start = place
            place += UInt64(entry.byteCount)
            guard entry.byteCount > 0 else { continue }
            let name = entry.name.isEmpty ? "Block" : entry.name
            let index = counts[name, default: 0]
            counts[name] = index + 1
            var fields = StructureReading(
                reader, collector, order: .little, key: "opd",
                element: index == 0 ? .root : ElementPath(segment: 1, index: index), place: name,
                from: start, end: place)
            try Self.state(entry, name, &fields)
        }
    }

    private struct Entry {
        let name: String
        let type: UInt16
        let byteCount: UInt32
    }

    private static func entry(
        _ fields: inout StructureReading
    ) throws(ExtractionError) -> Entry {
        let name = BinaryText.narrow(try fields.bytes(16))
        let type = try fields.next(UInt16.self)
        let byteCount = try fields.next(UInt32.self)
        try fields.skip(2)
        return Entry(name: name, type: type, byteCount: byteCount)
    }

    private static func state(
        _ entry: Entry, _ name: String, _ fields: inout StructureReading
    ) throws(ExtractionError) {
        let unit = units[name]
        switch entry.type {
        case 3:
            fields.key = fields.key.appending(name)
            try fields.state(array)
        case 5: try fields.state(text: name, byteCount: Int(entry.byteCount), unit: unit)
        case 6: try fields.state(numbers: name, .int16, count: fields.left / 2, unit: unit)
        case 7: try fields.state(numbers: name, .float32, count: fields.left / 4, unit: unit)
        case 8: try fields.state(numbers: name, .float64, count: fields.left / 8, unit: unit)
        case 12: try fields.state(numbers: name, .int32, count: fields.left / 4, unit: unit)
        default: try fields.state(opaque: name, byteCount: UInt64(entry.byteCount))
        }
    }

    private static let array = StructureLayout(
        """
        uint16 xres px
        uint16 yres px
        uint16 elsize B
        """, labels: ["elsize": [1: "byte", 2: "16-bit integer", 4: "32-bit real"]])
}
