extension MakerNoteTable {
    /// The tags of Apple.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Apple.html>.
    static let apple = MakerNoteTable(
        "apple",
        """
        1 MakerNoteVersion
        2 AEMatrix
        3 RunTime
        4 AEStable: 0 No; 1 Yes
        5 AETarget
        6 AEAverage
        7 AFStable: 0 No; 1 Yes
        8 AccelerationVector
        10 HDRImageType: 3 HDR Image; 4 Original Image
        11 BurstUUID
        12 FocusDistanceRange
        15 OISMode
        17 MediaGroupUUID
        20 ImageCaptureType
        21 ImageUniqueID
        23 LivePhotoVideoIndex
        25 ImageProcessingFlags
        26 QualityHint
        29 LuminanceNoiseAmplitude
        32 ImageCaptureReqestID
        33 HDRHeadroom
        37 SceneFlags
        38 SignalToNoiseRatioType
        39 SignalToNoiseRatio
        47 FocusPosition
        48 HDRGain
        56 AFMeasuredDepth
        61 AFConfidence
        62 ColorCorrectionMatrix
        63 GreenGhostMitigationStatus
        64 SemanticStyle
        65 SemanticStyleRenderingVer
        66 SemanticStylePreset
        69 FrontFacingCamera: 0 No; 1 Yes
        """)
}

extension MakerNoteTable {
    /// The tags of DJI.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/DJI.html>.
    static let dji = MakerNoteTable(
        "dji",
        """
        1 Make
        3 SpeedX
        4 SpeedY
        5 SpeedZ
        6 Pitch
        7 Yaw
        8 Roll
        9 CameraPitch
        10 CameraYaw
        11 CameraRoll
        """)
}

extension MakerNoteTable {
    /// The tags of FLIR.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/FLIR.html>.
    static let flir = MakerNoteTable(
        "flir",
        """
        1 ImageTemperatureMax
        2 ImageTemperatureMin
        3 Emissivity
        5 CameraTemperatureRangeMax
        6 CameraTemperatureRangeMin
        """)
}

extension MakerNoteTable {
    /// The tags of General Imaging.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/GE.html>.
    static let ge = MakerNoteTable(
        "ge",
        """
        514 Macro: 0 Off; 1 On
        519 GEModel
        768 GEMake
        """)
}

extension MakerNoteTable {
    /// The tags of Sanyo.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Sanyo.html>.
    static let sanyo = MakerNoteTable(
        "sanyo",
        """
        256 SanyoThumbnail
        512 SpecialMode
        513 SanyoQuality
        514 Macro: 0 Normal; 1 Macro; 2 View; 3 Manual
        516 DigitalZoom
        519 SoftwareVersion
        520 PictInfo
        521 CameraID
        526 SequentialShot: 0 None; 1 Standard; 2 Best; 3 Adjust Exposure
        527 WideRange: 0 Off; 1 On
        528 ColorAdjustmentMode: 0 Off; 1 On
        531 QuickShot: 0 Off; 1 On
        532 SelfTimer: 0 Off; 1 On
        534 VoiceMemo: 0 Off; 1 On
        535 RecordShutterRelease: 0 Record while down; 1 Press start, press stop
        536 FlickerReduce: 0 Off; 1 On
        537 OpticalZoomOn: 0 Off; 1 On
        539 DigitalZoomOn: 0 Off; 1 On
        541 LightSourceSpecial: 0 Off; 1 On
        542 Resaved: 0 No; 1 Yes
        543 SceneSelect: 0 Off; 1 Sport; 2 TV; 3 Night; 4 User 1; 5 User 2; 6 Lamp
        547 ManualFocusDistance
        548 SequenceShotInterval: 0 5 frames/s; 1 10 frames/s; 2 15 frames/s; 3 20 frames/s
        549 FlashMode: 0 Auto; 1 Force; 2 Disabled; 3 Red eye
        3840 DataDump
        """)
}
