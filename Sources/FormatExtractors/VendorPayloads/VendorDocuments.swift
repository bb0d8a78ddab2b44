internal import Extraction
internal import MetadataModel
internal import XMLReading

/// The XML that whole-slide scanners and plate readers put into a tag of their TIFF files, with
/// the units that their makers fix.
///
/// | Root | Maker | Units |
/// |:-----|:------|:------|
/// | `scn` | Leica SCN | sizes and offsets of collections and views in nm |
/// | `iScan`, `Metadata`, `EncodeInfo` | Ventana BIF | `ScanRes`, `Z-spacing` in µm |
/// | `PerkinElmer-QPI-ImageDescription` | Akoya QPTIFF | `ExposureTime` in µs |
/// | `DataObject` | Philips | as DICOM has them: `DICOM_PIXEL_SPACING` in mm |
/// | `Root` | PerkinElmer Flex | as its `Unit` attributes state |
///
/// Keys stand below the key that held the text, as for any XML: see ``XMLFacts``.
///
/// Sources: <https://openslide.org/formats/leica/>, `…/ventana/`, `…/philips/`; Akoya, "Image
/// format: QPTIFF".
struct VendorDocuments: PayloadReader {
    let signs = PayloadSigns(beginnings: ["<"])

    private static let dialects: [String: XMLDialect] = [
        "scn": XMLDialect(units: [
            "collection": ["sizeX": "nm", "sizeY": "nm"],
            "view": [
                "sizeX": "nm", "sizeY": "nm", "offsetX": "nm", "offsetY": "nm", "spacingZ": "nm",
            ],
        ]),
        "iScan": ventana, "Metadata": ventana, "EncodeInfo": ventana,
        "PerkinElmer-QPI-ImageDescription": XMLDialect(units: [
            "PerkinElmer-QPI-ImageDescription": [
                "ExposureTime": "us", "PixelSizeMicrons": "um", "ScanWidthMicrons": "um",
            ],
            "ScanResolution": ["PixelSizeMicrons": "um"],
        ]),
        "DataObject": XMLDialect(quotedNumberUnits: ["DICOM_PIXEL_SPACING": "mm"]),
    ]

    private static let ventana = XMLDialect(units: [
        "iScan": ["ScanRes": "um", "Z-spacing": "um"],
        "AOI0": ["ScanRes": "um"],
    ])

    func claims(_ payload: Payload) -> Bool {
        let head = payload.bytes.prefix(FileHeader.maximumByteCount)
        guard head.first(where: { $0 > 0x20 }) == UInt8(ascii: "<"),
            let root = XMLProlog(head)?.localRootName
        else { return false }
        return Self.dialects[root] != nil
    }

    func read(
        _ payload: Payload, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        let head = payload.bytes.prefix(FileHeader.maximumByteCount)
        guard let root = XMLProlog(head)?.localRootName, let dialect = Self.dialects[root] else {
            return false
        }
        let facts = XMLFacts(
            key: payload.key, element: payload.element, dialect: dialect,
            holder: PayloadHolder(payload), collector: collector)
        try XMLStream(reader: payload.reader, limits: collector.limits)
            .send(to: facts, encoding: .utf8)
        return true
    }
}
