internal import Extraction
internal import MetadataModel

/// Finds the unit that a name states: `Voltage (kV)`, `Exposure[ms]`, `X, um`.
enum UnitInName {
    /// The unit at the end of a name, if it is a known one.
    static func unit(of name: String) -> String? {
        var bytes = Array(name.utf8)
        while bytes.last?.isBlank == true { bytes.removeLast() }
        let start: Int?
        var end = bytes.count
        switch bytes.last {
        case UInt8(ascii: ")"): start = bytes.lastIndex(of: UInt8(ascii: "("))
        case UInt8(ascii: "]"): start = bytes.lastIndex(of: UInt8(ascii: "["))
        default:
            start = bytes.lastIndex(of: UInt8(ascii: ","))
            end += 1
        }
        guard var start, start > 0, end - start > 2 else { return nil }
        start += 1
        end -= 1
        while start < end, bytes[start].isBlank { start += 1 }
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        guard start < end, end - start <= 16 else { return nil }
        let written = String(decoding: bytes[start..<end], as: UTF8.self)
        return Fact.isUnit(written) ? written : nil
    }

    /// Whether a value begins as numbers do: only then does the unit of its name apply to it.
    static func applies(to value: some Sequence<UInt8>) -> Bool {
        for byte in value where !byte.isBlank {
            return byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
                || byte == UInt8(ascii: ".")
        }
        return false
    }
}
