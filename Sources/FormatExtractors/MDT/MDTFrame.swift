internal import Extraction
internal import MetadataModel

/// One frame of an NT-MDT file.
struct MDTFrame {
    private var fields: StructureReading
    private let collector: FactCollector
    private let element: ElementPath

    init(_ reader: ByteReader, _ collector: FactCollector, index: Int, from: UInt64, end: UInt64) {
        element = ElementPath(segment: 1, index: index)
        fields = StructureReading(
            reader, collector, order: .little, key: "mdt.Frame", element: element,
            place: "frame \(index + 1)", from: from, end: end)
        self.collector = collector
    }

    mutating func read() throws(ExtractionError) {
        try fields.state(MDTLayouts.frameHeader)
        stateDate()
        let varByteCount = fields.count("var_size")
        let variables = fields.position
        switch fields.integer("type") {
        case 0:
            try readAxes()
            try fields.state(MDTLayouts.scanned, allowsShort: true)
            fields.position = variables + varByteCount
            try readBehindVariables()
        case 1, 201:
            try readAxes()
            fields.position = variables + varByteCount
            try readBehindVariables()
        case 106:
            fields.position = variables + varByteCount
            try readMDA()
        default:
            try fields.state(opaque: "Variables", byteCount: varByteCount)
        }
    }

    private func stateDate() {
        let parts = ["year", "month", "day", "hour", "minute", "second"].map {
            Int(fields.integer($0) ?? 0)
        }
        guard parts[0] > 0,
            let span = TimeSpan(
                year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4],
                second: parts[5])
        else { return }
        collector.text(
            "mdt.Frame.Date", String(TimeSpan.timestamp(ofMicroseconds: span.start).prefix(19)),
            element: element, locus: fields.locus(fields.position - 14, 12, "date"))
    }

    /// Offset, step and unit of the three axes; the unit stands behind the numbers that need it.
    private mutating func readAxes() throws(ExtractionError) {
        for axis in ["XAxis", "YAxis", "ZAxis"] {
            let start = fields.position
            fields.key = FactKey(segments: ["mdt", "Frame", axis])
            fields.position = start + 8
            let code = try fields.next(Int16.self)
            let unit = MDTLayouts.units[Int(code)]
            collector.integer(
                fields.key.appending("unit"), Int64(code), element: element, label: unit,
                locus: fields.locus(start + 8, 2, axis))
            fields.position = start
            for name in ["offset", "step"] {
                try fields.state(numbers: name, .float32, count: 1, unit: unit)
            }
            fields.position = start + 10
        }
        fields.key = "mdt.Frame"
    }

    /// The frame's mode; behind dots and samples the title and the parameters.
    private mutating func readBehindVariables() throws(ExtractionError) {
        try fields.state(MDTLayouts.mode)
        let dots = fields.count("fm_ndots")
        if dots > 0 { try fields.skip(14 + dots * 16) }
        try fields.skip(2 * fields.count("fm_xres") * fields.count("fm_yres"))
        guard fields.left > 4 else { return }
        let titleCount = UInt64(try fields.next(UInt32.self))
        guard titleCount <= fields.left else { return }
        try fields.state(text: "Title", byteCount: Int(titleCount))
        guard fields.left > 4 else { return }
        let textCount = UInt64(try fields.next(UInt32.self))
        guard textCount <= fields.left else { return }
        try fields.state(text: "Parameters", byteCount: Int(textCount), isWide: true)
    }

    private mutating func readMDA() throws(ExtractionError) {
        let start = fields.position
        let headByteCount = UInt64(try fields.next(UInt32.self))
        try fields.skip(40)
        let titleCount = try fields.next(UInt32.self)
        let textCount = try fields.next(UInt32.self)
        let viewCount = UInt64(try fields.next(UInt32.self))
        let specCount = UInt64(try fields.next(UInt32.self))
        let sourceCount = UInt64(try fields.next(UInt32.self))
        try fields.skip(12)
        fields.position = start + headByteCount
        try fields.state(text: "Title", byteCount: Int(titleCount))
        let offset = fields.position
        let raw = try fields.bytes(Int(textCount))
        // The parameters are UTF-16 or UTF-8 by the version of the program.
        let isWide = raw.count > 1 && raw[1] == 0
        let text = isWide ? BinaryText.wide(raw, .little) : BinaryText.narrow(raw)
        if !text.isEmpty {
            collector.text(
                "mdt.Frame.Parameters", text, element: element,
                locus: fields.locus(offset, raw.count, "Parameters"))
        }
        try fields.skip(viewCount + specCount + sourceCount)
        try fields.skip(4)
        let structure = fields.position
        let byteCount = UInt64(try fields.next(UInt32.self))
        try fields.state(MDTLayouts.array)
        let dimensionCount = min(256, Int(fields.count("nDimensions")))
        let measurandCount = min(256, Int(fields.count("nMesurands")))
        fields.position = structure + byteCount
        for index in 0..<dimensionCount { try readCalibration("Dimension", index) }
        for index in 0..<measurandCount { try readCalibration("Mesurand", index) }
    }

    private mutating func readCalibration(_ name: String, _ index: Int) throws(ExtractionError) {
        let start = fields.position
        fields.key = FactKey(segments: ["mdt", "Frame", name])
        fields.element = element.appending(segment: 2, index: index)
        let byteCount = UInt64(try fields.next(UInt32.self))
        let structure = fields.position
        let structureByteCount = UInt64(try fields.next(UInt32.self))
        let counts = [
            ("name", try fields.next(UInt32.self)), ("comment", try fields.next(UInt32.self)),
            ("unit", try fields.next(UInt32.self)),
        ]
        try fields.state(MDTLayouts.calibration)
        let authorCount = try fields.next(UInt32.self)
        fields.position = structure + structureByteCount
        for (name, count) in counts + [("author", authorCount)] {
            try fields.state(text: name, byteCount: Int(count))
        }
        fields.position = start + byteCount
        fields.key = "mdt.Frame"
        fields.element = element
    }
}

