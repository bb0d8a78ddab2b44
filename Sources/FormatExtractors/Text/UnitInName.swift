internal import Extraction
internal import MetadataModel

/// Finds the unit that a name states: `Voltage (kV)`, `Exposure[ms]`, `X, um`.
enum UnitInName {
    /// The unit at the end of a name, if it is a known one.
    static func unit(of name: String) -> String? {
        parts(of: name)?.unit
    }

    /// The name without its unit, and the unit: `Voltage` and `kV`.
    static func parts(of name: String) -> (name: String, unit: String)? {
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
        guard let start, start > 0, end - start > 2 else { return nil }
        let written = trimmed(bytes[(start + 1)..<(end - 1)])
        let rest = trimmed(bytes[..<start])
        guard !written.isEmpty, written.utf8.count <= 16, !rest.isEmpty, Fact.isUnit(written)
        else { return nil }
        return (rest, written)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        while bytes.first?.isBlank == true { bytes.removeFirst() }
        while bytes.last?.isBlank == true { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
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
