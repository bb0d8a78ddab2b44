public import Extraction
internal import MetadataModel

/// Reads the header of files of Physical Electronics' spectrometers (`.spe`, `.pro`, `.map`,
/// `.lin`, `.ang`, `.sem`): text between `SOFH` and `EOFH`; spectra are never read.
///
/// | Key                         | What                                                     |
/// |:----------------------------|:---------------------------------------------------------|
/// | `phi.InstrumentModel` …     | a line `key: value`; a key again is another element      |
/// | `phi.SpectralReg.Name` …    | the fields of a line `SpectralRegDef`, an element each   |
///
/// Source: no specification is public; MultiPak's text is its own, and the fields of a region are
/// those that pynxtools-xps documents <https://fairmat-nfdi.github.io/pynxtools-xps/>.
public struct PHIExtractor: Extractor {
    public let id = "phi"
    public let version = 1

    public init() {}

    private static let maximumHeaderByteCount = 4 << 20

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("SOFH\n") || header.has("SOFH\r") ? .signature("SOFH") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let header = try Self.header(of: reader)
        collector.noteMetadata(header.bytes.count, understood: true)
        if !header.isWhole {
            collector.report(
                Issue(
                    .truncated, "expected EOFH behind the header",
                    at: Locus(offset: UInt64(header.bytes.count))))
        }
        Self.state(header.bytes, offset: reader.baseOffset, into: collector)
    }

    /// The header up to its end mark, found by reading on as far as needed.
    private static func header(
        of reader: ByteReader
    ) throws(ExtractionError) -> (bytes: [UInt8], isWhole: Bool) {
        var count = 1 << 16
        while true {
            let bytes = try reader.prefix(maximum: count)
            let block = BinaryBlock(stored: bytes, order: .little, pieces: [], address: "")
            if let end = block.firstPlace(of: Array("\nEOFH".utf8)) {
                return (Array(bytes.prefix(end + 1)), true)
            }
            if bytes.count < count || count >= maximumHeaderByteCount {
                let text = bytes.prefix { $0 != 0 }
                return (Array(text), false)
            }
            count *= 8
        }
    }

    /// Adds the facts of the lines of a header.
    static func state(_ bytes: [UInt8], offset: UInt64?, into collector: FactCollector) {
        var text = SourceText(bytes, offset: offset)
        let lines = KeyValueLines(
            text.bytes, syntax: KeyValueSyntax(separators: [.colon]))
        var counts: [String: Int] = [:]
        for line in lines where !collector.isFull {
            let address = "line \(line.number)"
            let locus = text.locus(line.value, address)
            guard line.kind == .pair else {
                let bare = lines.text(line.value)
                guard bare != "SOFH", !bare.isEmpty else { continue }
                collector.text(
                    "phi.line", bare, element: element(counts["", default: 0]), locus: locus)
                counts["", default: 0] += 1
                continue
            }
            let name = lines.text(line.key)
            let value = lines.text(line.value)
            let index = counts[name, default: 0]
            counts[name] = index + 1
            state(name, value, element(index), locus, into: collector)
            if name == "SpectralRegDef" {
                stateRegion(value, ElementPath(segment: 1, index: index), locus, into: collector)
            }
        }
    }

    /// Units that would else be taken for days and amperes.
    private static let units = ["d": "deg", "A/min": "Å/min"]

    private static func element(_ index: Int) -> ElementPath {
        index == 0 ? .root : ElementPath(segment: 1, index: index)
    }

    private static func state(
        _ name: String, _ value: String, _ element: ElementPath, _ locus: Locus,
        into collector: FactCollector
    ) {
        let key: FactKey = FactKey(printed: "phi").appending(name)
        let words = value.split(separator: " ")
        if words.count == 2, let unit = units[String(words[1])], Double(words[0]) != nil {
            collector.text(
                key, String(words[0]), element: element, unit: unit,
                locus: locus.offset.map {
                    Locus(
                        offset: $0, length: UInt64(words[0].utf8.count), address: locus.address)
                } ?? locus)
            return
        }
        if name.hasSuffix("Date"), words.count == 3, let year = Int(words[0]),
            let month = Int(words[1]), let day = Int(words[2]),
            let span = TimeSpan(year: year, month: month, day: day)
        {
            collector.add(
                Fact(
                    key: key, element: element, value: value,
                    label: String(TimeSpan.timestamp(ofMicroseconds: span.start).prefix(10)),
                    date: span, locus: locus))
            return
        }
        collector.text(key, value, element: element, locus: locus)
    }

    private static let regionFields: [(name: String, unit: String?)] = [
        ("ID", nil), ("Active", nil), ("Name", nil), ("AtomicNumber", nil), ("PointCount", nil),
        ("Step", "eV"), ("Start", "eV"), ("End", "eV"), ("ROIStart", "eV"), ("ROIEnd", "eV"),
        ("DwellTime", "s"), ("PassEnergy", "eV"), ("Description", nil),
    ]

    /// Adds the fields of a region of a spectrum, where the line has all of them.
    private static func stateRegion(
        _ value: String, _ element: ElementPath, _ locus: Locus, into collector: FactCollector
    ) {
        let words = value.split(separator: " ").map(String.init)
        guard words.count == 13 else { return }
        for (field, word) in zip(regionFields, words) {
            // Energies of the region that is looked at, and the time, stand in this order in
            // all versions of the software: step, start, end, start, end, time, pass energy.
            collector.text(
                FactKey(printed: "phi.SpectralReg").appending(field.name), word, element: element,
                unit: field.unit, locus: Locus(address: locus.address))
        }
    }
}
