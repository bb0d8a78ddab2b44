extension MakerNoteTable {
    /// The tags of Ricoh.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Ricoh.html>.
    static let ricoh = MakerNoteTable(
        "ricoh",
        """
        1 MakerNoteType
        2 FirmwareVersion
        5 SerialNumber
        4096 RecordingFormat: 2 JPEG; 3 DNG
        4097 ImageInfo
        4098 DriveMode: 0 Single-frame; 1 Continuous; 8 AF-priority Continuous
        4099 Sharpness: 0 Sharp; 1 Normal; 2 Soft
        4100 WhiteBalanceFineTune
        4102 FocusMode: 1 Manual; 2 Multi AF; 3 Spot AF; 4 Snap; 5 Infinity; 7 Face Detect;
         8 Subject Tracking; 9 Pinpoint AF; 10 Movie
        4103 AutoBracketing: 0 Off; 9 AE; 11 WB; 16 DR; 17 Contrast; 18 WB2; 19 Effect
        4105 MacroMode: 0 Off; 1 On
        4106 FlashMode: 0 Off; 1 Auto, Fired; 2 On; 3 Auto, Fired, Red-eye reduction;
         4 Slow Sync; 5 Manual; 6 On, Red-eye reduction; 7 Synchro, Red-eye reduction;
         8 Auto, Did not fire
        4107 FlashExposureComp
        4108 ManualFlashOutput: -288 1/64; -240 1/32; -216 1/22; -192 1/16; -168 1/11; -144 1/8;
         -120 1/5.6; -96 1/4; -72 1/2.8; -48 1/2; -24 1/1.4; 0 Full
        4109 FullPressSnap: 0 Off; 1 On
        4110 DynamicRangeExpansion: 0 Off; 3 Weak; 4 Medium; 5 Strong
        4111 NoiseReduction: 0 Off; 1 Weak; 2 Medium; 3 Strong
        4112 ImageEffects: 0 Standard; 1 Vivid; 3 Black & White; 5 B&W Toning Effect;
         6 Setting 1; 7 Setting 2; 9 High-contrast B&W; 10 Cross Process; 11 Positive Film;
         12 Bleach Bypass; 13 Retro; 15 Miniature; 17 High Key
        4113 Vignetting: 0 Off; 1 Low; 2 Medium; 3 High
        4114 Contrast: 2147483647 MAX
        4115 Saturation
        4116 Sharpness
        4117 ToningEffect: 0 Off; 1 Sepia; 2 Red; 3 Green; 4 Blue; 5 Purple; 6 B&W; 7 Color
        4118 HueAdjust: 0 Off; 1 Basic; 2 Magenta; 3 Yellow; 4 Normal; 5 Warm; 6 Cool
        4119 WideAdapter: 0 Not Attached; 2 Attached
        4120 CropMode: 0 Off; 1 On (35mm); 2 On (47mm)
        4121 NDFilter: 0 Off; 1 On
        4122 WBBracketShotNumber
        4608 AFStatus: 0 Out of Focus; 1 In Focus
        4609 AFAreaXPosition1
        4610 AFAreaYPosition1
        4611 AFAreaXPosition
        4612 AFAreaYPosition
        4613 AFAreaMode: 0 Auto; 2 Manual
        4871 ColorTempKelvin
        4872 ColorTemperature
        5376 FocalLength
        5633 SensorWidth
        5634 SensorHeight
        5635 CroppedImageWidth
        5636 CroppedImageHeight
        8193 RicohSubdir
        16385 ThetaSubdir
        """,
        records: [
            4097: RicohRecords.imageInfo
        ],
        directories: [
            8193: .ricohSubdirectory
        ])
}

extension MakerNoteTable {
    /// The tags of Ricoh's second directory.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Ricoh.html>.
    static let ricohSubdirectory = MakerNoteTable(
        "ricoh.Subdir",
        """
        4 ManufactureDate1
        5 ManufactureDate2
        26 FaceInfo
        41 FirmwareInfo
        42 NoiseReduction: 0 Off; 1 Weak; 2 Strong; 3 Max
        44 SerialInfo
        """)
}

/// Fixed structures in the notes of Ricoh cameras.
///
/// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Ricoh.html>.
enum RicohRecords {
    static let imageInfo = StructureTable(
        namespace: "ricoh.ImageInfo",
        """
        0 uint16 RicohImageWidth
        2 uint16 RicohImageHeight
        6 uint8[7] RicohDate
        28 uint16 PreviewImageStart
        30 uint16 PreviewImageLength
        32 uint8 FlashMode: 0 Off; 1 Auto; 2 On
        33 uint8 Macro: 0 Off; 1 On
        34 uint8 Sharpness: 0 Sharp; 1 Normal; 2 Soft
        38 uint8 WhiteBalance: 0 Auto; 1 Daylight; 2 Cloudy; 3 Tungsten; 4 Fluorescent;
         5 Manual; 7 Detail; 9 Multi-pattern Auto
        39 uint8 ISOSetting: 0 Auto; 1 64; 2 100; 4 200; 6 400; 7 800; 8 1600; 9 Auto; 10 3200;
         11 100 (Low)
        40 uint8 Saturation: 0 High; 1 Normal; 2 Low; 3 B&W; 6 Toning Effect; 9 Vivid;
         10 Natural
        """)
}
