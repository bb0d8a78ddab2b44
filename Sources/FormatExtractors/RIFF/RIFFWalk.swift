internal import Extraction
internal import MetadataModel

/// Walks the chunks of a RIFF file, lists within lists.
struct RIFFWalk {
    private static let maximumDepth = 8
    private static let maximumChunkCount = 10_000
    private static let maximumByteCount: UInt64 = 1 << 20

    let reader: ByteReader
    let collector: FactCollector
    private var chunkCount = 0
    private var stream = -1
    /// The kind of stream that is being read: `vids`, `auds` …
    private var streamType = ""
    private var occurrences = OccurrenceCounter()

    init(_ reader: ByteReader, _ collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    private var element: ElementPath {
        stream < 0 ? .root : ElementPath(segment: 1, index: stream)
    }

    /// Reads the chunks in a part of the file.
    mutating func read(
        from start: UInt64, to end: UInt64, list: String, depth: Int
    ) throws(ExtractionError) {
        guard depth < Self.maximumDepth else {
            throw ExtractionError(
                .limitExceeded, "more than \(Self.maximumDepth) lists in each other", offset: start)
        }
        var place = start
        while place < end, end - place >= 8, !collector.isFull {
            chunkCount += 1
            guard chunkCount <= Self.maximumChunkCount else {
                throw ExtractionError(
                    .limitExceeded, "more than \(Self.maximumChunkCount) chunks", offset: place)
            }
            let name = String(
                TextDecoding.text(of: try reader.bytes(at: place, count: 4)).text.trimmingSpaces)
            var size = UInt64(try reader.uint32(at: place + 4, .little))
            let content = place + 8
            if size > end - content {
                let isOpenEnded = name == "RF64" || size == 0xFFFF_FFFF
                if !isOpenEnded {
                    collector.report(
                        Issue(
                            .truncated,
                            "the chunk \(name) states \(size) bytes, there are \(end - content)",
                            at: Locus(offset: place, address: "chunk \(name)")))
                }
                size = end - content
            }
            collector.noteMetadata(8, understood: true)
            if name == "RIFF" || name == "RF64" || name == "LIST" {
                try readList(name, content, content + size, depth)
            } else {
                do throws(ExtractionError) {
                    try state(name, content, content + size, list)
                } catch {
                    collector.report(error.issue)
                }
            }
            let (next, overflows) = content.addingReportingOverflow(size + size % 2)
            guard !overflows else { return }
            place = next
        }
    }

    private mutating func readList(
        _ name: String, _ start: UInt64, _ end: UInt64, _ depth: Int
    ) throws(ExtractionError) {
        guard end - start >= 4 else { return }
        let type = String(
            TextDecoding.text(of: try reader.bytes(at: start, count: 4)).text.trimmingSpaces)
        if name != "LIST", depth == 0, chunkCount == 1 {
            collector.text(
                "riff.FormType", type, locus: Locus(offset: start, length: 4, address: name))
        }
        switch type {
        // Frames and samples.
        case "movi", "data": return
        case "strl":
            stream += 1
            streamType = ""
        case "hdrl", "INFO": stream = -1
        default: break
        }
        try read(from: start + 4, to: end, list: type, depth: depth + 1)
    }

    private mutating func state(
        _ name: String, _ start: UInt64, _ end: UInt64, _ list: String
    ) throws(ExtractionError) {
        // Indexes, room, and what the samples are.
        guard !["JUNK", "idx1", "data", "PAD", "indx", "filler"].contains(name), end > start else {
            return
        }
        if list == "INFO" {
            try stateText("riff.INFO", name, start, end)
            return
        }
        let key = FactKey(segments: ["riff", name])
        var reading = StructureReading(
            reader, collector, order: .little, key: key, element: element,
            place: "chunk \(name)", from: start, end: end)
        if let layout = RIFFLayouts.layout(name, streamType) {
            try reading.state(layout, allowsShort: true)
            if let type = reading.texts["Type"], name == "strh" { streamType = type }
            if name == "avih", let period = reading.integer("MicroSecPerFrame"), period > 0 {
                let rate = (1e9 / Double(period)).rounded() / 1000
                collector.real(
                    key.appending("FrameRate"), rate, unit: "1/s",
                    locus: reading.locus(start, 4, "MicroSecPerFrame"))
            }
            if reading.left > 0 {
                try reading.state(opaque: "Extension", byteCount: reading.left)
            }
            return
        }
        try stateText("riff", name, start, end)
    }

    /// States a chunk as its text, or as bytes that nobody understands.
    private mutating func stateText(
        _ parent: FactKey, _ name: String, _ start: UInt64, _ end: UInt64
    ) throws(ExtractionError) {
        let count = end - start
        let key = parent.appending(name)
        let bytes = try reader.bytes(at: start, count: Int(min(count, Self.maximumByteCount)))
        let locus = Locus(
            offset: reader.baseOffset + start, length: count, address: "chunk \(name)")
        let index = occurrences.next("\(stream) \(key)")
        var element = element
        if index > 0 { element = element.appending(segment: key.segments.count - 1, index: index) }
        let text = Array(bytes.prefix { $0 != 0 })
        if count <= Self.maximumByteCount, bytes[text.count...].allSatisfy({ $0 == 0 }),
            text.withUnsafeBytes(TIFFText.isReadable)
        {
            guard !text.isEmpty else { return }
            collector.text(key, TextDecoding.text(of: text).text, element: element, locus: locus)
            collector.noteMetadata(bytes.count, understood: true)
        } else {
            collector.opaque(
                key, Array(bytes.prefix(4096)), byteCount: Int(clamping: count), element: element,
                locus: locus)
            collector.noteMetadata(Int(clamping: count), understood: false)
        }
    }
}
