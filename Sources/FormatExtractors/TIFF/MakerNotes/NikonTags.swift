extension MakerNoteTable {
    /// The tags of Nikon.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Nikon.html>.
    static let nikon = MakerNoteTable(
        "nikon",
        """
        1 MakerNoteVersion
        2 ISO
        3 ColorMode
        4 Quality
        5 WhiteBalance
        6 Sharpness
        7 FocusMode
        8 FlashSetting
        9 FlashType
        11 WhiteBalanceFineTune
        12 WB_RBLevels
        13 ProgramShift
        14 ExposureDifference
        15 ISOSelection
        16 DataDump
        17 PreviewIFD
        18 FlashExposureComp
        19 ISOSetting
        20 ColorBalanceA
        22 ImageBoundary
        23 ExternalFlashExposureComp
        24 FlashExposureBracketValue
        25 ExposureBracketValue
        26 ImageProcessing
        27 CropHiSpeed
        28 ExposureTuning
        29 SerialNumber
        30 ColorSpace: 1 sRGB; 2 Adobe RGB
        31 VRInfo
        32 ImageAuthentication: 0 Off; 1 On
        33 FaceDetect
        34 ActiveD-Lighting: 0 Off; 1 Low; 3 Normal; 5 High; 7 Extra High; 8 Extra High 1;
         9 Extra High 2; 10 Extra High 3; 11 Extra High 4; 65535 Auto
        35 PictureControlData
        36 WorldTime
        37 ISOInfo
        42 VignetteControl: 0 Off; 1 Low; 3 Normal; 5 High
        43 DistortInfo
        52 ShutterMode: 0 Mechanical; 16 Electronic; 48 Electronic Front Curtain;
         64 Electronic (Movie); 80 Auto (Mechanical); 81 Auto; 96 Electronic (High Speed)
        53 HDRInfo
        55 MechanicalShutterCount
        57 LocationInfo
        61 BlackLevel
        62 ImageSizeRAW: 1 Large; 2 Medium; 3 Small
        63 WhiteBalanceFineTune
        69 CropArea
        78 NikonSettings
        79 ColorTemperatureAuto
        81 MakerNotes0x51
        86 MakerNotes0x56
        128 ImageAdjustment
        129 ToneComp
        130 AuxiliaryLens
        131 LensType
        132 Lens
        133 ManualFocusDistance
        134 DigitalZoom
        135 FlashMode: 0 Did Not Fire; 1 Fired, Manual; 3 Not Ready; 7 Fired, External;
         8 Fired, Commander Mode; 9 Fired, TTL Mode; 18 LED Light
        136 AFInfo
        137 ShootingMode
        139 LensFStops
        140 ContrastCurve
        141 ColorHue
        143 SceneMode
        144 LightSource
        145 ShotInfoD40
        146 HueAdjustment
        147 NEFCompression: 1 Lossy (type 1); 2 Uncompressed; 3 Lossless; 4 Lossy (type 2);
         5 Striped packed 12 bits; 6 Uncompressed; 7 Unpacked 12 bits; 8 Small;
         9 Packed 12 bits; 10 Packed 14 bits; 13 High Efficiency; 14 High Efficiency*
        148 SaturationAdj
        149 NoiseReduction
        150 NEFLinearizationTable
        151 ColorBalance0100
        152 LensData0100
        153 RawImageCenter
        154 SensorPixelSize
        156 SceneAssist
        157 DateStampMode: 0 Off; 1 Date & Time; 2 Date; 3 Date Counter
        158 RetouchHistory
        160 SerialNumber
        162 ImageDataSize
        165 ImageCount
        166 DeletedImageCount
        167 ShutterCount
        168 FlashInfo0100
        169 ImageOptimization
        170 Saturation
        171 VariProgram
        172 ImageStabilization
        173 AFResponse
        176 MultiExposure
        177 HighISONoiseReduction: 0 Off; 1 Minimal; 2 Low; 3 Medium Low; 4 Normal;
         5 Medium High; 6 High
        179 ToningEffect
        182 PowerUpTime
        183 AFInfo2
        184 FileInfo
        185 AFTune
        187 RetouchInfo
        189 PictureControlData
        191 SilentPhotography: 0 Off; 1 On
        195 BarometerInfo
        3585 NikonCaptureData
        3593 NikonCaptureVersion
        3598 NikonCaptureOffsets
        3600 NikonScanIFD
        3603 NikonCaptureEditVersions
        3613 NikonICCProfile
        3614 NikonCaptureOutput
        3618 NEFBitDepth
        """,
        records: [
            136: NikonRecords.afInfo,
            145: NikonRecords.shotInfo,
            151: NikonRecords.colorBalance,
            152: NikonRecords.lensData,
            168: NikonRecords.flashInfo,
            176: NikonRecords.multiExposure,
            184: NikonRecords.fileInfo,
            35: NikonRecords.pictureControl,
            31: NikonRecords.vrInfo,
            33: NikonRecords.faceDetect,
            36: NikonRecords.worldTime,
            37: NikonRecords.isoInfo,
            43: NikonRecords.distortInfo,
        ],
        directories: [
            17: .nikonPreview
        ])
}

extension MakerNoteTable {
    /// The tags of early Nikon cameras.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Nikon.html>.
    static let nikonEarly = MakerNoteTable(
        "nikon",
        """
        3 Quality
        4 ColorMode
        5 ImageAdjustment
        6 CCDSensitivity
        7 WhiteBalance
        8 Focus
        10 DigitalZoom
        11 Converter
        """)
}

extension MakerNoteTable {
    /// The tags of Nikon's preview directory.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Nikon.html>.
    static let nikonPreview = MakerNoteTable(
        "nikon.Preview",
        """
        254 SubfileType: 0 Full-resolution image; 1 Reduced-resolution image;
         2 Single page of multi-page image; 4 Transparency mask; 8 Depth map;
         16 Enhanced image data; 65537 Alternate reduced-resolution image; 65540 Semantic Mask;
         4294967295 invalid
        259 Compression
        282 XResolution
        283 YResolution
        296 ResolutionUnit: 1 None; 2 inches; 3 cm
        513 PreviewImageStart
        514 PreviewImageLength
        531 YCbCrPositioning: 1 Centered; 2 Co-sited
        """)
}
