internal import Extraction
internal import MetadataModel

/// Reads the header that TVIPS EM-MENU keeps where tag 37706 points to, or in tag 37708, as `tvips.`.
///
/// A first structure of 244 bytes is followed, in files of version 2, by a second that ends with
/// `0xAAAAAAAA`. Both are written in the byte order of the file.
///
/// Source: TVIPS, "EMMENU 4 TIFF format", structures `EMTIFF_V1` and `EMTIFF_V2`
/// <https://www.tvips.com/imaging-software/em-menu/>.
struct TVIPSReader: TIFFBlockReader {
    private static let first = StructureTable(
        namespace: "tvips",
        """
        0 int32 Version
        4 char[80] CommentV1
        84 int32 HighTension
        88 int32 SphericalAberration
        92 int32 IlluminationAperture
        96 int32 Magnification
        100 int32 PostMagnification
        104 int32 FocalLength
        108 int32 Defocus
        112 int32 Astigmatism
        116 int32 AstigmatismDirection
        120 int32 BiprismVoltage
        124 int32 SpecimenTiltAngle
        128 int32 SpecimenTiltDirection
        132 int32 IlluminationTiltDirection
        136 int32 IlluminationTiltAngle
        140 int32 ImageMode
        144 int32 EnergySpread
        148 int32 ChromaticAberration
        152 int32 ShutterType
        156 int32 DefocusSpread
        160 int32 CcdNumber
        164 int32 CcdSize
        168 int32 OffsetXV1
        172 int32 OffsetYV1
        176 int32 PhysicalPixelSize
        180 int32 Binning
        184 int32 ReadoutSpeed
        188 int32 GainV1
        192 int32 SensitivityV1
        196 int32 ExposureTimeV1
        200 int32 FlatCorrected
        204 int32 DeadPxCorrected
        208 int32 ImageMean
        212 int32 ImageStd
        216 int32 DisplacementX
        220 int32 DisplacementY
        224 int32 DateV1
        228 int32 TimeV1
        232 int32 ImageMin
        236 int32 ImageMax
        240 int32 ImageStatisticsQuality
        """)

    private static let second = StructureTable(
        namespace: "tvips",
        """
        0 wchar[80] ImageName
        160 wchar[80] ImageFolder
        320 int32 ImageSizeX
        324 int32 ImageSizeY
        328 int32 ImageSizeZ
        332 int32 ImageSizeE
        336 int32 ImageDataType
        340 int32 Date
        344 int32 Time
        348 wchar[512] Comment
        1372 wchar[512] ImageHistory
        2396 float32[16] Scaling
        2460 float64[32] ImageStatistics
        2716 int32 ImageType
        2720 int32 ImageDisplayType
        2724 float32 PixelSizeX nm
        2728 float32 PixelSizeY nm
        2732 float32 ImageDistanceZ
        2736 float32 ImageDistanceE
        2740 float32[32] ImageMisc
        2868 wchar[80] TemType
        3028 float32 TemHighTension V
        3032 float32[32] TemAberrations
        3160 float32[32] TemEnergy
        3288 int32 TemMode
        3292 float32 TemMagnification
        3296 float32 TemMagnificationCorrection
        3300 float32 PostMagnification
        3304 int32 TemStageType
        3308 float32[5] TemStagePosition
        3328 float32[2] TemImageShift
        3336 float32[2] TemBeamShift
        3344 float32[2] TemBeamTilt
        3352 float32[7] TilingParameters
        3380 float32[3] TemIllumination
        3392 int32 TemShutter
        3396 float32[32] TemMisc
        3524 wchar[80] CameraType
        3684 float32 PhysicalPixelSizeX nm
        3688 float32 PhysicalPixelSizeY nm
        3692 int32 OffsetX
        3696 int32 OffsetY
        3700 int32 BinningX
        3704 int32 BinningY
        3708 float32 ExposureTime ms
        3712 float32 Gain
        3716 float32 ReadoutRate
        3720 wchar[80] FlatfieldDescription
        3880 float32 Sensitivity
        3884 float32 Dose
        3888 float32[32] CamMisc
        4016 wchar[512] FeiMicroscopeInformation
        5040 wchar[512] FeiSpecimenInformation
        6064 uint32 Magic
        """)

    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        guard let offset = try field.pointedOffset() else { return false }
        // Later versions repeat the header as a field of full length.
        if field.entry.tag != 37706, let first = field.directory.entry(37706),
            try field.file.integer(of: first) == Int64(offset)
        {
            return true
        }
        let block = try BinaryBlock(
            at: offset, count: Self.first.byteCount + Self.second.byteCount, of: field)
        guard let version = block.integer(at: 0, as: Int32.self), version == 1 || version == 2
        else { return false }
        Self.first.state(block, element: field.element, into: collector)
        if version == 2 {
            let rest = BinaryBlock(
                block, at: Self.first.byteCount, count: Self.second.byteCount)
            guard rest.integer(at: Self.second.byteCount - 4, as: UInt32.self) == 0xAAAA_AAAA else {
                throw ExtractionError(
                    .malformed, "expected the mark 0xAAAAAAAA at the end of the header",
                    at: rest.locus(at: Self.second.byteCount - 4, count: 4))
            }
            Self.second.state(rest, element: field.element, into: collector)
        }
        return true
    }
}
