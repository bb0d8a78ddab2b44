/// Fixed structures in the notes of Canon cameras.
///
/// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Canon.html>.
enum CanonRecords {
    static let cameraSettings = StructureTable(
        namespace: "canon.CameraSettings",
        """
        2 int16 MacroMode: 1 Macro; 2 Normal
        4 int16 SelfTimer
        6 int16 Quality: -1 n/a; 1 Economy; 2 Normal; 3 Fine; 4 RAW; 5 Superfine; 7 CRAW;
         130 Light (RAW); 131 Standard (RAW)
        8 int16 CanonFlashMode: -1 n/a; 0 Off; 1 Auto; 2 On; 3 Red-eye reduction; 4 Slow-sync;
         5 Red-eye reduction (Auto); 6 Red-eye reduction (On); 16 External flash
        10 int16 ContinuousDrive: 0 Single; 1 Continuous; 2 Movie; 3 Continuous, Speed Priority;
         4 Continuous, Low; 5 Continuous, High; 6 Silent Single; 8 Continuous, High+;
         9 Single, Silent; 10 Continuous, Silent
        14 int16 FocusMode: 0 One-shot AF; 1 AI Servo AF; 2 AI Focus AF; 3 Manual Focus (3);
         4 Single; 5 Continuous; 6 Manual Focus (6); 16 Pan Focus; 256 AF + MF; 257 Live View;
         512 Movie Snap Focus; 519 Movie Servo AF
        18 int16 RecordMode: 1 JPEG; 2 CRW+THM; 3 AVI+THM; 4 TIF; 5 TIF+JPEG; 6 CR2; 7 CR2+JPEG;
         9 MOV; 10 MP4; 11 CRM; 12 CR3; 13 CR3+JPEG; 14 HIF; 15 CR3+HIF
        20 int16 CanonImageSize
        22 int16 EasyMode
        24 int16 DigitalZoom: 0 None; 1 2x; 2 4x; 3 Other
        26 int16 Contrast: 0 Normal
        28 int16 Saturation: 0 Normal
        30 int16 Sharpness
        32 int16 CameraISO
        34 int16 MeteringMode: 0 Default; 1 Spot; 2 Average; 3 Evaluative; 4 Partial;
         5 Center-weighted average
        36 int16 FocusRange: 0 Manual; 1 Auto; 2 Not Known; 3 Macro; 4 Very Close; 5 Close;
         6 Middle Range; 7 Far Range; 8 Pan Focus; 9 Super Macro; 10 Infinity
        38 int16 AFPoint: 8197 Manual AF point selection; 12288 None (MF);
         12289 Auto AF point selection; 12290 Right; 12291 Center; 12292 Left;
         16385 Auto AF point selection; 16390 Face Detect
        40 int16 CanonExposureMode: 0 Easy; 1 Program AE; 2 Shutter speed priority AE;
         3 Aperture-priority AE; 4 Manual; 5 Depth-of-field AE; 6 M-Dep; 7 Bulb;
         8 Flexible-priority AE
        44 uint16 LensType
        46 uint16 MaxFocalLength
        48 uint16 MinFocalLength
        50 int16 FocalUnits
        52 int16 MaxAperture
        54 int16 MinAperture
        56 int16 FlashActivity
        58 int16 FlashBits: 0 (none)
        64 int16 FocusContinuous: 0 Single; 1 Continuous; 8 Manual
        66 int16 AESetting: 0 Normal AE; 1 Exposure Compensation; 2 AE Lock;
         3 AE Lock + Exposure Comp.; 4 No AE
        68 int16 ImageStabilization: 0 Off; 1 On; 2 Shoot Only; 3 Panning; 4 Dynamic;
         256 Off (2); 257 On (2); 258 Shoot Only (2); 259 Panning (2); 260 Dynamic (2)
        70 int16 DisplayAperture
        72 int16 ZoomSourceWidth
        74 int16 ZoomTargetWidth
        78 int16 SpotMeteringMode: 0 Center; 1 AF Point
        80 int16 PhotoEffect: 0 Off; 1 Vivid; 2 Neutral; 3 Smooth; 4 Sepia; 5 B&W; 6 Custom;
         100 My Color Data
        82 int16 ManualFlashOutput: 0 n/a; 1280 Full; 1282 Medium; 1284 Low; 32767 n/a
        84 int16 ColorTone: 0 Normal
        92 int16 SRAWQuality: 0 n/a; 1 sRAW1 (mRAW); 2 sRAW2 (sRAW)
        """)

    static let focalLength = StructureTable(
        namespace: "canon.FocalLength",
        """
        0 uint16 FocalType: 1 Fixed; 2 Zoom
        2 uint16 FocalLength
        4 uint16 FocalPlaneXSize
        6 uint16 FocalPlaneYSize
        """)

    static let shotInfo = StructureTable(
        namespace: "canon.ShotInfo",
        """
        2 int16 AutoISO
        4 int16 BaseISO
        6 int16 MeasuredEV
        8 int16 TargetAperture
        10 int16 TargetExposureTime
        12 int16 ExposureCompensation
        14 int16 WhiteBalance
        16 int16 SlowShutter: -1 n/a; 0 Off; 1 Night Scene; 2 On; 3 None
        18 int16 SequenceNumber
        20 int16 OpticalZoomCode
        24 int16 CameraTemperature
        26 int16 FlashGuideNumber
        28 int16 AFPointsInFocus: 12288 None (MF); 12289 Right; 12290 Center;
         12291 Center+Right; 12292 Left; 12293 Left+Right; 12294 Left+Center; 12295 All
        30 int16 FlashExposureComp
        32 int16 AutoExposureBracketing: -1 On; 0 Off; 1 On (shot 1); 2 On (shot 2);
         3 On (shot 3)
        34 int16 AEBBracketValue
        36 int16 ControlMode: 0 n/a; 1 Camera Local Control; 3 Computer Remote Control
        38 uint16 FocusDistanceUpper
        40 uint16 FocusDistanceLower
        42 int16 FNumber
        44 int16 ExposureTime
        46 int16 MeasuredEV2
        48 int16 BulbDuration
        52 int16 CameraType: 0 n/a; 248 EOS High-end; 250 Compact; 252 EOS Mid-range;
         255 DV Camera
        54 int16 AutoRotate: -1 n/a; 0 None; 1 Rotate 90 CW; 2 Rotate 180; 3 Rotate 270 CW
        56 int16 NDFilter: -1 n/a; 0 Off; 1 On
        58 int16 SelfTimer2
        66 int16 FlashOutput
        """)

