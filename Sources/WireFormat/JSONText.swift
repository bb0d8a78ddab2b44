public import MetadataModel

/// JSON as it is written: bytes that grow by one value at a time, without a tree in between.
///
/// Commas and escapes are seen to; that brackets match and that every member of an object has a
/// name is the caller's part. Control characters, also those of the upper range, are escaped, so
/// that the text can go to a terminal as it is.
///
/// ```swift
/// var text = JSONText()
/// text.object { text in
///     text.member("path", "a.tif")
///     text.array("sizes") { $0.integer(7); $0.integer(5) }
/// }
/// // {"path":"a.tif","sizes":[7,5]}
/// ```
public struct JSONText: Sendable {
    /// What has been written since the beginning or since ``removeAll()``, in UTF-8.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() {}

    /// Forgets what has been written, but neither its memory nor the place within the document: a
    /// long document is written in parts.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Ends a line of newline-delimited JSON.
    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    // MARK: Structure

    public mutating func beginObject() { begin(UInt8(ascii: "{")) }

    public mutating func endObject() { end(UInt8(ascii: "}")) }

    public mutating func beginArray() { begin(UInt8(ascii: "[")) }

    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// The name of the member whose value is written next.
    public mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// An object, as a member of the given name or as a value of its own.
    public mutating func object(
        _ name: String? = nil, _ body: (inout JSONText) throws -> Void
    ) rethrows {
        if let name { key(name) }
        beginObject()
        try body(&self)
        endObject()
    }

    /// An array, as a member of the given name or as a value of its own.
    public mutating func array(
        _ name: String? = nil, _ body: (inout JSONText) throws -> Void
    ) rethrows {
        if let name { key(name) }
        beginArray()
        try body(&self)
        endArray()
    }

    // MARK: Values

    public mutating func string(_ value: String) {
        separate()
        quote(value)
    }

    public mutating func integer(_ value: some BinaryInteger) {
        separate()
        append(integer: Int64(clamping: value))
    }

    /// A number in the shortest spelling that reads back the same; `null` for what JSON has no
    /// number for: infinities and not-a-number.
    public mutating func number(_ value: Double) {
        separate()
        if value.isFinite, abs(value) < 0x1p53, value == value.rounded(.towardZero) {
            append(integer: Int64(value))
        } else {
            append(plain: value.isFinite ? value.description : "null")
        }
    }

    public mutating func number(_ value: Number) {
        switch value {
        case .integer(let value): integer(value)
        case .real(let value): number(value)
        }
    }

    public mutating func boolean(_ value: Bool) {
        separate()
        append(plain: value ? "true" : "false")
    }

    public mutating func null() {
        separate()
        append(plain: "null")
    }

    // MARK: Members

    public mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    public mutating func member(_ name: String, _ value: some BinaryInteger) {
        key(name)
        integer(value)
    }

    public mutating func member(_ name: String, _ value: Double) {
        key(name)
        number(value)
    }

    public mutating func member(_ name: String, _ value: Bool) {
        key(name)
        boolean(value)
    }

    // MARK: Bytes

    /// A member whose value is JSON already.
    public mutating func member(_ name: String, json value: String) {
        key(name)
        separate()
        append(plain: value)
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func append(plain text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func append(integer value: Int64) {
        guard value >= 0, value < 10 else {
            append(plain: String(value))
            return
        }
        bytes.append(UInt8(ascii: "0") + UInt8(value))
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var special: UInt8 = 0
            for byte in utf8 { special |= Self.mayNeedEscape(byte) ? 1 : 0 }
            guard special != 0 else {
                bytes.append(contentsOf: utf8)
                return
            }
            var start = 0
            var place = 0
            while place < utf8.count {
                let byte = utf8[place]
                if !Self.mayNeedEscape(byte) {
                    place += 1
                    continue
                }
                // U+0080 to U+009F are the bytes C2 80 to C2 9F; other characters begin with C2 too.
                let isPair = byte == 0xC2 && place + 1 < utf8.count
                if isPair, utf8[place + 1] >= 0xA0 {
                    place += 2
                    continue
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<place]))
                escape(isPair ? utf8[place + 1] : byte)
                place += isPair ? 2 : 1
                start = place
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
            || byte == 0x7F || byte == 0xC2
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
        case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
        default:
            append(plain: byte < 0x10 ? "u000" : "u00")
            append(plain: String(byte, radix: 16))
        }
    }
}
