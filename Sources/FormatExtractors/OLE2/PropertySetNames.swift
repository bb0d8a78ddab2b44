/// Names of properties by the format of their set, as the specifications spell them.
///
/// Sources: MS-OLEPS <https://learn.microsoft.com/openspecs/windows_protocols/ms-oleps>; FlashPix
/// format specification 1.0.1 and the names of its groups in Exif and ExifTool
/// <https://exiftool.org/TagNames/FlashPix.html>.
enum PropertySetNames {
    static let summary = "F29F85E0-4FF9-1068-AB91-08002B27B3D9"
    static let documentSummary = "D5CDD502-2E9C-101B-9397-08002B2CF9AE"

    /// The name of a property; `nil` where no table has it.
    static func name(of id: UInt32, in format: String) -> String? {
        switch format {
        case summary: summaryNames[id]
        case documentSummary: documentSummaryNames[id]
        default: flashPixNames(format)?[id & mask(of: id)] ?? nil
        }
    }

    /// The number that a property's id holds beside its name: the resolution of `02ii0000`.
    static func index(of id: UInt32, in format: String) -> Int? {
        guard format == imageContents, id >> 24 == 2 || id >> 24 == 3 else { return nil }
        return Int((id >> 16) & 0xFF)
    }

    /// Units that the FlashPix specification fixes.
    static func unit(of name: String) -> String? {
        switch name {
        case "ImageWidth", "ImageHeight", "SubimageWidth", "SubimageHeight", "CachedImageWidth",
            "CachedImageHeight":
            "px"
        case "ExposureTime": "s"
        case "SubjectDistance": "m"
        case "FocalLength": "mm"
        default: nil
        }
    }

    /// What a coded value of FlashPix means.
    static func label(of name: String, _ value: Int64) -> String? {
        labels[name]?[value]
    }

    private static let imageContents = "56616400-C154-11CE-8553-00AA00A1F95B"
    private static let imageInfo = "56616500-C154-11CE-8553-00AA00A1F95B"
    private static let transform = "56616A00-C154-11CE-8553-00AA00A1F95B"
    private static let operation = "56616E00-C154-11CE-8553-00AA00A1F95B"
    private static let globalInfo = "56616F00-C154-11CE-8553-00AA00A1F95B"
    private static let dataObject = "56616080-C154-11CE-8553-00AA00A1F95B"

    private static func mask(of id: UInt32) -> UInt32 {
        id >> 24 == 2 || id >> 24 == 3 ? 0xFF00_FFFF : 0xFFFF_FFFF
    }

    private static func flashPixNames(_ format: String) -> [UInt32: String]? {
        switch format {
        case imageContents: imageContentsNames
        case imageInfo: imageInfoNames
        case transform: transformNames
        case operation: [0x0001_0000: "OperationID"]
        case globalInfo: globalInfoNames
        case dataObject: dataObjectNames
        default: nil
        }
    }

    private static let summaryNames: [UInt32: String] = [
        2: "Title", 3: "Subject", 4: "Author", 5: "Keywords", 6: "Comments", 7: "Template",
        8: "LastAuthor", 9: "RevNumber", 10: "EditTime", 11: "LastPrinted", 12: "CreateDTM",
        13: "LastSaveDTM", 14: "PageCount", 15: "WordCount", 16: "CharCount", 17: "Thumbnail",
        18: "AppName", 19: "DocSecurity",
    ]

    private static let documentSummaryNames: [UInt32: String] = [
        2: "Category", 3: "PresFormat", 4: "ByteCount", 5: "LineCount", 6: "ParaCount",
        7: "SlideCount", 8: "NoteCount", 9: "HiddenCount", 10: "MMClipCount", 11: "Scale",
        12: "HeadingPair", 13: "DocParts", 14: "Manager", 15: "Company", 16: "LinksDirty",
        17: "CCHWithSpaces", 19: "SharedDoc", 20: "LinkBase", 21: "HLinks", 22: "HyperlinksChanged",
        23: "Version", 24: "DigSig", 26: "ContentType", 27: "ContentStatus", 28: "Language",
        29: "DocVersion",
    ]

