extension MakerNoteTable {
    /// The tags of CameraSettings of Olympus cameras.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Olympus.html>.
    static let olympusCameraSettings = MakerNoteTable(
        "olympus.CameraSettings",
        """
        0 CameraSettingsVersion
        256 PreviewImageValid: 0 No; 1 Yes
        257 PreviewImageStart
        258 PreviewImageLength
        512 ExposureMode: 1 Manual; 2 Program; 3 Aperture-priority AE;
         4 Shutter speed priority AE; 5 Program-shift
        513 AELock: 0 Off; 1 On
        514 MeteringMode: 2 Center-weighted average; 3 Spot; 5 ESP; 261 Pattern+AF;
         515 Spot+Highlight control; 1027 Spot+Shadow control
        515 ExposureShift
        516 NDFilter: 0 Off; 1 On
        768 MacroMode: 0 Off; 1 On; 2 Super Macro
        769 FocusMode
        770 FocusProcess
        771 AFSearch: 0 Not Ready; 1 Ready
        772 AFAreas
        773 AFPointSelected
        774 AFFineTune: 0 Off; 1 On
        775 AFFineTuneAdj
        776 FocusBracketStepSize
        777 AISubjectTrackingMode
        1024 FlashMode: 0 Off
        1025 FlashExposureComp
        1027 FlashRemoteControl: 0 Off; 1 Channel 1, Low; 2 Channel 2, Low; 3 Channel 3, Low;
         4 Channel 4, Low; 9 Channel 1, Mid; 10 Channel 2, Mid; 11 Channel 3, Mid;
         12 Channel 4, Mid; 17 Channel 1, High; 18 Channel 2, High; 19 Channel 3, High;
         20 Channel 4, High
        1028 FlashControlMode
        1029 FlashIntensity
        1030 ManualFlashStrength
        1280 WhiteBalance2
        1281 WhiteBalanceTemperature
        1282 WhiteBalanceBracket
        1283 CustomSaturation
        1284 ModifiedSaturation: 0 Off; 1 CM1 (Red Enhance); 2 CM2 (Green Enhance);
         3 CM3 (Blue Enhance); 4 CM4 (Skin Tones)
        1285 ContrastSetting
        1286 SharpnessSetting
        1287 ColorSpace: 0 sRGB; 1 Adobe RGB; 2 Pro Photo RGB
        1289 SceneMode
        1290 NoiseReduction: 0 (none)
        1291 DistortionCorrection: 0 Off; 1 On
        1292 ShadingCompensation: 0 Off; 1 On
        1293 CompressionFactor
        1295 Gradation
        1312 PictureMode
        1313 PictureModeSaturation
        1314 PictureModeHue
        1315 PictureModeContrast
        1316 PictureModeSharpness
        1317 PictureModeBWFilter: 0 n/a; 1 Neutral; 2 Yellow; 3 Orange; 4 Red; 5 Green
        1318 PictureModeTone: 0 n/a; 1 Neutral; 2 Sepia; 3 Blue; 4 Purple; 5 Green
        1319 NoiseFilter
        1321 ArtFilter
        1324 MagicFilter
        1325 PictureModeEffect
        1326 ToneLevel
        1327 ArtFilterEffect
        1330 ColorCreatorEffect
        1335 MonochromeProfileSettings
        1336 FilmGrainEffect: 0 Off; 1 Low; 2 Medium; 3 High
        1337 ColorProfileSettings
        1338 MonochromeVignetting
        1339 MonochromeColor: 0 (none); 1 Normal; 2 Sepia; 3 Blue; 4 Purple; 5 Green
        1536 DriveMode
        1537 PanoramaMode
        1539 ImageQuality2: 1 SQ; 2 HQ; 3 SHQ; 4 RAW; 5 SQ (5)
        1540 ImageStabilization: 0 Off; 1 On, Mode 1; 2 On, Mode 2; 3 On, Mode 3; 4 On, Mode 4
        2052 StackedImage
        2304 ManometerPressure
        2305 ManometerReading
        2306 ExtendedWBDetect: 0 Off; 1 On
        2307 RollAngle
        2308 PitchAngle
        2312 DateTimeUTC
        """)
}

