public import Extraction
internal import MetadataModel

/// Extracts the tags of every directory of a file of the TIFF family; pixels are never read.
///
/// Read are classic TIFF, BigTIFF and NDPI in both byte orders (see `TIFFLayout`), the chain of
/// directories, and the directories that hang on it: SubIFDs, Exif, GPS, interoperability.
///
/// | Key | Element | What |
/// |:----|:--------|:-----|
/// | `tiff.ByteOrder`, `tiff.Version`   | none | the header: `II` or `MM`, 42 or 43 |
/// | `tiff.DirectoryCount`              | none | directories of the chain |
/// | `tiff.ImageWidth` …                | IFD  | a tag, by its name in its specification |
/// | `tiff.Tag34999` …                  | IFD  | a tag that no table knows |
/// | `tiff.SubIFDs.ImageWidth` …        | IFD, SubIFD at segment 1 | the same of a subdirectory |
/// | `micromanager.Summary` …           | none | what Micro-Manager writes behind the header |
/// | `exif.ExposureTime`, `gps.GPSLatitude` … | IFD | Exif and GPS directories, and Exif tags among the image's |
/// | `iptc.` `icc.` `photoshop.` `geotiff.` `imagej.` `metamorph.` `lsm.` … | IFD | structures inside one tag |
///
/// Of a stack of like directories, the first states everything and the others what differs: see
/// ``TIFFReference`` for the rule. A rational is written as the fraction that is stored, `1/80`
/// (the denominator 1 left out), with the quotient as its number. Strings of one field that
/// are divided by NUL become one fact each. Text fields are opened as payloads.
///
/// Sources: TIFF 6.0 <https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf>; BigTIFF
/// <https://www.awaresystems.be/imaging/tiff/bigtiff.html>; those named beside the tag tables.
public struct TIFFExtractor: Extractor {
    public let id = "tiff"
    public let version = 2

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard let layout = TIFFLayout(header: header.bytes) else { return nil }
        // A DICOM file may carry a TIFF header in its preamble; it is DICOM all the same.
        guard !header.has("DICM", at: 128) || header.suffix.hasPrefix("tif") else { return nil }
        return .signature("\(layout.orderMark) \(layout.magic)")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let header = try reader.prefix(maximum: TIFFLayout.headerByteCount)
        guard let layout = TIFFLayout(header: header) else {
            throw ExtractionError(.malformed, "expected a TIFF header", offset: 0)
        }
        try TIFFFile(reader: reader, layout: layout).withOffsetsOfFullWidth().state(into: collector)
    }
}

extension TIFFFile {
    /// Adds the facts of the header and of all directories.
    func state(into collector: FactCollector) throws(ExtractionError) {
        collector.add(
            Fact(
                key: "tiff.ByteOrder", value: layout.orderMark,
                label: layout.order == .little ? "little-endian" : "big-endian",
                locus: Locus(offset: reader.baseOffset, length: 2, address: "header")))
        collector.integer(
            "tiff.Version", Int64(layout.magic), label: layout.isBig ? "BigTIFF" : nil,
            locus: Locus(offset: reader.baseOffset + 2, length: 2, address: "header"))
        collector.noteMetadata(Int(layout.firstOffsetPlace), understood: true)
        if let header = MicroManagerHeader(reader: reader, layout: layout) {
            header.state(into: collector)
        }
        var walk = TIFFWalk(self, into: collector)
        try walk.run()
    }
}

extension TIFFLayout {
    /// The byte order as the file writes it.
    var orderMark: String { order == .little ? "II" : "MM" }
}

extension TIFFFile {
    /// This file as NDPI, where a classic file is too long for its offsets and its first directory,
    /// read with offsets of full width, has Hamamatsu's mark.
    func withOffsetsOfFullWidth() -> TIFFFile {
        guard layout.variant == .classic, reader.count > UInt64(UInt32.max) else { return self }
        var wide = self
        wide.layout.variant = .wide
        let silent = FactCollector { _ in }
        guard let offset = try? wide.firstDirectoryOffset(),
            let first = try? wide.directory(at: offset, address: "IFD 0", into: silent),
            first.entry(65420) != nil
        else { return self }
        return wide
    }
}
