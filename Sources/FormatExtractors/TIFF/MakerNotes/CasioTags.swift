extension MakerNoteTable {
    /// The tags of Casio.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Casio.html>.
    static let casio = MakerNoteTable(
        "casio",
        """
        1 RecordingMode: 1 Single Shutter; 2 Panorama; 3 Night Scene; 4 Portrait; 5 Landscape;
         7 Panorama; 10 Night Scene; 15 Portrait; 16 Landscape
        2 Quality: 1 Economy; 2 Normal; 3 Fine
        3 FocusMode: 2 Macro; 3 Auto; 4 Manual; 5 Infinity; 7 Spot AF
        4 FlashMode: 1 Auto; 2 On; 3 Off; 4 Off; 5 Red-eye Reduction
        5 FlashIntensity: 11 Weak; 12 Low; 13 Normal; 14 High; 15 Strong
        6 ObjectDistance
        7 WhiteBalance: 1 Auto; 2 Tungsten; 3 Daylight; 4 Fluorescent; 5 Shade; 129 Manual
        10 DigitalZoom: 65536 Off; 65537 2x; 104857 1.6x; 131072 2x; 209715 3.2x; 262144 4x
        11 Sharpness: 0 Normal; 1 Soft; 2 Hard; 16 Normal; 17 +1; 18 -1
        12 Contrast: 0 Normal; 1 Low; 2 High; 16 Normal; 17 +1; 18 -1
        13 Saturation: 0 Normal; 1 Low; 2 High; 16 Normal; 17 +1; 18 -1
        20 ISO
        21 FirmwareDate
        22 Enhancement: 1 Off; 2 Red; 3 Green; 4 Blue; 5 Flesh Tones
        23 ColorFilter: 1 Off; 2 Black & White; 3 Sepia; 4 Red; 5 Green; 6 Blue; 7 Yellow;
         8 Pink; 9 Purple
        24 AFPoint
        25 FlashIntensity: 1 Normal; 2 Weak; 3 Strong
        """)
}

extension MakerNoteTable {
    /// The tags of later Casio cameras.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Casio.html>.
    static let casioSecond = MakerNoteTable(
        "casio",
        """
        2 PreviewImageSize
        3 PreviewImageLength
        4 PreviewImageStart
        8 QualityMode: 0 Economy; 1 Normal; 2 Fine
        9 CasioImageSize: 0 640x480; 4 1600x1200; 5 2048x1536; 20 2288x1712; 21 2592x1944;
         22 2304x1728; 36 3008x2008
        13 FocusMode: 0 Normal; 1 Macro
        20 ISO: 3 50; 4 64; 6 100; 9 200
        25 WhiteBalance: 0 Auto; 1 Daylight; 2 Shade; 3 Tungsten; 4 Fluorescent; 5 Manual
        29 FocalLength
        31 Saturation: 0 Low; 1 Normal; 2 High
        32 Contrast: 0 Low; 1 Normal; 2 High
        33 Sharpness: 0 Soft; 1 Normal; 2 Hard
        8192 PreviewImage
        8193 FirmwareDate
        8209 WhiteBalanceBias
        8210 WhiteBalance: 0 Manual; 1 Daylight; 2 Cloudy; 3 Shade; 4 Flash?; 6 Fluorescent;
         9 Tungsten?; 10 Tungsten; 12 Flash
        8225 AFPointPosition
        8226 ObjectDistance
        8244 FlashDistance
        8310 SpecialEffectMode
        8329 FaceInfo1
        8476 FacesDetected
        12288 RecordMode: 2 Program AE; 3 Shutter Priority; 4 Aperture Priority; 5 Manual;
         6 Best Shot; 17 Movie; 19 Movie (19); 20 YouTube Movie
        12289 ReleaseMode: 1 Normal; 3 AE Bracketing; 11 WB Bracketing; 13 Contrast Bracketing;
         19 High Speed Burst
        12290 Quality: 1 Economy; 2 Normal; 3 Fine
        12291 FocusMode: 0 Manual; 1 Focus Lock; 2 Macro; 3 Single-Area Auto Focus; 5 Infinity;
         6 Multi-Area Auto Focus; 8 Super Macro
        12294 HometownCity
        12295 BestShotMode
        12296 AutoISO: 1 On; 2 Off; 7 On (high sensitivity); 8 On (anti-shake); 10 High Speed
        12297 AFMode: 0 Off; 1 Spot; 2 Multi; 3 Face Detection; 4 Tracking; 5 Intelligent
        12305 Sharpness
        12306 Contrast
        12307 Saturation
        12308 ISO
        12309 ColorMode: 0 Off; 2 Black & White; 3 Sepia
        12310 Enhancement: 0 Off; 1 Scenery; 3 Green; 5 Underwater; 9 Flesh Tones
        12311 ColorFilter: 0 Off; 1 Blue; 3 Green; 4 Yellow; 5 Red; 6 Purple; 7 Pink
        12315 ArtMode: 0 Normal; 8 Silent Movie; 39 HDR; 45 Premium Auto; 47 Painting;
         49 Crayon Drawing; 51 Panorama; 52 Art HDR; 62 High Speed Night Shot; 64 Monochrome;
         67 Toy Camera; 68 Pop Art; 69 Light Tone
        12316 SequenceNumber
        12317 BracketSequence
        12320 ImageStabilization: 0 Off; 1 On; 2 Best Shot; 3 Movie Anti-Shake
        12330 LightingMode: 0 Off; 1 High Dynamic Range; 5 Shadow Enhance Low;
         6 Shadow Enhance High
        12331 PortraitRefiner: 0 Off; 1 +1; 2 +2
        12336 SpecialEffectLevel
        12337 SpecialEffectSetting: 0 Off; 1 Makeup; 2 Mist Removal; 3 Vivid Landscape;
         16 Art Shot
        12547 DriveMode
        12555 ArtModeParameters
        16385 CaptureFrameRate
        16387 VideoQuality: 1 Standard; 3 HD (720p); 4 Full HD (1080p); 5 Low
        """)
}
