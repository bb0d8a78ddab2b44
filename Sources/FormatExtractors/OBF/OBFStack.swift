internal import Extraction
internal import MetadataModel

/// One stack of an Imspector file: its header, and the footer behind its pixels.
struct OBFStack {
    private static let axisCount = 15
    private static let types: [Int64: String] = [
        0x01: "uint8", 0x02: "int8", 0x04: "uint16", 0x08: "int16", 0x10: "uint32", 0x20: "int32",
        0x40: "float32", 0x80: "float64", 0x400: "RGB", 0x800: "RGBA", 0x1000: "uint64",
        0x2000: "int64", 0x10000: "boolean", 0x4000_0040: "complex float32",
        0x4000_0080: "complex float64",
    ]

    private var reading: StructureReading
    private let stack: ElementPath

    init(_ reader: ByteReader, _ collector: FactCollector, index: Int, at place: UInt64) {
        stack = ElementPath(segment: 1, index: index)
        reading = StructureReading(
            reader, collector, order: .little, key: "obf.Stack", element: stack,
            place: "stack \(index)", from: place)
    }

    /// Reads the stack; returns where the next one stands, 0 for none.
    mutating func read() throws(ExtractionError) -> UInt64 {
        let mark = try reading.bytes(16)
        guard mark.starts(with: "OMAS_BF_STACK\n".utf8) else {
            throw ExtractionError(
                .malformed, "expected OMAS_BF_STACK", offset: reading.position - 16)
        }
        let version = try reading.next(UInt32.self)
        let rank = Int(min(try reading.next(UInt32.self), UInt32(Self.axisCount)))
        reading.collector.integer(
            "obf.Stack.Rank", Int64(rank), element: stack,
            locus: reading.locus(reading.position - 4, 4, "rank"))
        try stateAxes("Size", .uint32, rank, unit: "px")
        try stateAxes("Length", .float64, rank, unit: nil)
        try stateAxes("Offset", .float64, rank, unit: nil)
        let type = Int64(try reading.next(UInt32.self))
        reading.collector.integer(
            "obf.Stack.DataType", type, element: stack, label: Self.types[type],
            locus: reading.locus(reading.position - 4, 4, "data type"))
        let compression = Int64(try reading.next(UInt32.self))
        reading.collector.integer(
            "obf.Stack.Compression", compression, element: stack,
            label: [0: "none", 1: "zlib"][compression],
            locus: reading.locus(reading.position - 4, 4, "compression"))
        try reading.skip(4)
        let nameLength = try reading.next(UInt32.self)
        let textLength = try reading.next(UInt32.self)
        try reading.skip(8)
        let pixels = try reading.next(UInt64.self)
        let next = try reading.next(UInt64.self)
        reading.collector.noteMetadata(368, understood: true)
        try reading.state(text: "Name", byteCount: Int(min(nameLength, 1 << 20)))
        try reading.state(text: "Description", byteCount: Int(min(textLength, 1 << 24)))
        if version >= 1 {
            try reading.skip(pixels)
            try readFooter(version, rank)
        }
        return next
    }

    /// States one number an axis, of 15 that are stored.
    private mutating func stateAxes(
        _ name: String, _ type: StructureLayout.FieldType, _ rank: Int, unit: String?
    ) throws(ExtractionError) {
        let end = reading.position + UInt64(type.byteCount * Self.axisCount)
        for axis in 0..<rank {
            reading.element = stack.appending(segment: 2, index: axis)
            try reading.state(numbers: name, type, count: 1, unit: unit)
        }
        reading.element = stack
        reading.position = end
    }

    private mutating func readFooter(_ version: UInt32, _ rank: Int) throws(ExtractionError) {
        let start = reading.position
        let size = UInt64(try reading.next(UInt32.self))
        var hasPositions: [Bool] = []
        for _ in 0..<Self.axisCount { hasPositions.append(try reading.next(UInt32.self) != 0) }
        var hasLabels: [Bool] = []
        for _ in 0..<Self.axisCount { hasLabels.append(try reading.next(UInt32.self) != 0) }
        let textLength = try reading.next(UInt32.self)
        if version >= 2 { try stateUnits(rank) }
        let (end, overflows) = start.addingReportingOverflow(size)
        guard !overflows, end >= reading.position else {
            throw ExtractionError(.malformed, "a footer of \(size) bytes", offset: start)
        }
        reading.position = end
        reading.collector.noteMetadata(Int(clamping: size), understood: true)
        for axis in 0..<rank {
            reading.element = stack.appending(segment: 2, index: axis)
            let length = try reading.next(UInt32.self)
            try reading.state(text: "Label", byteCount: Int(min(length, 1 << 20)))
        }
        // Positions and names of columns, one for each pixel of an axis, stand before the text.
        guard !hasPositions.prefix(rank).contains(true), !hasLabels.prefix(rank).contains(true)
        else { return }
        reading.element = stack
        if textLength > 0 {
            try reading.state(text: "Metadata", byteCount: Int(min(textLength, 1 << 24)))
        }
    }

    private static let bases = ["m", "kg", "s", "A", "K", "mol", "cd", "rad", "sr"]

    /// States the unit of the values and of each axis: exponents of the SI's bases as fractions,
    /// and a factor.
    private mutating func stateUnits(_ rank: Int) throws(ExtractionError) {
        for index in 0...Self.axisCount {
            let offset = reading.position
            var parts: [String] = []
            for base in Self.bases {
                let above = try reading.next(Int32.self)
                let below = try reading.next(Int32.self)
                guard above != 0 else { continue }
                if below == 1 || below == 0 {
                    parts.append(above == 1 ? base : "\(base)^\(above)")
                } else {
                    parts.append("\(base)^(\(above)/\(below))")
                }
            }
            let factor = Double(bitPattern: try reading.next(UInt64.self))
            guard !parts.isEmpty, index <= rank else { continue }
            let isValue = index == 0
            reading.collector.text(
                isValue ? "obf.Stack.ValueUnit" : "obf.Stack.Unit", parts.joined(separator: "·"),
                element: isValue ? stack : stack.appending(segment: 2, index: index - 1),
                label: factor == 1 ? nil : "times " + Fact.spelling(of: factor),
                locus: reading.locus(offset, 80, "unit"))
        }
    }
}
