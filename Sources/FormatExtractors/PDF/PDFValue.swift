internal import Extraction

/// A value of a PDF file.
indirect enum PDFValue {
    case null
    case boolean(Bool)
    case number(Double)
    case name(String)
    case string([UInt8])
    case array([PDFValue])
    case dictionary([String: PDFValue])
    case reference(Int)

    var integer: Int? {
        guard case .number(let value) = self else { return nil }
        return Int(exactly: value)
    }

    subscript(key: String) -> PDFValue? {
        guard case .dictionary(let members) = self else { return nil }
        return members[key]
    }
}

/// Reads the values of a PDF file from bytes.
///
/// Source: ISO 32000-1 section 7.3 <https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf>.
struct PDFParser {
    let bytes: [UInt8]
    var place: Int

    private static let maximumDepth = 32

    /// The next value; `nil` where there is none, or it is nested too deep.
    mutating func value(depth: Int = 0) -> PDFValue? {
        skipSpace()
        guard depth < Self.maximumDepth, place < bytes.count else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "/"): return .name(name())
        case UInt8(ascii: "("): return .string(literal())
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "<"):
            if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "<") {
                return dictionary(depth: depth)
            }
            return .string(hexadecimal())
        default: return plain()
        }
    }

    mutating func skipSpace() {
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "%") {
                while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
            } else if bytes[place] <= 0x20 {
                place += 1
            } else {
                return
            }
        }
    }

    /// A word of regular characters.
    mutating func word() -> String {
        skipSpace()
        let start = place
        while place < bytes.count, bytes[place] > 0x20, !Self.isDelimiter(bytes[place]) {
            place += 1
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// Whether the word stands next; it is passed then.
    mutating func passes(_ word: String) -> Bool {
        skipSpace()
        guard bytes[place...].starts(with: word.utf8) else { return false }
        place += word.utf8.count
        return true
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "/"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    private mutating func plain() -> PDFValue? {
        let text = word()
        guard let number = Double(text) else {
            switch text {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            case "null": return .null
            default: return nil
            }
        }
        // `12 0 R` refers to an object.
        let start = place
        if let object = Int(exactly: number), object >= 0, Int(word()) != nil, word() == "R" {
            return .reference(object)
        }
        place = start
        return number.isFinite ? .number(number) : nil
    }

    private mutating func name() -> String {
        place += 1
        var text: [UInt8] = []
        while place < bytes.count, bytes[place] > 0x20, !Self.isDelimiter(bytes[place]) {
            if bytes[place] == UInt8(ascii: "#"), place + 2 < bytes.count,
                let code = UInt8(
                    String(decoding: bytes[(place + 1)...(place + 2)], as: UTF8.self), radix: 16)
            {
                text.append(code)
                place += 3
            } else {
                text.append(bytes[place])
                place += 1
            }
        }
        return TextDecoding.text(of: text).text
    }

    private mutating func literal() -> [UInt8] {
        place += 1
        var text: [UInt8] = []
        var depth = 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return text }
            case UInt8(ascii: "\\"):
                escaped(into: &text)
                continue
            default: break
            }
            text.append(byte)
        }
        return text
    }

    private mutating func escaped(into text: inout [UInt8]) {
        guard place < bytes.count else { return }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case 0x0A: break
        case 0x0D:
            if place < bytes.count, bytes[place] == 0x0A { place += 1 }
        case 0x30...0x37:
            var code = Int(byte - 0x30)
            for _ in 0..<2 where place < bytes.count && (0x30...0x37).contains(bytes[place]) {
                code = code * 8 + Int(bytes[place] - 0x30)
                place += 1
            }
            text.append(UInt8(truncatingIfNeeded: code))
        default: text.append(byte)
        }
    }

    private mutating func hexadecimal() -> [UInt8] {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
        var digits = bytes[place..<end].filter { $0 > 0x2F }
        if digits.count % 2 == 1 { digits.append(0x30) }
        place = min(end + 1, bytes.count)
        return EPSComments.hexadecimal(digits)
    }

    private mutating func array(depth: Int) -> PDFValue? {
        place += 1
        var members: [PDFValue] = []
        while true {
            skipSpace()
            guard place < bytes.count else { return nil }
            if bytes[place] == UInt8(ascii: "]") {
                place += 1
                return .array(members)
            }
            guard let member = value(depth: depth + 1) else { return nil }
            members.append(member)
        }
    }

    private mutating func dictionary(depth: Int) -> PDFValue? {
        place += 2
        var members: [String: PDFValue] = [:]
        while true {
            skipSpace()
            guard place < bytes.count else { return nil }
            if bytes[place] == UInt8(ascii: ">") {
                place = min(place + 2, bytes.count)
                return .dictionary(members)
            }
            guard bytes[place] == UInt8(ascii: "/") else { return nil }
            let key = name()
            guard let member = value(depth: depth + 1) else { return nil }
            members[key] = member
        }
    }
}