/// The structures of an NT-MDT file.
enum MDTLayouts {
    static let fileHeader = StructureLayout(
        """
        bytes[4] -
        uint32 size B
        bytes[4] -
        uint16 last_frame
        """)

    static let frameHeader = StructureLayout(
        """
        uint32 size B
        uint16 type
        uint8[2] version
        uint16 year
        uint16 month
        uint16 day
        uint16 hour
        uint16 minute
        uint16 second
        uint16 var_size B
        """,
        labels: [
            "type": [
                0: "scanned", 1: "spectroscopy", 3: "text", 105: "old MDA", 106: "MDA",
                107: "palette", 190: "new curves", 201: "curves",
            ]
        ])

    static let scanned = StructureLayout(
        """
        uint8 channel_index
        uint8 mode
        uint16 xres px
        uint16 yres px
        uint16 ndacq
        float32 step_length Å
        uint16 adt
        uint8 adc_gain_amp_log10
        uint8 adc_index
        uint8 input_signal
        uint8 pass_num
        uint8 scan_dir
        uint8 power_of_2
        float32 velocity Å/s
        float32 setpoint nA
        float32 bias_voltage V
        uint8 draw
        uint8 -
        int32 xoff
        int32 yoff
        uint8 nl_corr
        """)

    static let mode = StructureLayout(
        """
        uint16 fm_mode
        uint16 fm_xres px
        uint16 fm_yres px
        uint16 fm_ndots
        """)

    static let array = StructureLayout(
        """
        uint64 array_size
        uint32 cell_size B
        uint32 nDimensions
        uint32 nMesurands
        """)

    static let calibration = StructureLayout(
        """
        uint64 siUnit
        float64 accuracy
        bytes[8] -
        float64 bias
        float64 scale
        uint64 minIndex
        uint64 maxIndex
        int32 dataType
        """,
        labels: [
            "dataType": [
                -1: "int8", 1: "uint8", -2: "int16", 2: "uint16", -4: "int32", 4: "uint32",
                -8: "int64", 8: "uint64", -5892: "float32", -9990: "float48", -13320: "float64",
                -16138: "float80", -65544: "fixed point",
            ]
        ])

    /// How a unit is written, by its code.
    static let units: [Int: String] = [
        -10: "1/cm", -5: "m", -4: "cm", -3: "mm", -2: "µm", -1: "nm", 0: "Å", 1: "nA", 2: "V",
        4: "kHz", 5: "deg", 6: "%", 7: "°C", 8: "V", 9: "s", 10: "ms", 11: "µs", 12: "ns",
        14: "px", 20: "A", 21: "mA", 22: "µA", 23: "nA", 24: "pA", 25: "V", 26: "mV", 27: "µV",
        28: "nV", 29: "pV", 30: "N", 31: "mN", 32: "µN", 33: "nN", 34: "pN",
    ]
}
