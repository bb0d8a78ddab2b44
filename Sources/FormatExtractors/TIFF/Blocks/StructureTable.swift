internal import Extraction
internal import MetadataModel

/// The members of a fixed binary structure, as a table that can be proof-read against its
/// specification.
struct StructureTable: Sendable {
    enum MemberType: String, Sendable {
        case int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32, float64
        /// A signed number with 16 bits behind the binary point.
        case fixed32
        /// An unsigned number of hundred-thousandths.
        case scaled5
        /// Text in single bytes, up to a NUL.
        case char
        /// Text in UTF-16 units of the structure's byte order, up to a NUL.
        case wchar
        /// A length in one byte, then text in single bytes.
        case pascal

        var byteCount: Int {
            switch self {
            case .int8, .uint8, .char, .pascal: 1
            case .int16, .uint16, .wchar: 2
            case .int32, .uint32, .float32, .fixed32, .scaled5: 4
            case .float64, .int64, .uint64: 8
            }
        }
    }

    private struct Member: Sendable {
        let offset: Int
        let type: MemberType
        let count: Int
        let key: FactKey
        let unit: String?
        /// The meanings of coded values, by the value as it is written.
        let codes: [String: String]
    }

    private let members: [Member]
    /// Bytes from the structure's beginning to the end of its last member.
    let byteCount: Int
    /// Bytes from the structure's beginning to the end of its first member.
    let leastByteCount: Int

    /// Reads lines `offset type name [unit][: code meaning; code meaning …]`; a type may have a
    /// count: `char[32]`. A line that begins with a space goes on with the codes of the one before.
    init(namespace: String, _ lines: String) {
        members = CodedLine.lines(of: lines).map { line in
            let words = line.text.split(separator: " ", maxSplits: 3)
            let typeWords = words.count > 2 ? words[1].split { $0 == "[" || $0 == "]" } : []
            guard let offset = words.first.flatMap({ Int($0) }),
                let type = typeWords.first.flatMap({ MemberType(rawValue: String($0)) })
            else { preconditionFailure("a member needs an offset, a type and a name: \(line)") }
            return Member(
                offset: offset, type: type,
                count: typeWords.count > 1 ? Int(typeWords[1]) ?? 1 : 1,
                key: FactKey(printed: namespace + "." + words[2]),
                unit: words.count > 3 ? String(words[3]) : nil, codes: line.codes)
        }
        leastByteCount = members.first.map { $0.offset + $0.count * $0.type.byteCount } ?? 0
        byteCount = members.map { $0.offset + $0.count * $0.type.byteCount }.max() ?? 0
    }

    /// One member whose type the file states; `nil` where there is no such type.
    init?(key: FactKey, typeName: String, byteCount: Int) {
        guard let type = MemberType(rawValue: typeName) else { return nil }
        let count = max(1, byteCount / type.byteCount)
        members = [
            Member(offset: 0, type: type, count: count, key: key, unit: nil, codes: [:])
        ]
        self.byteCount = count * type.byteCount
        leastByteCount = self.byteCount
    }

    /// The members of a block that is a row of numbers of one type, as many as stand in it.
    static func numbers(of block: BinaryBlock, typeName: String) -> [Number] {
        guard let type = MemberType(rawValue: typeName) else { return [] }
        let count = block.bytes.count / type.byteCount
        return (0..<count).map {
            number(type, block.bytes[...], at: $0 * type.byteCount, block.order)
        }
    }

    /// Adds the members that stand within `block`; empty texts say nothing.
    func state(_ block: BinaryBlock, element: ElementPath, into collector: FactCollector) {
        for member in members {
            let length = member.count * member.type.byteCount
            guard let bytes = block.bytes(at: member.offset, count: length) else { continue }
            let locus = block.locus(at: member.offset, count: length)
            switch member.type {
            case .char, .wchar, .pascal:
                let text = text(member.type, bytes, block.order)
                if !text.isEmpty {
                    collector.text(
                        member.key, text, element: element, unit: member.unit,
                        label: member.codes[text], locus: locus)
                }
            default:
                let numbers = stride(from: 0, to: length, by: member.type.byteCount).map {
                    Self.number(member.type, bytes, at: $0, block.order)
                }
                var written: [String]?
                if member.type == .float32 {
                    written = numbers.map { Fact.spelling(of: Float($0.double)) }
                }
                collector.numbers(
                    member.key, numbers, written: written, element: element, unit: member.unit,
                    label: label(of: numbers, member), locus: locus)
            }
        }
    }

    /// The meaning of a coded number.
    private func label(of numbers: [Number], _ member: Member) -> String? {
        guard numbers.count == 1 else { return nil }
        switch numbers[0] {
        case .integer(let code):
            return member.codes.isEmpty ? nil : member.codes[String(code)]
        case .real(let value):
            // Who reads a temperature in kelvins thinks in degrees Celsius.
            guard member.unit == "K", value.isFinite, abs(value) < 1e6 else { return nil }
            return Fact.spelling(of: ((value - 273.15) * 100).rounded() / 100) + " °C"
        }
    }

    private static func number(
        _ type: MemberType, _ bytes: ArraySlice<UInt8>, at place: Int, _ order: ByteOrder
    ) -> Number {
        bytes.withUnsafeBytes { raw in
            switch type {
            case .int8: .integer(Int64(raw.integer(at: place, order, as: Int8.self)))
            case .uint8, .char, .pascal:
                .integer(Int64(raw.integer(at: place, order, as: UInt8.self)))
            case .int16: .integer(Int64(raw.integer(at: place, order, as: Int16.self)))
            case .uint16, .wchar: .integer(Int64(raw.integer(at: place, order, as: UInt16.self)))
            case .int32: .integer(Int64(raw.integer(at: place, order, as: Int32.self)))
            case .uint32: .integer(Int64(raw.integer(at: place, order, as: UInt32.self)))
            case .int64: .integer(raw.integer(at: place, order, as: Int64.self))
            case .uint64: Number(raw.integer(at: place, order, as: UInt64.self))
            case .fixed32:
                .real(Double(raw.integer(at: place, order, as: Int32.self)) / 65536)
            case .scaled5:
                .real(Double(raw.integer(at: place, order, as: UInt32.self)) / 100_000)
            case .float32:
                .real(Double(Float(bitPattern: raw.integer(at: place, order, as: UInt32.self))))
            case .float64: .real(Double(bitPattern: raw.integer(at: place, order, as: UInt64.self)))
            }
        }
    }

    private func text(
        _ type: MemberType, _ bytes: ArraySlice<UInt8>, _ order: ByteOrder
    ) -> String {
        switch type {
        case .wchar:
            return TextDecoding.utf16(upToZero: bytes, order)
        case .pascal:
            let length = Int(bytes.first ?? 0)
            return TextDecoding.text(of: bytes.dropFirst().prefix(length)).text
        default:
            return TextDecoding.text(of: bytes.prefix { $0 != 0 }).text
        }
    }
}
