public import MetadataModel

/// What ``JSONScanner`` finds next.
public enum JSONToken: Sendable, Hashable {
    case beginObject, endObject, beginArray, endArray
    /// The name of an object's member; the colon behind it is passed.
    case key(JSONText)
    case string(JSONText)
    /// A number as written and as read: exact where it is an integer of 64 bits, `nil` where it is
    /// none that can be computed with, such as `NaN`.
    case number(JSONText, Number?)
    case truth(Bool)
    case null
    /// The bytes end within a token and are not the last ones; nothing has been passed.
    case needsMore
    /// The last bytes are passed.
    case end
}

/// Where a name, a string or a number stands in the bytes that were scanned, quotes left out.
public struct JSONText: Sendable, Hashable {
    public var start: Int
    public var count: Int
    /// Whether backslashes stand in it.
    public var hasEscapes: Bool

    /// The text with its escapes resolved. What is no UTF-8 is replaced by U+FFFD.
    public func string(in bytes: UnsafeBufferPointer<UInt8>) -> String {
        let written = UnsafeBufferPointer(rebasing: bytes[start..<start + count])
        guard hasEscapes else { return String(decoding: written, as: UTF8.self) }
        return JSONEscapes.resolved(written)
    }

    /// The bytes as written.
    public func written(in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[start..<start + count])
    }
}