extension MakerNoteTable {
    /// The tags of ImageProcessing of Olympus cameras.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Olympus.html>.
    static let olympusImageProcessing = MakerNoteTable(
        "olympus.ImageProcessing",
        """
        0 ImageProcessingVersion
        256 WB_RBLevels
        258 WB_RBLevels3000K
        259 WB_RBLevels3300K
        260 WB_RBLevels3600K
        261 WB_RBLevels3900K
        262 WB_RBLevels4000K
        263 WB_RBLevels4300K
        264 WB_RBLevels4500K
        265 WB_RBLevels4800K
        266 WB_RBLevels5300K
        267 WB_RBLevels6000K
        268 WB_RBLevels6600K
        269 WB_RBLevels7500K
        270 WB_RBLevelsCWB1
        271 WB_RBLevelsCWB2
        272 WB_RBLevelsCWB3
        273 WB_RBLevelsCWB4
        275 WB_GLevel3000K
        276 WB_GLevel3300K
        277 WB_GLevel3600K
        278 WB_GLevel3900K
        279 WB_GLevel4000K
        280 WB_GLevel4300K
        281 WB_GLevel4500K
        282 WB_GLevel4800K
        283 WB_GLevel5300K
        284 WB_GLevel6000K
        285 WB_GLevel6600K
        286 WB_GLevel7500K
        287 WB_GLevel
        512 ColorMatrix
        768 Enhancer
        769 EnhancerValues
        784 CoringFilter
        785 CoringValues
        1536 BlackLevel2
        1552 GainBase
        1553 ValidBits
        1554 CropLeft
        1555 CropTop
        1556 CropWidth
        1557 CropHeight
        2053 SensorCalibration
        4112 NoiseReduction2: 0 (none)
        4113 DistortionCorrection2: 0 Off; 1 On
        4114 ShadingCompensation2: 0 Off; 1 On
        4124 MultipleExposureMode
        4370 AspectRatio
        4371 AspectFrame
        4608 FacesDetected
        4609 FaceDetectArea
        4610 MaxFaces
        4611 FaceDetectFrameSize
        4615 FaceDetectFrameCrop
        4870 CameraTemperature
        6400 KeystoneCompensation
        6401 KeystoneDirection: 0 Vertical; 1 Horizontal
        6406 KeystoneValue
        """)
}

extension MakerNoteTable {
    /// The tags of FocusInfo of Olympus cameras.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Olympus.html>.
    static let olympusFocusInfo = MakerNoteTable(
        "olympus.FocusInfo",
        """
        0 FocusInfoVersion
        521 AutoFocus: 0 Off; 1 On
        528 SceneDetect
        529 SceneArea
        530 SceneDetectData
        768 ZoomStepCount
        769 FocusStepCount
        771 FocusStepInfinity
        772 FocusStepNear
        773 FocusDistance
        776 AFPoint
        808 AFInfo
        4609 ExternalFlash
        4611 ExternalFlashGuideNumber
        4612 ExternalFlashBounce: 0 Bounce or Off; 1 Direct
        4613 ExternalFlashZoom
        4616 InternalFlash: 0 Off; 1 On
        4617 ManualFlash
        4618 MacroLED: 0 Off; 1 On
        5376 SensorTemperature
        5632 ImageStabilization
        """)
}

extension MakerNoteTable {
    /// The tags of RawInfo of Olympus cameras.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Olympus.html>.
    static let olympusRawInfo = MakerNoteTable(
        "olympus.RawInfo",
        """
        0 RawInfoVersion
        256 WB_RBLevelsUsed
        272 WB_RBLevelsAuto
        288 WB_RBLevelsShade
        289 WB_RBLevelsCloudy
        290 WB_RBLevelsFineWeather
        291 WB_RBLevelsTungsten
        292 WB_RBLevelsEveningSunlight
        304 WB_RBLevelsDaylightFluor
        305 WB_RBLevelsDayWhiteFluor
        306 WB_RBLevelsCoolWhiteFluor
        307 WB_RBLevelsWhiteFluorescent
        512 ColorMatrix2
        784 CoringFilter
        785 CoringValues
        1536 BlackLevel2
        1537 YCbCrCoefficients
        1553 ValidPixelDepth
        1554 CropLeft
        1555 CropTop
        1556 CropWidth
        1557 CropHeight
        4096 LightSource: 0 Unknown; 16 Shade; 17 Cloudy; 18 Fine Weather;
         20 Tungsten (Incandescent); 22 Evening Sunlight; 33 Daylight Fluorescent;
         34 Day White Fluorescent; 35 Cool White Fluorescent; 36 White Fluorescent;
         256 One Touch White Balance; 512 Custom 1-4
        4097 WhiteBalanceComp
        4112 SaturationSetting
        4113 HueSetting
        4114 ContrastSetting
        4115 SharpnessSetting
        8192 CMExposureCompensation
        8193 CMWhiteBalance
        8194 CMWhiteBalanceComp
        8208 CMWhiteBalanceGrayPoint
        8224 CMSaturation
        8225 CMHue
        8226 CMContrast
        8227 CMSharpness
        """)
}
