internal import Extraction
internal import MetadataModel

/// One tag of a PicoQuant file, and how its value is stored.
struct PicoQuantTag {
    let name: String
    let type: UInt32
    let unit: String?

    /// States the value, which stands at the reading's position, and moves behind it.
    func state(_ reading: inout StructureReading) throws(ExtractionError) {
        switch type {
        case 0xFFFF_0008:
            // Nothing but the name.
            let offset = reading.position
            try reading.skip(8)
            reading.collector.text(
                reading.key.appending(name), "", element: reading.element,
                locus: reading.locus(offset, 8, "value"))
        case 0x0000_0008:
            let offset = reading.position
            let isTrue = try reading.next(Int64.self) != 0
            reading.collector.text(
                reading.key.appending(name), isTrue ? "true" : "false", element: reading.element,
                locus: reading.locus(offset, 8, "value"))
        case 0x1000_0008, 0x1100_0008, 0x1200_0008:
            try reading.state(numbers: name, .int64, count: 1, unit: unit)
        case 0x2000_0008:
            try reading.state(numbers: name, .float64, count: 1, unit: unit)
        case 0x2100_0008:
            let offset = reading.position
            let days = Double(bitPattern: try reading.next(UInt64.self))
            reading.collector.add(
                BinaryMoment(oleDays: days).fact(
                    reading.key.appending(name), element: reading.element,
                    locus: reading.locus(offset, 8, "value")))
        case 0x2001_FFFF:
            let size = try reading.next(UInt64.self)
            try reading.state(numbers: name, .float64, count: size / 8, unit: unit)
        case 0x4001_FFFF, 0x4002_FFFF:
            let size = try reading.next(UInt64.self)
            guard size <= 1 << 24 else {
                throw ExtractionError(
                    .limitExceeded, "the tag \(name) has \(size) bytes", offset: reading.position)
            }
            try reading.state(text: name, byteCount: Int(size), isWide: type == 0x4002_FFFF)
        case 0xFFFF_FFFF:
            let size = try reading.next(UInt64.self)
            try reading.state(opaque: name, byteCount: size)
        default:
            throw ExtractionError(
                .unsupported, "the tag \(name) has the type \(String(type, radix: 16))",
                offset: reading.position - 4)
        }
    }
}
