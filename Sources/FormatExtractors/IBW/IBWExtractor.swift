public import Extraction
internal import MetadataModel

/// Extracts an Igor binary wave (`.ibw`, `.bwav`): WaveMetrics' file of one array with its scaling,
/// units, labels and note. The array's values are never read.
///
/// Versions 1, 2, 3 and 5 in both byte orders; the order shows in the version's own two bytes. Keys
/// are `ibw.` and the names of Igor's C structures:
///
/// | Key                                   | What                                             |
/// |:--------------------------------------|:-------------------------------------------------|
/// | `ibw.version` `ibw.wfmSize` …         | `BinHeader`, sizes of the parts                  |
/// | `ibw.bname` `ibw.type` `ibw.npnts` …  | `WaveHeader2` or `WaveHeader5`                   |
/// | `ibw.nDim` `ibw.sfA` `ibw.sfB`        | points, step and start of a dimension, an element each; `hsA` and `hsB` before version 5 |
/// | `ibw.dataUnits` `ibw.dimUnits`        | units, also the longer ones behind the data      |
/// | `ibw.dimLabels`                       | labels of a dimension, then of its members        |
/// | `ibw.note`                            | the note, opened where it is lines of keys and values |
/// | `ibw.formula` `ibw.text`              | the dependency formula; the members of a text wave |
///
/// Source: WaveMetrics' Technical Note 003, Igor Binary Format
/// <https://www.wavemetrics.net/Downloads/FTP_Archive/IgorPro/Technical_Notes/>.
public struct IBWExtractor: Extractor {
    public let id = "ibw"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard let order = IBWWave.order(of: header.bytes) else { return nil }
        let isNamed = header.suffix == "ibw" || header.suffix == "bwav"
        guard isNamed || IBWWave.isPlausible(header.bytes, order, fileByteCount: header.count)
        else { return nil }
        return isNamed ? .signature("version of a binary wave") : .appearance("a binary wave")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.bytes(at: 0, count: 2)
        guard let order = IBWWave.order(of: head) else {
            throw ExtractionError(.unsupported, "expected version 1, 2, 3 or 5", offset: 0)
        }
        var wave = IBWWave(
            StructureReading(reader, collector, order: order, key: "ibw", end: reader.count))
        try wave.read()
    }
}
