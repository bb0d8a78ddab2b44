internal import Extraction
internal import MetadataModel

/// One field of a volume, as its 16 or 20 bytes state it.
struct VSIField {
    /// What a field holds beside values.
    enum Kind {
        /// Volumes, one behind another.
        case volumes
        /// One volume.
        case volume
        /// The value itself, in place of a size.
        case inline
        case value
        /// Something that is no value and no volume: TIFF directories, vectors.
        case other
    }

    let place: Int
    let type: UInt32
    let tag: Int32
    /// Where the next field stands, from the volume's beginning; 0 at the end.
    let next: Int
    let size: Int32
    /// A number that tells like fields apart: of a dimension, of a channel.
    let secondTag: Int32?
    /// Where the data begin.
    let dataPlace: Int

    /// The type without its flags.
    var valueType: UInt32 { type & 0xFF_FFFF }
    var isArray: Bool { type & 0x2000_0000 != 0 && type & 0x5000_0000 == 0 }

    var kind: Kind {
        if type & 0x4000_0000 != 0 { return .inline }
        guard type & 0x1000_0000 != 0 else { return .value }
        switch valueType {
        case 0: return .volumes
        case 1, 2: return .volume
        default: return .other
        }
    }

    init?(_ block: BinaryBlock, at place: Int) {
        guard let type = block.integer(at: place, as: UInt32.self),
            let tag = block.integer(at: place + 4, as: Int32.self),
            let next = block.integer(at: place + 8, as: UInt32.self),
            let size = block.integer(at: place + 12, as: Int32.self)
        else { return nil }
        self.place = place
        self.type = type
        self.tag = tag
        self.next = Int(next)
        self.size = size
        let hasSecond = type & 0x0800_0000 != 0
        secondTag = hasSecond ? block.integer(at: place + 16, as: Int32.self) : nil
        dataPlace = place + (hasSecond ? 20 : 16)
    }
}

/// The head of a volume: 24 bytes of which the first two are their number, then `IS`.
struct VSIVolume {
    let place: Int
    let fieldsPlace: Int
    let fieldCount: Int
    let version: UInt32

    init?(_ block: BinaryBlock, at place: Int) {
        guard block.integer(at: place, as: UInt16.self) == 24, block.has("IS", at: place + 2),
            let version = block.integer(at: place + 4, as: UInt32.self),
            let offset = block.integer(at: place + 8, as: UInt64.self), offset >= 24,
            offset < UInt64(block.bytes.count),
            let flags = block.integer(at: place + 16, as: UInt32.self)
        else { return nil }
        self.place = place
        self.version = version
        fieldsPlace = place + Int(offset)
        fieldCount = Int(flags & 0xFFF_FFFF)
    }

    /// The fields in their order; each stands behind the one before.
    func fields(of block: BinaryBlock) -> [VSIField] {
        var fields: [VSIField] = []
        var place = fieldsPlace
        while fields.count < fieldCount, let field = VSIField(block, at: place) {
            fields.append(field)
            guard field.next > 0, self.place + field.next > place else { break }
            place = self.place + field.next
        }
        return fields
    }
}
