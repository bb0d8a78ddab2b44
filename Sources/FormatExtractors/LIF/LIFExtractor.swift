public import Extraction
internal import MetadataModel
internal import XMLReading

/// Extracts what Leica's LIF, LOF, XLEF, XLCF and XLIF files say; pixels are never read.
///
/// A LIF is a sequence of blocks, each behind `70 00 00 00` and its length as a 32-bit integer.
/// The first block is the document; each of the others names a block of memory, whose bytes
/// follow it. A LOF is one such block of memory with the document behind it. The others of the
/// family are the document alone. All numbers are little-endian, all texts UTF-16.
///
/// | Key | Element | What |
/// |:----|:--------|:-----|
/// | `lif.Element.Data.Image.ImageDescription…` | as in any XML | the document, below its root |
/// | `lif.…ScannerSetting.dblVoxelX` | as above | `Variant` of a record, by its `Identifier` |
/// | `lif.Image.SizeX` … | Image | what is scattered in the document; see ``LIFDocument`` |
/// | `lif.MemoryBlock.Id`, `.Size`   | MemoryBlock | a block of memory |
/// | `lif.MajorVersion`, `.MinorVersion` | none    | of a LOF |
///
/// A length or an origin of a dimension has the unit that its `Unit` states; settings of scans are
/// in SI units, wavelengths in nm.
///
/// Source: Leica Microsystems, "LAS X LIF/LOF/XLEF file format".
public struct LIFExtractor: Extractor {
    public let id = "lif"
    public let version = 1

    static let rootName = "LMSDataContainerHeader"

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has([0x70, 0, 0, 0]), header.has([0x2A], at: 8) {
            return .signature("70 00 00 00, 2A")
        }
        guard XMLProlog(header.bytes)?.localRootName == Self.rootName else { return nil }
        return .signature("root element \(Self.rootName)")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        guard try reader.prefix(maximum: 4).elementsEqual([0x70, 0, 0, 0]) else {
            let document = LIFDocument(collector: collector)
            return try XMLStream(reader: reader, limits: collector.limits).send(to: document)
        }
        var blocks = LIFBlocks(reader: reader, collector: collector)
        try blocks.state()
    }
}

extension XMLDialect {
    /// The documents of Leica's LAS AF and LAS X.
    static let leica = XMLDialect(
        replacesRoot: true,
        units: [
            "ATLConfocalSettingDefinition": settingUnits,
            "ATLCameraSettingDefinition": settingUnits,
            "AdditionalZPosition": ["ZPosition": "m"],
            "LaserLineSetting": ["LaserLine": "nm"],
            "Laser": ["Wavelength": "nm"],
            "MultiBand": [
                "LeftWorld": "nm", "RightWorld": "nm", "TargetWaveLengthBegin": "nm",
                "TargetWaveLengthEnd": "nm",
            ],
        ],
        parts: [
            "ScannerSettingRecord": record(name: "Identifier"),
            "FilterSettingRecord": record(name: "Attribute"),
            "ATLCameraSettingRecord": record(name: "Identifier"),
        ],
        measured: [
            "DimensionDescription": ["Length", "Origin"],
            "ChannelDescription": ["Min", "Max"],
        ],
        fileTimeElements: ["TimeStampList"]
    )

    /// Settings of a scan, or of a camera, are in SI units.
    private static let settingUnits = [
        "StagePosX": "m", "StagePosY": "m", "ZPosition": "m", "Pinhole": "m", "LineTime": "s",
        "FrameTime": "s", "CycleTime": "s", "CompleteTime": "s", "PixelDwellTime": "s",
        "ScanSpeed": "Hz",
    ]

    private static func record(name: String) -> [String: ValuePart] {
        [name: .name(rank: 0), "Variant": .value]
    }
}
