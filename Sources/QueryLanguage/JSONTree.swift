/// A JSON value as the JSON form of queries needs it: members keep their order.
enum JSONTree: Hashable {
    case null
    case truth(Bool)
    case number(Int)
    case text(String)
    case array([JSONTree])
    case object([Member])

    struct Member: Hashable {
        var name: String
        var value: JSONTree
    }

    /// The text without needless spaces, members in their order.
    var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .truth(let truth): bytes += (truth ? "true" : "false").utf8
        case .number(let number): bytes += String(number).utf8
        case .text(let text): Self.write(text, to: &bytes)
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (place, value) in values.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let code = String(byte, radix: 16)
                bytes += "\\u\(String(repeating: "0", count: 4 - code.count))\(code)".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// Where and why a text is no JSON form of a query.
public struct QueryFormError: Error, Hashable, Sendable {
    /// What was expected, then what was found, as one clause.
    public var message: String

    init(_ message: String) {
        self.message = message
    }
}

/// Reads JSON by RFC 8259 <https://www.rfc-editor.org/rfc/rfc8259>, whole numbers only.
struct JSONTreeReader {
    /// Deeper than any query's form.
    static let maximumDepth = 500

    private var cursor: QueryCursor

    static func read(_ text: String) throws(QueryFormError) -> JSONTree {
        var reader = JSONTreeReader(cursor: QueryCursor(text))
        let tree = try reader.value(depth: 0)
        reader.skipSpaces()
        guard reader.cursor.isAtEnd else { throw reader.fault("the end") }
        return tree
    }

    private func fault(_ expected: String) -> QueryFormError {
        let found = cursor.isAtEnd ? "the end" : "`\(cursor.character)`"
        return QueryFormError("expected \(expected) at byte \(cursor.position), found \(found)")
    }

    private mutating func skipSpaces() {
        while let byte = cursor.peek(), [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
            cursor.position += 1
        }
    }

    private mutating func value(depth: Int) throws(QueryFormError) -> JSONTree {
        guard depth < Self.maximumDepth else {
            throw QueryFormError("JSON nests at most \(Self.maximumDepth) deep, found more")
        }
        skipSpaces()
        switch cursor.peek() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .text(try string())
        default:
            if cursor.take("true") { return .truth(true) }
            if cursor.take("false") { return .truth(false) }
            if cursor.take("null") { return .null }
            return .number(try integer())
        }
    }

    private mutating func object(depth: Int) throws(QueryFormError) -> JSONTree {
        cursor.position += 1
        var members: [JSONTree.Member] = []
        skipSpaces()
        if cursor.take("}") { return .object([]) }
        repeat {
            skipSpaces()
            guard cursor.isAt("\"") else { throw fault("a member's name") }
            let name = try string()
            guard !members.contains(where: { $0.name == name }) else {
                throw QueryFormError("member `\(name)` stands twice in one object")
            }
            skipSpaces()
            guard cursor.take(":") else { throw fault("`:`") }
            members.append(JSONTree.Member(name: name, value: try value(depth: depth + 1)))
            skipSpaces()
        } while cursor.take(",")
        guard cursor.take("}") else { throw fault("`,` or `}`") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(QueryFormError) -> JSONTree {
        cursor.position += 1
        var values: [JSONTree] = []
        skipSpaces()
        if cursor.take("]") { return .array([]) }
        repeat {
            values.append(try value(depth: depth + 1))
            skipSpaces()
        } while cursor.take(",")
        guard cursor.take("]") else { throw fault("`,` or `]`") }
        return .array(values)
    }

    private mutating func integer() throws(QueryFormError) -> Int {
        let start = cursor.position
        _ = cursor.take("-")
        let digits = cursor.takeDigits()
        let isPadded = digits.utf8.count > 1 && digits.utf8.first == UInt8(ascii: "0")
        guard !isPadded, let number = Int(cursor.text(from: start)),
            !cursor.isAt("."), !cursor.isAt("e"), !cursor.isAt("E")
        else {
            cursor.position = start
            throw fault("a JSON value with whole numbers only")
        }
        return number
    }

    private mutating func string() throws(QueryFormError) -> String {
        var text: [UInt8] = []
        cursor.position += 1
        while let byte = cursor.peek() {
            switch byte {
            case UInt8(ascii: "\""):
                cursor.position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                cursor.position += 1
                text += String(try escape()).utf8
            case 0..<0x20: throw fault("an escape for a control character")
            default:
                cursor.position += 1
                text.append(byte)
            }
        }
        throw fault("a closing quote")
    }

    private mutating func escape() throws(QueryFormError) -> Unicode.Scalar {
        let escapes: [(StaticString, Unicode.Scalar)] = [
            ("\"", "\""), ("\\", "\\"), ("/", "/"), ("b", "\u{8}"), ("f", "\u{C}"), ("n", "\n"),
            ("r", "\r"), ("t", "\t"),
        ]
        for (sign, scalar) in escapes where cursor.take(sign) { return scalar }
        let high = try codeUnit("u")
        if let scalar = Unicode.Scalar(high) { return scalar }
        let low = try codeUnit("\\u")
        guard (0xD800..<0xDC00).contains(high), (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(
                0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
        else { throw fault("a pair of surrogates before here") }
        return scalar
    }

    private mutating func codeUnit(_ sign: StaticString) throws(QueryFormError) -> UInt16 {
        guard cursor.take(sign) else { throw fault("an escape") }
        let start = cursor.position
        while cursor.position < start + 4, let byte = cursor.peek(),
            Character(Unicode.Scalar(byte)).isHexDigit
        {
            cursor.position += 1
        }
        guard cursor.position == start + 4, let unit = UInt16(cursor.text(from: start), radix: 16)
        else { throw fault("four hexadecimal digits") }
        return unit
    }
}
