internal import Extraction
internal import MetadataModel

/// The beginning of what compressed bytes of a file become: enough for a header.
///
/// No more of the file is read than the beginning needs. A stream that is damaged or cut yields
/// what came before.
struct InflatedPrefix {
    private(set) var bytes: [UInt8] = []
    /// Whether the compressed bytes become no more than these.
    private(set) var isWhole = false
    /// What ended the reading early, if anything did.
    private(set) var problem: ExtractionError?

    /// - Parameters:
    ///   - start: Where the compressed bytes begin.
    ///   - maximum: Bytes that are wanted.
    /// - Throws: ``ExtractionError`` where not a single byte can be had.
    init(
        of reader: ByteReader, from start: UInt64, _ wrapper: Inflation.Wrapper,
        limits: ExtractionLimits, maximum: Int
    ) throws(ExtractionError) {
        var inflation = try Inflation(wrapper, limits: limits)
        var position = start
        var inflated: [UInt8] = []
        do throws(ExtractionError) {
            while !inflation.isFinished, position < reader.count, inflated.count < maximum {
                let block = try reader.prefix(from: position, maximum: 4096)
                try inflation.inflate(block, offset: position) { inflated += $0 }
                position += UInt64(block.count)
            }
            isWhole = inflation.isFinished && inflated.count <= maximum
            if !inflation.isFinished, inflated.count < maximum {
                problem = ExtractionError(
                    .truncated, "the compressed bytes end early", offset: position)
            }
        } catch {
            guard !inflated.isEmpty else { throw error }
            problem = error
        }
        bytes = inflated.count > maximum ? Array(inflated[..<maximum]) : inflated
    }
}

extension InflatedPrefix {
    /// The beginning of what a gzip file becomes, for detection; `nil` where the file is none.
    ///
    /// - Parameter header: The beginning of the file.
    static func head(ofGZip header: [UInt8], maximum: Int) -> [UInt8]? {
        guard header.starts(with: [0x1F, 0x8B, 8]) else { return nil }
        return try? InflatedPrefix(
            of: ByteReader(bytes: header), from: 0, .gzip, limits: ExtractionLimits(),
            maximum: maximum
        ).bytes
    }
}
