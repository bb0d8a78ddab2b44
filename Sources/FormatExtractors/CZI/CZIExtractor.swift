public import Extraction
internal import MetadataModel
internal import XMLReading

/// Extracts what a Zeiss CZI (ZISRAW) file says: its header, its XML, its directories of
/// sub-blocks and attachments, and the metadata of sub-blocks; pixels are never read.
///
/// A CZI is a sequence of segments, each behind a header of 32 bytes: a name of 16, and the
/// allocated and the used bytes as 64-bit integers. All numbers are little-endian.
///
/// | Segment           | Keys                                  | Element        |
/// |:------------------|:--------------------------------------|:---------------|
/// | `ZISRAWFILE`      | `czi.FileHeader.Major` …              | none           |
/// | `ZISRAWMETADATA`  | `czi.Metadata.Information.Image.SizeX` … | as in any XML |
/// | `ZISRAWDIRECTORY` | `czi.SubBlockDirectory.SizeX`, `.StartX` … | none      |
/// | `ZISRAWSUBBLOCK`  | `czi.SubBlock.Tags.StageXPosition` …  | SubBlock       |
/// | `ZISRAWATTDIR`, `ZISRAWATTACH` | `czi.Attachment.Name` …  | Attachment     |
///
/// `SizeX` of the directory is how far the sub-blocks of full resolution reach from `StartX` on,
/// by every dimension that they have. An attachment that is a CZI itself, such as the image of
/// the label, is read in the same way below `czi.Attachment`.
///
/// Source: Carl Zeiss, "ZEISS CZI file format", DOC-CZI-format 1.2.2,
/// <https://zeiss.github.io/libczi/>
public struct CZIExtractor: Extractor {
    public let id = "czi"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("ZISRAWFILE\0") ? .signature("ZISRAWFILE") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let file = CZIFile(
            reader: reader, start: 0, end: reader.count, key: "czi", element: .root, depth: 0,
            collector: collector)
        try file.state()
    }
}

extension XMLDialect {
    /// The metadata of a CZI, with the units that its schema fixes.
    static let czi = XMLDialect(
        replacesRoot: true,
        units: [
            "Distance": ["Value": "m"],
            "Channel": [
                "ExcitationWavelength": "nm", "EmissionWavelength": "nm", "PinholeSize": "µm",
                "ExposureTime": "ns",
            ],
            "CameraFrameSetup": ["ExposureTime": "ms"],
            "Objective": ["WorkingDistance": "µm"],
            "LaserScanInfo": ["PixelTime": "s", "LineTime": "s", "FrameTime": "s"],
            "AcquisitionModeSetup": [
                "ScalingX": "m", "ScalingY": "m", "ScalingZ": "m", "PixelPeriod": "s",
            ],
            "Scene": ["CenterPosition": "µm", "ContourSize": "µm"],
            "Tags": ["StageXPosition": "µm", "StageYPosition": "µm", "FocusPosition": "µm"],
        ]
    )
}
