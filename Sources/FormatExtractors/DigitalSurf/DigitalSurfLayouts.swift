/// The header of a surface file, in the order of its fields.
enum DigitalSurfLayouts {
    static let beginning = StructureLayout(
        """
        char[12] Signature
        int16 Format
        uint16 NumberOfObjects
        int16 Version
        int16 ObjectType
        char[30] ObjectName
        char[30] OperatorName
        int16 PSize
        int16 AcquisitionType
        int16 RangeType
        int16 SpecialPoints
        int16 Absolute
        float32 GaugeResolution
        uint32 WSize
        int16 SizeOfPoints
        int32 Zmin
        int32 Zmax
        int32 NumberOfPoints
        int32 NumberOfLines
        int32 TotalNbOfPts
        """,
        labels: [
            "Format": [0: "PC", 257: "Macintosh"],
            "ObjectType": [
                -1: "Error", 0: "Unknown", 1: "Profile", 2: "Surface", 3: "Binary image",
                4: "Profile series", 5: "Surface series", 6: "Meridian disc",
                7: "Multilayer profile", 8: "Multilayer surface", 9: "Parallel disc",
                10: "Intensity image", 11: "Intensity surface", 12: "RGB image",
                13: "RGB surface", 14: "Force curve", 15: "Series of force curves",
                16: "RGB intensity surface", 17: "Contour profile", 18: "Series of RGB images",
                20: "Spectrum", 21: "Hyperspectral map",
            ],
            "AcquisitionType": [
                0: "Unknown", 1: "Contact stylus", 2: "Scanning optical gauge", 3: "Thermocouple",
                4: "Unknown", 5: "Contact skid stylus", 6: "AFM", 7: "STM", 8: "Video",
                9: "Interferometer", 10: "Light projection",
            ],
            "RangeType": [0: "Normal", 1: "High speed"],
        ])

    static let axes = StructureLayout(
        """
        char[16] NameOfXAxis
        char[16] NameOfYAxis
        char[16] NameOfZAxis
        char[16] XStepUnit
        char[16] YStepUnit
        char[16] ZStepUnit
        char[16] XLengthUnit
        char[16] YLengthUnit
        char[16] ZLengthUnit
        float32 XUnitRatio
        float32 YUnitRatio
        float32 ZUnitRatio
        """)

    static let processing = StructureLayout(
        """
        int16 Imprint
        int16 Inverted
        int16 Levelled
        bytes[12] -
        """)

    static let time = StructureLayout(
        """
        int16 Seconds
        int16 Minutes
        int16 Hours
        int16 Day
        int16 Month
        int16 Year
        int16 DayOfWeek
        """)

    static let sizes = StructureLayout(
        """
        float32 MeasurementDuration s
        uint32 CompressedDataSize? B
        bytes[6] -
        uint16 CommentSize B
        uint16 PrivateSize B
        char[128] ClientZone
        """)

    static let timeAxis = StructureLayout(
        """
        char[13] TAxisName
        char[13] TStepUnit
        """)
}
