internal import Extraction
internal import MetadataModel

/// One storage or stream of a compound file, as its directory states it.
struct CompoundEntry: Sendable {
    enum Kind: Sendable, Hashable {
        case root, storage, stream
    }

    let kind: Kind
    /// The names from the root's child down to this entry; empty for the root.
    let path: [String]
    /// The class that can open the entry; absent where it is all zeros.
    let classID: String?
    /// 100 nanoseconds since 1601, in UTC; 0 where it is not stated.
    let created: UInt64
    let modified: UInt64
    /// The first sector of the stream.
    let start: UInt32
    /// Bytes of the stream.
    let count: UInt64
    /// Where the directory's record stands in the file, if it stands in one piece.
    let locus: Locus

    /// The path as readers print it: `ImageInfo/Angles`. Control characters that mark reserved
    /// streams are left out: `SummaryInformation`.
    var name: String {
        path.map(Self.printable).joined(separator: "/")
    }

    /// A stream's name without the control character that marks what it is.
    static func printable(_ segment: String) -> String {
        String(String.UnicodeScalarView(segment.unicodeScalars.filter { $0.value >= 0x20 }))
    }

    /// The last name of the path, without control characters.
    var lastName: String { path.last.map(Self.printable) ?? "" }

    /// Whether the entry's name begins with the mark of a property set.
    var isPropertySet: Bool { path.last?.unicodeScalars.first?.value == 5 && kind == .stream }
}

/// Times of Windows, 100 nanoseconds since 1601.
enum FileTime {
    /// Microseconds from 1601 to 1970.
    private static let epoch: Int64 = 11_644_473_600_000_000

    /// The time as ISO text in UTC; `nil` where it is 0 or beyond the year 9999.
    static func text(_ ticks: UInt64) -> String? {
        guard ticks > 0, ticks / 10 < UInt64(Int64.max) else { return nil }
        let microseconds = Int64(ticks / 10) - epoch
        guard microseconds < 253_402_300_800_000_000 else { return nil }
        return TimeSpan.timestamp(ofMicroseconds: microseconds)
    }
}

/// Identifiers of classes and formats as Windows writes them.
enum GUIDText {
    /// The text of 16 bytes: a 32-bit and two 16-bit little-endian numbers, then eight bytes.
    static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.count == 16 else { return nil }
        let all = Array(bytes)
        let order = [3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15]
        return order.map { $0 < 0 ? "-" : hexadecimal(all[$0]) }.joined()
    }

    /// Two digits of base 16, in upper case.
    static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
    }
}
