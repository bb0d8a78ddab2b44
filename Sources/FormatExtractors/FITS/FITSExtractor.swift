public import Extraction
internal import MetadataModel

/// Extracts the cards of every header of a FITS file; data are skipped by the size that each
/// header states.
///
/// | Key | Element | What |
/// |:----|:--------|:-----|
/// | `fits.NAXIS1` …            | header (HDU) | a card by its keyword |
/// | `fits.ESO DET CHIP1 ID` …  | header       | a card of the `HIERARCH` convention; spaces divide segments |
/// | `fits.COMMENT`, `fits.HISTORY` | header   | lines without a value |
/// | `fits.TTYPE1` …            | header       | a column of a table, by the cards that describe it |
/// | `fits.NAXIS1.comment` …    | header       | the comment of a card |
/// | `fits.HDUCount`            | none         | how many headers there are |
///
/// A unit in brackets at the beginning of a comment is the unit of the card's value. Long strings are joined by `CONTINUE`. Files within gzip are read as far as their first
/// headers reach.
///
/// Source: FITS standard 4.0 <https://fits.gsfc.nasa.gov/fits_standard.html>.
public struct FITSExtractor: Extractor {
    public let id = "fits"
    public let version = 2

    /// Bytes of an inflated file that are looked at.
    private static let maximumInflatedByteCount = 8 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if Self.begins(header.bytes) { return .signature("SIMPLE  =") }
        if let head = InflatedPrefix.head(ofGZip: header.bytes, maximum: 80), Self.begins(head) {
            return .signature("SIMPLE  = within gzip")
        }
        return nil
    }

    private static func begins(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: "SIMPLE  =".utf8) || bytes.starts(with: "XTENSION=".utf8)
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: 2)
        guard head == [0x1F, 0x8B] else {
            return try FITSHeaders(reader: reader, collector: collector).state()
        }
        try GZipHeaderFacts.state(reader, into: collector)
        let inflated = try InflatedPrefix(
            of: reader, from: 0, .gzip, limits: collector.limits,
            maximum: Self.maximumInflatedByteCount)
        if let problem = inflated.problem { collector.report(problem.issue) }
        var headers = FITSHeaders(
            reader: ByteReader(bytes: inflated.bytes), collector: collector)
        headers.hasOffsets = false
        headers.isCut = !inflated.isWhole
        try headers.state()
    }
}

/// The headers of a file, one behind the other.
struct FITSHeaders {
    /// Headers and data fill whole blocks.
    static let blockByteCount: UInt64 = 2880

    let reader: ByteReader
    let collector: FactCollector
    /// Whether the bytes stand in the file as they are.
    var hasOffsets = true
    /// Whether the reader holds only the beginning of the file.
    var isCut = false

    init(reader: ByteReader, collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    func state() throws(ExtractionError) {
        var position: UInt64 = 0
        var index = 0
        var hasExtent = false
        while position < reader.count, !collector.isFull {
            if index > 0,
                try !reader.prefix(from: position, maximum: 8).elementsEqual(
                    "XTENSION".utf8)
            {
                stateRest(from: position)
                break
            }
            guard index < collector.limits.maximumDirectoryCount else { break }
            var header = FITSHeader(index: index, collector: collector)
            try header.read(reader, at: &position, hasOffsets: hasOffsets)
            hasExtent = hasExtent || header.stateExtent()
            index += 1
            guard let byteCount = header.dataByteCount else { break }
            let padded = byteCount.addingReportingOverflow(Self.blockByteCount - 1)
            let end = position.addingReportingOverflow(
                padded.partialValue / Self.blockByteCount * Self.blockByteCount)
            guard !padded.overflow, !end.overflow,
                byteCount <= reader.count - min(position, reader.count)
            else {
                if !isCut {
                    collector.report(
                        Issue(
                            .truncated, "expected \(byteCount) bytes of data, the file ends before",
                            at: Locus(offset: position, address: "HDU \(index - 1)")))
                }
                break
            }
            position = end.partialValue
        }
        if index > 0, !isCut { collector.integer("fits.HDUCount", Int64(index), locus: Locus()) }
    }

    /// Records that are no extension may follow the last one; the standard leaves them open.
    private func stateRest(from position: UInt64) {
        collector.integer(
            "fits.SpecialRecords", Int64(clamping: reader.count - position), unit: "B",
            locus: hasOffsets
                ? Locus(offset: position, length: reader.count - position) : Locus())
    }
}
