extension MakerNoteTable {
    /// The tags of Sigma.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Sigma.html>.
    static let sigma = MakerNoteTable(
        "sigma",
        """
        2 SerialNumber
        3 DriveMode
        4 ResolutionMode
        5 AFMode
        6 FocusSetting
        7 WhiteBalance
        8 ExposureMode
        9 MeteringMode: 8 Multi-segment
        10 LensFocalRange
        11 ColorSpace
        12 ExposureCompensation
        13 Contrast
        14 Shadow
        15 Highlight
        16 Saturation
        17 Sharpness
        18 X3FillLight
        20 ColorAdjustment
        21 AdjustmentMode
        22 Quality
        23 Firmware
        24 Software
        25 AutoBracket
        26 PreviewImageStart
        27 PreviewImageLength
        28 PreviewImageSize
        29 MakerNoteVersion
        30 PreviewImageSize
        31 AFPoint
        34 FileFormat
        36 Calibration
        38 FileFormat
        39 LensType
        42 LensFocalRange
        43 LensMaxApertureRange
        44 ColorMode: 0 n/a; 1 Sepia; 2 B&W; 3 Standard; 4 Vivid; 5 Neutral; 6 Portrait;
         7 Landscape; 8 FOV Classic Blue
        48 LensApertureRange
        49 FNumber
        50 ExposureTime
        51 ExposureTime2
        52 BurstShot
        53 ExposureCompensation
        57 SensorTemperature
        58 FlashExposureComp
        59 Firmware
        60 WhiteBalance
        61 PictureMode
        72 LensApertureRange
        73 FNumber
        74 ExposureTime
        75 ExposureTime2
        77 ExposureCompensation
        85 SensorTemperature
        86 FlashExposureComp
        87 Firmware2
        88 WhiteBalance
        89 DigitalFilter
        132 Model
        134 ISO
        135 ResolutionMode
        136 WhiteBalance
        140 Firmware
        287 CameraCalibration
        288 WBSettings
        289 WBSettings2
        """)
}
