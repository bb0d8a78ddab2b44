public import Extraction
internal import MetadataModel

/// Extracts the headers of a Vision Research Phantom CINE video: that of the file, the bitmap
/// header, the camera's setup, and the blocks that follow it.
///
/// | Key | What |
/// |:----|:-----|
/// | `cine.Type` … `cine.OffImageOffsets` | the file's header |
/// | `cine.TriggerTime` | seconds since 1970 with a fraction; the moment as label and date |
/// | `cine.biWidth` …   | the bitmap header |
/// | `cine.setup.FrameRate` … | the setup, as far as its `Length` reaches |
/// | `cine.exposure` | exposure of each image, in s, abridged |
/// | `cine.block` | a tagged block nobody reads: its type; the bytes are counted |
///
/// Source: Vision Research, "Cine file format", version 2011 and later.
public struct CINEExtractor: Extractor {
    public let id = "cine"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([0x43, 0x49, 0x2C, 0]) ? .signature("CI, 44") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = HeaderBytes(
            try reader.prefix(maximum: 44), .little, offset: 0, address: "CINEFILEHEADER")
        CINELayout.file.state(head, key: "cine", into: collector)
        addTriggerTime(head, into: collector)
        collector.noteMetadata(head.bytes.count, understood: true)
        guard head.bytes.count == 44, let bitmapPlace = head.integer(at: 24, as: UInt32.self),
            let setupPlace = head.integer(at: 28, as: UInt32.self),
            let imagesPlace = head.integer(at: 32, as: UInt32.self)
        else {
            throw ExtractionError(
                .truncated, "expected a header of 44 bytes, found \(head.bytes.count)",
                offset: UInt64(head.bytes.count))
        }
        let bitmap = HeaderBytes(
            try reader.bytes(at: UInt64(bitmapPlace), count: 40), .little,
            offset: UInt64(bitmapPlace), address: "BITMAPINFOHEADER")
        CINELayout.bitmap.state(bitmap, key: "cine", into: collector)
        collector.noteMetadata(40, understood: true)
        let byteCount = try stateSetup(reader, at: UInt64(setupPlace), into: collector)
        try stateBlocks(
            reader, from: UInt64(setupPlace) + byteCount, to: UInt64(imagesPlace),
            into: collector)
    }

    private func addTriggerTime(_ head: HeaderBytes, into collector: FactCollector) {
        guard let fraction = head.integer(at: 36, as: UInt32.self),
            let seconds = head.integer(at: 40, as: UInt32.self)
        else { return }
        let part = Double(fraction) / 4_294_967_296
        let moment = Int64(seconds) * 1_000_000 + Int64((part * 1_000_000).rounded(.down))
        var fact = Fact(
            key: "cine.TriggerTime", value: Fact.spelling(of: Double(seconds) + part), unit: "s",
            numbers: [NumberSlot(.real(Double(seconds) + part))],
            locus: head.locus(at: 36, count: 8))
        if seconds != 0 {
            fact.label = TimeSpan.timestamp(ofMicroseconds: moment)
            fact.date = TimeSpan(start: moment, end: moment + 1, hasZone: true)
        }
        collector.add(fact)
    }

    /// Adds the setup; returns how many bytes it has.
    private func stateSetup(
        _ reader: ByteReader, at place: UInt64, into collector: FactCollector
    ) throws(ExtractionError) -> UInt64 {
        let head = try reader.bytes(at: place, count: 144)
        let mark = HeaderBytes(head, .little, offset: place)
        guard mark.text(at: 140, count: 2) == "ST",
            let length = mark.integer(at: 142, as: UInt16.self)
        else {
            throw ExtractionError(.malformed, "expected the mark ST in the setup", offset: place)
        }
        let bytes = try reader.bytes(at: place, count: max(144, Int(length)))
        CINELayout.setup.state(
            HeaderBytes(bytes, .little, offset: place, address: "SETUP"), key: "cine.setup",
            into: collector)
        collector.noteMetadata(bytes.count, understood: true)
        return UInt64(bytes.count)
    }

    private static let blockTypes: [Int64: String] = [
        1000: "analog and digital signals", 1001: "image time", 1002: "image time",
        1003: "exposures", 1004: "range data", 1005: "binary signals", 1006: "analog signals",
        1007: "time codes",
    ]

    /// Adds the tagged blocks: a length, a type, a reserved number, and the content.
    private func stateBlocks(
        _ reader: ByteReader, from start: UInt64, to end: UInt64, into collector: FactCollector
    ) throws(ExtractionError) {
        var position = start
        var index = 0
        let end = min(end, reader.count)
        while position < end, end - position >= 8, !collector.isFull, index < 1000 {
            let length = try reader.uint32(at: position, .little)
            let type = try reader.uint16(at: position + 4, .little)
            guard length >= 8, UInt64(length) <= end - position else { return }
            let element: ElementPath = index == 0 ? .root : ElementPath(segment: 1, index: index)
            let locus = Locus(
                offset: position, length: UInt64(length), address: "block \(index)")
            collector.integer(
                "cine.block", Int64(type), element: element, label: Self.blockTypes[Int64(type)],
                locus: locus)
            if type == 1003 {
                try stateExposures(
                    reader, at: position + 8, count: (Int(length) - 8) / 4, collector)
            } else if type == 1002 {
                try stateTimes(reader, at: position + 8, count: (Int(length) - 8) / 8, collector)
            }
            collector.noteMetadata(
                Int(length), understood: type == 1003 || type == 1002)
            position += UInt64(length)
            index += 1
        }
    }

    private static let maximumImageCount = 65_536

    private func stateExposures(
        _ reader: ByteReader, at place: UInt64, count: Int, _ collector: FactCollector
    ) throws(ExtractionError) {
        let read = min(count, Self.maximumImageCount)
        let bytes = try reader.bytes(at: place, count: read * 4)
        let numbers = bytes.withUnsafeBytes { raw in
            (0..<read).map {
                Number.real(
                    Double(raw.integer(at: $0 * 4, .little, as: UInt32.self)) / 4_294_967_296)
            }
        }
        guard !numbers.isEmpty else { return }
        collector.numbers(
            "cine.exposure", numbers, count: count, unit: "s",
            locus: Locus(offset: place, length: UInt64(count) * 4, address: "exposures"))
    }

    /// Adds the moments of the first and the last image.
    private func stateTimes(
        _ reader: ByteReader, at place: UInt64, count: Int, _ collector: FactCollector
    ) throws(ExtractionError) {
        guard count > 0 else { return }
        for (name, index) in [("first", 0), ("last", count - 1)] {
            let offset = place + UInt64(index) * 8
            let fraction = try reader.uint32(at: offset, .little)
            let seconds = try reader.uint32(at: offset + 4, .little)
            let moment =
                Int64(seconds) * 1_000_000 + Int64(fraction) * 1_000_000 / 4_294_967_296
            collector.add(
                Fact(
                    key: FactKey(printed: "cine.imageTime." + name),
                    value: TimeSpan.timestamp(ofMicroseconds: moment),
                    date: TimeSpan(start: moment, end: moment + 1, hasZone: true),
                    locus: Locus(offset: offset, length: 8, address: "image \(index)")))
        }
    }
}
