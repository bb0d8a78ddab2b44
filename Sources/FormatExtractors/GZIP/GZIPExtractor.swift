public import Extraction
internal import MetadataModel

/// Extracts the header of a gzip file, and what the beginning of the file within it states.
///
/// The file within is inflated as far as a header reaches, and read by its own extractor; its keys
/// stand under that extractor's id, without places in this file.
///
/// | Key                | Field of RFC 1952                        |
/// |:-------------------|:-----------------------------------------|
/// | `gzip.ModifyDate`  | MTIME, in seconds since 1970             |
/// | `gzip.Flags`       | FLG                                      |
/// | `gzip.ExtraFlags`  | XFL                                      |
/// | `gzip.OperatingSystem` | OS                                   |
/// | `gzip.ArchivedFileName` | FNAME                               |
/// | `gzip.Comment`     | FCOMMENT                                 |
/// | `gzip.InnerType`   | the extractor that reads the file within |
///
/// Source: <https://www.rfc-editor.org/rfc/rfc1952>
public struct GZIPExtractor: Extractor {
    public let id = "gzip"
    public let version = 2
    /// The extractors that may read the file within.
    private let inner: [any Extractor]

    public init(reading inner: [any Extractor]) {
        self.inner = inner
    }

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([0x1F, 0x8B, 8]) ? .signature("0x1F8B") : nil
    }

    private static let layout = StructureLayout(
        """
        @2 uint8 CompressionMethod
        uint8 Flags
        unixtime ModifyDate
        uint8 ExtraFlags
        uint8 OperatingSystem
        """,
        labels: [
            "CompressionMethod": [8: "deflate"],
            "ExtraFlags": [2: "maximum compression", 4: "fastest compression"],
            "OperatingSystem": [
                0: "FAT", 3: "Unix", 7: "Macintosh", 11: "NTFS", 255: "unknown",
            ],
        ])

    /// Bytes of the file within that are inflated, and of this file that are read for them.
    private static let innerByteCount = 1 << 20
    private static let outerByteCount = 1 << 20

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header = StructureReading(reader, collector, order: .little, key: "gzip")
        try header.state(Self.layout)
        let flags = header.integer("Flags") ?? 0
        if flags & 4 != 0 {
            let count = try header.next(UInt16.self)
            try header.state(opaque: "Extra", byteCount: UInt64(count))
        }
        var name = ""
        if flags & 8 != 0 { name = try readText("ArchivedFileName", &header) }
        if flags & 16 != 0 { _ = try readText("Comment", &header) }
        guard !inner.isEmpty else { return }
        try readInner(reader, collector, named: name)
    }

    private func readText(
        _ name: String, _ header: inout StructureReading
    ) throws(ExtractionError) -> String {
        let ahead = try header.reader.prefix(from: header.position, maximum: 4096)
        guard let end = ahead.firstIndex(of: 0) else {
            throw ExtractionError(.truncated, "a \(name) without its end", offset: header.position)
        }
        return try header.state(text: name, byteCount: end + 1)
    }

    private func readInner(
        _ reader: ByteReader, _ collector: FactCollector, named name: String
    ) throws(ExtractionError) {
        var bytes: [UInt8] = []
        var inflation = try Inflation(.gzip, limits: collector.limits)
        var place: UInt64 = 0
        let end = min(reader.count, UInt64(Self.outerByteCount))
        while place < end, bytes.count < Self.innerByteCount, !inflation.isFinished {
            let count = Int(min(16384, end - place))
            let block = try reader.bytes(at: place, count: count)
            try inflation.inflate(block, offset: place) { piece throws(ExtractionError) in
                if bytes.count < Self.innerByteCount { bytes += piece }
            }
            place += UInt64(count)
        }
        if !inflation.isFinished, place >= reader.count {
            collector.report(
                Issue(
                    .truncated, "the compressed bytes end early", at: Locus(offset: reader.count)))
        }
        let isWhole = inflation.isFinished && bytes.count < Self.innerByteCount
        let head = FileHeader(
            bytes: Array(bytes.prefix(FileHeader.maximumByteCount)), name: name,
            count: isWhole ? UInt64(bytes.count) : .max / 2)
        guard let found = FormatDetector(extractors: inner).extractor(for: head) else { return }
        // Of a text whose end is not there, nothing is stated but that it is one.
        if !isWhole, case .appearance = found.because { return }
        collector.text("gzip.InnerType", found.extractor.id, locus: Locus(address: "file within"))
        read(bytes, by: found.extractor, isWhole: isWhole, into: collector)
    }

    /// Hands on the facts of the file within, without places: its bytes do not stand in this one.
    private func read(
        _ bytes: [UInt8], by extractor: any Extractor, isWhole: Bool,
        into collector: FactCollector
    ) {
        let within = FactCollector(
            limits: collector.limits, payloadReaders: BuiltinExtractors.payloadReaders
        ) { facts in
            for var fact in facts {
                fact.locus.offset = nil
                fact.locus.length = nil
                collector.add(fact)
            }
        }
        do throws(ExtractionError) {
            try extractor.extract(from: ByteReader(bytes: bytes), into: within)
        } catch  where error.issue.kind == .truncated && !isWhole {
            // Only the beginning was inflated.
            within.flush()
        } catch {
            collector.report(error.issue)
        }
        within.flush()
        for issue in within.issues where isWhole || issue.kind != .truncated {
            collector.report(issue)
        }
    }
}
