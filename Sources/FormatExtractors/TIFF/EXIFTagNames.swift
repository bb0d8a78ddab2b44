/// The names of Exif tags by number, one a line, with the unit that the specification fixes.
///
/// Source: CIPA DC-008, Exif 3.0 <https://www.cipa.jp/std/documents/download_e.html?DC-008-2024-E>.
enum EXIFTagNames {
    /// Tags of the Exif directory, and of TIFF/EP where they stand among others (section 4.6.5).
    static let exif = """
        33434 ExposureTime s
        33437 FNumber
        34850 ExposureProgram
        34852 SpectralSensitivity
        34855 PhotographicSensitivity
        34856 OECF
        34858 TimeZoneOffset h
        34859 SelfTimerMode
        34864 SensitivityType
        34865 StandardOutputSensitivity
        34866 RecommendedExposureIndex
        34867 ISOSpeed
        34868 ISOSpeedLatitudeyyy
        34869 ISOSpeedLatitudezzz
        36864 ExifVersion
        36867 DateTimeOriginal
        36868 DateTimeDigitized
        36880 OffsetTime
        36881 OffsetTimeOriginal
        36882 OffsetTimeDigitized
        37121 ComponentsConfiguration
        37122 CompressedBitsPerPixel
        37377 ShutterSpeedValue
        37378 ApertureValue
        37379 BrightnessValue
        37380 ExposureBiasValue
        37381 MaxApertureValue
        37382 SubjectDistance m
        37383 MeteringMode
        37384 LightSource
        37385 Flash
        37386 FocalLength mm
        37387 FlashEnergy
        37388 SpatialFrequencyResponse
        37389 Noise
        37390 FocalPlaneXResolution
        37391 FocalPlaneYResolution
        37392 FocalPlaneResolutionUnit
        37393 ImageNumber
        37394 SecurityClassification
        37395 ImageHistory
        37396 SubjectLocation
        37397 ExposureIndex
        37398 TIFF/EPStandardID
        37399 SensingMethod
        37500 MakerNote
        37510 UserComment
        37520 SubsecTime
        37521 SubsecTimeOriginal
        37522 SubsecTimeDigitized
        37888 Temperature degC
        37889 Humidity %
        37890 Pressure hPa
        37891 WaterDepth m
        37892 Acceleration mGal
        37893 CameraElevationAngle deg
        40960 FlashpixVersion
        40961 ColorSpace
        40962 PixelXDimension
        40963 PixelYDimension
        40964 RelatedSoundFile
        40965 InteroperabilityIFD
        41483 FlashEnergy
        41484 SpatialFrequencyResponse
        41485 Noise
        41486 FocalPlaneXResolution
        41487 FocalPlaneYResolution
        41488 FocalPlaneResolutionUnit
        41489 ImageNumber
        41490 SecurityClassification
        41491 ImageHistory
        41492 SubjectLocation
        41493 ExposureIndex
        41494 TIFF/EPStandardID2
        41495 SensingMethod
        41728 FileSource
        41729 SceneType
        41730 CFAPattern
        41985 CustomRendered
        41986 ExposureMode
        41987 WhiteBalance
        41988 DigitalZoomRatio
        41989 FocalLengthIn35mmFilm mm
        41990 SceneCaptureType
        41991 GainControl
        41992 Contrast
        41993 Saturation
        41994 Sharpness
        41995 DeviceSettingDescription
        41996 SubjectDistanceRange
        42016 ImageUniqueID
        42032 CameraOwnerName
        42033 BodySerialNumber
        42034 LensSpecification
        42035 LensMake
        42036 LensModel
        42037 LensSerialNumber
        42080 CompositeImage
        42081 SourceImageNumberCompositeImage
        42082 SourceExposureTimesCompositeImage
        42240 Gamma
        """

    /// Tags of the GPS directory (section 4.6.6).
    static let gps = """
        0 GPSVersionID
        1 GPSLatitudeRef
        2 GPSLatitude
        3 GPSLongitudeRef
        4 GPSLongitude
        5 GPSAltitudeRef
        6 GPSAltitude m
        7 GPSTimeStamp
        8 GPSSatellites
        9 GPSStatus
        10 GPSMeasureMode
        11 GPSDOP
        12 GPSSpeedRef
        13 GPSSpeed
        14 GPSTrackRef
        15 GPSTrack deg
        16 GPSImgDirectionRef
        17 GPSImgDirection deg
        18 GPSMapDatum
        19 GPSDestLatitudeRef
        20 GPSDestLatitude
        21 GPSDestLongitudeRef
        22 GPSDestLongitude
        23 GPSDestBearingRef
        24 GPSDestBearing deg
        25 GPSDestDistanceRef
        26 GPSDestDistance
        27 GPSProcessingMethod
        28 GPSAreaInformation
        29 GPSDateStamp
        30 GPSDifferential
        31 GPSHPositioningError m
        """

    /// Tags of the interoperability directory (section 4.6.7).
    static let interoperability = """
        1 InteroperabilityIndex
        2 InteroperabilityVersion
        4096 RelatedImageFileFormat
        4097 RelatedImageWidth
        4098 RelatedImageLength
        """
}
