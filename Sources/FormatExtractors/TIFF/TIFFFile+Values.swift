internal import Extraction
internal import MetadataModel

extension TIFFFile {
    /// Calls `body` with the bytes of a value, or with as many of them as `maximum` allows.
    func withValue<Result>(
        of entry: TIFFEntry, maximum: Int = .max,
        _ body: (UnsafeRawBufferPointer) throws(ExtractionError) -> Result
    ) throws(ExtractionError) -> Result {
        let byteCount = min(entry.byteCount, maximum)
        guard entry.isInline else {
            return try reader.withBytes(at: entry.offset, count: byteCount, body)
        }
        return try withUnsafeBytes(of: entry.inlineBytes) { bytes throws(ExtractionError) in
            try body(UnsafeRawBufferPointer(rebasing: bytes[0..<byteCount]))
        }
    }

    /// The bytes of a value, or as many of them as `maximum` allows.
    func bytes(of entry: TIFFEntry, maximum: Int = .max) throws(ExtractionError) -> [UInt8] {
        try withValue(of: entry, maximum: maximum) { bytes throws(ExtractionError) in Array(bytes) }
    }

    /// The members of a numeric value, or the first of them; rationals as their quotients.
    func numbers(of entry: TIFFEntry, maximum: Int = .max) throws(ExtractionError) -> [Number] {
        let width = entry.type.byteCount
        let count = min(entry.count, maximum)
        return try withValue(of: entry, maximum: count * width) { bytes throws(ExtractionError) in
            var numbers: [Number] = []
            numbers.reserveCapacity(count)
            for place in 0..<count {
                numbers.append(number(entry.type, bytes, at: place * width))
            }
            return numbers
        }
    }

    /// The first member of a numeric value as an integer; `nil` where it is none.
    func integer(of entry: TIFFEntry?) throws(ExtractionError) -> Int64? {
        guard let entry, entry.count > 0,
            case .integer(let value)? = try numbers(of: entry, maximum: 1).first
        else { return nil }
        return value
    }

    /// One member of a numeric value.
    private func number(
        _ type: TIFFFieldType, _ bytes: UnsafeRawBufferPointer, at place: Int
    ) -> Number {
        switch type {
        case .byte, .ascii, .undefined, .utf8: .integer(Int64(bytes[place]))
        case .signedByte: .integer(Int64(Int8(bitPattern: bytes[place])))
        case .short: .integer(Int64(bytes.integer(at: place, order, as: UInt16.self)))
        case .signedShort: .integer(Int64(bytes.integer(at: place, order, as: Int16.self)))
        case .long, .ifd: .integer(Int64(bytes.integer(at: place, order, as: UInt32.self)))
        case .signedLong: .integer(Int64(bytes.integer(at: place, order, as: Int32.self)))
        case .float:
            .real(Double(Float(bitPattern: bytes.integer(at: place, order, as: UInt32.self))))
        case .double: .real(Double(bitPattern: bytes.integer(at: place, order, as: UInt64.self)))
        case .long8, .ifd8:
            Number(bytes.integer(at: place, order, as: UInt64.self))
        case .signedLong8: .integer(bytes.integer(at: place, order, as: Int64.self))
        case .rational, .signedRational:
            TIFFRational(bytes, at: place, order, isSigned: type == .signedRational).number
        }
    }

    /// The members of a value whose type is a rational one.
    func rationals(of entry: TIFFEntry, maximum: Int = .max) throws(ExtractionError)
        -> [TIFFRational]
    {
        let count = min(entry.count, maximum)
        return try withValue(of: entry, maximum: count * 8) { bytes throws(ExtractionError) in
            (0..<count).map {
                TIFFRational(bytes, at: $0 * 8, order, isSigned: entry.type == .signedRational)
            }
        }
    }
}

extension Number {
    /// An unsigned number, exact where 63 bits hold it.
    init(_ value: UInt64) {
        self = Int64(exactly: value).map { .integer($0) } ?? .real(Double(value))
    }
}

/// A TIFF rational: a numerator and a denominator.
struct TIFFRational {
    let numerator: Int64
    let denominator: Int64

    init(_ bytes: UnsafeRawBufferPointer, at place: Int, _ order: ByteOrder, isSigned: Bool) {
        if isSigned {
            numerator = Int64(bytes.integer(at: place, order, as: Int32.self))
            denominator = Int64(bytes.integer(at: place + 4, order, as: Int32.self))
        } else {
            numerator = Int64(bytes.integer(at: place, order, as: UInt32.self))
            denominator = Int64(bytes.integer(at: place + 4, order, as: UInt32.self))
        }
    }

    /// The quotient; not finite where the denominator is 0.
    var number: Number {
        denominator == 1 ? .integer(numerator) : .real(Double(numerator) / Double(denominator))
    }

    /// The fraction as stored, the denominator 1 left out: `72`, `720000/10000`, `1/80`, `5/0`.
    var spelling: String {
        denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
    }
}
