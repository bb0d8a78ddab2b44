public import Extraction
internal import MetadataModel

/// Extracts spectra in the EMSA/MAS format (ISO 22029): `#KEYWORD : value` above the data.
///
/// Keywords keep their names: `emsa.BEAMKV`. What a keyword says about its unit (`#ELSDET -kV`) is
/// the unit; else it is the one that the specification fixes. A keyword that comes again is an
/// element. Data are counted, not read.
///
/// Source: <https://www.microscopy.org/resources/scientific_data/fileformat.cfm>
public struct EMSAExtractor: Extractor {
    public let id = "emsa"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        var line = header.bytes.prefix(160).drop(while: { $0 <= 0x20 || $0 >= 0x80 })
        guard line.first == UInt8(ascii: "#") else { return nil }
        line = line.dropFirst().drop(while: \.isBlank)
        let text = String(decoding: line.prefix(80), as: UTF8.self).uppercased()
        return text.hasPrefix("FORMAT") && text.contains("EMSA")
            ? .signature("#FORMAT : EMSA/MAS") : nil
    }

    private static let units: [String: String] = [
        "BEAMKV": "kV", "EMISSION": "uA", "PROBECUR": "nA", "BEAMDIAM": "nm", "CONVANGLE": "mrad",
        "COLLANGLE": "mrad", "THICKNESS": "nm", "XTILTSTGE": "deg", "YTILTSTGE": "deg",
        "XPOSITION": "mm", "YPOSITION": "mm", "ZPOSITION": "mm", "DWELLTIME": "ms",
        "INTEGTIME": "ms", "ELEVANGLE": "deg", "AZIMANGLE": "deg", "SOLIDANGLE": "sr",
        "LIVETIME": "s", "REALTIME": "s", "TBEWIND": "um", "TAUWIND": "um", "TDEADLYR": "um",
        "TACTLYR": "um", "TALWIND": "um", "TPYWIND": "um", "TBNWIND": "um", "TDIWIND": "um",
        "THCWIND": "um",
    ]

    /// Bytes of the keywords that are read.
    private static let maximumByteCount = 1 << 20

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = SourceText(
            try reader.textPrefix(maximum: Self.maximumByteCount), offset: reader.baseOffset)
        var counts: [String: Int] = [:]
        var places = text
        var number = 0
        var place = 0
        var isEnded = false
        for line in text.bytes.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A })
        {
            number += 1
            place = line.startIndex
            guard let first = line.firstIndex(where: { $0 > 0x20 }),
                line[first] == UInt8(ascii: "#")
            else { continue }
            let limit = line.endIndex
            let colon = line[first...].firstIndex(of: UInt8(ascii: ":")) ?? limit
            let name = String(decoding: line[(first + 1)..<colon], as: UTF8.self)
            var end = limit
            var start = min(colon + 1, limit)
            while start < end, line[start] <= 0x20 { start += 1 }
            while end > start, line[end - 1] <= 0x20 { end -= 1 }
            collector.noteMetadata(line.count + 1, understood: true)
            state(
                name, String(decoding: line[start..<end], as: UTF8.self), &counts,
                places.locus(start..<end, "line \(number)"), into: collector)
            if name.uppercased().hasPrefix("ENDOFDATA") { isEnded = true }
        }
        text.reportInexact(to: collector)
        if !isEnded, reader.count <= UInt64(Self.maximumByteCount) {
            throw ExtractionError(
                .truncated, "the spectrum ends before #ENDOFDATA", offset: UInt64(place))
        }
    }

    private func state(
        _ written: String, _ value: String, _ counts: inout [String: Int], _ locus: Locus,
        into collector: FactCollector
    ) {
        // `XPOSITION mm` and `ELSDET -unit` state a unit of their own behind the keyword.
        let words = written.split { $0 == " " || $0 == "\t" || $0 == "-" }
        guard let name = words.first.map(String.init), !value.isEmpty else { return }
        let key = FactKey(segments: ["emsa", name])
        let count = counts[name, default: 0]
        counts[name] = count + 1
        var unit = words.count > 1 ? String(words[1]) : Self.units[name.uppercased()]
        if !UnitInName.applies(to: value.utf8) { unit = nil }
        let isNumber = value.last == "." && Double(value.dropLast()) != nil
        if isNumber, let number = Double(value.dropLast()) {
            // `21.` is a number in Fortran's spelling.
            collector.real(
                key, number, written: value,
                element: count == 0 ? .root : ElementPath(segment: 1, index: count), unit: unit,
                locus: locus)
            return
        }
        collector.text(
            key, value, element: count == 0 ? .root : ElementPath(segment: 1, index: count),
            unit: unit, locus: locus)
    }
}
