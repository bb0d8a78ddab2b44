extension MakerNoteTable {
    /// The tags of Olympus.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Olympus.html>.
    static let olympus = MakerNoteTable(
        "olympus",
        """
        0 MakerNoteVersion
        1 MinoltaCameraSettingsOld
        3 MinoltaCameraSettings
        64 CompressedImageSize
        129 PreviewImageData
        136 PreviewImageStart
        137 PreviewImageLength
        256 ThumbnailImage
        260 BodyFirmwareVersion
        512 SpecialMode
        513 Quality
        514 Macro: 0 Off; 1 On; 2 Super Macro
        515 BWMode: 0 Off; 1 On; 6 (none)
        516 DigitalZoom
        517 FocalPlaneDiagonal
        518 LensDistortionParams
        519 CameraType
        520 TextInfo
        521 CameraID
        523 EpsonImageWidth
        524 EpsonImageHeight
        525 EpsonSoftware
        640 PreviewImage
        768 PreCaptureFrames
        769 WhiteBoard
        770 OneTouchWB: 0 Off; 1 On; 2 On (Preset)
        771 WhiteBalanceBracket
        772 WhiteBalanceBias
        1024 SensorArea
        1025 BlackLevel
        1027 SceneMode
        1028 SerialNumber
        1029 Firmware
        3840 DataDump
        3841 DataDump2
        3844 ZoomedPreviewStart
        3845 ZoomedPreviewLength
        3846 ZoomedPreviewSize
        4096 ShutterSpeedValue
        4097 ISOValue
        4098 ApertureValue
        4099 BrightnessValue
        4100 FlashMode: 2 On; 3 Off
        4101 FlashDevice: 0 None; 1 Internal; 4 External; 5 Internal + External
        4102 ExposureCompensation
        4103 SensorTemperature
        4104 LensTemperature
        4105 LightCondition
        4106 FocusRange: 0 Normal; 1 Macro
        4107 FocusMode: 0 Auto; 1 Manual
        4108 ManualFocusDistance
        4109 ZoomStepCount
        4110 FocusStepCount
        4111 Sharpness: 0 Normal; 1 Hard; 2 Soft
        4112 FlashChargeLevel
        4113 ColorMatrix
        4114 BlackLevel
        4115 ColorTemperatureBG
        4116 ColorTemperatureRG
        4117 WBMode: 1 Auto
        4119 RedBalance
        4120 BlueBalance
        4121 ColorMatrixNumber
        4122 SerialNumber
        4123 ExternalFlashAE1_0
        4124 ExternalFlashAE2_0
        4125 InternalFlashAE1_0
        4126 InternalFlashAE2_0
        4127 ExternalFlashAE1
        4128 ExternalFlashAE2
        4129 InternalFlashAE1
        4130 InternalFlashAE2
        4131 FlashExposureComp
        4132 InternalFlashTable
        4133 ExternalFlashGValue
        4134 ExternalFlashBounce: 0 No; 1 Yes
        4135 ExternalFlashZoom
        4136 ExternalFlashMode
        4137 Contrast: 0 High; 1 Normal; 2 Low
        4138 SharpnessFactor
        4139 ColorControl
        4140 ValidBits
        4141 CoringFilter
        4142 OlympusImageWidth
        4143 OlympusImageHeight
        4144 SceneDetect
        4145 SceneArea
        4147 SceneDetectData
        4148 CompressionRatio
        4149 PreviewImageValid: 0 No; 1 Yes
        4150 PreviewImageStart
        4151 PreviewImageLength
        4152 AFResult
        4153 CCDScanMode: 0 Interlaced; 1 Progressive
        4154 NoiseReduction: 0 Off; 1 On
        4155 FocusStepInfinity
        4156 FocusStepNear
        4157 LightValueCenter
        4158 LightValuePeriphery
        4159 FieldCount
        8208 Equipment
        8224 CameraSettings
        8240 RawDevelopment
        8241 RawDev2
        8256 ImageProcessing
        8272 FocusInfo
        8448 Olympus2100
        8704 Olympus2200
        8960 Olympus2300
        9216 Olympus2400
        9472 Olympus2500
        9728 Olympus2600
        9984 Olympus2700
        10240 Olympus2800
        10496 Olympus2900
        12288 RawInfo
        16384 MainInfo
        """,
        directories: [
            8208: .olympusEquipment,
            8224: .olympusCameraSettings,
            8240: .olympusRawDevelopment,
            8241: .olympusRawDevelopment2,
            8256: .olympusImageProcessing,
            8272: .olympusFocusInfo,
            12288: .olympusRawInfo,
        ])
}

