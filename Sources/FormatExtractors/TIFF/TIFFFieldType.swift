/// The type of the members of a TIFF field.
///
/// Sources: TIFF 6.0 section 2 <https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf>;
/// TIFF Technical Note 1 for `ifd`; BigTIFF <https://www.awaresystems.be/imaging/tiff/bigtiff.html>
/// for the 8-byte types; Exif 3.0 section 4.6.2 for `utf8`.
enum TIFFFieldType: UInt16 {
    case byte = 1, ascii, short, long, rational
    case signedByte, undefined, signedShort, signedLong, signedRational
    case float, double, ifd
    case long8 = 16, signedLong8, ifd8
    case utf8 = 129

    /// Bytes of one member.
    var byteCount: Int {
        switch self {
        case .byte, .ascii, .signedByte, .undefined, .utf8: 1
        case .short, .signedShort: 2
        case .long, .signedLong, .float, .ifd: 4
        case .rational, .signedRational, .double, .long8, .signedLong8, .ifd8: 8
        }
    }
}
