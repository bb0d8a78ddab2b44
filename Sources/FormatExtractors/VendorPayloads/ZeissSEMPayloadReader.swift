internal import Extraction
internal import MetadataModel

/// Reads the parameters of a Zeiss SEM (tag 34118) as `zeiss.<Name>`.
///
/// Pairs of lines: a parameter's name, and its label with its value. The label stands before `=` or
/// ` :`, the value may end in a unit:
///
/// ```
/// AP_ACTUALKV
/// EHT = 25.00 kV
/// ```
///
/// becomes `zeiss.AP_ACTUALKV`, value `25.00 kV`, label `EHT`. Magnifications are written `105 X`
/// and `25.00 K X`. Numbers that stand before the first name are one list, `zeiss.Header`.
///
/// Source: Carl Zeiss SmartSEM, "Tagged image file format"; as read by Bio-Formats and tifffile.
struct ZeissSEMPayloadReader: PayloadReader {
    let signs = PayloadSigns(keys: ["tiff.CZ_SEM"])

    func claims(_ payload: Payload) -> Bool {
        payload.key == "tiff.CZ_SEM"
    }

    func read(
        _ payload: Payload, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        var header: [Number] = []
        var name: String?
        for line in payload.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let text = String(decoding: line, as: UTF8.self)
            if Self.isName(line) {
                name = text
            } else if let named = name {
                state(named, text, payload, at: line.startIndex, into: collector)
                name = nil
            } else if let number = Double(text) {
                header.append(.real(number))
            }
        }
        if !header.isEmpty {
            collector.numbers(
                "zeiss.Header", header, element: payload.element, locus: payload.locus)
        }
        return true
    }

    /// Whether a line is a parameter's name: `AP_`, `DP_`, `SV_` or another two letters, then
    /// capitals, digits and `_`.
    private static func isName(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count > 3, line[line.startIndex + 2] == UInt8(ascii: "_") else { return false }
        return line.allSatisfy {
            ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: "_")
        }
    }

    private func state(
        _ name: String, _ line: String, _ payload: Payload, at place: Int,
        into collector: FactCollector
    ) {
        let key = FactKey(segments: ["zeiss", name])
        let locus = Locus(
            offset: payload.locus.offset.map { $0 + UInt64(place) },
            length: UInt64(line.utf8.count), address: "\(payload.locus.address), \(name)")
        guard let divider = line.firstIndex(of: "=") ?? line.firstIndex(of: ":") else {
            collector.text(key, line, element: payload.element, locus: locus)
            return
        }
        let label = Self.trimmed(line[..<divider])
        let value = Self.trimmed(line[line.index(after: divider)...])
        if let magnification = Self.magnification(value) {
            collector.real(
                key, magnification, written: value, element: payload.element, label: label,
                locus: locus)
        } else {
            collector.text(
                key, value, element: payload.element, label: label, locus: locus)
        }
    }

    /// The number of `105 X` or `25.00 K X`.
    private static func magnification(_ value: String) -> Double? {
        let words = value.split(separator: " ")
        guard words.last == "X", let number = words.first.flatMap({ Double($0) }) else {
            return nil
        }
        switch words.dropFirst().dropLast() {
        case []: return number
        case ["K"]: return number * 1000
        default: return nil
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " }
        let end = start.lastIndex { $0 != " " }
        return end.map { String(start[...$0]) } ?? ""
    }
}
