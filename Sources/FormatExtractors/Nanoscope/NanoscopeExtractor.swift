public import Extraction
internal import MetadataModel

/// Extracts the header of a Bruker, Veeco or Digital Instruments NanoScope file (`.spm`, `.000`,
/// `.001` …): lines of text up to `\*File list end`; images and curves are never read.
///
/// | Line                       | Fact                                                         |
/// |:---------------------------|:-------------------------------------------------------------|
/// | `\*Ciao image list`        | none; a list of that name again is the next element at segment 1 |
/// | `\Samps/line: 512`         | ``nanoscope.`Ciao image list`.Samps/line``                    |
/// | `\@2:Z scale: V [Sens. Zsens] (0.0003 V/LSB) 24.5 V` | ``nanoscope.`Ciao image list`.`@2:Z scale` ``, see below |
///
/// The value of a `\@` line is a Ciao value: `V` a number that a hard scale (in parentheses) and a soft
/// scale (in brackets, the name of another line) convert, `C` a scale for another value, `S` a choice
/// with its internal name in brackets and the name for people in quotes. The text is kept as
/// written; its number and unit are the fact's, the name for people is its label, and the scales are
/// facts of their own below it: `SoftScale`, `HardScale`.
///
/// Source: Digital Instruments' NanoScope command reference, appendix on file formats, as in
/// Gwyddion's `nanoscope` module <https://gwyddion.net>.
public struct NanoscopeExtractor: Extractor {
    public let id = "nanoscope"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        for mark in [
            "\\*File list", "\\*Force file list", "?*File list", "?*Force file list",
            "\\*EC File list",
        ]
        where header.bytes.starts(with: mark.utf8) {
            return .signature(mark)
        }
        return nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var lines = NanoscopeLines(reader, collector)
        try lines.read()
    }
}
