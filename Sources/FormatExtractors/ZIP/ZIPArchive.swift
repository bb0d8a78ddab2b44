internal import Extraction
internal import MetadataModel

/// The directory of a ZIP archive, and ranged reads of its entries.
///
/// ZIP64 and archives behind other bytes (self-extracting ones) are read. Where the directory at
/// the end is missing, as in a truncated file, the entries are taken from their local headers as
/// far as those state their lengths. Not thread-safe: one archive belongs to one extraction.
///
/// Source: <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>
final class ZIPArchive {
    let entries: [ZIPEntry]
    /// The archive's own comment.
    let comment: String
    /// What is wrong with the directory, if anything; the entries before it are there.
    let problem: Issue?

    private let reader: ByteReader
    private let limits: ExtractionLimits
    private var inflatedByteCount: UInt64 = 0

    /// - Throws: ``ExtractionError`` where not a single entry can be found.
    init(_ reader: ByteReader, limits: ExtractionLimits) throws(ExtractionError) {
        self.reader = reader
        self.limits = limits
        if let end = try ZIPDirectoryEnd(searching: reader) {
            comment = end.comment
            (entries, problem) = try ZIPDirectory.entries(end, reader, limits)
        } else {
            comment = ""
            entries = try ZIPDirectory.entriesByLocalHeaders(reader, limits)
            problem = Issue(
                .truncated, "the archive ends before its directory",
                at: Locus(offset: reader.count, address: "byte \(reader.count)"))
        }
        if entries.isEmpty, let problem {
            throw ExtractionError(problem.kind, problem.detail, at: problem.locus)
        }
    }

    /// The first entry of a name.
    func entry(named name: String) -> ZIPEntry? {
        entries.first { $0.name == name }
    }

    /// The bytes of an entry, whole.
    ///
    /// - Throws: `limitExceeded` where there are more than `maximum`; else as ``read(_:_:)``.
    func contents(
        of entry: ZIPEntry, maximum: Int
    ) throws(ExtractionError) -> [UInt8] {
        var bytes: [UInt8] = []
        try read(entry) { block throws(ExtractionError) in
            guard bytes.count + block.count <= maximum else {
                throw ExtractionError(
                    .limitExceeded, "\(entry.name) has more than \(maximum) bytes",
                    offset: entry.offset)
            }
            bytes += block
        }
        return bytes
    }

    /// Delivers the bytes of an entry in blocks.
    ///
    /// - Throws: `unsupported` for encryption and for compression other than deflate, `malformed`
    ///   or `truncated` for damage, `limitExceeded` for bombs.
    func read(
        _ entry: ZIPEntry, _ deliver: (ArraySlice<UInt8>) throws(ExtractionError) -> Void
    ) throws(ExtractionError) {
        guard !entry.isEncrypted, entry.method == 0 || entry.method == 8 else {
            throw ExtractionError(
                .unsupported,
                "\(entry.name) is "
                    + (entry.isEncrypted ? "encrypted" : "compressed by method \(entry.method)"),
                offset: entry.offset)
        }
        var place = try start(of: entry)
        var left = entry.compressedByteCount
        var limits = self.limits
        limits.maximumInflatedByteCount = max(
            0, limits.maximumInflatedByteCount - Int(clamping: inflatedByteCount))
        var inflation = try Inflation(.none, limits: limits)
        defer { inflatedByteCount += inflation.producedByteCount }
        while left > 0, !inflation.isFinished {
            let block = try reader.bytes(
                at: place, count: Int(min(left, UInt64(Inflation.blockByteCount))))
            if entry.method == 0 {
                try deliver(block[...])
            } else {
                try inflation.inflate(block, offset: place, deliver)
            }
            place += UInt64(block.count)
            left -= UInt64(block.count)
        }
        guard entry.method == 0 || inflation.isFinished else {
            throw ExtractionError(
                .truncated, "the compressed bytes of \(entry.name) end early", offset: place)
        }
    }

    /// Where the entry's bytes begin, behind its local header.
    private func start(of entry: ZIPEntry) throws(ExtractionError) -> UInt64 {
        guard try reader.uint32(at: entry.offset, .little) == ZIPDirectory.localSignature else {
            throw ExtractionError(
                .malformed, "expected the header of \(entry.name)", offset: entry.offset)
        }
        let nameCount = try reader.uint16(at: entry.offset + 26, .little)
        let extraCount = try reader.uint16(at: entry.offset + 28, .little)
        return entry.offset + 30 + UInt64(nameCount) + UInt64(extraCount)
    }
}
