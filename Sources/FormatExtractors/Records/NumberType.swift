internal import Extraction
internal import MetadataModel

/// The types of numbers that binary records hold.
enum NumberType: String, Sendable, Hashable, CaseIterable {
    case int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32, float64

    var byteCount: Int {
        switch self {
        case .int8, .uint8: 1
        case .int16, .uint16: 2
        case .int32, .uint32, .float32: 4
        case .int64, .uint64, .float64: 8
        }
    }

    /// The number at a place that the caller has checked.
    func number(
        in bytes: UnsafeRawBufferPointer, at place: Int, _ order: ByteOrder
    ) -> Number {
        switch self {
        case .int8: .integer(Int64(bytes.integer(at: place, order, as: Int8.self)))
        case .uint8: .integer(Int64(bytes.integer(at: place, order, as: UInt8.self)))
        case .int16: .integer(Int64(bytes.integer(at: place, order, as: Int16.self)))
        case .uint16: .integer(Int64(bytes.integer(at: place, order, as: UInt16.self)))
        case .int32: .integer(Int64(bytes.integer(at: place, order, as: Int32.self)))
        case .uint32: .integer(Int64(bytes.integer(at: place, order, as: UInt32.self)))
        case .int64: .integer(bytes.integer(at: place, order))
        case .uint64:
            Int64(exactly: bytes.integer(at: place, order, as: UInt64.self)).map(Number.integer)
                ?? .real(Double(bytes.integer(at: place, order, as: UInt64.self)))
        case .float32:
            .real(Double(Float(bitPattern: bytes.integer(at: place, order, as: UInt32.self))))
        case .float64: .real(Double(bitPattern: bytes.integer(at: place, order, as: UInt64.self)))
        }
    }

    /// How a number of this type is spelled: a single-precision one as short as it was meant.
    func spelling(of number: Number) -> String {
        self == .float32 ? Fact.spelling(of: Float(number.double)) : number.spelling
    }
}
