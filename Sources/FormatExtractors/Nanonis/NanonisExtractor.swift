public import Extraction
internal import MetadataModel

/// Extracts the header of SPECS Nanonis files: images (`.sxm`), spectra (`.dat`) and grids (`.3ds`);
/// samples are never read.
///
/// | File   | Line                                 | Fact                                          |
/// |:-------|:-------------------------------------|:----------------------------------------------|
/// | `.sxm` | `:Bias>Bias (V):`, the value below   | ``nanonis.Bias.`Bias (V)` `` in V              |
/// | `.sxm` | a table divided by tabs              | `nanonis.DATA_INFO.Unit`, an element a row     |
/// | `.dat` | `X (m)<TAB>-1.9E-8`                  | ``nanonis.`X (m)` `` in m                      |
/// | `.dat` | the columns below `[DATA]`           | `nanonis.Column`, an element each             |
/// | `.3ds` | `Grid dim="64 x 64"`                 | ``nanonis.`Grid dim` ``                        |
///
/// `>` divides module and parameter. Pairs such as `SCAN_RANGE` are a fact as written and one each
/// for `x` and `y`.
///
/// Source: Nanonis SPM Control Software user manual, file formats; see
/// <https://github.com/underchemist/nanonispy>.
public struct NanonisExtractor: Extractor {
    public let id = "nanonis"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        switch NanonisKind(header) {
        case .image: .signature(":NANONIS_VERSION:")
        case .spectrum: .signature("Experiment or Saved Date")
        case .grid: .signature("Grid dim=")
        case nil: nil
        }
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: FileHeader.maximumByteCount)
        let kind =
            NanonisKind(FileHeader(bytes: head, name: "", count: reader.count)) ?? .spectrum
        let (bytes, isMarked) = try LeadingText.bytes(of: reader, upTo: kind.end)
        var header = NanonisHeader(bytes, offset: reader.baseOffset, collector)
        switch kind {
        case .image: header.readTags()
        case .spectrum: header.readPairs(divider: 0x09)
        case .grid: header.readPairs(divider: UInt8(ascii: "="))
        }
        collector.noteMetadata(bytes.count, understood: true)
        guard isMarked else {
            throw ExtractionError(
                .truncated, "expected \(kind.end) behind the header", offset: reader.count)
        }
        if kind == .spectrum {
            try NanonisHeader.readColumns(reader, behind: UInt64(bytes.count), into: collector)
        }
    }
}

/// The kinds of Nanonis files.
enum NanonisKind {
    case image, spectrum, grid

    init?(_ header: FileHeader) {
        // Some spectra begin with a byte order mark.
        let start = header.has([0xEF, 0xBB, 0xBF]) ? 3 : 0
        if header.has(":NANONIS_VERSION:", at: start) {
            self = .image
        } else if header.has("Grid dim=", at: start) {
            self = .grid
        } else if header.suffix == "dat",
            header.has("Experiment\t", at: start) || header.has("Saved Date\t", at: start)
                || header.has("Filename\t", at: start)
        {
            self = .spectrum
        } else {
            return nil
        }
    }

    /// What stands behind the header.
    var end: String {
        switch self {
        case .image: ":SCANIT_END:"
        case .spectrum: "[DATA]"
        case .grid: ":HEADER_END:"
        }
    }
}
