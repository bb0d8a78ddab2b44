public import Extraction
internal import MetadataModel

/// Extracts the chunks of an AVI video, a WAV sound, and of any other RIFF file that has no
/// extractor of its own; frames and samples are skipped.
///
/// | Key | What |
/// |:----|:-----|
/// | `riff.FormType` | `AVI`, `WAVE` … |
/// | `riff.avih.Width` … | the video's main header |
/// | `riff.strh.Handler`, `riff.strf.BitCount` … | the streams, one element each |
/// | `riff.INFO.ISFT` … | what people and programs wrote |
/// | `riff.fmt.SampleRate`, `riff.bext.Description` … | sound |
///
/// Sources: Microsoft, "AVI RIFF File Reference"; Microsoft, "Multimedia Programming Interface and
/// Data Specifications 1.0"; EBU Tech 3285 for `bext`.
public struct RIFFExtractor: Extractor {
    public let id = "riff"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.bytes.count >= 12 else { return nil }
        return header.has("RIFF") || header.has("RF64") ? .signature("RIFF") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var walk = RIFFWalk(reader, collector)
        try walk.read(from: 0, to: reader.count, list: "", depth: 0)
    }
}
