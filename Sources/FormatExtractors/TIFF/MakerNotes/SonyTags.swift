extension MakerNoteTable {
    /// The tags of Sony.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Sony.html>.
    static let sony = MakerNoteTable(
        "sony",
        """
        16 CameraInfo
        32 FocusInfo
        258 Quality: 0 RAW; 1 Super Fine; 2 Fine; 3 Standard; 4 Economy; 5 Extra Fine;
         6 RAW + JPEG/HEIF; 7 Compressed RAW; 8 Compressed RAW + JPEG; 9 Light; 4294967295 n/a
        260 FlashExposureComp
        261 Teleconverter: 0 None; 4 Minolta/Sony AF 1.4x APO (D); 5 Minolta/Sony AF 2x APO (D);
         72 Minolta/Sony AF 2x APO (D); 80 Minolta AF 2x APO II; 96 Minolta AF 2x APO;
         136 Minolta/Sony AF 1.4x APO (D); 144 Minolta AF 1.4x APO II; 160 Minolta AF 1.4x APO
        274 WhiteBalanceFineTune
        276 CameraSettings
        277 WhiteBalance: 0 Auto; 1 Color Temperature/Color Filter; 16 Daylight; 32 Cloudy;
         48 Shade; 64 Tungsten; 80 Flash; 96 Fluorescent; 112 Custom; 128 Underwater
        278 ExtraInfo
        4096 MultiBurstMode: 0 Off; 1 On
        4097 MultiBurstImageWidth
        4098 MultiBurstImageHeight
        4099 Panorama
        8193 PreviewImage
        8194 Rating
        8196 Contrast
        8197 Saturation
        8198 Sharpness
        8199 Brightness
        8200 LongExposureNoiseReduction: 0 Off; 1 On (unused); 65537 On (dark subtracted);
         4294901760 Off (65535); 4294901761 On (65535); 4294967295 n/a
        8201 HighISONoiseReduction: 0 Off; 1 Low; 2 Normal; 3 High; 256 Auto; 65535 n/a
        8202 HDR
        8203 MultiFrameNoiseReduction: 0 Off; 1 On; 255 n/a
        8206 PictureEffect
        8207 SoftSkinEffect: 0 Off; 1 Low; 2 Mid; 3 High; 4294967295 n/a
        8208 Tag2010a
        8209 VignettingCorrection: 0 Off; 2 Auto; 4294967295 n/a
        8210 LateralChromaticAberration: 0 Off; 2 Auto; 4294967295 n/a
        8211 DistortionCorrectionSetting: 0 Off; 2 Auto; 4294967295 n/a
        8212 WBShiftAB_GM
        8214 AutoPortraitFramed: 0 No; 1 Yes
        8215 FlashAction: 0 Did not fire; 1 Flash Fired; 2 External Flash Fired;
         3 Wireless Controlled Flash Fired
        8218 ElectronicFrontCurtainShutter: 0 Off; 1 On
        8219 FocusMode: 0 Manual; 2 AF-S; 3 AF-C; 4 AF-A; 6 DMF; 7 AF-D
        8220 AFAreaModeSetting: 0 Wide; 4 Local; 8 Zone; 9 Spot
        8221 FlexibleSpotPosition
        8222 AFPointSelected
        8224 AFPointsUsed: 0 (none)
        8225 AFTracking: 0 Off; 1 Face tracking; 2 Lock On AF
        8226 FocalPlaneAFPointsUsed: 0 (none)
        8227 MultiFrameNREffect: 0 Normal; 1 High
        8230 WBShiftAB_GM_Precise
        8231 FocusLocation
        8232 VariableLowPassFilter
        8233 RAWFileType: 0 Compressed RAW; 1 Uncompressed RAW; 2 Lossless Compressed RAW;
         65535 n/a
        8234 Tag202a
        8235 PrioritySetInAWB: 0 Standard; 1 Ambience; 2 White
        8236 MeteringMode2: 256 Multi-segment; 512 Center-weighted average; 769 Spot (Standard);
         770 Spot (Large); 1024 Average; 1280 Highlight
        8237 ExposureStandardAdjustment
        8238 Quality
        8239 PixelShiftInfo
        8241 SerialNumber
        8242 Shadows
        8243 Highlights
        8244 Fade
        8245 SharpnessRange
        8246 Clarity
        8247 FocusFrameSize
        8249 JPEG-HEIFSwitch: 0 JPEG; 1 HEIF; 65535 n/a
        12288 ShotInfo
        36875 Tag900b
        36944 Tag9050a
        37888 Tag9400a
        37889 Tag9401
        37890 Tag9402
        37891 Tag9403
        37892 Tag9404a
        37893 Tag9405a
        37894 Tag9406
        37898 Tag940a
        37900 Tag940c
        37902 AFInfo
        45056 FileFormat
        45057 SonyModelID
        45088 CreativeStyle
        45089 ColorTemperature
        45090 ColorCompensationFilter
        45091 SceneMode
        45092 ZoneMatching: 0 ISO Setting Used; 1 High Key; 2 Low Key
        45093 DynamicRangeOptimizer: 0 Off; 1 Standard; 2 Advanced Auto; 3 Auto; 8 Advanced Lv1;
         9 Advanced Lv2; 10 Advanced Lv3; 11 Advanced Lv4; 12 Advanced Lv5; 16 Lv1; 17 Lv2;
         18 Lv3; 19 Lv4; 20 Lv5
        45094 ImageStabilization: 0 Off; 1 On; 4294967295 n/a
        45095 LensType
        45096 MinoltaMakerNote
        45097 ColorMode
        45098 LensSpec
        45099 FullImageSize
        45100 PreviewImageSize
        45120 Macro: 0 Off; 1 On; 2 Close Focus; 65535 n/a
        45121 ExposureMode
        45122 FocusMode: 1 AF-S; 2 AF-C; 4 Permanent-AF; 65535 n/a
        45123 AFAreaMode: 0 Default; 1 Multi; 2 Center; 3 Spot; 4 Flexible Spot; 6 Touch;
         14 Tracking; 15 Face Tracking; 65535 n/a
        45124 AFIlluminator: 0 Off; 1 Auto; 65535 n/a
        45127 JPEGQuality: 0 Standard; 1 Fine; 2 Extra Fine; 65535 n/a
        45128 FlashLevel
        45129 ReleaseMode: 0 Normal; 2 Continuous; 5 Exposure Bracketing;
         6 White Balance Bracketing; 8 DRO Bracketing; 65535 n/a
        45130 SequenceNumber: 0 Single; 65535 n/a
        45131 Anti-Blur: 0 Off; 1 On (Continuous); 2 On (Shooting); 65535 n/a
        45134 FocusMode: 0 Manual; 2 AF-S; 3 AF-C; 5 Semi-manual; 6 DMF
        45135 DynamicRangeOptimizer: 0 Off; 1 Standard; 2 Plus
        45136 HighISONoiseReduction2: 0 Normal; 1 High; 2 Low; 3 Off; 65535 n/a
        45138 IntelligentAuto: 0 Off; 1 On; 2 Advanced
        45140 WhiteBalance: 0 Auto; 4 Custom; 5 Daylight; 6 Cloudy; 7 Cool White Fluorescent;
         8 Day White Fluorescent; 9 Daylight Fluorescent; 10 Incandescent2;
         11 Warm White Fluorescent; 14 Incandescent; 15 Flash; 17 Underwater 1 (Blue Water);
         18 Underwater 2 (Green Water); 19 Underwater Auto
        """)
}