extension MakerNoteTable {
    /// The tags of Equipment of Olympus cameras.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Olympus.html>.
    static let olympusEquipment = MakerNoteTable(
        "olympus.Equipment",
        """
        0 EquipmentVersion
        256 CameraType2
        257 SerialNumber
        258 InternalSerialNumber
        259 FocalPlaneDiagonal
        260 BodyFirmwareVersion
        513 LensType
        514 LensSerialNumber
        515 LensModel
        516 LensFirmwareVersion
        517 MaxApertureAtMinFocal
        518 MaxApertureAtMaxFocal
        519 MinFocalLength
        520 MaxFocalLength
        522 MaxAperture
        523 LensProperties
        769 Extender
        770 ExtenderSerialNumber
        771 ExtenderModel
        772 ExtenderFirmwareVersion
        1027 ConversionLens
        4096 FlashType: 0 None; 2 Simple E-System; 3 E-System; 4 E-System (body powered)
        4097 FlashModel: 0 None; 1 FL-20; 2 FL-50; 3 RF-11; 4 TF-22; 5 FL-36; 6 FL-50R;
         7 FL-36R; 9 FL-14; 11 FL-600R; 13 FL-LM3; 15 FL-900R
        4098 FlashFirmwareVersion
        4099 FlashSerialNumber
        """)
}

extension MakerNoteTable {
    /// The tags of RawDevelopment of Olympus cameras.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Olympus.html>.
    static let olympusRawDevelopment = MakerNoteTable(
        "olympus.RawDevelopment",
        """
        0 RawDevVersion
        256 RawDevExposureBiasValue
        257 RawDevWhiteBalanceValue
        258 RawDevWBFineAdjustment
        259 RawDevGrayPoint
        260 RawDevSaturationEmphasis
        261 RawDevMemoryColorEmphasis
        262 RawDevContrastValue
        263 RawDevSharpnessValue
        264 RawDevColorSpace: 0 sRGB; 1 Adobe RGB; 2 Pro Photo RGB
        265 RawDevEngine: 0 High Speed; 1 High Function; 2 Advanced High Speed;
         3 Advanced High Function
        266 RawDevNoiseReduction: 0 (none)
        267 RawDevEditStatus: 0 Original; 1 Edited (Landscape); 6 Edited (Portrait);
         8 Edited (Portrait)
        268 RawDevSettings: 0 (none)
        """)
}

extension MakerNoteTable {
    /// The tags of RawDevelopment2 of Olympus cameras.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Olympus.html>.
    static let olympusRawDevelopment2 = MakerNoteTable(
        "olympus.RawDevelopment2",
        """
        0 RawDevVersion
        256 RawDevExposureBiasValue
        257 RawDevWhiteBalance: 1 Color Temperature; 2 Gray Point
        258 RawDevWhiteBalanceValue
        259 RawDevWBFineAdjustment
        260 RawDevGrayPoint
        261 RawDevContrastValue
        262 RawDevSharpnessValue
        263 RawDevSaturationEmphasis
        264 RawDevMemoryColorEmphasis
        265 RawDevColorSpace: 0 sRGB; 1 Adobe RGB; 2 Pro Photo RGB
        266 RawDevNoiseReduction: 0 (none)
        267 RawDevEngine: 0 High Speed; 1 High Function
        268 RawDevPictureMode: 1 Vivid; 2 Natural; 3 Muted; 256 Monotone; 512 Sepia
        269 RawDevPMSaturation
        270 RawDevPMContrast
        271 RawDevPMSharpness
        272 RawDevPM_BWFilter: 1 Neutral; 2 Yellow; 3 Orange; 4 Red; 5 Green
        273 RawDevPMPictureTone: 1 Neutral; 2 Sepia; 3 Blue; 4 Purple; 5 Green
        274 RawDevGradation
        275 RawDevSaturation3
        281 RawDevAutoGradation: 0 Off; 1 On
        288 RawDevPMNoiseFilter
        289 RawDevArtFilter
        """)
}
