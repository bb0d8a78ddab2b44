/// Fixed structures in the notes of Nikon cameras.
///
/// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Nikon.html>.
enum NikonRecords {
    /// What of these structures is not encrypted.
    static let shotInfo = StructureTable(namespace: "nikon.ShotInfo", "0 char[4] Version")
    static let colorBalance = StructureTable(namespace: "nikon.ColorBalance", "0 char[4] Version")

    static let afInfo = StructureTable(
        namespace: "nikon.AFInfo",
        """
        0 uint8 AFAreaMode: 0 Single Area; 1 Dynamic Area; 2 Dynamic Area; 3 Group Dynamic;
         4 Single Area (wide); 5 Dynamic Area (wide)
        1 uint8 AFPoint: 0 Center; 1 Top; 2 Bottom; 3 Mid-left; 4 Mid-right; 5 Upper-left;
         6 Upper-right; 7 Lower-left; 8 Lower-right; 9 Far Left; 10 Far Right
        2 uint16 AFPointsInFocus: 0 (none); 2047 All 11 Points
        """)

    static let lensData = StructureTable(
        namespace: "nikon.LensData",
        """
        0 char[4] LensDataVersion
        4 uint8 ExitPupilPosition
        5 uint8 AFAperture
        8 uint8 FocusPosition
        9 uint8 FocusDistance
        10 uint8 FocalLength
        11 uint8 LensIDNumber
        12 uint8 LensFStops
        13 uint8 MinFocalLength
        14 uint8 MaxFocalLength
        15 uint8 MaxApertureAtMinFocal
        16 uint8 MaxApertureAtMaxFocal
        17 uint8 MCUVersion
        18 uint8 EffectiveMaxAperture
        """)

    static let flashInfo = StructureTable(
        namespace: "nikon.FlashInfo",
        """
        0 char[4] FlashInfoVersion
        4 uint8 FlashSource: 0 None; 1 External; 2 Internal
        6 uint8[2] ExternalFlashFirmware
        8 uint8 ExternalFlashFlags: 0 (none)
        10 uint8 FlashOutput
        11 uint8 FlashFocalLength
        12 uint8 RepeatingFlashRate
        13 uint8 RepeatingFlashCount
        14 uint8 FlashGNDistance
        17 uint8 FlashGroupAOutput
        18 uint8 FlashGroupBOutput
        """)

    static let multiExposure = StructureTable(
        namespace: "nikon.MultiExposure",
        """
        0 char[4] MultiExposureVersion
        4 uint32 MultiExposureMode: 0 Off; 1 Multiple Exposure; 2 Image Overlay; 3 HDR
        8 uint32 MultiExposureShots
        12 uint32 MultiExposureAutoGain: 0 Off; 1 On
        """)

    static let fileInfo = StructureTable(
        namespace: "nikon.FileInfo",
        """
        4 uint16 MemoryCardNumber
        6 uint16 DirectoryNumber
        8 uint16 FileNumber
        """)

    static let pictureControl = StructureTable(
        namespace: "nikon.PictureControl",
        """
        4 char[20] PictureControlName
        24 char[20] PictureControlBase
        48 uint8 PictureControlAdjust: 0 Default Settings; 1 Quick Adjust; 2 Full Control
        49 uint8 PictureControlQuickAdjust
        50 uint8 Sharpness
        51 uint8 Contrast
        52 uint8 Brightness
        53 uint8 Saturation
        54 uint8 HueAdjustment
        55 uint8 FilterEffect: 128 Off; 129 Yellow; 130 Orange; 131 Red; 132 Green; 255 n/a
        56 uint8 ToningEffect: 128 B&W; 129 Sepia; 130 Cyanotype; 131 Red; 132 Yellow;
         133 Green; 134 Blue-green; 135 Blue; 136 Purple-blue; 137 Red-purple; 255 n/a
        57 uint8 ToningSaturation
        """)

    static let vrInfo = StructureTable(
        namespace: "nikon.VRInfo",
        """
        4 uint8 VibrationReduction: 0 n/a; 1 On; 2 Off
        6 uint8 VRMode: 0 Off; 1 Normal; 3 Sport
        8 uint8 VRType: 2 In-body; 3 In-body + Lens
        """)

    static let faceDetect = StructureTable(
        namespace: "nikon.FaceDetect",
        """
        2 uint16[2] FaceDetectFrameSize
        6 uint16 FacesDetected
        8 uint16[4] Face1Position
        16 uint16[4] Face2Position
        24 uint16[4] Face3Position
        32 uint16[4] Face4Position
        40 uint16[4] Face5Position
        48 uint16[4] Face6Position
        56 uint16[4] Face7Position
        64 uint16[4] Face8Position
        72 uint16[4] Face9Position
        80 uint16[4] Face10Position
        88 uint16[4] Face11Position
        96 uint16[4] Face12Position
        """)

    static let worldTime = StructureTable(
        namespace: "nikon.WorldTime",
        """
        0 int16 TimeZone
        2 uint8 DaylightSavings: 0 No; 1 Yes
        3 uint8 DateDisplayFormat: 0 Y/M/D; 1 M/D/Y; 2 D/M/Y
        """)

    static let isoInfo = StructureTable(
        namespace: "nikon.ISOInfo",
        """
        0 uint8 ISO
        4 uint16 ISOExpansion
        6 uint8 ISO2
        10 uint16 ISOExpansion2: 0 Off; 257 Hi 0.3; 258 Hi 0.5; 259 Hi 0.7; 260 Hi 1.0;
         261 Hi 1.3; 262 Hi 1.5; 263 Hi 1.7; 264 Hi 2.0; 513 Lo 0.3; 514 Lo 0.5; 515 Lo 0.7;
         516 Lo 1.0
        """)

    static let distortInfo = StructureTable(
        namespace: "nikon.DistortInfo",
        """
        4 uint8 AutoDistortionControl: 0 Off; 1 On; 2 On (underwater)
        """)
}
