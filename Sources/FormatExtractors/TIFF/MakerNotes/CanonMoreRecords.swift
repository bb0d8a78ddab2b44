/// Fixed structures in the notes of Canon cameras.
///
/// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Canon.html>.
enum CanonMoreRecords {
    static let measuredColor = StructureTable(
        namespace: "canon.MeasuredColor",
        """
        2 uint16[4] MeasuredRGGB
        """)

    static let sensorInfo = StructureTable(
        namespace: "canon.SensorInfo",
        """
        2 int16 SensorWidth
        4 int16 SensorHeight
        10 int16 SensorLeftBorder
        12 int16 SensorTopBorder
        14 int16 SensorRightBorder
        16 int16 SensorBottomBorder
        18 int16 BlackMaskLeftBorder
        20 int16 BlackMaskTopBorder
        22 int16 BlackMaskRightBorder
        24 int16 BlackMaskBottomBorder
        """)

    static let wbInfo = StructureTable(
        namespace: "canon.WBInfo",
        """
        8 int32[4] WB_GRBGLevelsAuto
        40 int32[4] WB_GRBGLevelsDaylight
        72 int32[4] WB_GRBGLevelsCloudy
        104 int32[4] WB_GRBGLevelsTungsten
        136 int32[4] WB_GRBGLevelsFluorescent
        168 int32[4] WB_GRBGLevelsFluorHigh
        200 int32[4] WB_GRBGLevelsFlash
        232 int32[4] WB_GRBGLevelsUnderwater
        264 int32[4] WB_GRBGLevelsCustom1
        296 int32[4] WB_GRBGLevelsCustom2
        """)

    static let colorInfo = StructureTable(
        namespace: "canon.ColorInfo",
        """
        2 int16 Saturation: 0 Normal
        4 int16 ColorTone: 0 Normal
        6 int16 ColorSpace: 1 sRGB; 2 Adobe RGB
        """)

    static let afMicroAdj = StructureTable(
        namespace: "canon.AFMicroAdj",
        """
        4 int32 AFMicroAdjMode: 0 Disable; 1 Adjust all by the same amount; 2 Adjust by lens
        """)

    static let vignetting = StructureTable(
        namespace: "canon.VignettingCorr",
        """
        0 uint8 VignettingCorrVersion
        4 int16 PeripheralLighting: 0 Off; 1 On
        6 int16 DistortionCorrection: 0 Off; 1 On
        8 int16 ChromaticAberrationCorr: 0 Off; 1 On
        10 int16 ChromaticAberrationCorr: 0 Off; 1 On
        12 int16 PeripheralLightingValue
        18 int16 DistortionCorrectionValue
        22 int16 OriginalImageWidth
        24 int16 OriginalImageHeight
        """)

    static let lightingOpt = StructureTable(
        namespace: "canon.LightingOpt",
        """
        4 int32 PeripheralIlluminationCorr: 0 Off; 1 On
        8 int32 AutoLightingOptimizer: 0 Standard; 1 Low; 2 Strong; 3 Off
        12 int32 HighlightTonePriority: 0 Off; 1 On
        16 int32 LongExposureNoiseReduction: 0 Off; 1 Auto; 2 On
        20 int32 HighISONoiseReduction: 0 Standard; 1 Low; 2 Strong; 3 Off
        40 int32 DigitalLensOptimizer: 0 Off; 1 Stanard; 2 High
        """)

    static let multiExp = StructureTable(
        namespace: "canon.MultiExp",
        """
        4 int32 MultiExposure: 0 Off; 1 On; 2 On (RAW)
        8 int32 MultiExposureControl: 0 Additive; 1 Average; 2 Bright (comparative);
         3 Dark (comparative)
        12 int32 MultiExposureShots
        """)

    static let hdrInfo = StructureTable(
        namespace: "canon.HDRInfo",
        """
        4 int32 HDR: 0 Off; 1 Auto; 2 On
        8 int32 HDREffect: 0 Natural; 1 Art (standard); 2 Art (vivid); 3 Art (bold);
         4 Art (embossed)
        """)

    static let contrastInfo = StructureTable(
        namespace: "canon.ContrastInfo",
        """
        8 uint16 IntelligentContrast: 0 Off; 8 On; 65535 n/a
        """)

    static let ambience = StructureTable(
        namespace: "canon.Ambience",
        """
        4 int32 AmbienceSelection: 0 Standard; 1 Vivid; 2 Warm; 3 Soft; 4 Cool; 5 Intense;
         6 Brighter; 7 Darker; 8 Monochrome
        """)
}
