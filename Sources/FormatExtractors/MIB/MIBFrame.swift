internal import Extraction
internal import MetadataModel

/// The header of one frame.
struct MIBFrame {
    /// Frames whose headers are read: each costs a read of its own.
    static let maximumCount = 64

    private let fields: [Field]
    private let start: UInt64

    private struct Field {
        var text: String
        /// Within the header.
        var offset: Int
        var length: Int
    }

    private static let names: [(name: String, unit: String?)] = [
        ("HeaderID", nil), ("AcquisitionSequenceNumber", nil), ("DataOffset", "B"),
        ("NumberOfChips", nil), ("PixelDimensionX", "px"), ("PixelDimensionY", "px"),
        ("PixelDepth", nil), ("SensorLayout", nil), ("ChipSelect", nil), ("TimeStamp", nil),
        ("AcquisitionShutterTime", "s"), ("Counter", nil), ("ColourMode", nil), ("GainMode", nil),
        ("Threshold0", "keV"), ("Threshold1", "keV"), ("Threshold2", "keV"), ("Threshold3", "keV"),
        ("Threshold4", "keV"), ("Threshold5", "keV"), ("Threshold6", "keV"), ("Threshold7", "keV"),
    ]

    private static let chipNames = [
        "DACFormat", "Threshold0", "Threshold1", "Threshold2", "Threshold3", "Threshold4",
        "Threshold5", "Threshold6", "Threshold7", "Preamp", "Ikrum", "Shaper", "Disc", "DiscLS",
        "ShaperTest", "DACDiscL", "DACTest", "DACDiscH", "Delay", "TPBuffIn", "TPBuffOut", "RPZ",
        "GND", "TPRef", "FBK", "Cas", "TPRefA", "TPRefB",
    ]

    private static let extendedNames: [(name: String, unit: String?)] = [
        ("ExtendedHeaderID", nil), ("TimeStampExtended", nil),
        ("AcquisitionShutterTimeExtended", nil), ("CounterDepth", "bit"),
    ]

    init(_ reader: ByteReader, at start: UInt64) throws(ExtractionError) {
        let bytes = try reader.prefix(from: start, maximum: 2048)
        guard bytes.starts(with: "MQ1,".utf8) else {
            throw ExtractionError(
                .malformed, "expected a frame that begins with MQ1", offset: start)
        }
        let byteCount = Self.number(bytes.split(separator: 0x2C, maxSplits: 3)[2...].first) ?? 384
        guard byteCount <= bytes.count else {
            throw ExtractionError(
                .truncated, "expected a header of \(byteCount) bytes", offset: start)
        }
        self.start = start
        var fields: [Field] = []
        var place = 0
        for piece in bytes[..<byteCount].split(separator: 0x2C, omittingEmptySubsequences: false) {
            place = piece.startIndex
            var trimmed = piece
            while let first = trimmed.first, first <= 0x20 { trimmed = trimmed.dropFirst() }
            while let last = trimmed.last, last <= 0x20 { trimmed = trimmed.dropLast() }
            fields.append(
                Field(
                    text: TextDecoding.text(of: trimmed).text, offset: trimmed.startIndex,
                    length: trimmed.count))
        }
        // What follows the last comma pads the header.
        if place < byteCount, fields.last?.text.isEmpty == true { fields.removeLast() }
        self.fields = fields
    }

    private static func number(_ bytes: ArraySlice<UInt8>?) -> Int? {
        bytes.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    }

    private func integer(_ index: Int) -> UInt64? {
        index < fields.count ? UInt64(fields[index].text) : nil
    }

    /// Bytes from this frame to the next; `nil` where the header does not say.
    var byteCount: UInt64? {
        guard let header = integer(2), let width = integer(4), let height = integer(5),
            header > 0, header < 1 << 20, width < 1 << 20, height < 1 << 20
        else { return nil }
        let depth = fields[6].text
        let pixels: UInt64
        switch depth {
        case "U1", "U01", "U8", "U08": pixels = width * height
        case "U16": pixels = width * height * 2
        case "U32": pixels = width * height * 4
        case "U64": pixels = width * height * 8
        case "R64":
            // Raw frames pack their counters: the extended header says how many bits each has.
            switch fields.last.flatMap({ Int($0.text) }) {
            case 1: pixels = width * height / 8
            case 6: pixels = width * height
            case 12: pixels = width * height * 2
            case 24: pixels = width * height * 4
            default: return nil
            }
        default: return nil
        }
        return header + pixels
    }

    func state(index: Int, into collector: FactCollector) {
        let element = index == 0 ? ElementPath.root : ElementPath(segment: 0, index: index)
        var place = 0
        func add(_ key: FactKey, _ element: ElementPath, unit: String? = nil) {
            let field = fields[place]
            collector.noteMetadata(field.length + 1, understood: true)
            if !field.text.isEmpty {
                collector.text(
                    key, field.text, element: element, unit: unit,
                    locus: Locus(
                        offset: start + UInt64(field.offset), length: UInt64(field.length),
                        address: "frame \(index + 1) field \(place + 1)"))
            }
            place += 1
        }
        for (name, unit) in Self.names {
            guard place < fields.count else { return }
            add(FactKey(segments: ["mib", name]), element, unit: unit)
        }
        var chip = 0
        while place < fields.count, fields[place].text != "MQ1A",
            fields.count - place >= Self.chipNames.count
        {
            let element = chip == 0 ? element : element.appending(segment: 1, index: chip)
            for name in Self.chipNames { add(FactKey(segments: ["mib", "Chip", name]), element) }
            chip += 1
        }
        var names = Self.extendedNames[...]
        var count = 0
        while place < fields.count {
            if let (name, unit) = names.popFirst() {
                add(FactKey(segments: ["mib", name]), element, unit: unit)
            } else {
                let element = count == 0 ? element : element.appending(segment: 1, index: count)
                add("mib.Field", element)
                count += 1
            }
        }
    }
}
