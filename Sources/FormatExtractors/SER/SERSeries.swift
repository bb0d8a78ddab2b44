internal import Extraction
internal import MetadataModel

/// The elements of a series, and their tags.
struct SERSeries {
    private let reading: StructureReading
    private let isWide: Bool
    private let offsets: UInt64
    private let totalCount: UInt64
    private let validCount: UInt64
    private let isImages: Bool

    /// - Parameter header: The header, as far as it was read; `nil` is returned where it states no
    ///   elements of a known type.
    init?(_ header: StructureReading, isWide: Bool) {
        reading = header
        self.isWide = isWide
        offsets = header.count("OffsetArrayOffset")
        totalCount = header.count("TotalNumberElements")
        validCount = min(header.count("ValidNumberElements"), totalCount)
        isImages = header.integer("DataTypeID") == 0x4122
        guard validCount > 0, offsets > 0, isImages || header.integer("DataTypeID") == 0x4120 else {
            return nil
        }
    }

    /// Elements that are read: all of a small file, of a large one as many as reading costs little
    /// for, since elements stand far from each other.
    private var readCount: UInt64 {
        let budget = max(1 << 20, min(8 << 20, reading.reader.count / 64))
        return min(validCount, max(16, budget / (2 * 16384)))
    }

    func read() throws(ExtractionError) {
        let collector = reading.collector
        let width: UInt64 = isWide ? 8 : 4
        let isSmall = reading.reader.count <= 4 << 20
        let count = isSmall ? min(validCount, 4096) : readCount
        for index in 0..<count where !collector.isFull {
            let entry = offsets + index * width
            try readElement(Int(index), at: try offset("Element", Int(index), at: entry))
            let tagEntry = offsets + (totalCount + index) * width
            try readTag(Int(index), at: try offset("Tag", Int(index), at: tagEntry))
        }
        if count < validCount {
            collector.report(
                Issue(
                    .limitExceeded, "\(count) of \(validCount) elements are read",
                    at: Locus(offset: offsets, address: "offset array")))
        }
    }

    /// Reads and states where an element or a tag stands.
    private func offset(
        _ name: String, _ index: Int, at place: UInt64
    ) throws(ExtractionError) -> UInt64 {
        var entry = structure(name, index, at: place)
        try entry.state(StructureLayout((isWide ? "uint64" : "uint32") + " Offset B"))
        return entry.count("Offset")
    }

    private func structure(
        _ name: String, _ index: Int, at offset: UInt64
    ) -> StructureReading {
        StructureReading(
            reading.reader, reading.collector, order: .little,
            key: FactKey(segments: ["ser", name]), element: ElementPath(segment: 1, index: index),
            place: "\(name.lowercased()) \(index + 1)", from: offset)
    }

    private static let types: [Int64: String] = [
        1: "uint8", 2: "uint16", 3: "uint32", 4: "int8", 5: "int16", 6: "int32", 7: "float32",
        8: "float64", 9: "complex64", 10: "complex128",
    ]

    /// TIA calibrates images in metres and diffraction patterns in reciprocal metres, and does not
    /// say which; the magnitudes lie ten orders apart.
    private static func image(unit: String) -> StructureLayout {
        StructureLayout(
            """
            float64 CalibrationOffsetX\(unit)
            float64 CalibrationDeltaX\(unit)
            int32 CalibrationElementX
            float64 CalibrationOffsetY\(unit)
            float64 CalibrationDeltaY\(unit)
            int32 CalibrationElementY
            int16 DataType
            int32 ArraySizeX px
            int32 ArraySizeY px
            """, labels: ["DataType": types])
    }

    private static let spectrum = StructureLayout(
        """
        float64 CalibrationOffset
        float64 CalibrationDelta
        int32 CalibrationElement
        int16 DataType
        int32 ArrayLength
        """, labels: ["DataType": types])

    private func readElement(_ index: Int, at offset: UInt64) throws(ExtractionError) {
        var element = structure("Element", index, at: offset)
        guard isImages else {
            try element.state(Self.spectrum)
            return
        }
        var ahead = element
        try ahead.skip(8)
        let delta = abs(Double(bitPattern: try ahead.next(UInt64.self)))
        let unit = delta > 0 && delta < 1e-3 ? " m" : delta > 1e3 ? " 1/m" : ""
        try element.state(Self.image(unit: unit))
    }

    private func readTag(_ index: Int, at offset: UInt64) throws(ExtractionError) {
        var tag = structure("Tag", index, at: offset)
        try tag.state(StructureLayout("uint16 TagTypeID\nuint16 -\nunixtime Time"))
        if tag.integer("TagTypeID") == 0x4142 {
            try tag.state(StructureLayout("float64 PositionX m\nfloat64 PositionY m"))
        }
    }
}
