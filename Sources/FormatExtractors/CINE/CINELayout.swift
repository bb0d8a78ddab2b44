/// The structures of a Phantom CINE file; `Res…` members mean nothing and are left out.
///
/// Source: Vision Research, "Cine file format".
enum CINELayout {
    static let file = HeaderTable(
        """
        char[2] Type
        uint16 Headersize B
        uint16 Compression
        uint16 Version
        int32 FirstMovieImage
        uint32 TotalImageCount
        int32 FirstImageNo
        uint32 ImageCount
        uint32 OffImageHeader
        uint32 OffSetup
        uint32 OffImageOffsets
        """,
        labels: [
            "Compression": [0: "RGB or grey", 1: "JPEG", 2: "raw colour filter array"]
        ])

    static let bitmap = HeaderTable(
        """
        uint32 biSize B
        int32 biWidth px
        int32 biHeight px
        uint16 biPlanes
        uint16 biBitCount bit
        uint32 biCompression
        uint32 biSizeImage B
        int32 biXPelsPerMeter
        int32 biYPelsPerMeter
        uint32 biClrUsed
        uint32 biClrImportant
        """)

    static let setup = HeaderTable(
        """
        0 uint16 FrameRate16
        2 uint16 Shutter16
        4 uint16 PostTrigger16
        6 uint16 FrameDelay16
        8 uint16 AspectRatio
        17 uint8 TrigFrame
        19 char[121] DescriptionOld
        140 char[2] Mark
        142 uint16 Length B
        146 uint16 SigOption
        148 int16 BinChannels
        150 uint8 SamplesPerImage
        151 char[11] BinName0
        162 char[11] BinName1
        173 char[11] BinName2
        184 char[11] BinName3
        195 char[11] BinName4
        206 char[11] BinName5
        217 char[11] BinName6
        228 char[11] BinName7
        239 uint16 AnaOption
        241 int16 AnaChannels
        244 uint8 AnaBoard
        245 int16[8] ChOption
        261 float32[8] AnaGain
        293 char[6] AnaUnit0
        299 char[6] AnaUnit1
        305 char[6] AnaUnit2
        311 char[6] AnaUnit3
        317 char[6] AnaUnit4
        323 char[6] AnaUnit5
        329 char[6] AnaUnit6
        335 char[6] AnaUnit7
        341 char[11] AnaName0
        352 char[11] AnaName1
        363 char[11] AnaName2
        374 char[11] AnaName3
        385 char[11] AnaName4
        396 char[11] AnaName5
        407 char[11] AnaName6
        418 char[11] AnaName7
        429 int32 lFirstImage
        433 uint32 dwImageCount
        437 int16 nQFactor
        439 uint16 wCineFileType
        441 char[65] szCinePath0
        506 char[65] szCinePath1
        571 char[65] szCinePath2
        636 char[65] szCinePath3
        737 uint16 ImWidth px
        739 uint16 ImHeight px
        741 uint16 EDRShutter16 us
        743 uint32 Serial
        747 int32 Saturation
        752 uint32 AutoExposure
        756 int32 bFlipH
        760 int32 bFlipV
        764 uint32 Grid
        768 uint32 FrameRate Hz
        772 uint32 Shutter us
        776 uint32 EDRShutter us
        780 uint32 PostTrigger
        784 uint32 FrameDelay us
        788 int32 bEnableColor
        792 uint32 CameraVersion
        796 uint32 FirmwareVersion
        800 uint32 SoftwareVersion
        804 int32 RecordingTimeZone s
        808 uint32 CFA
        812 int32 Bright
        816 int32 Contrast
        820 int32 Gamma
        828 uint32 AutoExpLevel
        832 uint32 AutoExpSpeed
        836 int32[4] AutoExpRect
        852 float32[8] WBGain
        884 int32 Rotate deg
        888 float32[2] WBView
        896 uint32 RealBPP bit
        900 uint32 Conv8Min
        904 uint32 Conv8Max
        908 int32 FilterCode
        912 int32 FilterParam
        916 int32[28] UF
        1028 uint32 BlackCalSVer
        1032 uint32 WhiteCalSVer
        1036 uint32 GrayCalSVer
        1040 int32 bStampTime
        1044 uint32 SoundDest
        1048 uint32 FRPSteps
        1052 int32[16] FRPImgNr
        1116 uint32[16] FRPRate
        1180 uint32[16] FRPExp
        1244 int32 MCCnt
        1248 float32[64] MCPercent
        1504 uint32 CICalib
        1508 uint32 CalibWidth
        1512 uint32 CalibHeight
        1516 uint32 CalibRate
        1520 uint32 CalibExp
        1524 uint32 CalibEDR
        1528 uint32 CalibTemp
        1532 uint32[4] HeadSerial
        1548 uint32 RangeCode
        1552 uint32 RangeSize
        1556 uint32 Decimation
        1560 uint32 MasterSerial
        1564 uint32 Sensor
        1568 uint32 ShutterNs ns
        1572 uint32 EDRShutterNs ns
        1576 uint32 FrameDelayNs ns
        1580 uint32 ImPosXAcq px
        1584 uint32 ImPosYAcq px
        1588 uint32 ImWidthAcq px
        1592 uint32 ImHeightAcq px
        1596 char[4096] Description
        5692 int32 RisingEdge
        5696 uint32 FilterTime us
        5700 int32 LongReady
        5704 int32 ShutterOff
        5724 int32 bMetaWB
        5728 int32 Hue
        5732 int32 BlackLevel
        5736 int32 WhiteLevel
        5740 char[256] LensDescription
        5996 float32 LensAperture
        6000 float32 LensFocusDistance
        6004 float32 LensFocalLength
        6008 float32 fOffset
        6012 float32 fGain
        6016 float32 fSaturation
        6020 float32 fHue
        6024 float32 fGamma
        6028 float32 fGammaR
        6032 float32 fGammaB
        6036 float32 fFlare
        6040 float32 fPedestalR
        6044 float32 fPedestalG
        6048 float32 fPedestalB
        6052 float32 fChroma
        6056 char[256] ToneLabel
        6312 int32 TonePoints
        6316 float32[64] fTone
        6572 char[256] UserMatrixLabel
        6828 int32 EnableMatrices
        6832 float32[9] fUserMatrix
        6868 int32 EnableCrop
        6872 int32[4] CropRect
        6888 int32 EnableResample
        6892 uint32 ResampleWidth
        6896 uint32 ResampleHeight
        6900 float32 fGain16_8
        6904 uint32[16] FRPShape
        6968 bytes[8] TrigTC
        6976 float32 fPbRate
        6980 float32 fTcRate
        6984 char[256] CineName
        7240 float32 fGainR
        7244 float32 fGainG
        7248 float32 fGainB
        7252 float32[9] cmCalib
        7288 float32 fWBTemp
        7292 float32 fWBCc
        7296 char[1024] CalibrationInfo
        8320 char[1024] OpticalFilter
        9344 char[256] GpsInfo
        9600 char[256] Uuid
        9856 char[256] CreatedBy
        10112 uint32 RecBPP bit
        10116 uint16 LowestFormatBPP
        10118 uint16 LowestFormatQ
        10120 float32 fToe
        10124 uint32 LogMode
        10128 char[256] CameraModel
        10384 uint32 WBType
        10388 float32 fDecimation
        10392 uint32 MagSerial
        10396 uint32 CSSerial
        10400 float64 dFrameRate Hz
        10408 uint32 SensorMode
        """,
        labels: [
            "CFA": [
                0: "none", 1: "VRI, gbrg over rggb", 2: "VRIV6, bggr over grbg",
                3: "Bayer gb over rg",
                4: "Bayer rg over gb", 5: "Bayer gr over bg", 6: "Bayer bg over gr",
            ]
        ])
}
