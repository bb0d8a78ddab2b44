internal import Extraction
internal import MetadataModel

/// The bytes of a header, and where in the file they stand; every read is checked.
struct HeaderBytes {
    let bytes: [UInt8]
    let order: ByteOrder
    /// Where byte 0 stands in the file; `nil` where the bytes do not stand there as they are.
    let offset: UInt64?
    /// The header's name for addresses; empty for the header of a file.
    var address = ""

    init(_ bytes: [UInt8], _ order: ByteOrder, offset: UInt64?, address: String = "") {
        self.bytes = bytes
        self.order = order
        self.offset = offset
        self.address = address
    }

    /// Exactly `count` bytes; `nil` where they do not stand in the header.
    func bytes(at place: Int, count: Int) -> ArraySlice<UInt8>? {
        guard place >= 0, count >= 0, place <= bytes.count, count <= bytes.count - place else {
            return nil
        }
        return bytes[place..<place + count]
    }

    func integer<Value: FixedWidthInteger>(at place: Int, as type: Value.Type) -> Value? {
        bytes(at: place, count: MemoryLayout<Value>.size)?.withUnsafeBytes {
            $0.integer(at: 0, order, as: type)
        }
    }

    func float(at place: Int) -> Float? {
        integer(at: place, as: UInt32.self).map(Float.init(bitPattern:))
    }

    func double(at place: Int) -> Double? {
        integer(at: place, as: UInt64.self).map(Double.init(bitPattern:))
    }

    /// Text in single bytes up to a NUL, without the spaces that pad it.
    func text(at place: Int, count: Int) -> String? {
        guard var raw = bytes(at: place, count: count)?.prefix(while: { $0 != 0 }) else {
            return nil
        }
        while let last = raw.last, last <= 0x20 { raw.removeLast() }
        return TextDecoding.text(of: raw).text
    }

    func locus(at place: Int, count: Int) -> Locus {
        let address = address.isEmpty ? "byte \(place)" : "\(address) byte \(place)"
        guard let offset else { return Locus(address: address) }
        return Locus(
            offset: offset + UInt64(max(0, place)), length: UInt64(max(0, count)), address: address)
    }
}

/// The fields of a fixed header, one a line, so that they can be proof-read against the
/// specification.
struct HeaderTable: Sendable {
    enum FieldType: String, Sendable {
        case int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32, float64
        /// Text in single bytes, up to a NUL.
        case char
        /// Bytes that say nothing or that nobody understands.
        case bytes

        var byteCount: Int {
            switch self {
            case .int8, .uint8, .char, .bytes: 1
            case .int16, .uint16: 2
            case .int32, .uint32, .float32: 4
            case .int64, .uint64, .float64: 8
            }
        }
    }

    struct Field: Sendable {
        let offset: Int
        let type: FieldType
        let count: Int
        let name: String
        let unit: String?

        var byteCount: Int { type.byteCount * count }
    }

    let fields: [Field]
    /// What the codes of a field mean, by its name.
    let labels: [String: [Int64: String]]
    /// Bytes from the beginning to the end of the last field.
    let byteCount: Int

    /// Reads lines `[offset] type[count] Name [unit]`; without an offset, a field stands behind the
    /// one before it.
    init(_ lines: String, labels: [String: [Int64: String]] = [:]) {
        var end = 0
        fields = lines.split(separator: "\n").map { line in
            var words = line.split(separator: " ")[...]
            if let offset = words.first.flatMap({ Int($0) }) {
                end = offset
                words = words.dropFirst()
            }
            let typeWords = words.first?.split { $0 == "[" || $0 == "]" } ?? []
            guard words.count > 1, let type = FieldType(rawValue: String(typeWords.first ?? ""))
            else { preconditionFailure("a field needs a type and a name: \(line)") }
            let field = Field(
                offset: end, type: type,
                count: typeWords.count > 1 ? Int(typeWords[1]) ?? 1 : 1,
                name: String(words[words.startIndex + 1]),
                unit: words.count > 2 ? String(words[words.startIndex + 2]) : nil)
            end += field.byteCount
            return field
        }
        self.labels = labels
        byteCount = end
    }

    /// Adds the fields that stand within the header; empty texts say nothing.
    ///
    /// - Parameters:
    ///   - units: Units that the file states, by name of the field.
    ///   - omitted: Fields that mean nothing in this file.
    func state(
        _ header: HeaderBytes, key: FactKey, element: ElementPath = .root,
        units: [String: String] = [:], omitting omitted: Set<String> = [],
        into collector: FactCollector
    ) {
        for field in fields where !omitted.contains(field.name) {
            guard let raw = header.bytes(at: field.offset, count: field.byteCount) else { continue }
            let locus = header.locus(at: field.offset, count: field.byteCount)
            let unit = units[field.name] ?? field.unit
            let key = key.appending(field.name)
            switch field.type {
            case .char:
                guard let text = header.text(at: field.offset, count: field.count), !text.isEmpty
                else { continue }
                let codes = labels[field.name]
                collector.text(
                    key, text, element: element, unit: unit,
                    label: Int64(text).flatMap { codes?[$0] }, locus: locus)
            case .bytes:
                guard raw.contains(where: { $0 != 0 }) else { continue }
                collector.opaque(key, Array(raw), element: element, locus: locus)
            case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .uint64, .float32,
                .float64:
                let numbers = numbers(field, header)
                var label: String?
                if case .integer(let code)? = numbers.first, field.count == 1 {
                    label = labels[field.name]?[code]
                }
                collector.numbers(
                    key, numbers,
                    written: field.type == .float32
                        ? numbers.map { Fact.spelling(of: Float($0.double)) } : nil,
                    element: element, unit: unit, label: label, locus: locus)
            }
        }
    }

    /// The numbers of a field; none where it does not stand in the header.
    func numbers(of name: String, in header: HeaderBytes) -> [Number] {
        fields.first { $0.name == name }.map { numbers($0, header) } ?? []
    }

    private func numbers(_ field: Field, _ header: HeaderBytes) -> [Number] {
        guard let raw = header.bytes(at: field.offset, count: field.byteCount) else { return [] }
        return raw.withUnsafeBytes { raw in
            (0..<field.count).map { index in
                Self.number(field.type, raw, at: index * field.type.byteCount, header.order)
            }
        }
    }

    private static func number(
        _ type: FieldType, _ raw: UnsafeRawBufferPointer, at place: Int, _ order: ByteOrder
    ) -> Number {
        switch type {
        case .int8: .integer(Int64(Int8(bitPattern: raw[place])))
        case .uint8, .char, .bytes: .integer(Int64(raw[place]))
        case .int16: .integer(Int64(raw.integer(at: place, order, as: Int16.self)))
        case .uint16: .integer(Int64(raw.integer(at: place, order, as: UInt16.self)))
        case .int32: .integer(Int64(raw.integer(at: place, order, as: Int32.self)))
        case .uint32: .integer(Int64(raw.integer(at: place, order, as: UInt32.self)))
        case .int64: .integer(raw.integer(at: place, order, as: Int64.self))
        case .uint64:
            Int64(exactly: raw.integer(at: place, order, as: UInt64.self)).map(Number.integer)
                ?? .real(Double(raw.integer(at: place, order, as: UInt64.self)))
        case .float32:
            .real(Double(Float(bitPattern: raw.integer(at: place, order, as: UInt32.self))))
        case .float64: .real(Double(bitPattern: raw.integer(at: place, order, as: UInt64.self)))
        }
    }
}