    private static let imageContentsNames: [UInt32: String] = [
        0x0100_0000: "NumberOfResolutions", 0x0100_0002: "ImageWidth", 0x0100_0003: "ImageHeight",
        0x0100_0004: "DefaultDisplayHeight", 0x0100_0005: "DefaultDisplayWidth",
        0x0100_0006: "DisplayUnits", 0x0200_0000: "SubimageWidth", 0x0200_0001: "SubimageHeight",
        0x0200_0002: "SubimageColor", 0x0200_0003: "SubimageNumericalFormat",
        0x0200_0004: "DecimationMethod", 0x0200_0005: "DecimationPrefilterWidth",
        0x0200_0007: "SubimageICC_Profile", 0x0300_0001: "JPEGTables",
        0x0300_0002: "MaxJPEGTableIndex",
    ]

    private static let imageInfoNames: [UInt32: String] = [
        0x2100_0000: "FileSource", 0x2100_0001: "SceneType", 0x2100_0002: "CreationPathVector",
        0x2100_0003: "SoftwareRelease", 0x2100_0004: "UserDefinedID",
        0x2100_0005: "SharpnessApproximation", 0x2200_0000: "Copyright",
        0x2200_0001: "OriginalImageBroker", 0x2200_0002: "DigitalImageBroker",
        0x2200_0003: "Authorship", 0x2200_0004: "IntellectualPropertyNotes",
        0x2300_0000: "TestTarget", 0x2300_0002: "GroupCaption", 0x2300_0003: "CaptionText",
        0x2300_0004: "People", 0x2300_0007: "Things", 0x2300_000A: "DateTimeOriginal",
        0x2300_000B: "Events", 0x2300_000C: "Places", 0x2300_000F: "ContentDescriptionNotes",
        0x2400_0000: "Make", 0x2400_0001: "Model", 0x2400_0002: "SerialNumber",
        0x2500_0000: "CreateDate", 0x2500_0001: "ExposureTime", 0x2500_0002: "FNumber",
        0x2500_0003: "ExposureProgram", 0x2500_0004: "BrightnessValue",
        0x2500_0005: "ExposureCompensation", 0x2500_0006: "SubjectDistance",
        0x2500_0007: "MeteringMode", 0x2500_0008: "LightSource", 0x2500_0009: "FocalLength",
        0x2500_000A: "MaxApertureValue", 0x2500_000B: "Flash", 0x2500_000C: "FlashEnergy",
        0x2500_000D: "FlashReturn", 0x2500_000E: "BackLight", 0x2500_000F: "SubjectLocation",
        0x2500_0010: "ExposureIndex", 0x2500_0011: "SpecialEffectsOpticalFilter",
        0x2500_0012: "PerPictureNotes", 0x2600_0000: "SensingMethod",
        0x2600_0001: "FocalPlaneXResolution", 0x2600_0002: "FocalPlaneYResolution",
        0x2600_0003: "FocalPlaneResolutionUnit", 0x2600_0004: "SpatialFrequencyResponse",
        0x2600_0005: "CFAPattern", 0x2600_0006: "SpectralSensitivity", 0x2600_0007: "ISO",
        0x2600_0008: "OECF", 0x2700_0000: "FilmBrand", 0x2700_0001: "FilmCategory",
        0x2700_0002: "FilmSize", 0x2700_0003: "FilmRollNumber", 0x2700_0004: "FilmFrameNumber",
        0x2800_0000: "OriginalScannedImageSize", 0x2800_0001: "OriginalDocumentSize",
        0x2800_0002: "OriginalMedium", 0x2800_0003: "TypeOfOriginal", 0x2900_0000: "ScannerMake",
        0x2900_0001: "ScannerModel", 0x2900_0002: "ScannerSerialNumber",
        0x2900_0003: "ScanSoftware", 0x2900_0004: "ScanSoftwareRevisionDate",
        0x2900_0005: "ServiceOrganization", 0x2900_0006: "ScanOperatorID", 0x2900_0008: "ScanDate",
        0x2900_0009: "LastModifiedDate", 0x2900_000A: "ScannerPixelSize",
    ]

