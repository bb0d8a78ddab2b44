internal import Extraction
internal import MetadataModel

/// Reads the objects of a TDMS segment. A property that a later segment states again becomes a
/// fact only where its value differs.
struct TDMSObjects {
    private static let maximumTextByteCount: UInt32 = 1 << 20

    private let collector: FactCollector
    private var stated: [String: String] = [:]

    init(_ collector: FactCollector) {
        self.collector = collector
    }

    mutating func read(_ start: StructureReading) throws(ExtractionError) {
        var reading = start
        let count = try reading.next(UInt32.self)
        for _ in 0..<min(count, 100_000) where !collector.isFull {
            reading.key = FactKey(segments: ["tdms"] + Self.segments(try text(&reading)))
            try readIndex(&reading)
            let properties = try reading.next(UInt32.self)
            for _ in 0..<min(properties, 100_000) where !collector.isFull {
                let name = try text(&reading)
                let type = try reading.next(UInt32.self)
                try state(name, type, &reading)
            }
        }
        collector.noteMetadata(Int(reading.position - start.position), understood: true)
    }

    private func text(_ reading: inout StructureReading) throws(ExtractionError) -> String {
        let length = try reading.next(UInt32.self)
        guard length <= Self.maximumTextByteCount else {
            throw ExtractionError(
                .malformed, "a text of \(length) bytes", offset: reading.position - 4)
        }
        return TextDecoding.text(of: try reading.bytes(Int(length))).text
    }

    /// The names in a path such as `/'Group'/'Channel'`; a quote within a name is doubled.
    private static func segments(_ path: String) -> [String] {
        var segments: [String] = []
        var name: String?
        var characters = path.unicodeScalars.makeIterator()
        var pending = characters.next()
        while let character = pending {
            pending = characters.next()
            if character == "'" {
                guard let current = name else {
                    name = ""
                    continue
                }
                if pending == "'" {
                    name = current + "'"
                    pending = characters.next()
                } else {
                    segments.append(current)
                    name = nil
                }
            } else if let current = name {
                name = current + String(character)
            }
        }
        return segments.filter { !$0.isEmpty }
    }

    private static let types: [UInt32: StructureLayout.FieldType] = [
        1: .int8, 2: .int16, 3: .int32, 4: .int64, 5: .uint8, 6: .uint16, 7: .uint32, 8: .uint64,
        9: .float32, 10: .float64, 0x19: .float32, 0x1A: .float64,
    ]
    private static let typeNames: [Int64: String] = [
        1: "int8", 2: "int16", 3: "int32", 4: "int64", 5: "uint8", 6: "uint16", 7: "uint32",
        8: "uint64", 9: "float32", 10: "float64", 0x19: "float32 with unit",
        0x1A: "float64 with unit", 0x20: "text", 0x21: "boolean", 0x44: "time",
        0x08000C: "complex float32", 0x10000D: "complex float64",
    ]

    /// Reads what an object says of its values in this segment.
    private mutating func readIndex(_ reading: inout StructureReading) throws(ExtractionError) {
        let offset = reading.position
        let length = try reading.next(UInt32.self)
        // None, as in the segment before, or in the layout of a measuring card.
        guard length != 0, length != .max else { return }
        if length == 0x6912_0000 || length == 0x6913_0000 || length == 0x1269 || length == 0x1369 {
            return try skipCardIndex(&reading)
        }
        let type = Int64(try reading.next(UInt32.self))
        try reading.skip(4)
        let count = Int64(clamping: try reading.next(UInt64.self))
        if type == 0x20 { try reading.skip(8) }
        let locus = reading.locus(offset, 20, "index")
        guard isNew(reading.key.appending("DataType"), String(type)) else { return }
        collector.integer(
            reading.key.appending("DataType"), type, label: Self.typeNames[type], locus: locus)
        collector.integer(reading.key.appending("ValueCount"), count, locus: locus)
    }

    private func skipCardIndex(_ reading: inout StructureReading) throws(ExtractionError) {
        try reading.skip(16)
        let scalers = try reading.next(UInt32.self)
        try reading.skip(UInt64(scalers) * 20)
        let widths = try reading.next(UInt32.self)
        try reading.skip(UInt64(widths) * 4)
    }

    private mutating func isNew(_ key: FactKey, _ value: String) -> Bool {
        let name = key.description
        if stated[name] == value { return false }
        if stated.count < 100_000 { stated[name] = value }
        return true
    }

    private mutating func state(
        _ name: String, _ type: UInt32, _ reading: inout StructureReading
    ) throws(ExtractionError) {
        let key = reading.key.appending(name)
        let offset = reading.position
        switch type {
        case 0x20:
            let value = try text(&reading)
            guard isNew(key, value) else { return }
            collector.text(
                key, value,
                locus: reading.locus(offset + 4, Int(reading.position - offset) - 4, name))
        case 0x21:
            let isTrue = try reading.next(UInt8.self) != 0
            guard isNew(key, String(isTrue)) else { return }
            collector.text(key, isTrue ? "true" : "false", locus: reading.locus(offset, 1, name))
        case 0x44:
            // Fractions of a second in 64 bits, then seconds since 1904, in UTC.
            let isLittle = reading.order == .little
            let first = try reading.next(UInt64.self)
            let second = try reading.next(UInt64.self)
            let seconds = Int64(bitPattern: isLittle ? second : first)
            let fraction = isLittle ? first : second
            guard isNew(key, "\(seconds).\(fraction)"), (0...1 << 40).contains(seconds) else {
                return
            }
            let moment =
                (seconds - 2_082_844_800) * 1_000_000
                + Int64((Double(fraction) / 18_446_744_073_709_551_616 * 1e6).rounded(.down))
            collector.add(
                Fact(
                    key: key, value: TimeSpan.timestamp(ofMicroseconds: moment),
                    date: TimeSpan(start: moment, end: moment + 1, hasZone: true),
                    locus: reading.locus(offset, 16, name)))
        default:
            guard let field = Self.types[type] else {
                throw ExtractionError(
                    .unsupported, "the property \(name) has the type \(type)", offset: offset - 4)
            }
            let bytes = try reading.reader.bytes(at: offset, count: field.byteCount)
            guard isNew(key, bytes.description) else {
                return try reading.skip(UInt64(bytes.count))
            }
            try reading.state(numbers: name, field, count: 1)
        }
    }
}
