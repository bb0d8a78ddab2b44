internal import MetadataModel

/// A file within a ZIP archive, as the central directory states it.
struct ZIPEntry: Hashable, Sendable {
    /// The path within the archive; UTF-8 where it is valid, else Windows-1252.
    var name: String
    var comment = ""
    /// 0 stored, 8 deflated.
    var method: UInt16
    /// Bit 0 says encrypted.
    var flags: UInt16
    var crc32: UInt32
    var compressedByteCount: UInt64
    var byteCount: UInt64
    /// Date and time in the packed form of MS-DOS: local time of the writer, even seconds.
    var packedDate: UInt16
    var packedTime: UInt16
    /// Where the local header stands in the file.
    var offset: UInt64
    /// Where the header that was read stands in the file, and its length, name and all.
    var headerOffset: UInt64
    var headerByteCount: Int
    /// The version of the specification that a reader must know, in tenths; the upper byte is the
    /// system.
    var requiredVersion: UInt16 = 0
    /// Whether that is the local header, in which the fields stand two bytes earlier and the name
    /// sixteen.
    var isFromLocalHeader = false

    var isEncrypted: Bool { flags & 1 != 0 }
    var isFolder: Bool { name.hasSuffix("/") }

    /// The compression in words; `nil` for methods beyond the common ones.
    var methodName: String? {
        switch method {
        case 0: "stored"
        case 8: "deflate"
        case 9: "deflate64"
        case 12: "bzip2"
        case 14: "LZMA"
        case 93: "Zstandard"
        case 95: "XZ"
        default: nil
        }
    }

    /// `2026-03-01 12:30:08`; `nil` where the fields are no date.
    var modified: String? {
        let year = 1980 + Int(packedDate >> 9)
        let month = Int(packedDate >> 5 & 15)
        let day = Int(packedDate & 31)
        let hour = Int(packedTime >> 11)
        let minute = Int(packedTime >> 5 & 63)
        let second = Int(packedTime & 31) * 2
        guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60
        else { return nil }
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(year)-\(two(month))-\(two(day)) \(two(hour)):\(two(minute)):\(two(second))"
    }
}
