internal import MetadataModel

/// The records of FLIR's thermal images, by type.
///
/// Source: <https://exiftool.org/TagNames/FLIR.html>.
enum FLIRTables {
    static let header = StructureTable(
        namespace: "flir",
        """
        4 char[16] CreatorSoftware
        20 uint32 FileFormatVersion
        28 uint32 RecordCount
        """)

    static let records: [Int: StructureTable] = [
        0x01: StructureTable(
            namespace: "flir.RawData",
            """
            2 uint16 ImageWidth px
            4 uint16 ImageHeight px
            """),
        0x05: StructureTable(
            namespace: "flir.GainDeadData",
            """
            2 uint16 ImageWidth px
            4 uint16 ImageHeight px
            """),
        0x06: StructureTable(
            namespace: "flir.CoarseData",
            """
            2 uint16 ImageWidth px
            4 uint16 ImageHeight px
            """),
        0x0E: StructureTable(
            namespace: "flir.EmbeddedImage",
            """
            2 uint16 ImageWidth px
            4 uint16 ImageHeight px
            """),
        0x20: StructureTable(
            namespace: "flir.CameraInfo",
            """
            32 float32 Emissivity
            36 float32 ObjectDistance m
            40 float32 ReflectedApparentTemperature K
            44 float32 AtmosphericTemperature K
            48 float32 IRWindowTemperature K
            52 float32 IRWindowTransmission
            60 float32 RelativeHumidity
            88 float32 PlanckR1
            92 float32 PlanckB
            96 float32 PlanckF
            112 float32 AtmosphericTransAlpha1
            116 float32 AtmosphericTransAlpha2
            120 float32 AtmosphericTransBeta1
            124 float32 AtmosphericTransBeta2
            128 float32 AtmosphericTransX
            144 float32 CameraTemperatureRangeMax K
            148 float32 CameraTemperatureRangeMin K
            152 float32 CameraTemperatureMaxClip K
            156 float32 CameraTemperatureMinClip K
            160 float32 CameraTemperatureMaxWarn K
            164 float32 CameraTemperatureMinWarn K
            168 float32 CameraTemperatureMaxSaturated K
            172 float32 CameraTemperatureMinSaturated K
            212 char[32] CameraModel
            244 char[16] CameraPartNumber
            260 char[16] CameraSerialNumber
            276 char[16] CameraSoftware
            368 char[32] LensModel
            400 char[16] LensPartNumber
            416 char[16] LensSerialNumber
            436 float32 FieldOfView deg
            492 char[16] FilterModel
            508 char[32] FilterPartNumber
            540 char[32] FilterSerialNumber
            776 int32 PlanckO
            780 float32 PlanckR2
            784 uint16 RawValueRangeMin
            786 uint16 RawValueRangeMax
            824 uint16 RawValueMedian
            828 uint16 RawValueRange
            912 uint16 FocusStepCount
            1116 float32 FocusDistance m
            1124 uint16 FrameRate Hz
            """),
        0x22: StructureTable(
            namespace: "flir.PaletteInfo",
            """
            0 uint8 PaletteColors
            6 uint8[3] AboveColor
            9 uint8[3] BelowColor
            12 uint8[3] OverflowColor
            15 uint8[3] UnderflowColor
            18 uint8[3] Isotherm1Color
            21 uint8[3] Isotherm2Color
            26 uint8 PaletteMethod
            27 uint8 PaletteStretch
            48 char[32] PaletteFileName
            80 char[32] PaletteName
            """),
        0x2A: StructureTable(
            namespace: "flir.PiP",
            """
            0 float32 Real2IR
            4 int16 OffsetX px
            6 int16 OffsetY px
            8 int16 PiPX1 px
            10 int16 PiPX2 px
            12 int16 PiPY1 px
            14 int16 PiPY2 px
            """),
        0x2B: StructureTable(
            namespace: "flir.GPSInfo",
            """
            0 uint32 GPSValid
            4 uint8[4] GPSVersionID
            8 char[2] GPSLatitudeRef
            10 char[2] GPSLongitudeRef
            16 float64 GPSLatitude deg
            24 float64 GPSLongitude deg
            32 float32 GPSAltitude m
            64 float32 GPSDOP
            68 char[1] GPSSpeedRef
            70 char[1] GPSTrackRef
            76 float32 GPSSpeed
            80 float32 GPSTrack deg
            88 char[16] GPSMapDatum
            """),
    ]

    /// The keys that say what the image of a record is coded as.
    static let images: [Int: String] = [
        0x01: "flir.RawData.ImageType", 0x05: "flir.GainDeadData.ImageType",
        0x06: "flir.CoarseData.ImageType", 0x0E: "flir.EmbeddedImage.ImageType",
    ]
}
