public import Extraction
internal import MetadataModel

/// Extracts the header of an image in Esperanto, Rigaku Oxford Diffraction's exchange format: lines
/// of a fixed width, each a word and its values.
///
/// Keys are `esperanto.` and the word; words with named members are stated besides by member:
/// `esperanto.IMAGE.lnx`.
///
/// Source: the layout as FabIO documents it
/// <https://www.silx.org/doc/fabio/latest/api/formats.html>.
public struct EsperantoExtractor: Extractor {
    public let id = "esperanto"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("ESPERANTO FORMAT") ? .signature("ESPERANTO FORMAT") : nil
    }

    /// Words and the names of their members; a line that begins with `+` goes on with the one above.
    private static let members: [String: [String]] = {
        var members: [String: [String]] = [:]
        var word = ""
        for line in table.split(separator: "\n") {
            let names = line.split(separator: " ").map(String.init)
            guard let first = names.first else { continue }
            if first != "+" { word = first }
            members[word, default: []] += names.dropFirst()
        }
        return members
    }()

    private static let table = """
        IMAGE lnx lny lbx lby spixelformat
        SPECIAL_CCD_1 delectronsperadu ldarkcorrectionswitch lfloodfieldcorrectionswitch/mode
        + dsystemdcdb2gain ddarksignal dreadnoiserms
        SPECIAL_CCD_2 ioverflowflag ioverflowafterremeasureflag inumofdarkcurrentimages
        + inumofmultipleimages loverflowthreshold
        SPECIAL_CCD_3 ldetector_descriptor lisskipcorrelation lremeasureturbomode
        + bfsoftbinningflag bflownoisemodeflag
        SPECIAL_CCD_4 lremeasureinturbo_done lisoverflowthresholdchanged
        + loverflowthresholdfromimage lisdarksignalchanged lisreadnoisermschanged lisdarkdone
        + lisremeasurewithskipcorrelation lcorrelationshift
        SPECIAL_CCD_5 dblessingrej ddarksignalfromimage dreadnoisermsfromimage dtrueimagegain
        TIME dexposuretimeinsec doverflowtimeinsec doverflowfilter
        MONITOR lmon1 lmon2 lmon3 lmon4
        PIXELSIZE drealpixelsizex drealpixelsizey dsithicknessmmforpixeldetector
        STARTANGLESINDEG dom_s dth_s dka_s dph_s
        ENDANGLESINDEG dom_e dth_e dka_e dph_e
        GONIOMODEL_1 dbeam2indeg dbeam3indeg detectorrotindeg_x detectorrotindeg_y
        + detectorrotindeg_z dxorigininpix dyorigininpix dalphaindeg dbetaindeg ddistanceinmm
        GONIOMODEL_2 dzerocorrectionsoftindeg_om dzerocorrectionsoftindeg_th
        + dzerocorrectionsoftindeg_ka dzerocorrectionsoftindeg_ph
        WAVELENGTH dalpha1 dalpha2 dalpha12 dbeta1
        MONOCHROMATOR ddvalue-prepolfac orientation-type
        """

    private static let units: [String: String] = [
        "TIME": "s", "PIXELSIZE": "mm", "STARTANGLESINDEG": "deg", "ENDANGLESINDEG": "deg",
        "WAVELENGTH": "Å", "WAVELENGTHVALUES": "Å",
    ]

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = HeaderText(try reader.prefix(maximum: 256), offset: 0)
        let words = head.words(0..<head.bytes.count).map(head.text)
        // `ESPERANTO FORMAT 1 CONSISTING OF 25 LINES OF 256 BYTES EACH`
        let numbers = words.prefix(12).compactMap { Int($0) }
        guard numbers.count >= 3, (1...1000).contains(numbers[1]), (32...4096).contains(numbers[2])
        else {
            throw ExtractionError(.malformed, "expected the number and width of lines", offset: 0)
        }
        let text = HeaderText(
            try reader.prefix(maximum: numbers[1] * numbers[2]), offset: 0)
        var facts = HeaderFacts(text, key: "esperanto", into: collector)
        for line in text.lines.prefix(numbers[1]) {
            let parts = text.words(text.trimmed(line.range))
            guard let first = parts.first else { continue }
            let word = text.text(first)
            guard parts.count > 1 else { continue }
            let value = parts[1].lowerBound..<(parts.last?.upperBound ?? first.upperBound)
            facts.add(word, value, line: line.number)
            for (member, part) in zip(Self.members[word] ?? [], parts.dropFirst()) {
                facts.add(
                    [word, member], text.text(part), unit: Self.units[word],
                    text.locus(part, line: line.number))
            }
        }
        collector.noteMetadata(text.bytes.count, understood: true)
        if text.bytes.count < numbers[1] * numbers[2] {
            throw ExtractionError(
                .truncated, "expected \(numbers[1] * numbers[2]) bytes of header",
                offset: UInt64(text.bytes.count))
        }
    }
}
