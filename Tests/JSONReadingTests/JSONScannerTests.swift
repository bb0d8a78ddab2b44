import Extraction
import MetadataModel
import Testing

@testable import JSONReading

/// The tokens of a text that arrives `pieceByteCount` bytes at a time, written for tables.
private func tokens(
    _ text: [UInt8], pieceByteCount: Int = .max
) throws(ExtractionError) -> [String] {
    var scanner = JSONScanner()
    var lines: [String] = []
    var end = min(text.count, pieceByteCount)
    while true {
        let bytes = Array(text[..<end])
        let token = try bytes.withUnsafeBufferPointer { bytes throws(ExtractionError) in
            let token = try scanner.next(in: bytes, isLast: end == text.count)
            switch token {
            case .beginObject: lines.append("{")
            case .endObject: lines.append("}")
            case .beginArray: lines.append("[")
            case .endArray: lines.append("]")
            case .key(let text): lines.append(text.string(in: bytes) + ":")
            case .string(let text): lines.append("'\(text.string(in: bytes))'")
            case .number(_, .integer(let value)): lines.append("\(value)")
            case .number(_, .real(let value)): lines.append("\(value)")
            case .number(let text, nil): lines.append("?" + text.string(in: bytes))
            case .truth(let truth): lines.append("\(truth)")
            case .null: lines.append("null")
            case .needsMore, .end: break
            }
            return token
        }
        if token == .end { return lines }
        if token == .needsMore { end = min(text.count, end + pieceByteCount) }
    }
}

@Suite struct JSONScannerTests {
    static let table: [(String, [String])] = [
        ("{}", ["{", "}"]),
        (" [ ] ", ["[", "]"]),
        (
            #"{"a":1,"b":[true,false,null],"a":"x"}"#,
            ["{", "a:", "1", "b:", "[", "true", "false", "null", "]", "a:", "'x'", "}"]
        ),
        (#""\u00b5 \ud83d\ude00 \n\"\\\/ \q \ud83d.""#, ["'µ 😀 \n\"\\/ \\q \u{FFFD}.'"]),
        (
            "[9223372036854775807,-9223372036854775808]",
            ["[", "9223372036854775807", "-9223372036854775808", "]"]
        ),
        ("[9223372036854775808, 1e999]", ["[", "9.223372036854776e+18", "?1e999", "]"]),
        (
            "[0.1, -2.5e-3, 1E+2, +1, 007, -0]",
            ["[", "0.1", "-0.0025", "100.0", "1", "7", "0", "]"]
        ),
        (
            "[1.7976931348623157e308, 4.9e-324, 123456789012345.678]",
            ["[", "1.7976931348623157e+308", "5e-324", "123456789012345.67", "]"]
        ),
        ("[NaN, Infinity, -Infinity, 1,]", ["[", "?NaN", "?Infinity", "?-Infinity", "1", "]"]),
        ("{\"a\":1}\n{\"a\":2}\n", ["{", "a:", "1", "}", "{", "a:", "2", "}"]),
        ("", []),
    ]

    @Test(arguments: table)
    func `scans`(text: String, expected: [String]) throws {
        #expect(try tokens(Array(text.utf8)) == expected)
    }

    @Test(arguments: table)
    func `scans the same byte by byte`(text: String, expected: [String]) throws {
        #expect(try tokens(Array(text.utf8), pieceByteCount: 1) == expected)
    }

    @Test(arguments: [
        ("{\"a\"}", MetadataModel.Issue.Kind.malformed, 4),
        ("{\"a\":}", .malformed, 5),
        ("{a:1}", .malformed, 1),
        ("[1 2]", .malformed, 3),
        ("[1}", .malformed, 2),
        ("[,1]", .malformed, 1),
        ("[tru]", .malformed, 1),
        ("[1-]", .malformed, 1),
        ("]", .malformed, 0),
        ("[\u{0}]", .malformed, 1),
        ("{\"a\":[1", .truncated, 7),
        ("[\"abc", .truncated, 1),
        ("[tru", .truncated, 1),
    ])
    func `refuses`(text: String, kind: MetadataModel.Issue.Kind, offset: UInt64) {
        let error = #expect(throws: ExtractionError.self) { try tokens(Array(text.utf8)) }
        #expect(error?.issue.kind == kind)
        #expect(error?.issue.locus.offset == offset)
    }

    @Test func `nesting has a limit`() {
        let error = #expect(throws: ExtractionError.self) {
            try tokens(Array(repeating: UInt8(ascii: "["), count: 100_000))
        }
        #expect(error?.issue.kind == .limitExceeded)
        #expect(error?.issue.locus.offset == 128)
    }

    @Test func `any byte may be broken`() {
        let text = Array(#"{"a":[1.5e3,"\u00b5",true],"b":{"c":null}} [NaN]"#.utf8)
        for place in text.indices {
            for byte: UInt8 in [0x00, 0x22, 0x2C, 0x5C, 0x5D, 0x7B, 0x80, 0xFF] {
                var broken = text
                broken[place] = byte
                let found = try? tokens(broken)
                #expect((found?.count ?? 0) <= text.count)
            }
        }
    }
}

@Suite struct JSONStreamTests {
    private func strings(_ bytes: [UInt8]) throws(ExtractionError) -> ([String], [UInt64], Bool) {
        var stream = try JSONStream(reader: ByteReader(bytes: bytes))
        var strings: [String] = []
        var offsets: [UInt64] = []
        while true {
            switch try stream.next() {
            case .string(let text):
                strings.append(stream.withBytes { text.string(in: $0) })
                offsets.append(stream.origin + UInt64(text.start))
            case .end: return (strings, offsets, stream.hasExactOffsets)
            default: continue
            }
        }
    }

    @Test func `a file longer than a piece keeps its places`() throws {
        let count = 100_000
        let text = "[" + (0..<count).map { "\"\($0)\"" }.joined(separator: ",\n") + "]"
        let bytes = Array(text.utf8)
        let (strings, offsets, isExact) = try strings(bytes)
        #expect(strings.count == count && strings.last == "99999")
        #expect(isExact)
        let last = Int(offsets[count - 1])
        #expect(Array(bytes[last..<last + 5]) == Array("99999".utf8))
    }

    @Test func `a byte order mark is no part of the text`() throws {
        #expect(try strings([0xEF, 0xBB, 0xBF] + Array("\"a\"".utf8)) == (["a"], [4], true))
        let wide = "\u{FEFF}[\"µ\"]".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let (strings, _, isExact) = try strings(wide)
        #expect(strings == ["µ"])
        #expect(!isExact)
    }

    @Test func `one string has a limit`() {
        let bytes = [UInt8(ascii: "\"")] + [UInt8](repeating: 0x61, count: 20 << 20)
        let error = #expect(throws: ExtractionError.self) { try strings(bytes) }
        #expect(error?.issue.kind == .limitExceeded)
    }
}
