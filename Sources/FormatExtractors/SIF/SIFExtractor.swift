public import Extraction
internal import MetadataModel

/// Extracts the headers of Andor's multi-channel files.
///
/// A file has up to five sections (signal, reference, background, live, source), each with a
/// header of text lines, in which single bytes stand for small numbers, and its samples, which are
/// passed over. A section that is not the first is an element at the first segment. Names are
/// those of Andor's own structures; lines whose fields are not known are kept as `sif.Line`.
///
/// | Line            | Keys                                                               |
/// |:----------------|:-------------------------------------------------------------------|
/// | acquisition     | `sif.timedate`, `temperature` (°C), `exposure_time` (s), …: see ``SIFNames`` |
/// | detector        | `sif.head_model`, `detector_format_x`, `detector_format_z`, `filename` |
/// | user text       | `sif.user_text`                                                    |
/// | shutter         | `sif.shutter.closing_time`, `opening_time`                         |
/// | calibration     | `sif.calibration.x_cal`, `rayleigh_wavelength`, `x_text`, …        |
/// | image           | `sif.image.left`, `no_images`, `total_length`, …                   |
/// | subimage        | `sif.subimage.left`, `vertical_bin`, …, an element each; `width` and |
/// |                 | `height` are its binned pixels from `left` to `right`, `bottom` to `top` |
/// | times           | `sif.time_stamp`                                                   |
///
/// Source: Andor, TInstaImage and following structures of the SIF file format
public struct SIFExtractor: Extractor {
    public let id = "sif"
    public let version = 2

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("Andor Technology Multi-Channel File")
            ? .signature("Andor Technology Multi-Channel File") : nil
    }

    private static let sections = ["signal", "reference", "background", "live", "source"]

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let lines = SIFLines(reader: reader, collector: collector)
        lines.state("signature", try lines.line())
        let head = try lines.line().split(separator: " ")
        if let version = head.first {
            lines.state("version", String(version))
        }
        guard head.count > 1, head[1] != "0" else { return }
        for (index, name) in Self.sections.enumerated() {
            if index > 0 {
                guard let isPresent = try lines.flag() else { return }
                guard isPresent else { continue }
            }
            lines.element = index == 0 ? .root : ElementPath(segment: 0, index: index)
            lines.place = name + ", "
            try SIFSection.read(lines)
        }
    }
}
