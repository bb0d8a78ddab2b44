internal import Extraction
internal import MetadataModel

extension TIFFField {
    /// Adds the size of a pixel as ImageJ takes it from the resolutions of its files.
    ///
    /// | Key | From | Unit |
    /// |:----|:-----|:-----|
    /// | `imagej.pixelWidth`  | 1 / `XResolution` | that of lengths |
    /// | `imagej.pixelHeight` | 1 / `YResolution` | that of lengths |
    ///
    /// 72 pixels an inch is what ImageJ writes, and takes, for no size at all.
    ///
    /// Source: `FileInfo.pixelWidth`, `TiffEncoder` and `TiffDecoder` of ImageJ 1.54,
    /// <https://imagej.net/ij/developer/api/ij/ij/io/FileInfo.html>
    func stateImageJPixelSize(
        _ resolution: [TIFFRational], into collector: FactCollector
    ) throws(ExtractionError) {
        let names = [282: "pixelWidth", 283: "pixelHeight"] as [UInt16: String]
        guard let name = names[entry.tag], key.description.hasPrefix("tiff."),
            resolution.count == 1, let description = directory.entry(270),
            description.type == .ascii,
            try file.bytes(of: description, maximum: 7).starts(with: "ImageJ=".utf8),
            let unit = try lengthUnit(), unit.utf8.contains(where: { $0 > 0x20 })
        else { return }
        let perUnit = resolution[0].number.double
        let size = Double(resolution[0].denominator) / Double(resolution[0].numerator)
        guard size.isFinite, size > 0, !(unit == "in" && perUnit == 72) else { return }
        collector.real(
            FactKey(segments: ["imagej", name]), size, element: element, unit: unit, locus: locus)
    }
}
