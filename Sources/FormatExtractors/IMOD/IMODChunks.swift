internal import Extraction
internal import MetadataModel

/// Reads the chunks of a model one after the other.
struct IMODChunks {
    private var reading: StructureReading
    private var object = -1
    private var counts: [String: Int] = [:]
    private var contours: NumberList
    private var contourStart: UInt64 = 0

    /// Chunks and contours that are read at most.
    private static let maximumCount = 1_000_000

    init(reading: StructureReading) {
        self.reading = reading
        contours = NumberList(limits: reading.collector.limits)
    }

    private var reader: ByteReader { reading.reader }
    private var collector: FactCollector { reading.collector }

    mutating func read() throws(ExtractionError) {
        defer { stateContours() }
        var count = 0
        while reading.left >= 4, !collector.isFull {
            count += 1
            guard count <= Self.maximumCount else {
                throw ExtractionError(
                    .limitExceeded, "more than \(Self.maximumCount) chunks",
                    offset: reading.position)
            }
            let start = reading.position
            let mark = try reading.bytes(4)
            collector.noteMetadata(4, understood: true)
            let name = String(decoding: mark, as: UTF8.self)
            switch name {
            case "IEOF": return
            case "OBJT":
                stateContours()
                object += 1
                counts = counts.filter { Self.globalChunks.contains($0.key) }
                try state(IMODLayouts.object, name)
            case "CONT":
                if contours.count == 0 { contourStart = start }
                let pointCount = try reading.next(Int32.self)
                try reading.skip(12)
                contours.append(.integer(Int64(pointCount)), written: String(pointCount))
                try skip(UInt64(max(0, pointCount)) * 12)
            case "MESH":
                stateContours()
                try state(IMODLayouts.mesh, name)
                let points = reading.count("vsize")
                try skip(points * 12 + reading.count("lsize") * 4)
            default:
                guard mark.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
                    throw ExtractionError(
                        .malformed, "expected a chunk, found bytes that name none", offset: start)
                }
                try readChunk(name)
            }
        }
        guard reading.left == 0 else {
            throw ExtractionError(
                .truncated, "expected a chunk, found \(reading.left) bytes",
                offset: reading.position)
        }
    }

    /// Points are passed over; a file may end within them.
    private mutating func skip(_ byteCount: UInt64) throws(ExtractionError) {
        try reading.skip(byteCount)
    }

    private static let globalChunks: Set<String> = ["VIEW", "MINX", "MCLP", "SLAN", "IMNX"]

    private mutating func prepare(_ name: String) {
        let index = counts[name, default: 0]
        counts[name] = index + 1
        let isGlobal = Self.globalChunks.contains(name) || object < 0
        let key = FactKey(segments: ["imod"])
        if name == "OBJT" {
            reading.key = key.appending(name)
            reading.element = ElementPath(segment: 1, index: object)
        } else if isGlobal {
            reading.key = key.appending(name)
            reading.element = index == 0 ? .root : ElementPath(segment: 1, index: index)
        } else {
            reading.key = key.appending("OBJT").appending(name)
            reading.element = ElementPath(segment: 1, index: object)
            if index > 0 { reading.element = reading.element.appending(segment: 2, index: index) }
        }
        reading.place = object < 0 || isGlobal ? name : "object \(object + 1) \(name)"
    }

    private mutating func state(
        _ layout: StructureLayout, _ name: String
    ) throws(ExtractionError) {
        prepare(name)
        try reading.state(layout)
    }

    private mutating func readChunk(_ name: String) throws(ExtractionError) {
        let byteCount = UInt64(try reading.next(UInt32.self))
        collector.noteMetadata(4, understood: true)
        guard byteCount <= reading.left else {
            throw ExtractionError(
                .truncated, "expected \(byteCount) bytes of \(name), found \(reading.left)",
                offset: reading.position)
        }
        let end = reading.position + byteCount
        prepare(name)
        let limit = reading.end
        reading.end = end
        defer {
            reading.end = limit
            reading.position = end
        }
        switch name {
        case "SIZE":
            try reading.state(numbers: "sizes", .float32, count: byteCount / 4)
        case "LABL", "OLBL":
            try readLabels()
        case "VIEW" where byteCount == 4:
            try reading.state(StructureLayout("int32 current"))
        default:
            guard let layout = IMODLayouts.chunks[name] else {
                try reading.state(opaque: "data", byteCount: byteCount)
                return
            }
            try reading.state(layout, allowsShort: true)
            if reading.left > 0 { try reading.state(opaque: "data", byteCount: reading.left) }
        }
    }

    /// A number of labels and a title; of each label its number, then its text, padded to four.
    private mutating func readLabels() throws(ExtractionError) {
        try reading.state(StructureLayout("int32 count\nint32 titleLength B"))
        let count = min(reading.count("count"), 10_000)
        let titleCount = reading.count("titleLength")
        try reading.state(text: "title", byteCount: Int(clamping: min(titleCount, reading.left)))
        let element = reading.element
        for index in 0..<count where reading.left >= 8 {
            try reading.skip((4 - reading.position % 4) % 4)
            guard reading.left >= 8 else { return }
            _ = try reading.next(Int32.self)
            let byteCount = UInt64(try reading.next(UInt32.self))
            if index > 0 {
                reading.element = element.appending(segment: 3, index: Int(index))
            }
            try reading.state(
                text: "label", byteCount: Int(clamping: min(byteCount, reading.left)))
        }
        reading.element = element
    }

    /// States how many points the object's contours have.
    private mutating func stateContours() {
        guard contours.count > 0 else { return }
        collector.noteMetadata(contours.count * 16, understood: true)
        let element = ElementPath(segment: 1, index: max(0, object))
        let locus = Locus(offset: contourStart, address: "object \(object + 1) CONT")
        collector.integer(
            "imod.OBJT.contours", Int64(contours.count), element: element, locus: locus)
        collector.add(
            contours.fact("imod.OBJT.CONT.psize", element: element, unit: nil, locus: locus))
        contours = NumberList(limits: collector.limits)
    }
}
