internal import Extraction

/// What the bytes of one value mean.
struct HDF5Datatype {
    indirect enum Kind {
        case integer(HDF5Integer)
        case real(HDF5Real)
        case time
        case text(HDF5Text)
        case bitfield(HDF5Integer)
        case opaque(tag: String)
        case compound([Member])
        case reference(Reference)
        case enumeration(HDF5Datatype, [Enumerator])
        case sequence(HDF5Datatype)
        case variableText(HDF5Text)
        case array(HDF5Datatype, [Int])
        case complex(HDF5Datatype)
    }

    struct Member {
        let name: String
        let offset: Int
        let type: HDF5Datatype
    }

    struct Enumerator {
        let name: String
        let code: Int64
    }

    enum Reference: String {
        case object = "object reference"
        case region = "region reference"
        case other = "reference"
    }

    let kind: Kind
    /// Bytes of one value.
    let byteCount: Int

    var isText: Bool {
        switch kind {
        case .text, .variableText: true
        case .integer, .real, .time, .bitfield, .opaque, .compound, .reference, .enumeration,
            .sequence, .array, .complex:
            false
        }
    }

    /// The name that a person gives to the type: `uint16`, `float64`, `string`.
    var name: String {
        switch kind {
        case .integer(let integer):
            return (integer.isSigned ? "int" : "uint") + "\(byteCount * 8)"
                + (integer.order == .big && byteCount > 1 ? " big-endian" : "")
        case .real(let real):
            return "float\(byteCount * 8)" + (real.order == .big ? " big-endian" : "")
        case .time: return "time"
        case .text: return "string of \(byteCount) bytes"
        case .variableText: return "string"
        case .bitfield: return "bitfield\(byteCount * 8)"
        case .opaque(let tag):
            return "opaque of \(byteCount) bytes" + (tag.isEmpty ? "" : " " + tag)
        case .compound(let members):
            return "compound ("
                + members.map { "\($0.name) \($0.type.name)" }.joined(separator: ", ")
                + ")"
        case .reference(let reference): return reference.rawValue
        case .enumeration(let base, let members):
            let names = members.prefix(64).map { "\($0.name)=\($0.code)" }
            return "enumeration of \(base.name) (" + names.joined(separator: ", ") + ")"
        case .sequence(let base): return "sequence of \(base.name)"
        case .array(let base, let counts):
            return "array \(counts.map(String.init).joined(separator: " × ")) of \(base.name)"
        case .complex(let part): return "complex of \(part.name)"
        }
    }
}

/// How an integer's bits lie in its bytes.
struct HDF5Integer {
    let order: ByteOrder
    let isSigned: Bool
    let bitOffset: Int
    let bitCount: Int
}

/// How a floating-point number's bits lie in its bytes.
struct HDF5Real {
    let order: ByteOrder
    let isVAX: Bool
    let sign: Int
    let exponent: (at: Int, count: Int)
    let mantissa: (at: Int, count: Int)
    let bias: Int
    let hasImpliedBit: Bool
}

/// How a text ends.
struct HDF5Text {
    enum Padding: Int {
        case nulTerminated, nulPadded, spacePadded
    }

    let padding: Padding

    init(code: Int) {
        padding = Padding(rawValue: code & 15) ?? .nulTerminated
    }

    /// The text in its bytes, without what pads it.
    func text(in bytes: ArraySlice<UInt8>) -> String {
        TextDecoding.text(of: Array(self.bytes(in: bytes))).text
    }

    /// The bytes of the text itself.
    func bytes(in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = bytes
        if padding != .spacePadded, let end = text.firstIndex(of: 0) {
            // A file may pad with NULs and still hold a NUL between two lines; what follows it is
            // kept only where NUL does not end the text by definition.
            let rest = text[end...]
            if padding == .nulTerminated || rest.allSatisfy({ $0 == 0 }) { text = text[..<end] }
        }
        let pad: UInt8 = padding == .spacePadded ? 0x20 : 0
        while let last = text.last, last == pad || last == 0 { text = text.dropLast() }
        return text
    }
}
