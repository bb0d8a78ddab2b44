extension [UInt8] {
    /// Appends a number in groups of seven bits, the lowest first.
    mutating func append(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func append(varint value: Int) {
        append(varint: UInt64(value))
    }

    /// Appends a number of either sign, small magnitudes in few bytes.
    mutating func append(zigzag value: Int64) {
        append(varint: UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    mutating func append(bigEndian value: UInt64) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }

    mutating func append(bigEndian value: UInt32) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }

    /// Appends the bytes of a text after their number.
    mutating func append(counted text: String) {
        var text = text
        text.withUTF8 { bytes in
            append(varint: bytes.count)
            append(contentsOf: bytes)
        }
    }
}

/// Reads what the functions above write.
///
/// Reading beyond the end yields zeros and sets ``isDamaged``, so that loops need one check at
/// their end instead of one a number.
struct ByteCursor {
    let bytes: UnsafeRawBufferPointer
    var position: Int
    private(set) var isDamaged = false

    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer, at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// The next eight numbers, the first one in the lowest byte, where each takes one byte.
    @inline(__always)
    mutating func eightShortVarints() -> UInt64? {
        guard bytes.count - position >= 8 else { return nil }
        let eight = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        guard eight & 0x8080_8080_8080_8080 == 0 else { return nil }
        position += 8
        return UInt64(littleEndian: eight)
    }

    @inline(__always)
    mutating func byte() -> UInt8 {
        guard position < bytes.count else {
            isDamaged = true
            return 0
        }
        defer { position += 1 }
        return bytes[position]
    }

    @inline(__always)
    mutating func varint() -> UInt64 {
        let first = byte()
        if first < 0x80 { return UInt64(first) }
        return longVarint(after: first)
    }

    private mutating func longVarint(after first: UInt8) -> UInt64 {
        var value = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while shift < 64 {
            let next = byte()
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
        isDamaged = true
        return 0
    }

    /// A number that counts bytes or things that follow; never more than there are bytes left.
    @inline(__always)
    mutating func count() -> Int {
        let value = varint()
        guard value <= UInt64(bytes.count - position) else {
            isDamaged = true
            return 0
        }
        return Int(value)
    }

    mutating func zigzag() -> Int64 {
        let value = varint()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func bigEndian() -> UInt64 {
        guard bytes.count - position >= 8 else {
            isDamaged = true
            return 0
        }
        defer { position += 8 }
        return UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    @inline(__always)
    mutating func slice(_ count: Int) -> UnsafeRawBufferPointer {
        guard count >= 0, count <= bytes.count - position else {
            isDamaged = true
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    mutating func text() -> String {
        String(decoding: slice(count()), as: UTF8.self)
    }
}
