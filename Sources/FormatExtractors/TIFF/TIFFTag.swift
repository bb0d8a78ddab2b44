internal import MetadataModel

/// What a directory's tags are called, what they mean, and how their values are read.
struct TIFFTag: Sendable {
    /// How the value of a tag is read.
    enum Reading: Sendable {
        /// As its field type says.
        case plain
        /// As plain, but of no interest for the second and later directories: places of pixels.
        case layout
        /// As offsets of directories.
        case directories(TIFFDirectoryKind)
        /// Bytes that are text.
        case text
        /// Four digits that are a version.
        case version
        /// Bytes that are UTF-16 in little-endian order, whatever the order of the file.
        case wideText
        /// Text behind an 8-byte name of its character code, as in Exif's `UserComment`.
        case codedText
        /// Degrees, minutes and seconds, with the tag that says north or south, east or west.
        case angle(reference: UInt16)
        /// A structure of its own.
        case block(any TIFFBlockReader)
    }

    /// Where the unit of a value stands.
    enum UnitSource: Sendable {
        case none
        /// The specification.
        case fixed(String)
        /// The text of another tag of the directory.
        case text(of: UInt16)
        /// The code in another tag of the directory; without one, `fallback`.
        case code(of: UInt16, units: [Int64: String], fallback: String?)
        /// As the code in `ResolutionUnit` says; where it says none, as ImageJ's description does.
        case resolution(isPerLength: Bool)
        /// The letter in another tag of the directory.
        case letter(of: UInt16, units: [String: String])
    }

    let name: String
    let key: FactKey
    var unit: UnitSource
    /// The meanings of a coded value.
    var codes: [Int64: String]?
    var reading = Reading.plain

    /// The tag that no table knows, by its number.
    static func unknown(_ number: UInt16, namespace: String) -> TIFFTag {
        TIFFTag(
            name: "Tag\(number)", key: FactKey(printed: "\(namespace).Tag\(number)"), unit: .none)
    }
}

/// The directories of a TIFF file, by the tags that may stand in them.
enum TIFFDirectoryKind: Int, Hashable, Sendable {
    case image, exif, gps, interoperability

    /// The first segment of the keys, and the name in addresses.
    var names: (namespace: String, address: String) {
        switch self {
        case .image: ("tiff", "SubIFD")
        case .exif: ("exif", "Exif")
        case .gps: ("gps", "GPS")
        case .interoperability: ("interoperability", "Interoperability")
        }
    }
}
