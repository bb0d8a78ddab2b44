extension MakerNoteTable {
    /// The tags of Samsung.
    ///
    /// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Samsung.html>.
    static let samsung = MakerNoteTable(
        "samsung",
        """
        1 MakerNoteVersion
        2 DeviceType: 4096 Compact Digital Camera; 8192 High-end NX Camera;
         12288 HXM Video Camera; 73728 Cell Phone; 3145728 SMX Video Camera
        3 SamsungModelID
        17 OrientationInfo
        32 SmartAlbumColor
        33 PictureWizard
        48 LocalLocationName
        49 LocationName
        53 PreviewIFD
        64 RawDataByteOrder: 0 Little-endian (Intel, II); 1 Big-endian (Motorola, MM)
        65 WhiteBalanceSetup: 0 Auto; 1 Manual
        67 CameraTemperature
        80 RawDataCFAPattern: 0 Unchanged; 1 Swap; 65535 Roll
        256 FaceDetect: 0 Off; 1 On
        288 FaceRecognition: 0 Off; 1 On
        291 FaceName
        40961 FirmwareName
        40962 SerialNumber
        40963 LensType
        40964 LensFirmware
        40965 InternalLensSerialNumber
        40976 SensorAreas
        40977 ColorSpace: 0 sRGB; 1 Adobe RGB
        40978 SmartRange: 0 Off; 1 On
        40979 ExposureCompensation
        40980 ISO
        40984 ExposureTime
        40985 FNumber
        40986 FocalLengthIn35mmFormat
        40992 EncryptionKey
        40993 WB_RGGBLevelsUncorrected
        40994 WB_RGGBLevelsAuto
        40995 WB_RGGBLevelsIlluminator1
        40996 WB_RGGBLevelsIlluminator2
        40997 HighlightLinearityLimit
        41000 WB_RGGBLevelsBlack
        41008 ColorMatrix
        41009 ColorMatrixSRGB
        41010 ColorMatrixAdobeRGB
        41011 CbCrMatrixDefault
        41012 CbCrMatrix
        41013 CbCrGainDefault
        41014 CbCrGain
        41024 ToneCurveSRGBDefault
        41025 ToneCurveAdobeRGBDefault
        41026 ToneCurveSRGB
        41027 ToneCurveAdobeRGB
        41032 RawData
        41040 Distortion
        41041 ChromaticAberration
        41042 Vignetting
        41043 VignettingCorrection
        41044 VignettingSetting
        """)
}
