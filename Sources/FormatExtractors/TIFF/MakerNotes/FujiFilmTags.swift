extension MakerNoteTable {
    /// The tags of Fujifilm.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/FujiFilm.html>.
    static let fujifilm = MakerNoteTable(
        "fujifilm",
        """
        0 Version
        16 InternalSerialNumber
        4096 Quality
        4097 Sharpness: 0 -4 (softest); 1 -3 (very soft); 2 -2 (soft); 3 0 (normal);
         4 +2 (hard); 5 +3 (very hard); 6 +4 (hardest); 130 -1 (medium soft);
         132 +1 (medium hard); 32768 Film Simulation; 65535 n/a
        4098 WhiteBalance
        4099 Saturation
        4100 Contrast: 0 Normal; 128 Medium High; 256 High; 384 Medium Low; 512 Low;
         32768 Film Simulation
        4101 ColorTemperature
        4102 Contrast: 0 Normal; 256 High; 768 Low
        4106 WhiteBalanceFineTune
        4107 NoiseReduction: 64 Low; 128 Normal; 256 n/a
        4110 NoiseReduction: 0 0 (normal); 256 +2 (strong); 384 +1 (medium strong);
         448 +3 (very strong); 480 +4 (strongest); 512 -2 (weak); 640 -1 (medium weak);
         704 -3 (very weak); 736 -4 (weakest)
        4111 Clarity: -5000 -5; -4000 -4; -3000 -3; -2000 -2; -1000 -1; 0 0; 1000 1; 2000 2;
         3000 3; 4000 4; 5000 5
        4112 FujiFlashMode
        4113 FlashExposureComp
        4128 Macro: 0 Off; 1 On
        4129 FocusMode: 0 Auto; 1 Manual; 65535 Movie
        4130 AFMode: 0 No; 1 Single Point; 256 Zone; 512 Wide/Tracking
        4131 FocusPixel
        4139 PrioritySettings
        4141 FocusSettings
        4142 AFCSettings
        4144 SlowSync: 0 Off; 1 On
        4145 PictureMode
        4146 ExposureCount
        4147 EXRAuto: 0 Auto; 1 Manual
        4148 EXRMode: 256 HR (High Resolution); 512 SN; 768 DR (Dynamic Range priority)
        4160 ShadowTone: -64 +4 (hardest); -48 +3 (very hard); -32 +2 (hard);
         -16 +1 (medium hard); 0 0 (normal); 16 -1 (medium soft); 32 -2 (soft)
        4161 HighlightTone: -64 +4 (hardest); -48 +3 (very hard); -32 +2 (hard);
         -16 +1 (medium hard); 0 0 (normal); 16 -1 (medium soft); 32 -2 (soft)
        4164 DigitalZoom
        4165 LensModulationOptimizer: 0 Off; 1 On
        4167 GrainEffectRoughness: 0 Off; 32 Weak; 64 Strong
        4168 ColorChromeEffect: 0 Off; 32 Weak; 64 Strong
        4169 BWAdjustment
        4171 BWMagentaGreen
        4172 GrainEffectSize: 0 Off; 16 Small; 32 Large
        4173 CropMode: 0 n/a; 1 Full-frame on GFX; 2 Sports Finder Mode;
         4 Electronic Shutter 1.25x Crop
        4174 ColorChromeFXBlue: 0 Off; 32 Weak; 64 Strong
        4176 ShutterType: 0 Mechanical; 1 Electronic; 2 Electronic; 3 Electronic Front Curtain
        4352 AutoBracketing: 0 Off; 1 On; 2 Pre-shot
        4353 SequenceNumber
        4355 DriveSettings
        4357 PixelShiftShots
        4435 PanoramaAngle
        4436 PanoramaDirection: 1 Right; 2 Up; 3 Left; 4 Down
        4609 AdvancedFilter: 65536 Pop Color; 131072 Hi Key; 196608 Toy Camera;
         262144 Miniature; 327680 Dynamic Tone; 393217 Partial Color Red;
         393218 Partial Color Yellow; 393219 Partial Color Green; 393220 Partial Color Blue;
         393221 Partial Color Orange; 393222 Partial Color Purple; 458752 Soft Focus;
         589824 Low Key
        4624 ColorMode: 0 Standard; 16 Chrome; 48 B & W
        4864 BlurWarning: 0 None; 1 Blur Warning
        4865 FocusWarning: 0 Good; 1 Out of focus
        4866 ExposureWarning: 0 Good; 1 Bad exposure
        4868 GEImageSize
        5120 DynamicRange: 1 Standard; 3 Wide
        5121 FilmMode
        5122 DynamicRangeSetting: 0 Auto; 1 Manual; 256 Standard (100%); 512 Wide1 (230%);
         513 Wide2 (400%); 32768 Film Simulation
        5123 DevelopmentDynamicRange
        5124 MinFocalLength
        5125 MaxFocalLength
        5126 MaxApertureAtMinFocal
        5127 MaxApertureAtMaxFocal
        5131 AutoDynamicRange
        5154 ImageStabilization
        5157 SceneRecognition: 0 Unrecognized; 256 Portrait Image; 259 Night Portrait;
         261 Backlit Portrait; 512 Landscape Image; 768 Night Scene; 1024 Macro
        5169 Rating
        5174 ImageGeneration: 0 Original Image; 1 Re-developed from RAW
        5176 ImageCount
        5187 DRangePriority: 0 Auto; 1 Fixed
        5188 DRangePriorityAuto: 1 Weak; 2 Strong; 3 Plus
        5189 DRangePriorityFixed: 1 Weak; 2 Strong
        5190 FlickerReduction
        5191 FujiModel
        5192 FujiModel2
        5197 RollAngle
        14339 VideoRecordingMode: 0 Normal; 16 F-log; 32 HLG; 48 F-log2
        14340 PeripheralLighting: 0 Off; 1 On
        14342 VideoCompression: 1 Log GOP; 2 All Intra
        14368 FrameRate
        14369 FrameWidth
        14370 FrameHeight
        14372 FullHDHighSpeedRec: 1 Off; 2 On
        16389 FaceElementSelected
        16640 FacesDetected
        16643 FacePositions
        16896 NumFaceElements
        16897 FaceElementTypes
        16899 FaceElementPositions
        17026 FaceRecInfo
        32768 FileSource
        32770 OrderNumber
        32771 FrameNumber
        45585 Parallax
        """)
}
