public import Extraction
internal import MetadataModel

/// Extracts the records of a packed Igor experiment (`.pxp`, `.pxt`): waves, variables, history and
/// procedures.
///
/// A record is a 16-bit type (its highest bit marks a superseded one), a 16-bit version, a 32-bit
/// length and the content.
///
/// | Type | Key                        | What                                                 |
/// |-----:|:---------------------------|:-----------------------------------------------------|
/// |    1 | `pxp.Variables.NAME`       | system variables, numeric and string variables        |
/// |    2 | `pxp.History`              | the commands that were run, and what they printed    |
/// |    3 | `pxp.Wave.…`               | a wave, an element each; keys as in ``IBWExtractor``  |
/// |    4 | `pxp.Recreation`           | the procedure that opens the windows again           |
/// |    5 | `pxp.Procedure`            | the main procedures                                  |
/// |    7 | `pxp.GetHistory`           | history text                                         |
/// |    8 | `pxp.PackedFile`           | a file within the experiment                          |
/// |    9 | `pxp.DataFolder`           | the name of a data folder that begins                 |
///
/// Source: WaveMetrics' Packed Experiment File Note (PTN003), as in
/// <https://www.wavemetrics.net/Downloads/FTP_Archive/IgorPro/Technical_Notes/>.
public struct PXPExtractor: Extractor {
    public let id = "pxp"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard ["pxp", "pxt", "uxp", "uxt", "arf"].contains(header.suffix),
            PXPRecords.order(of: header.bytes, fileByteCount: header.count) != nil
        else { return nil }
        return .suffix(header.suffix)
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: 8)
        guard let order = PXPRecords.order(of: head, fileByteCount: reader.count) else {
            throw ExtractionError(.malformed, "expected the header of a record", offset: 0)
        }
        var records = PXPRecords(reader, collector, order)
        try records.read()
    }
}
