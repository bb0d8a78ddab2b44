internal import Extraction
internal import MetadataModel

/// The value of a tag, with its place in the file.
struct DMValue {
    indirect enum Content {
        case text(String)
        case truth(Bool)
        /// Numbers, of which a long list has only the first; how many there are; whether they have
        /// single precision.
        case numbers([Number], count: Int, isSingle: Bool)
        /// The fields of a structure that names them.
        case fields([(name: String, number: Number)])
        /// The first members of an array of structures, and how many there are.
        case members([DMValue], count: UInt64)
        /// Bytes of a structure that is not known.
        case opaque([UInt8])
        /// An image's samples, which are not read.
        case samples(count: UInt64, DMType)
    }

    var content: Content
    var offset: UInt64
    var byteCount: UInt64
}

/// The simple types of values.
enum DMType: String {
    case int16, int32, uint16, uint32, float32, float64, boolean, char, octet, int64, uint64

    init?(code: UInt64) {
        switch code {
        case 2: self = .int16
        case 3: self = .int32
        case 4: self = .uint16
        case 5: self = .uint32
        case 6: self = .float32
        case 7: self = .float64
        case 8: self = .boolean
        case 9: self = .char
        case 10: self = .octet
        case 11: self = .int64
        case 12: self = .uint64
        default: return nil
        }
    }

    var byteCount: Int {
        switch self {
        case .boolean, .char, .octet: 1
        case .int16, .uint16: 2
        case .int32, .uint32, .float32: 4
        case .float64, .int64, .uint64: 8
        }
    }

    /// The same type as other binary structures name it.
    var field: StructureLayout.FieldType {
        switch self {
        case .boolean, .octet: .uint8
        case .char: .int8
        case .int16: .int16
        case .uint16: .uint16
        case .int32: .int32
        case .uint32: .uint32
        case .int64: .int64
        case .uint64: .uint64
        case .float32: .float32
        case .float64: .float64
        }
    }
}
