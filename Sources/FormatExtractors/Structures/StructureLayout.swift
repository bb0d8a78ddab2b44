internal import Extraction
internal import MetadataModel

/// The fields of a binary structure, one a line, so that they can be proof-read against the
/// specification.
///
/// A line is `[@offset] type[count] Name [unit]`. Without an offset, a field stands behind the one
/// before it. The name `-` marks bytes that say nothing: reserved, padding. Behind a name, `?` marks a
/// field that says nothing where it is zero.
struct StructureLayout: Sendable {
    enum FieldType: String, Sendable {
        case int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32, float64
        /// Text in single bytes, up to a NUL.
        case char
        /// Text in UTF-16 units of the structure's byte order, up to a NUL.
        case wchar
        /// Windows' FILETIME: a 64-bit count of 100 ns since 1601, in UTC.
        case filetime
        /// Seconds since 1970, in 32 bits, in UTC.
        case unixtime
        /// Seconds since 1904, in 32 bits, local to the writer.
        case mactime
        /// Days since 1899-12-30, as a double, local to the writer.
        case oledate
        /// Bytes that nobody understands.
        case bytes

        var byteCount: Int {
            switch self {
            case .int8, .uint8, .char, .bytes: 1
            case .int16, .uint16, .wchar: 2
            case .int32, .uint32, .float32, .unixtime, .mactime: 4
            case .int64, .uint64, .float64, .filetime, .oledate: 8
            }
        }
    }

    struct Field: Sendable {
        /// From the structure's beginning; `nil` behind the field before.
        let offset: Int?
        let type: FieldType
        let count: Int
        /// `nil` for bytes that say nothing.
        let name: String?
        let unit: String?
        /// Whether zeros mean that nothing is stated.
        let isOptional: Bool
        var labels: [Int64: String] = [:]

        var byteCount: Int { type.byteCount * count }
    }

    let fields: [Field]

    /// - Parameter labels: What the codes of a field mean, by its name.
    init(_ lines: String, labels: [String: [Int64: String]] = [:]) {
        fields = lines.split(separator: "\n").map { line in
            var words = line.split(separator: " ")[...]
            var offset: Int?
            if let first = words.first, first.first == "@" {
                offset = Int(first.dropFirst())
                words = words.dropFirst()
            }
            let typeWords = words.first?.split { $0 == "[" || $0 == "]" } ?? []
            words = words.dropFirst()
            guard let type = typeWords.first.flatMap({ FieldType(rawValue: String($0)) }),
                var name = words.first.map(String.init)
            else { preconditionFailure("a field needs a type and a name: \(line)") }
            let isOptional = name.hasSuffix("?")
            if isOptional { name.removeLast() }
            let unit = words.dropFirst().joined(separator: " ")
            return Field(
                offset: offset, type: type, count: typeWords.count > 1 ? Int(typeWords[1]) ?? 1 : 1,
                name: name == "-" ? nil : name, unit: unit.isEmpty ? nil : unit,
                isOptional: isOptional, labels: labels[name] ?? [:])
        }
    }
}
