internal import MetadataModel

/// The tags of the Camera Image File Format, by their number without the bits of storage.
///
/// Source: CIFF specification 1.0 revision 4 <https://xyrion.org/ciff/CIFFspecV1R04.pdf>;
/// <https://exiftool.org/TagNames/CanonRaw.html>.
enum CIFFTags {
    static let names: [Int: String] = [
        0x0001: "FreeBytes", 0x0032: "CanonColorInfo1", 0x0805: "Description",
        0x080A: "MakeModel", 0x080B: "FirmwareVersion", 0x080C: "ComponentVersion",
        0x080D: "ROMOperationMode", 0x0810: "OwnerName", 0x0815: "ImageType",
        0x0816: "OriginalFileName", 0x0817: "ThumbnailFileName", 0x100A: "TargetImageType",
        0x1010: "ShutterReleaseMethod", 0x1011: "ShutterReleaseTiming", 0x1016: "ReleaseSetting",
        0x101C: "BaseISO", 0x1028: "FlashInfo", 0x1030: "WhiteSample", 0x1033: "CustomFunctions",
        0x1038: "AFInfo", 0x10A8: "ColorTemperatureTable", 0x10AD: "ColorBalance",
        0x10AE: "ColorTemperature", 0x10B4: "ColorSpace", 0x10B5: "RawJpgInfo",
        0x1803: "ImageFormat", 0x1804: "RecordID", 0x1806: "SelfTimerTime",
        0x1807: "TargetDistanceSetting", 0x180B: "SerialNumber", 0x180E: "TimeStamp",
        0x1810: "ImageInfo", 0x1813: "FlashInfo", 0x1814: "MeasuredEV", 0x1817: "FileNumber",
        0x1818: "ExposureInfo", 0x1834: "CanonModelID", 0x1835: "DecoderTable",
        0x183B: "SerialNumberFormat", 0x2005: "RawData", 0x2007: "JpgFromRaw",
        0x2008: "ThumbnailImage",
    ]

    static let tables: [Int: StructureTable] = [
        0x1029: CanonRecords.focalLength, 0x102A: CanonRecords.shotInfo,
        0x102D: CanonRecords.cameraSettings, 0x1031: CanonMoreRecords.sensorInfo,
        0x1093: CanonRecords.fileInfo,
        0x1803: StructureTable(
            namespace: "crw.ImageFormat",
            """
            0 uint32 FileFormat: 65536 JPEG, lossy; 65538 JPEG, non-quantization;
             65539 JPEG, lossy or non-quantization toggled; 131073 CRW
            4 float32 TargetCompressionRatio
            """),
        0x1806: StructureTable(namespace: "crw", "0 uint32 SelfTimerTime ms"),
        0x1807: StructureTable(namespace: "crw", "0 float32 TargetDistanceSetting mm"),
        0x180E: StructureTable(
            namespace: "crw.TimeStamp",
            """
            0 uint32 DateTimeOriginal s
            4 int32 TimeZoneCode s
            8 uint32 TimeZoneInfo
            """),
        0x1810: StructureTable(
            namespace: "crw.ImageInfo",
            """
            0 uint32 ImageWidth px
            4 uint32 ImageHeight px
            8 float32 PixelAspectRatio
            12 int32 Rotation deg
            16 uint32 ComponentBitDepth
            20 uint32 ColorBitDepth
            24 uint32 ColorBW: 0 black and white; 1 color
            """),
        0x1813: StructureTable(
            namespace: "crw.FlashInfo",
            """
            0 float32 FlashGuideNumber
            4 float32 FlashThreshold
            """),
        0x1814: StructureTable(namespace: "crw", "0 float32 MeasuredEV"),
        0x1818: StructureTable(
            namespace: "crw.ExposureInfo",
            """
            0 float32 ExposureCompensation
            4 float32 ShutterSpeedValue
            8 float32 ApertureValue
            """),
    ]
}
