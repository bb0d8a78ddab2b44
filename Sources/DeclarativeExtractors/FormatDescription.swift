internal import Extraction
internal import FormatExtractors

/// A format as its YAML file describes it; see the README of the folder `extractors`.
struct FormatDescription: Sendable {
    var id: String
    var version: Int
    var suffixes: Set<String>
    /// Any one of them suffices.
    var signatures: [Signature]
    /// Bytes that the smallest file has.
    var leastByteCount: UInt64
    var body: Body

    enum Body: Sendable {
        case header(HeaderDescription)
        case lines(KeyValueSyntax, units: [String: String])
        case program(ProgramDescription)
    }
}

/// Bytes that stand at a place in every file of the format.
struct Signature: Sendable, Hashable {
    var offset: Int
    var bytes: [UInt8]
}

/// A binary header of fixed layout.
struct HeaderDescription: Sendable {
    var byteOrder: ByteOrderRule
    /// Conditions under which a file without a signature is taken for one of the format.
    var plausible: [Plausibility]
    var fields: [FieldDescription]
    var records: [RecordDescription]
}

/// How the byte order of a file is found.
enum ByteOrderRule: Sendable, Hashable {
    case fixed(ByteOrder)
    /// By a byte that differs; where it is neither, by plausibility, and little at last.
    case mark(offset: Int, little: UInt8, big: UInt8)
    /// By plausibility, and little at last.
    case plausible
}

/// A number in the header that lies within bounds, or is one of a few.
struct Plausibility: Sendable, Hashable {
    var offset: Int
    var type: FieldType
    var least: Double?
    var greatest: Double?
    var values: [Double]
}

/// What a field's bytes mean.
enum FieldType: String, Sendable, Hashable, CaseIterable {
    case int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32, float64
    /// One byte: 0 is false.
    case boolean
    /// Text of a fixed length, ended by a zero or padded with spaces.
    case text
    /// Bytes that nobody understands.
    case bytes
    /// A float64 of days since 1899-12-30, as spreadsheets and OLE count them.
    case oledate

    /// Bytes of one value; `nil` where the description states the length.
    var byteCount: Int? {
        switch self {
        case .int8, .uint8, .boolean: 1
        case .int16, .uint16: 2
        case .int32, .uint32, .float32: 4
        case .int64, .uint64, .float64, .oledate: 8
        case .text, .bytes: nil
        }
    }
}

/// A number, or the field that holds it.
enum Amount: Sendable, Hashable {
    case number(Int)
    case field(String)
}

/// One field of a header or a record.
struct FieldDescription: Sendable {
    var key: String
    var line: Int
    /// From the beginning of the header or record; `nil` behind the field before it.
    var offset: Int?
    var type: FieldType
    /// Bytes of one text or of opaque bytes; else that of the type.
    var length: Int
    var count: Amount
    var unit: String?
    var labels: [Int64: String]
    /// Values that mean that nothing is stated.
    var absent: [Double]
    /// The field is read only if each of these holds.
    var conditions: [Condition]
    /// The fields, and which member of each, whose quotient is the value; nothing is read then.
    var quotient: Quotient?

    enum Condition: Sendable, Hashable {
        /// The field has one of the values, as written.
        case equals(field: String, values: [String])
        /// Bit `bit` of the field is set.
        case bit(field: String, bit: Int)
    }

    struct Quotient: Sendable, Hashable {
        var dividend: Member
        var divisor: Member
    }

    /// A member of a field's list: `CELLA[1]`; the first where none is named.
    struct Member: Sendable, Hashable {
        var field: String
        var index: Int
    }
}

/// Structures alike, one after the other.
struct RecordDescription: Sendable {
    /// The key's segment above those of the fields.
    var key: String
    var offset: Amount
    /// How many at most.
    var count: Amount
    /// Bytes from one to the next: a number, a field of the header, or a field of the record.
    var stride: Amount
    /// Bytes of all together; `nil` where they end with the file.
    var byteCount: Amount?
    var byteOrder: ByteOrder?
    var conditions: [FieldDescription.Condition]
    var fields: [FieldDescription]
}
