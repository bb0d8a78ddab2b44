internal import Glibc
internal import MetadataModel

/// The order of the bytes of a number.
public enum ByteOrder: Sendable, Hashable {
    case little, big
}

/// Ranged, bounds-checked reads of a file or of bytes already in memory.
///
/// A file is read through a window of ``windowByteCount`` bytes, so that many small reads near
/// each other cost one system call, and a large file is never read whole. Not thread-safe: one
/// reader belongs to one extraction.
public final class ByteReader {
    /// Bytes of the file read at once around a small read.
    @usableFromInline static let windowByteCount = 16384

    /// The number of bytes there are.
    public let count: UInt64
    /// Where byte 0 stands in the file that holds it: not 0 for an embedded payload.
    public let baseOffset: UInt64
    /// Bytes read from the file so far.
    public private(set) var bytesRead: UInt64 = 0
    /// The file's descriptor; negative for bytes in memory. Libraries that need one may use it.
    public let descriptor: Int32

    @usableFromInline var window: [UInt8]
    @usableFromInline var windowStart: UInt64 = 0

    /// A reader of an open file, which stays the caller's to close.
    public init(descriptor: Int32, count: UInt64) {
        self.descriptor = descriptor
        self.count = count
        baseOffset = 0
        window = []
    }

    /// A reader of bytes in memory.
    public init(bytes: [UInt8], baseOffset: UInt64 = 0) {
        descriptor = -1
        count = UInt64(bytes.count)
        self.baseOffset = baseOffset
        window = bytes
    }

    /// Calls `body` with exactly `count` bytes from `offset`.
    ///
    /// - Throws: ``ExtractionError`` of kind `truncated` where the file ends before, and
    ///   `limitExceeded` where more than ``ExtractionLimits/maximumBlockByteCount`` are asked for.
    @inlinable
    public func withBytes<Result>(
        at offset: UInt64, count byteCount: Int,
        _ body: (UnsafeRawBufferPointer) throws(ExtractionError) -> Result
    ) throws(ExtractionError) -> Result {
        if offset < windowStart || byteCount < 0
            || offset - windowStart > UInt64(window.count)
            || UInt64(window.count) - (offset - windowStart) < UInt64(byteCount)
        {
            try moveWindow(to: offset, count: byteCount)
        }
        let start = Int(offset - windowStart)
        return try window.withUnsafeBufferPointer { bytes throws(ExtractionError) in
            try body(
                UnsafeRawBufferPointer(
                    rebasing: UnsafeRawBufferPointer(bytes)[start..<start + byteCount]))
        }
    }

    /// Exactly `count` bytes from `offset`; throws as ``withBytes(at:count:_:)`` does.
    public func bytes(at offset: UInt64, count byteCount: Int) throws(ExtractionError) -> [UInt8] {
        try withBytes(at: offset, count: byteCount) { bytes throws(ExtractionError) in Array(bytes)
        }
    }

    /// The bytes from `offset`, as many as there are up to `maximum`.
    public func prefix(from offset: UInt64 = 0, maximum: Int) throws(ExtractionError) -> [UInt8] {
        guard offset < count else { return [] }
        return try bytes(at: offset, count: Int(min(UInt64(maximum), count - offset)))
    }

    @inlinable
    public func uint8(at offset: UInt64) throws(ExtractionError) -> UInt8 {
        try withBytes(at: offset, count: 1) { bytes throws(ExtractionError) in bytes[0] }
    }

    @inlinable
    public func uint16(at offset: UInt64, _ order: ByteOrder) throws(ExtractionError) -> UInt16 {
        try integer(at: offset, order)
    }

    @inlinable
    public func uint32(at offset: UInt64, _ order: ByteOrder) throws(ExtractionError) -> UInt32 {
        try integer(at: offset, order)
    }

    @inlinable
    public func uint64(at offset: UInt64, _ order: ByteOrder) throws(ExtractionError) -> UInt64 {
        try integer(at: offset, order)
    }

    /// A fixed-width integer of any type.
    @inlinable
    public func integer<Value: FixedWidthInteger>(
        at offset: UInt64, _ order: ByteOrder, as type: Value.Type = Value.self
    ) throws(ExtractionError) -> Value {
        try withBytes(at: offset, count: MemoryLayout<Value>.size) {
            bytes throws(ExtractionError) in
            bytes.integer(at: 0, order)
        }
    }

    /// Moves the window so that it holds the bytes asked for.
    @usableFromInline
    func moveWindow(to offset: UInt64, count byteCount: Int) throws(ExtractionError) {
        guard byteCount >= 0, offset <= count, UInt64(byteCount) <= count - offset else {
            throw ExtractionError(
                .truncated,
                "expected \(byteCount) bytes at byte \(offset), the file has \(count)",
                offset: offset)
        }
        let limit = ExtractionLimits().maximumBlockByteCount
        guard byteCount <= limit else {
            throw ExtractionError(
                .limitExceeded, "expected at most \(limit) bytes in one block, found \(byteCount)",
                offset: offset)
        }
        let wanted = Int(min(UInt64(max(byteCount, Self.windowByteCount)), count - offset))
        var failure: Int32 = 0
        window = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            while filled < wanted {
                let got = pread(
                    descriptor, buffer.baseAddress! + filled, wanted - filled,
                    Int(offset) + filled)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { break }
                filled += got
            }
        }
        windowStart = offset
        bytesRead += UInt64(window.count)
        guard window.count >= byteCount else {
            throw failure != 0
                ? ExtractionError(.unreadable, String(cString: strerror(failure)), offset: offset)
                : ExtractionError(
                    .truncated,
                    "expected \(byteCount) bytes, the file became shorter while it was read",
                    offset: offset)
        }
    }
}

extension UnsafeRawBufferPointer {
    /// The integer at a place that the caller has checked.
    @inlinable
    public func integer<Value: FixedWidthInteger>(
        at offset: Int, _ order: ByteOrder, as type: Value.Type = Value.self
    ) -> Value {
        precondition(offset >= 0 && offset + MemoryLayout<Value>.size <= count)
        let value = loadUnaligned(fromByteOffset: offset, as: Value.self)
        return order == .little ? Value(littleEndian: value) : Value(bigEndian: value)
    }
}