    private static let transformNames: [UInt32: String] = [
        0x0001_0000: "TransformNodeID", 0x0001_0001: "OperationClassID",
        0x0001_0002: "LockedPropertyList", 0x0001_0003: "TransformTitle",
        0x0001_0004: "LastModifier", 0x0001_0005: "RevisionNumber",
        0x0001_0006: "TransformCreateDate", 0x0001_0007: "TransformModifyDate",
        0x0001_0008: "CreatingApplication", 0x0001_0100: "InputDataObjectList",
        0x0001_0101: "OutputDataObjectList", 0x0001_0102: "OperationNumber",
        0x1000_0000: "ResultAspectRatio", 0x1000_0001: "RectangleOfInterest",
        0x1000_0002: "Filtering", 0x1000_0003: "SpatialOrientation",
        0x1000_0004: "ColorTwistMatrix", 0x1000_0005: "ContrastAdjustment",
    ]

    private static let globalInfoNames: [UInt32: String] = [
        0x0001_0002: "LockedPropertyList", 0x0001_0003: "TransformedImageTitle",
        0x0001_0004: "LastModifier", 0x0001_0100: "VisibleOutputs",
        0x0001_0101: "MaximumImageIndex", 0x0001_0102: "MaximumTransformIndex",
        0x0001_0103: "MaximumOperationIndex",
    ]

    private static let dataObjectNames: [UInt32: String] = [
        0x0001_0000: "DataObjectID", 0x0001_0002: "LockedPropertyList",
        0x0001_0003: "DataObjectTitle", 0x0001_0004: "LastModifier", 0x0001_0005: "RevisionNumber",
        0x0001_0006: "DataCreateDate", 0x0001_0007: "DataModifyDate",
        0x0001_0008: "CreatingApplication", 0x0001_0100: "DataObjectStatus",
        0x0001_0101: "CreatingTransform", 0x0001_0102: "UsingTransforms",
        0x1000_0000: "CachedImageHeight", 0x1000_0001: "CachedImageWidth",
    ]

    private static let labels: [String: [Int64: String]] = [
        "DisplayUnits": [0: "inches", 1: "meters", 2: "centimeters", 3: "millimeters"],
        "DecimationMethod": [
            0: "none (full-sized image)", 4: "Gaussian 4-tap", 8: "8-point prefilter",
        ],
        "FileSource": [
            1: "film scanner", 2: "reflection print scanner", 3: "digital camera",
            4: "still frame from video", 5: "computer graphics",
        ],
        "SceneType": [
            1: "original scene", 2: "second generation scene",
            3: "digital scene generation",
        ],
        "ExposureProgram": [
            1: "manual", 2: "program AE", 3: "aperture-priority AE",
            4: "shutter speed priority AE", 5: "creative (slow speed)", 6: "action (high speed)",
            7: "portrait", 8: "landscape",
        ],
        "MeteringMode": [1: "average", 2: "center-weighted average", 3: "spot", 4: "multi-spot"],
        "LightSource": [
            1: "daylight", 2: "fluorescent", 3: "tungsten", 4: "flash",
            17: "standard light A", 18: "standard light B", 19: "standard light C", 20: "D55",
            21: "D65", 22: "D75",
        ],
        "Flash": [1: "no flash", 2: "flash fired"],
        "FlashReturn": [1: "subject outside flash range", 2: "subject inside flash range"],
        "BackLight": [1: "front lit", 2: "back lit 1", 3: "back lit 2"],
        "SensingMethod": [
            1: "not defined", 2: "one-chip color area", 3: "two-chip color area",
            4: "three-chip color area", 5: "color sequential area", 6: "monochrome area",
            7: "trilinear", 8: "color sequential linear",
        ],
        "FocalPlaneResolutionUnit": [1: "inches", 2: "meters", 3: "centimeters", 4: "millimeters"],
    ]
}
