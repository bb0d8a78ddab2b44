extension MakerNoteTable {
    /// The tags of Panasonic.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Panasonic.html>.
    static let panasonic = MakerNoteTable(
        "panasonic",
        """
        1 ImageQuality: 1 TIFF; 2 High; 3 Normal; 6 Very High; 7 RAW; 9 Motion Picture;
         11 Full HD Movie; 12 4k Movie
        2 FirmwareVersion
        3 WhiteBalance: 1 Auto; 2 Daylight; 3 Cloudy; 4 Incandescent; 5 Manual; 8 Flash;
         10 Black & White; 11 Manual 2; 12 Shade; 13 Kelvin; 14 Manual 3; 15 Manual 4;
         19 Auto (cool)
        7 FocusMode: 1 Auto; 2 Manual; 4 Auto, Focus button; 5 Auto, Continuous; 6 AF-S; 7 AF-C;
         8 AF-F
        15 AFAreaMode
        26 ImageStabilization: 2 On, Optical; 3 Off; 4 On, Mode 2; 5 On, Optical Panning;
         6 On, Body-only; 7 On, Body-only Panning; 9 Dual IS; 10 Dual IS Panning; 11 Dual2 IS;
         12 Dual2 IS Panning
        28 MacroMode: 1 On; 2 Off; 257 Tele-Macro; 513 Macro Zoom
        31 ShootingMode
        32 Audio: 1 Yes; 2 No; 3 Stereo
        33 DataDump
        35 WhiteBalanceBias
        36 FlashBias
        37 InternalSerialNumber
        38 PanasonicExifVersion
        39 VideoFrameRate: 0 n/a
        40 ColorEffect: 1 Off; 2 Warm; 3 Cool; 4 Black & White; 5 Sepia; 6 Happy; 8 Vivid
        41 TimeSincePowerOn
        42 BurstMode: 0 Off; 1 On; 2 Auto Exposure Bracketing; 3 Focus Bracketing; 4 Unlimited;
         8 White Balance Bracketing; 17 On (with flash); 18 Aperture Bracketing
        43 SequenceNumber
        44 ContrastMode: 0 Normal; 1 Low; 2 High; 5 Normal 2; 6 Medium Low; 7 Medium High;
         13 High Dynamic; 24 Dynamic Range (film-like); 46 Match Filter Effects Toy;
         55 Match Photo Style L. Monochrome; 256 Low; 272 Normal; 288 High
        45 NoiseReduction: 0 Standard; 1 Low (-1); 2 High (+1); 3 Lowest (-2); 4 Highest (+2);
         5 +5; 6 +6; 65531 -5; 65532 -4; 65533 -3; 65534 -2; 65535 -1
        46 SelfTimer: 0 Off (0); 1 Off; 2 10 s; 3 2 s; 4 10 s / 3 pictures;
         258 2 s after shutter pressed; 266 10 s after shutter pressed; 778 3 photos after 10 s
        48 Rotation: 1 Horizontal (normal); 3 Rotate 180; 6 Rotate 90 CW; 8 Rotate 270 CW
        49 AFAssistLamp: 1 Fired; 2 Enabled but Not Used; 3 Disabled but Required;
         4 Disabled and Not Required
        50 ColorMode: 0 Normal; 1 Natural; 2 Vivid
        51 BabyAge
        52 OpticalZoomMode: 1 Standard; 2 Extended
        53 ConversionLens: 1 Off; 2 Wide; 3 Telephoto; 4 Macro
        54 TravelDay
        56 BatteryLevel: 1 Full; 2 Medium; 3 Low; 4 Near Empty; 7 Near Full; 8 Medium Low;
         256 n/a
        57 Contrast: 0 Normal
        58 WorldTimeLocation: 1 Home; 2 Destination
        59 TextStamp: 1 Off; 2 On
        60 ProgramISO: -1 n/a; 65534 Intelligent ISO; 65535 n/a
        61 AdvancedSceneType
        62 TextStamp: 1 Off; 2 On
        63 FacesDetected
        64 Saturation: 0 Normal
        65 Sharpness: 0 Normal
        66 FilmMode: 0 n/a; 1 Standard (color); 2 Dynamic (color); 3 Nature (color);
         4 Smooth (color); 5 Standard (B&W); 6 Dynamic (B&W); 7 Smooth (B&W); 10 Nostalgic;
         11 Vibrant
        67 JPEGQuality: 0 n/a (Movie); 2 High; 3 Standard; 6 Very High; 255 n/a (RAW only)
        68 ColorTempKelvin
        69 BracketSettings: 0 No Bracket; 1 3 Images, Sequence 0/-/+;
         2 3 Images, Sequence -/0/+; 3 5 Images, Sequence 0/-/+; 4 5 Images, Sequence -/0/+;
         5 7 Images, Sequence 0/-/+; 6 7 Images, Sequence -/0/+
        70 WBShiftAB
        71 WBShiftGM
        72 FlashCurtain: 0 n/a; 1 1st; 2 2nd
        73 LongExposureNoiseReduction: 1 Off; 2 On
        75 PanasonicImageWidth
        76 PanasonicImageHeight
        77 AFPointPosition
        78 FaceDetInfo
        81 LensType
        82 LensSerialNumber
        83 AccessoryType
        84 AccessorySerialNumber
        89 Transform
        93 IntelligentExposure: 0 Off; 1 Low; 2 Standard; 3 High
        96 LensFirmwareVersion
        97 FaceRecInfo
        98 FlashWarning: 0 No; 1 Yes
        99 RecognizedFaceFlags
        101 Title
        102 BabyName
        103 Location
        105 Country
        107 State
        109 City
        111 Landmark
        112 IntelligentResolution: 0 Off; 1 Low; 2 Standard; 3 High; 4 Extended
        118 HDRShot: 0 Off; 3 On
        119 BurstSpeed
        121 IntelligentD-Range: 0 Off; 1 Low; 2 Standard; 3 High
        124 ClearRetouch: 0 Off; 1 On
        128 City2
        134 ManometerPressure
        137 PhotoStyle: 0 Auto; 1 Standard or Custom; 2 Vivid; 3 Natural; 4 Monochrome;
         5 Scenery; 6 Portrait; 8 Cinelike D; 9 Cinelike V; 11 L. Monochrome; 12 Like709;
         15 L. Monochrome D; 17 V-Log; 18 Cinelike D2
        138 ShadingCompensation: 0 Off; 1 On
        139 WBShiftIntelligentAuto
        140 AccelerometerZ
        141 AccelerometerX
        142 AccelerometerY
        143 CameraOrientation: 0 Normal; 1 Rotate CW; 2 Rotate 180; 3 Rotate CCW;
         4 Tilt Upwards; 5 Tilt Downwards
        144 RollAngle
        145 PitchAngle
        146 WBShiftCreativeControl
        147 SweepPanoramaDirection: 0 Off; 1 Left to Right; 2 Right to Left; 3 Top to Bottom;
         4 Bottom to Top
        148 SweepPanoramaFieldOfView
        150 TimerRecording: 0 Off; 1 Time Lapse; 2 Stop-motion Animation; 3 Focus Bracketing
        157 InternalNDFilter
        158 HDR: 0 Off; 100 1 EV; 200 2 EV; 300 3 EV; 32868 1 EV (Auto); 32968 2 EV (Auto);
         33068 3 EV (Auto)
        159 ShutterType: 0 Mechanical; 1 Electronic; 2 Hybrid
        161 FilterEffect
        163 ClearRetouchValue
        167 OutputLUT
        171 TouchAE: 0 Off; 1 On
        172 MonochromeFilterEffect: 0 Off; 1 Yellow; 2 Orange; 3 Red; 4 Green
        173 HighlightShadow
        175 TimeStamp
        179 VideoBurstResolution: 1 Off or 4K; 4 6K
        180 MultiExposure: 0 n/a; 1 Off; 2 On
        185 RedEyeRemoval: 0 Off; 1 On
        187 VideoBurstMode: 1 Off; 4 Post Focus; 24 4K Burst; 40 4K Burst (Start/Stop);
         72 4K Pre-burst; 264 Loop Recording; 1032 Focus Stacking; 2064 6K Burst;
         2080 6K Burst (Start/Stop); 4097 High Resolution Mode
        188 DiffractionCorrection: 0 Off; 1 Auto
        189 FocusBracket
        190 LongExposureNRUsed: 0 No; 1 Yes
        191 PostFocusMerging
        193 VideoPreburst: 0 No; 1 4K or 6K
        196 LensTypeMake
        197 LensTypeModel
        202 SensorType: 0 Multi-aspect; 1 Standard
        209 ISO
        210 MonochromeGrainEffect: 0 Off; 1 Low; 2 Standard; 3 High
        214 NoiseReductionStrength
        228 LensTypeModel
        232 MinimumISO
        238 DynamicRangeBoost: 0 Off; 1 On
        8195 TimeInfo
        32768 MakerNoteVersion
        32769 SceneMode
        32770 HighlightWarning: 0 Disabled; 1 No; 2 Yes
        32771 DarkFocusEnvironment: 1 No; 2 Yes
        32772 WBRedLevel
        32773 WBGreenLevel
        32774 WBBlueLevel
        32776 TextStamp: 1 Off; 2 On
        32777 TextStamp: 1 Off; 2 On
        32784 BabyAge
        32786 Transform
        """)
}
