internal import Extraction

/// How a file of the TIFF family writes its numbers and directories, as its header says.
///
/// | Variant | Magic | Offsets | Entry | Directory |
/// |:--------|:------|--------:|------:|:----------|
/// | classic | 42    |       4 |    12 | count (2), entries, next offset (4) |
/// | BigTIFF | 43    |       8 |    20 | count (8), entries, next offset (8) |
/// | NDPI    | 42    |     4+4 |    12 | count (2), entries, next offset (8), high words (4 an entry) |
///
/// NDPI is classic TIFF for slides over 4 GiB: the upper halves of the value fields stand behind
/// the directory. Camera-raw and document formats with a magic number of their own in front of
/// plain TIFF directories (Panasonic RW2, Olympus ORF, Microsoft MDI) are read as classic.
///
/// Sources: TIFF 6.0 section 2; <https://www.awaresystems.be/imaging/tiff/bigtiff.html>;
/// <https://openslide.org/formats/hamamatsu/> for NDPI.
struct TIFFLayout: Hashable {
    enum Variant: Hashable {
        case classic, big, wide
    }

    var order: ByteOrder
    let magic: UInt16
    var variant: Variant

    /// Bytes of the longest header.
    static let headerByteCount = 16

    /// The layout that a file's first bytes state; `nil` where they are no TIFF header.
    init?(header: some RandomAccessCollection<UInt8>) {
        let bytes = Array(header.prefix(Self.headerByteCount))
        guard bytes.count >= 8, bytes[0] == bytes[1] else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "I"):
            order = .little
            magic = UInt16(bytes[3]) << 8 | UInt16(bytes[2])
        case UInt8(ascii: "M"):
            order = .big
            magic = UInt16(bytes[2]) << 8 | UInt16(bytes[3])
        default: return nil
        }
        switch magic {
        case 42, 0x55, 0x4F52, 0x5352: variant = .classic
        case 43: variant = .big
        default: return nil
        }
    }

    var isBig: Bool { variant == .big }
    /// Where the offset of the first directory stands.
    var firstOffsetPlace: UInt64 { isBig ? 8 : 4 }
    var countByteCount: Int { isBig ? 8 : 2 }
    var entryByteCount: Int { isBig ? 20 : 12 }
    /// Bytes of an entry that hold the value itself where it is short enough.
    var inlineByteCount: Int { isBig ? 8 : 4 }
    /// Bytes of the offset of the next directory.
    var nextByteCount: Int { variant == .classic ? 4 : 8 }
}
