/// A worker's bytes break the protocol.
struct ProtocolViolation: Error {
    var detail: String

    init(_ detail: String) {
        self.detail = detail
    }
}

/// Appends numbers and texts in the compact form of the worker protocol.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func byte(_ value: UInt8) {
        bytes.append(value)
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// A signed number as ``varint(_:)``, small where its magnitude is.
    mutating func signed(_ value: Int64) {
        varint(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    mutating func real(_ value: Double) {
        fixed(value.bitPattern, byteCount: 8)
    }

    /// A text, cut where it is longer than the protocol allows.
    mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            let kept = utf8.prefix(WorkerProtocol.maximumTextByteCount)
            varint(UInt64(kept.count))
            bytes.append(contentsOf: kept)
        }
    }

    /// Begins a frame; returns what ``endFrame(_:)`` wants to know.
    mutating func beginFrame(_ kind: FrameKind) -> Int {
        let start = bytes.count
        fixed(0, byteCount: WorkerProtocol.lengthByteCount)
        bytes.append(kind.rawValue)
        return start
    }

    /// Writes the length of the frame that began at `start` before it.
    mutating func endFrame(_ start: Int) {
        let length = bytes.count - start - WorkerProtocol.lengthByteCount
        for place in 0..<WorkerProtocol.lengthByteCount {
            bytes[start + place] = UInt8(truncatingIfNeeded: length >> (place * 8))
        }
    }

    private mutating func fixed(_ value: UInt64, byteCount: Int) {
        for place in 0..<byteCount {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(place * 8)))
        }
    }
}

/// Reads what ``WireWriter`` wrote. Every length is checked: the bytes come from a process that
/// read a stranger's file.
struct WireReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count }

    mutating func byte() throws(ProtocolViolation) -> UInt8 {
        guard position < bytes.count else { throw ProtocolViolation("a frame ends too early") }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func varint() throws(ProtocolViolation) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            let byte = try byte()
            guard shift < 63 || byte <= 1 else { break }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw ProtocolViolation("a number has more than 64 bits")
    }

    mutating func signed() throws(ProtocolViolation) -> Int64 {
        let value = try varint()
        return Int64(bitPattern: (value >> 1) ^ (0 &- (value & 1)))
    }

    mutating func real() throws(ProtocolViolation) -> Double {
        guard bytes.count - position >= 8 else {
            throw ProtocolViolation("a frame ends within a number")
        }
        defer { position += 8 }
        let bits = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        return Double(bitPattern: UInt64(littleEndian: bits))
    }

    mutating func text() throws(ProtocolViolation) -> String {
        let count = try self.count(maximum: WorkerProtocol.maximumTextByteCount)
        defer { position += count }
        return String(
            decoding: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]),
            as: UTF8.self)
    }

    /// The count of things that follow, each of at least one byte.
    mutating func count(maximum: Int) throws(ProtocolViolation) -> Int {
        let value = try varint()
        guard value <= UInt64(min(maximum, bytes.count - position)) else {
            throw ProtocolViolation("a frame promises \(value) more than it has")
        }
        return Int(value)
    }
}
