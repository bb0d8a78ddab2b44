extension MakerNoteTable {
    /// The tags of Canon.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Canon.html>.
    static let canon = MakerNoteTable(
        "canon",
        """
        1 CanonCameraSettings
        2 CanonFocalLength
        3 CanonFlashInfo
        4 CanonShotInfo
        5 CanonPanorama
        6 CanonImageType
        7 CanonFirmwareVersion
        8 FileNumber
        9 OwnerName
        12 SerialNumber
        13 CanonCameraInfo1D
        14 CanonFileLength
        15 CustomFunctions1D
        16 CanonModelID
        17 MovieInfo
        18 CanonAFInfo
        19 ThumbnailImageValidArea
        21 SerialNumberFormat: 2415919104 Format 1; 2684354560 Format 2
        26 SuperMacro: 0 Off; 1 On (1); 2 On (2)
        28 DateStampMode: 0 Off; 1 Date; 2 Date & Time
        29 MyColors
        30 FirmwareRevision
        35 Categories
        36 FaceDetect1
        37 FaceDetect2
        38 CanonAFInfo2
        39 ContrastInfo
        40 ImageUniqueID
        41 WBInfo
        47 FaceDetect3
        53 TimeInfo
        56 BatteryType
        60 AFInfo3
        144 CustomFunctions1D
        145 PersonalFunctions
        146 PersonalFunctionValues
        147 CanonFileInfo
        148 AFPointsInFocus1D
        149 LensModel
        150 SerialInfo
        151 DustRemovalData
        152 CropInfo
        153 CustomFunctions2
        154 AspectInfo
        160 ProcessingInfo
        161 ToneCurveTable
        162 SharpnessTable
        163 SharpnessFreqTable
        164 WhiteBalanceTable
        169 ColorBalance
        170 MeasuredColor
        174 ColorTemperature
        176 CanonFlags
        177 ModifiedInfo
        178 ToneCurveMatching
        179 WhiteBalanceMatching
        180 ColorSpace: 1 sRGB; 2 Adobe RGB; 65535 n/a
        182 PreviewImageInfo
        224 SensorInfo
        16385 ColorData1
        16386 CRWParam
        16387 ColorInfo
        16389 Flavor
        16392 PictureStyleUserDef
        16393 PictureStylePC
        16400 CustomPictureStyleFileName
        16403 AFMicroAdj
        16405 VignettingCorr
        16406 VignettingCorr2
        16408 LightingOpt
        16409 LensInfo
        16416 AmbienceInfo
        16417 MultiExp
        16420 FilterInfo
        16421 HDRInfo
        16422 LogInfo
        16424 AFConfig
        16447 RawBurstModeRoll
        """,
        records: [
            1: CanonRecords.cameraSettings,
            2: CanonRecords.focalLength,
            4: CanonRecords.shotInfo,
            5: CanonRecords.panorama,
            29: CanonRecords.myColors,
            36: CanonRecords.faceDetect1,
            53: CanonRecords.timeInfo,
            147: CanonRecords.fileInfo,
            154: CanonRecords.aspectInfo,
            160: CanonRecords.processing,
            169: CanonRecords.colorBalance,
            170: CanonMoreRecords.measuredColor,
            224: CanonMoreRecords.sensorInfo,
            41: CanonMoreRecords.wbInfo,
            16387: CanonMoreRecords.colorInfo,
            16403: CanonMoreRecords.afMicroAdj,
            16405: CanonMoreRecords.vignetting,
            16408: CanonMoreRecords.lightingOpt,
            16417: CanonMoreRecords.multiExp,
            16421: CanonMoreRecords.hdrInfo,
            39: CanonMoreRecords.contrastInfo,
            16416: CanonMoreRecords.ambience,
        ])
}
