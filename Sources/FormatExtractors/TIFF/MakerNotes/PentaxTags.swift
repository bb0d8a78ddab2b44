extension MakerNoteTable {
    /// The tags of Pentax.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Pentax.html>.
    static let pentax = MakerNoteTable(
        "pentax",
        """
        0 PentaxVersion
        1 PentaxModelType
        2 PreviewImageSize
        3 PreviewImageLength
        4 PreviewImageStart
        5 PentaxModelID
        6 Date
        7 Time
        8 Quality: 0 Good; 1 Better; 2 Best; 3 TIFF; 4 RAW; 5 Premium;
         7 RAW (pixel shift enabled); 8 Dynamic Pixel Shift; 65535 n/a
        9 PentaxImageSize
        11 PictureMode
        12 FlashMode
        13 FocusMode
        14 AFPointSelected
        15 AFPointsInFocus: 0 (none)
        16 FocusPosition
        18 ExposureTime
        19 FNumber
        20 ISO
        21 LightReading
        22 ExposureCompensation
        23 MeteringMode: 0 Multi-segment; 1 Center-weighted average; 2 Spot
        24 AutoBracketing
        25 WhiteBalance
        26 WhiteBalanceMode: 1 Auto (Daylight); 2 Auto (Shade); 3 Auto (Flash);
         4 Auto (Tungsten); 6 Auto (Daylight Fluorescent); 7 Auto (Day White Fluorescent);
         8 Auto (White Fluorescent); 10 Auto (Cloudy); 65534 Unknown; 65535 User-Selected
        27 BlueBalance
        28 RedBalance
        29 FocalLength
        30 DigitalZoom
        31 Saturation
        32 Contrast
        33 Sharpness
        34 WorldTimeLocation: 0 Hometown; 1 Destination
        35 HometownCity
        36 DestinationCity
        37 HometownDST: 0 No; 1 Yes
        38 DestinationDST: 0 No; 1 Yes
        39 DSPFirmwareVersion
        40 CPUFirmwareVersion
        41 FrameNumber
        45 EffectiveLV
        50 ImageEditing
        51 PictureMode
        52 DriveMode
        53 SensorSize
        55 ColorSpace: 0 sRGB; 1 Adobe RGB
        57 RawImageSize
        60 AFPointsInFocus
        61 DataScaling
        62 PreviewImageBorders
        63 LensRec
        64 SensitivityAdjust
        65 ImageEditCount
        71 CameraTemperature
        72 AELock: 0 Off; 1 On
        73 NoiseReduction: 0 Off; 1 On
        77 FlashExposureComp
        79 ImageTone: 0 Natural; 1 Bright; 2 Portrait; 3 Landscape; 4 Vibrant; 5 Monochrome;
         6 Muted; 7 Reversal Film; 8 Bleach Bypass; 9 Radiant; 10 Cross Processing; 11 Flat
        80 ColorTemperature
        83 ColorTempDaylight
        84 ColorTempShade
        85 ColorTempCloudy
        86 ColorTempTungsten
        87 ColorTempFluorescentD
        88 ColorTempFluorescentN
        89 ColorTempFluorescentW
        90 ColorTempFlash
        92 ShakeReductionInfo
        93 ShutterCount
        96 FaceInfo
        98 RawDevelopmentProcess
        103 Hue: 0 -2; 1 Normal; 2 2; 3 -1; 4 1; 5 -3; 6 3; 7 -4; 8 4; 65535 None
        104 AWBInfo
        105 DynamicRangeExpansion
        107 TimeInfo
        108 HighLowKeyAdj
        109 ContrastHighlight
        110 ContrastShadow
        111 ContrastHighlightShadowAdj: 0 Off; 1 On
        112 FineSharpness
        113 HighISONoiseReduction
        114 AFAdjustment
        115 MonochromeFilterEffect: 1 Green; 2 Yellow; 3 Orange; 4 Red; 5 Magenta; 6 Blue;
         7 Cyan; 8 Infrared; 65535 None
        116 MonochromeToning: 0 -4; 1 -3; 2 -2; 3 -1; 4 0; 5 1; 6 2; 7 3; 8 4; 65535 None
        118 FaceDetect
        119 FaceDetectFrameSize
        121 ShadowCorrection: 0 Off; 1 On; 2 Auto 2
        122 ISOAutoParameters
        123 CrossProcess: 0 Off; 1 Random; 2 Preset 1; 3 Preset 2; 4 Preset 3; 33 Favorite 1;
         34 Favorite 2; 35 Favorite 3
        125 LensCorr
        126 WhiteLevel
        127 BleachBypassToning: 0 Off; 1 Green; 2 Yellow; 3 Orange; 4 Red; 5 Magenta; 6 Purple;
         7 Blue; 8 Cyan; 65535 n/a
        128 AspectRatio: 0 4:3; 1 3:2; 2 16:9; 3 1:1
        130 BlurControl
        133 HDR
        135 ShutterType: 0 Normal; 1 Electronic
        136 NeutralDensityFilter: 0 Off; 1 On
        139 ISO
        146 IntervalShooting
        149 SkinToneCorrection
        150 ClarityControl
        512 BlackPoint
        513 WhitePoint
        515 ColorMatrixA
        516 ColorMatrixB
        517 CameraSettings
        518 AEInfo
        519 LensInfo
        520 FlashInfo
        521 AEMeteringSegments
        522 FlashMeteringSegments
        523 SlaveFlashMeteringSegments
        525 WB_RGGBLevelsDaylight
        526 WB_RGGBLevelsShade
        527 WB_RGGBLevelsCloudy
        528 WB_RGGBLevelsTungsten
        529 WB_RGGBLevelsFluorescentD
        530 WB_RGGBLevelsFluorescentN
        531 WB_RGGBLevelsFluorescentW
        532 WB_RGGBLevelsFlash
        533 CameraInfo
        534 BatteryInfo
        539 SaturationInfo
        540 ColorMatrixA2
        541 ColorMatrixB2
        543 AFInfo
        544 HuffmanTable
        545 KelvinWB
        546 ColorInfo
        548 EVStepInfo
        550 ShotInfo
        551 FacePos
        552 FaceSize
        553 SerialNumber
        554 FilterInfo
        555 LevelInfo
        557 WBLevels
        558 Artist
        559 Copyright
        560 FirmwareVersion
        561 ContrastDetectAFArea
        565 CrossProcessParams
        569 LensInfoQ
        575 Model
        579 PixelShiftInfo
        581 AFPointInfo
        1022 DataDump
        1023 TempInfo
        1026 ToneCurve
        1027 ToneCurves
        """,
        records: [
            518: PentaxRecords.aeInfo,
            520: PentaxRecords.flashInfo,
            533: PentaxRecords.cameraInfo,
            534: PentaxRecords.batteryInfo,
            543: PentaxRecords.afInfo,
        ])
}
