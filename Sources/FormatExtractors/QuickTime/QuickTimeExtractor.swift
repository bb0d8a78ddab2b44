public import Extraction
internal import MetadataModel

/// Extracts the atoms of a QuickTime movie or an MP4 video; samples are skipped.
///
/// | Key | What |
/// |:----|:-----|
/// | `quicktime.ftyp.MajorBrand` … | the kind of file |
/// | `quicktime.mvhd.TimeScale` … | the movie; times count seconds since 1904 |
/// | `quicktime.trak.tkhd.Width` … | the tracks, one element each |
/// | `quicktime.trak.stsd.Format` … | what the samples are: codec, size, depth, rate |
/// | `quicktime.udta.©nam` … | what people and cameras wrote: title, make, model, place |
/// | `quicktime.meta.com.apple.quicktime.make` … | the same by name |
///
/// Sources: Apple, "QuickTime File Format"; ISO/IEC 14496-12 and 14496-14.
public struct QuickTimeExtractor: Extractor {
    public let id = "quicktime"
    public let version = 2

    private static let firstAtoms: [StaticString] = [
        "ftyp", "moov", "mdat", "wide", "free", "skip", "pnot",
    ]

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.bytes.count >= 16,
            let type = Self.firstAtoms.first(where: { header.has($0, at: 4) }),
            // A size of 0 or 1 is written by the standard for the rest of the file and 64 bits.
            header.bytes[0] == 0 || header.has("mdat", at: 4)
        else { return nil }
        return .signature("atom \(type)")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var walk = QuickTimeWalk(reader, collector)
        try walk.read(from: 0, to: reader.count, key: "quicktime", depth: 0)
    }
}
