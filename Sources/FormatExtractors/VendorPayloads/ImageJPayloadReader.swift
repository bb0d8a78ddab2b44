internal import Extraction
internal import MetadataModel

/// Reads the description that ImageJ writes, as `imagej.`: lines `key=value` behind `ImageJ=1.53t`.
///
/// | Key | Unit |
/// |:----|:-----|
/// | `imagej.spacing`   | as `unit` says |
/// | `imagej.finterval` | as `tunit` says, else s |
/// | `imagej.fps`       | Hz |
///
/// Source: <https://imagej.net/ij/developer/api/ij/ij/io/FileInfo.html> and
/// `FileSaver.getDescriptionString` of ImageJ 1.54.
struct ImageJPayloadReader: PayloadReader {
    let signs = PayloadSigns(beginnings: ["ImageJ="])

    func claims(_ payload: Payload) -> Bool {
        payload.bytes.starts(with: "ImageJ=".utf8)
    }

    func read(
        _ payload: Payload, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        let description = ImageJDescription(payload.bytes)
        var units = ["finterval": description["tunit"] ?? "s", "fps": "Hz"]
        units["spacing"] = description.unit
        KeyValueFacts(
            base: "imagej", element: payload.element, units: units,
            place: payload.locus.address + ", "
        ).collect(
            payload.bytes, offset: payload.locus.offset,
            syntax: KeyValueSyntax(separators: [.equals]), into: collector)
        return true
    }
}

/// The values of an ImageJ description by key.
struct ImageJDescription {
    private var values: [String: String] = [:]

    init(_ bytes: [UInt8]) {
        let lines = KeyValueLines(bytes, syntax: KeyValueSyntax(separators: [.equals]))
        for line in lines where line.kind == .pair {
            values[lines.text(line.key)] = lines.text(line.value)
        }
    }

    subscript(key: String) -> String? { values[key] }

    /// The unit of lengths, `\u00B5` of Java resolved; `nil` for pixels.
    var unit: String? {
        guard let written = self["unit"], written != "pixel", written != "pixels" else {
            return nil
        }
        var parts = written.split(separator: "\\u", omittingEmptySubsequences: false)
        var unit = String(parts.removeFirst())
        for part in parts {
            guard let code = UInt32(part.prefix(4), radix: 16), let scalar = Unicode.Scalar(code)
            else { return written }
            unit.unicodeScalars.append(scalar)
            unit += part.dropFirst(4)
        }
        return unit
    }
}
