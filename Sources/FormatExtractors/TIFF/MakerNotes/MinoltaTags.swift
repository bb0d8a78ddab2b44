extension MakerNoteTable {
    /// The tags of Minolta.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Minolta.html>.
    static let minolta = MakerNoteTable(
        "minolta",
        """
        0 MakerNoteVersion
        1 MinoltaCameraSettingsOld
        3 MinoltaCameraSettings
        4 MinoltaCameraSettings7D
        16 CameraInfoA100
        24 ISInfoA100
        32 WBInfoA100
        64 CompressedImageSize
        129 PreviewImage
        136 PreviewImageStart
        137 PreviewImageLength
        256 SceneMode
        257 ColorMode
        258 MinoltaQuality: 0 Raw; 1 Super Fine; 2 Fine; 3 Standard; 4 Economy; 5 Extra fine
        259 MinoltaQuality: 0 Raw; 1 Super Fine; 2 Fine; 3 Standard; 4 Economy; 5 Extra fine
        260 FlashExposureComp
        261 Teleconverter: 0 None; 4 Minolta/Sony AF 1.4x APO (D); 5 Minolta/Sony AF 2x APO (D);
         72 Minolta/Sony AF 2x APO (D); 80 Minolta AF 2x APO II; 96 Minolta AF 2x APO;
         136 Minolta/Sony AF 1.4x APO (D); 144 Minolta AF 1.4x APO II; 160 Minolta AF 1.4x APO
        263 ImageStabilization: 1 Off; 5 On
        265 RawAndJpgRecording: 0 Off; 1 On
        266 ZoneMatching: 0 ISO Setting Used; 1 High Key; 2 Low Key
        267 ColorTemperature
        268 LensType
        273 ColorCompensationFilter
        274 WhiteBalanceFineTune
        275 ImageStabilization: 0 Off; 1 On
        276 MinoltaCameraSettings5D
        277 WhiteBalance: 0 Auto; 1 Color Temperature/Color Filter; 16 Daylight; 32 Cloudy;
         48 Shade; 64 Tungsten; 80 Flash; 96 Fluorescent; 112 Custom
        3840 MinoltaCameraSettings2
        """,
        records: [
            1: MinoltaRecords.cameraSettings,
            3: MinoltaRecords.cameraSettings,
        ])
}

/// Fixed structures in the notes of Minolta cameras.
///
/// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Minolta.html>.
enum MinoltaRecords {
    static let cameraSettings = StructureTable(
        namespace: "minolta.CameraSettings",
        """
        4 uint32 ExposureMode: 0 Program; 1 Aperture Priority; 2 Shutter Priority; 3 Manual
        8 uint32 FlashMode: 0 Fill flash; 1 Red-eye reduction; 2 Rear flash sync; 3 Wireless;
         4 Off?
        12 uint32 WhiteBalance
        16 uint32 MinoltaImageSize: 0 Full; 1 1600x1200; 2 1280x960; 3 640x480; 6 2080x1560;
         7 2560x1920; 8 3264x2176
        20 uint32 MinoltaQuality: 0 Raw; 1 Super Fine; 2 Fine; 3 Standard; 4 Economy;
         5 Extra Fine
        24 uint32 DriveMode: 0 Single; 1 Continuous; 2 Self-timer; 4 Bracketing; 5 Interval;
         6 UHS continuous; 7 HS continuous
        28 uint32 MeteringMode: 0 Multi-segment; 1 Center-weighted average; 2 Spot
        32 uint32 ISO
        36 uint32 ExposureTime
        40 uint32 FNumber
        44 uint32 MacroMode: 0 Off; 1 On
        48 uint32 DigitalZoom: 0 Off; 1 Electronic magnification; 2 2x
        52 uint32 ExposureCompensation
        56 uint32 BracketStep: 0 1/3 EV; 1 2/3 EV; 2 1 EV
        64 uint32 IntervalLength
        68 uint32 IntervalNumber
        72 uint32 FocalLength
        76 uint32 FocusDistance
        80 uint32 FlashFired: 0 No; 1 Yes
        84 uint32 MinoltaDate
        88 uint32 MinoltaTime
        92 uint32 MaxAperture
        104 uint32 FileNumberMemory: 0 Off; 1 On
        108 uint32 LastFileNumber
        112 uint32 ColorBalanceRed
        116 uint32 ColorBalanceGreen
        120 uint32 ColorBalanceBlue
        124 uint32 Saturation
        128 uint32 Contrast
        132 uint32 Sharpness: 0 Hard; 1 Normal; 2 Soft
        136 uint32 SubjectProgram: 0 None; 1 Portrait; 2 Text; 3 Night portrait; 4 Sunset;
         5 Sports action
        140 uint32 FlashExposureComp
        144 uint32 ISOSetting: 0 100; 1 200; 2 400; 3 800; 4 Auto; 5 64
        148 uint32 MinoltaModelID: 0 DiMAGE 7, X1, X21 or X31; 1 DiMAGE 5; 2 DiMAGE S304;
         3 DiMAGE S404; 4 DiMAGE 7i; 5 DiMAGE 7Hi; 6 DiMAGE A1; 7 DiMAGE A2 or S414
        152 uint32 IntervalMode: 0 Still Image; 1 Time-lapse Movie
        156 uint32 FolderName: 0 Standard Form; 1 Data Form
        160 uint32 ColorMode: 0 Natural color; 1 Black & White; 2 Vivid color; 3 Solarization;
         4 Adobe RGB
        164 uint32 ColorFilter
        168 uint32 BWFilter
        172 uint32 InternalFlash: 0 No; 1 Fired
        176 uint32 Brightness
        180 uint32 SpotFocusPointX
        184 uint32 SpotFocusPointY
        188 uint32 WideFocusZone: 0 No zone; 1 Center zone; 2 Center zone; 3 Left zone;
         4 Right zone
        192 uint32 FocusMode: 0 AF; 1 MF
        196 uint32 FocusArea: 0 Wide Focus (normal); 1 Spot Focus
        200 uint32 DECPosition: 0 Exposure; 1 Contrast; 2 Saturation; 3 Filter
        204 uint32 ColorProfile: 0 Not Embedded; 1 Embedded
        208 uint32 DataImprint: 0 None; 1 YYYY/MM/DD; 2 MM/DD/HH:MM; 3 Text; 4 Text + ID#
        252 uint32 FlashMetering: 0 ADI; 1 Pre-flash TTL; 2 Manual flash control
        """)
}
