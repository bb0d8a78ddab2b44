internal import Extraction
internal import MetadataModel

/// Bits of a bzip2 stream, the highest of each byte first.
struct BZip2Bits {
    private let reader: ByteReader
    /// Where the next byte stands.
    private(set) var offset: UInt64
    private var buffer: UInt64 = 0
    private var count = 0

    init(_ reader: ByteReader, at offset: UInt64) {
        self.reader = reader
        self.offset = offset
    }

    /// The next bits, at most 32.
    mutating func take(_ width: Int) throws(ExtractionError) -> UInt32 {
        while count < width {
            buffer = buffer << 8 | UInt64(try reader.uint8(at: offset))
            offset += 1
            count += 8
        }
        count -= width
        let value = buffer >> UInt64(count) & (1 << UInt64(width) - 1)
        buffer &= 1 << UInt64(count) - 1
        return UInt32(truncatingIfNeeded: value)
    }

    /// Drops the bits that remain of a byte.
    mutating func align() {
        count -= count % 8
        buffer &= 1 << UInt64(count) - 1
    }
}

/// Unpacks a bzip2 stream from its beginning on, as far as it is asked for.
///
/// The number of unpacked bytes is limited; a ratio is not, since a block of equal bytes becomes a
/// million times its size in good files too.
final class BZip2Stream {
    private var bits: BZip2Bits
    private let limits: ExtractionLimits
    private var block: [UInt8] = []
    private var place = 0
    private var producedByteCount = 0
    private var level = 0

    private static let blockMark: (UInt32, UInt32) = (0x314159, 0x265359)
    private static let endMark: (UInt32, UInt32) = (0x177245, 0x385090)

    init(_ reader: ByteReader, limits: ExtractionLimits) throws(ExtractionError) {
        bits = BZip2Bits(reader, at: 0)
        self.limits = limits
        try begin()
    }

    private func begin() throws(ExtractionError) {
        let mark = try bits.take(24)
        let level = Int(try bits.take(8)) - 0x30
        guard mark == 0x425A68, (1...9).contains(level) else {
            throw ExtractionError(.malformed, "expected BZh1 to BZh9", offset: bits.offset)
        }
        self.level = level
    }

    /// Where in the file the next block begins, about.
    var offset: UInt64 { bits.offset }

    /// Exactly `count` bytes.
    func bytes(_ count: Int) throws(ExtractionError) -> [UInt8] {
        guard count <= limits.maximumBlockByteCount else {
            throw ExtractionError(
                .limitExceeded, "\(count) bytes in one piece", offset: bits.offset)
        }
        var bytes: [UInt8] = []
        while bytes.count < count {
            if place == block.count { try unpack() }
            let end = min(block.count, place + count - bytes.count)
            bytes += block[place..<end]
            place = end
        }
        return bytes
    }

    /// Passes over `count` numbers of 7 bits a byte, the last byte of each below 128.
    func skipVariableNumbers(_ count: UInt64) throws(ExtractionError) {
        var left = count
        while left > 0 {
            if place == block.count { try unpack() }
            block.withUnsafeBufferPointer { bytes in
                while place < bytes.count, left > 0 {
                    if bytes[place] < 128 { left -= 1 }
                    place += 1
                }
            }
        }
    }

    private func unpack() throws(ExtractionError) {
        let room = limits.maximumInflatedByteCount - producedByteCount
        guard room > 0 else {
            throw ExtractionError(
                .limitExceeded, "more than \(limits.maximumInflatedByteCount) bytes unpacked",
                offset: bits.offset)
        }
        while true {
            let mark = (try bits.take(24), try bits.take(24))
            if mark == Self.endMark {
                _ = try bits.take(32)
                bits.align()
                try begin()
                continue
            }
            guard mark == Self.blockMark else {
                throw ExtractionError(.malformed, "expected a block", offset: bits.offset)
            }
            block = try BZip2Block(&bits, maximumByteCount: level * 100_000)
                .unpacked(maximum: room)
            place = 0
            producedByteCount += block.count
            if !block.isEmpty { return }
        }
    }
}