    static let panorama = StructureTable(
        namespace: "canon.Panorama",
        """
        4 int16 PanoramaFrameNumber
        10 int16 PanoramaDirection: 0 Left to Right; 1 Right to Left; 2 Bottom to Top;
         3 Top to Bottom; 4 2x2 Matrix (Clockwise)
        """)

    static let myColors = StructureTable(
        namespace: "canon.MyColors",
        """
        4 uint16 MyColorMode: 0 Off; 1 Positive Film; 2 Light Skin Tone; 3 Dark Skin Tone;
         4 Vivid Blue; 5 Vivid Green; 6 Vivid Red; 7 Color Accent; 8 Color Swap; 9 Custom;
         12 Vivid; 13 Neutral; 14 Sepia; 15 B&W
        """)

    static let faceDetect1 = StructureTable(
        namespace: "canon.FaceDetect1",
        """
        4 uint16 FacesDetected
        6 uint16[2] FaceDetectFrameSize
        16 int16[2] Face1Position
        20 int16[2] Face2Position
        24 int16[2] Face3Position
        28 int16[2] Face4Position
        32 int16[2] Face5Position
        36 int16[2] Face6Position
        40 int16[2] Face7Position
        44 int16[2] Face8Position
        48 int16[2] Face9Position
        """)

    static let timeInfo = StructureTable(
        namespace: "canon.TimeInfo",
        """
        4 int32 TimeZone
        8 int32 TimeZoneCity
        12 int32 DaylightSavings: 0 Off; 60 On
        """)

    static let fileInfo = StructureTable(
        namespace: "canon.FileInfo",
        """
        2 uint32 FileNumber
        6 int16 BracketMode: 0 Off; 1 AEB; 2 FEB; 3 ISO; 4 WB
        8 int16 BracketValue
        10 int16 BracketShotNumber
        12 int16 RawJpgQuality: -1 n/a; 1 Economy; 2 Normal; 3 Fine; 4 RAW; 5 Superfine; 7 CRAW;
         130 Light (RAW); 131 Standard (RAW)
        14 int16 RawJpgSize
        16 int16 LongExposureNoiseReduction2: 0 Off; 1 On (1D); 3 On; 4 Auto
        18 int16 WBBracketMode: 0 Off; 1 On (shift AB); 2 On (shift GM)
        24 int16 WBBracketValueAB
        26 int16 WBBracketValueGM
        28 int16 FilterEffect: 0 None; 1 Yellow; 2 Orange; 3 Red; 4 Green
        30 int16 ToningEffect: 0 None; 1 Sepia; 2 Blue; 3 Purple; 4 Green
        32 int16 MacroMagnification
        38 int16 LiveViewShooting: 0 Off; 1 On
        40 uint16 FocusDistanceUpper
        42 uint16 FocusDistanceLower
        46 int16 ShutterMode: 0 Mechanical; 1 Electronic First Curtain; 2 Electronic
        50 int16 FlashExposureLock: 0 Off; 1 On
        122 uint16 RFLensType
        """)

    static let aspectInfo = StructureTable(
        namespace: "canon.AspectInfo",
        """
        0 uint32 AspectRatio: 0 3:2; 1 1:1; 2 4:3; 7 16:9; 8 4:5; 12 3:2 (APS-H crop);
         13 3:2 (APS-C crop); 258 4:3 crop
        4 uint32 CroppedImageWidth
        8 uint32 CroppedImageHeight
        12 uint32 CroppedImageLeft
        16 uint32 CroppedImageTop
        """)

    static let processing = StructureTable(
        namespace: "canon.Processing",
        """
        2 int16 ToneCurve: 0 Standard; 1 Manual; 2 Custom
        4 int16 Sharpness
        6 int16 SharpnessFrequency: 0 n/a; 1 Lowest; 2 Low; 3 Standard; 4 High; 5 Highest
        8 int16 SensorRedLevel
        10 int16 SensorBlueLevel
        12 int16 WhiteBalanceRed
        14 int16 WhiteBalanceBlue
        16 int16 WhiteBalance
        18 int16 ColorTemperature
        20 int16 PictureStyle
        22 int16 DigitalGain
        24 int16 WBShiftAB
        26 int16 WBShiftGM
        """)

    static let colorBalance = StructureTable(
        namespace: "canon.ColorBalance",
        """
        2 int16[4] WB_RGGBLevelsAuto
        10 int16[4] WB_RGGBLevelsDaylight
        18 int16[4] WB_RGGBLevelsShade
        26 int16[4] WB_RGGBLevelsCloudy
        34 int16[4] WB_RGGBLevelsTungsten
        42 int16[4] WB_RGGBLevelsFluorescent
        50 int16[4] WB_RGGBLevelsFlash
        58 int16[4] WB_RGGBLevelsCustom
        66 int16[4] WB_RGGBLevelsKelvin
        74 int16[4] WB_RGGBBlackLevels
        """)
}
