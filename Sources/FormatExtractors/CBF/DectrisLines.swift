internal import Extraction
internal import MetadataModel

/// Reads the lines that detectors of Dectris write into CBF headers and TIFF descriptions, as
/// `dectris.`.
///
/// | Line | Fact |
/// |:-----|:-----|
/// | `# Detector: PILATUS 2M, S/N 24-0107` | `dectris.Detector` |
/// | `# Pixel_size 172e-6 m x 172e-6 m`    | `dectris.Pixel_size`, `….x`, `….y` in m |
/// | `# Silicon sensor, thickness 0.000320 m` | ``dectris.`Silicon sensor, thickness` `` |
/// | `# Beam_xy (738.03, 1095.40) pixels`  | `dectris.Beam_xy` |
/// | `# 2011-07-22T15:44:22.176`           | `dectris.Timestamp` |
///
/// Source: Dectris, "PILATUS CBF header specification", version 1.4
/// <https://www.dectris.com/support/manuals-docs/>.
struct DectrisPayloadReader: PayloadReader {
    let signs = PayloadSigns(beginnings: ["#"])

    func claims(_ payload: Payload) -> Bool {
        guard let first = payload.bytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "#")
        else { return false }
        let text = HeaderText(payload.bytes, offset: nil)
        let head = 0..<min(payload.bytes.count, 4096)
        return text.first("# Detector:", in: head) != nil
            || text.first("# Pixel_size", in: head) != nil
            || text.first("# Exposure_time", in: head) != nil
    }

    func read(
        _ payload: Payload, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        let holder = PayloadHolder(payload)
        let address = payload.locus.address
        let text = HeaderText(
            payload.bytes, offset: holder.hasExactOffsets ? payload.locus.offset : nil,
            place: address.isEmpty ? "" : address + ", ")
        var facts = HeaderFacts(
            text, key: "dectris", element: payload.element, into: collector)
        for line in text.lines { Self.add(line, text, &facts) }
        return true
    }

    private static func add(
        _ line: HeaderText.Line, _ text: HeaderText, _ facts: inout HeaderFacts
    ) {
        let whole = text.trimmed(line.range)
        guard text.has("#", at: whole) else { return }
        let range = text.trimmed((whole.lowerBound + 1)..<whole.upperBound)
        guard let first = text.bytes[range].first else { return }
        guard !first.isDigit else {
            facts.add("Timestamp", range, line: line.number)
            return
        }
        let key: Range<Int>
        if let place = text.first(", thickness ", in: range) {
            key = range.lowerBound..<(place + 11)
        } else {
            guard let word = text.words(range).first else { return }
            key = word
        }
        var name = key
        if let last = name.last, [UInt8(ascii: ":"), UInt8(ascii: "=")].contains(text.bytes[last]) {
            name = name.lowerBound..<last
        }
        var value = text.trimmed(key.upperBound..<range.upperBound)
        if text.has("=", at: value) || text.has(":", at: value) {
            value = text.trimmed((value.lowerBound + 1)..<value.upperBound)
        }
        let written = text.text(name)
        guard !written.isEmpty else { return }
        facts.add(written, value, line: line.number)
        addMembers(written, value, text, &facts, line: line.number)
    }

    /// Adds the numbers of `172e-6 m x 172e-6 m` and of `(738.03, 1095.40) pixels` by axis.
    private static func addMembers(
        _ name: String, _ value: Range<Int>, _ text: HeaderText, _ facts: inout HeaderFacts,
        line: Int
    ) {
        if name == "Pixel_size", let place = text.first(" x ", in: value) {
            facts.add(
                [name, "x"], text.text(value.lowerBound..<place),
                text.locus(value.lowerBound..<place, line: line))
            facts.add(
                [name, "y"], text.text(place + 3..<value.upperBound),
                text.locus(place + 3..<value.upperBound, line: line))
        } else if name == "Beam_xy", text.has("(", at: value),
            let comma = text.first(",", in: value), let end = text.first(")", in: value),
            comma < end
        {
            for (axis, range) in [
                ("x", text.trimmed(value.lowerBound + 1..<comma)),
                ("y", text.trimmed(comma + 1..<end)),
            ] {
                facts.add(
                    [name, axis], text.text(range), unit: "px",
                    text.locus(range, line: line))
            }
        }
    }
}
