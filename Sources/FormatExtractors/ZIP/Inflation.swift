internal import CZlib
internal import Extraction
internal import MetadataModel

/// Inflates deflated bytes within limits; the only Swift file that imports zlib.
///
/// Noncopyable, because zlib's stream holds its own address: it is allocated once and ended once.
struct Inflation: ~Copyable {
    /// What surrounds the deflated bytes.
    enum Wrapper: Int32 {
        /// Nothing, as in ZIP.
        case none = -15
        /// RFC 1950, as in PNG and TIFF.
        case zlib = 15
        /// RFC 1952.
        case gzip = 31
    }

    /// Bytes delivered at once.
    static let blockByteCount = 1 << 16

    private let stream: UnsafeMutablePointer<z_stream>
    private let limits: ExtractionLimits
    private var consumedByteCount: UInt64 = 0
    private(set) var producedByteCount: UInt64 = 0
    /// Whether the end that the deflated bytes state has been reached.
    private(set) var isFinished = false

    init(_ wrapper: Wrapper, limits: ExtractionLimits) throws(ExtractionError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        self.limits = limits
        guard reticle_inflateInit2(stream, wrapper.rawValue) == Z_OK else {
            stream.deallocate()
            throw ExtractionError(.limitExceeded, "no memory to inflate compressed bytes")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Inflates a piece of the input, and delivers what it becomes in blocks.
    ///
    /// - Parameter offset: Where the piece stands in the file, for errors.
    /// - Throws: `malformed` where the bytes are not deflated ones, `limitExceeded` where they
    ///   become too many.
    mutating func inflate(
        _ input: [UInt8], offset: UInt64,
        _ deliver: (ArraySlice<UInt8>) throws(ExtractionError) -> Void
    ) throws(ExtractionError) {
        var input = input
        var output = [UInt8](repeating: 0, count: Self.blockByteCount)
        var used = 0
        while !isFinished, used < input.count {
            let (status, consumed, produced) = step(&input, from: used, into: &output)
            used += consumed
            consumedByteCount += UInt64(consumed)
            producedByteCount += UInt64(produced)
            guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
                throw ExtractionError(
                    .malformed, "the compressed bytes are damaged", offset: offset + UInt64(used))
            }
            try check(at: offset)
            if produced > 0 { try deliver(output[..<produced]) }
            isFinished = status == Z_STREAM_END
            if consumed == 0, produced == 0 { return }
        }
    }

    private mutating func step(
        _ input: inout [UInt8], from start: Int, into output: inout [UInt8]
    ) -> (status: Int32, consumed: Int, produced: Int) {
        let stream = self.stream
        return input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                let available = source.count - start
                stream.pointee.next_in = source.baseAddress.map { $0 + start }
                stream.pointee.avail_in = uInt(available)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = uInt(target.count)
                let status = CZlib.inflate(stream, Z_NO_FLUSH)
                return (
                    status, available - Int(stream.pointee.avail_in),
                    target.count - Int(stream.pointee.avail_out)
                )
            }
        }
    }

    private func check(at offset: UInt64) throws(ExtractionError) {
        let byteLimit = UInt64(limits.maximumInflatedByteCount)
        let ratioLimit = UInt64(limits.maximumInflationRatio) * max(1, consumedByteCount)
        guard producedByteCount <= byteLimit,
            producedByteCount <= max(ratioLimit, UInt64(Self.blockByteCount))
        else {
            throw ExtractionError(
                .limitExceeded,
                "\(consumedByteCount) compressed bytes become more than "
                    + "\(min(byteLimit, ratioLimit))",
                offset: offset)
        }
    }
}
