internal import Extraction
internal import MetadataModel

/// Reads the header that Park Systems' probes keep in tag 50435 of their images, as `park.`.
///
/// All of it is little-endian; texts are UTF-16. Files of version 1 end before `ZServoGain`.
///
/// Source: Park Systems, PSIA TIFF format, as in Gwyddion's `psia` module.
struct ParkReader: TIFFBlockReader {
    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        guard field.entry.byteCount >= 284, !field.entry.isInline else { return false }
        var header = StructureReading(
            field.file.reader, collector, order: .little, key: "park", element: field.element,
            place: field.address, from: field.entry.offset,
            end: field.entry.offset + UInt64(field.entry.byteCount))
        try header.state(Self.header, allowsShort: true)
        return true
    }

    private static let header = StructureLayout(
        """
        uint32 ImageType
        wchar[32] SourceName
        wchar[8] ImageMode
        float64 LPFStrength
        uint32 AutoFlatten
        uint32 ACTrack
        uint32 Width px
        uint32 Height px
        float64 Angle deg
        uint32 SineScan
        float64 OverScan
        uint32 FastScanDir
        uint32 SlowScanDir
        uint32 XYSwap
        float64 XScanSize µm
        float64 YScanSize µm
        float64 XOffset µm
        float64 YOffset µm
        float64 ScanRate Hz
        float64 SetPoint
        wchar[8] SetPointUnit
        float64 TipBias V
        float64 SampleBias V
        float64 DataGain
        float64 ZScale
        float64 ZOffset
        wchar[8] ZUnit
        int32 DataMin
        int32 DataMax
        int32 DataAvg
        uint32 Compression
        uint32 LogScale
        uint32 Square
        float64 ZServoGain
        float64 ZScannerRange
        wchar[8] XYVoltageMode
        wchar[8] ZVoltageMode
        wchar[8] XYServoMode
        uint32 DataType
        int32 -
        int32 -
        float64 NCMAmplitude
        float64 NCMFrequency
        float64 HeadRotationAngle deg
        wchar[16] CantileverName
        """,
        labels: [
            "ImageType": [0: "2D mapped", 1: "line profile", 2: "spectroscopy"],
            "FastScanDir": [0: "backward", 1: "forward"],
            "SlowScanDir": [0: "down", 1: "up"],
            "DataType": [0: "16-bit integer", 1: "32-bit integer", 2: "32-bit real"],
        ])
}
