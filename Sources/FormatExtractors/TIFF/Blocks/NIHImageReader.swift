internal import Extraction
internal import MetadataModel

/// Reads the header that NIH Image keeps in tag 43314, big-endian in every file, as `nih.`.
///
/// Source: NIH Image 1.63, record `PicHeader` of its file format
/// <https://imagej.net/nih-image/more-docs/>.
struct NIHImageReader: TIFFBlockReader {
    private static let header = StructureTable(
        namespace: "nih",
        """
        0 char[8] FileID
        8 int16 nLines
        10 int16 PixelsPerLine
        12 int16 Version
        14 int16 OldLutMode
        16 int16 OldnColors
        18 uint8[96] Colors
        114 int16 OldColorStart
        116 int16 ColorWidth
        118 uint16[18] ExtraColors
        154 int16 nExtraColors
        156 int16 ForegroundIndex
        158 int16 BackgroundIndex
        160 float64 XScale
        172 int16 UnitsID
        174 int16 p1.x
        176 int16 p1.y
        178 int16 p2.x
        180 int16 p2.y
        182 int16 CurveFitType
        184 int16 nCoefficients
        186 float64[6] Coeff
        234 pascal[16] UM
        251 uint8 BinaryPic
        252 int16 SliceStart
        254 int16 SliceEnd
        256 float32 ScaleMagnification
        260 int16 nSlices
        262 float32 SliceSpacing
        266 int16 CurrentSlice
        268 float32 FrameInterval
        272 float32 PixelAspectRatio
        276 int16 ColorStart
        278 int16 ColorEnd
        280 int16 nColors
        294 uint8 Table
        295 uint8 LutMode
        296 uint8 InvertedTable
        297 uint8 ZeroClip
        298 pascal[12] XUnit
        310 int16 StackType
        """)

    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let block = try BinaryBlock(field, order: .big)
        guard block.has("IPICIMAG") else { return false }
        Self.header.state(block, element: field.element, into: collector)
        return true
    }
}
