internal import Extraction
internal import MetadataModel

/// Reads an `.eds` spectrum of JEOL's Analysis Station: a header, the counts, and what was found.
///
/// The header has a fixed layout, as read in ``header()``; lists of elements and the parameters of
/// the detector stand behind the counts. Names are those of the trees of the other files.
///
/// Source: <https://github.com/hyperspy/rosettasciio/blob/main/rsciio/jeol/_api.py>
struct JEOLSpectrum {
    private var fields: RecordReader

    init(_ reader: ByteReader, into collector: FactCollector) {
        fields = RecordReader(reader, key: "jeol", into: collector)
        fields.decode = ShiftJIS.textOrUTF8
    }

    func read() throws(ExtractionError) {
        var spectrum = self
        try spectrum.header()
        try spectrum.elements()
        try spectrum.quantities()
        try spectrum.parameters()
    }

    private mutating func header() throws(ExtractionError) {
        fields.skip(10)
        try fields.dayCount("Created")
        try fields.text("Title", count: 80)
        try fields.text("UserName", count: 32)
        fields.skip(4, understood: false)
        try fields.numbers("arr", .float64, count: 10)
        fields.skip(12, understood: false)
        try number("Esc")
        try number("Fano F")
        try number("E Noise")
        try number("CH Res")
        try number("LiveTime")
        try number("RealTime")
        try number("DeadTime")
        try number("CountRate")
        try rate("CountRate")
        try rate("DeadTime")
        try number("CoefA")
        try number("CoefB")
        try fields.text("State", count: 32)
        fields.skip(12, understood: false)
        try fields.text("Tpl", count: 32)
        let channelCount = Int(try fields.number("NumCH", .int32).double)
        guard channelCount >= 0 else {
            throw ExtractionError(
                .malformed, "\(channelCount) channels", offset: fields.offset - 4)
        }
        fields.offset += UInt64(channelCount) * 4
    }

    /// How often a rate was measured, the sums of it and of its square, and its mean.
    private mutating func rate(_ name: String) throws(ExtractionError) {
        let above = fields.key
        fields.key = above.appending(name)
        try fields.number("n", .int32)
        try fields.numbers("sum", .float64, count: 2)
        try fields.number("value", .float64)
        fields.skip(8, understood: false)
        fields.key = above
    }

    private mutating func number(
        _ name: String, _ type: NumberType = .float64
    ) throws(ExtractionError) {
        try fields.number(name, type, unit: JEOLUnits.unit(of: name))
    }

    // MARK: Elements

    private mutating func elements() throws(ExtractionError) {
        fields.skip(4, understood: false)
        let excludedCount = try fields.takeCount(.int32)
        try fields.numbers("ExcludedElements", .uint16, count: excludedCount)
        let count = try fields.takeCount(.int32)
        for index in 0..<count {
            if fields.collector.isFull { break }
            fields.key = "jeol.Element"
            fields.element = ElementPath(segment: 1, index: index)
            try element()
        }
        reset()
    }

    private mutating func element() throws(ExtractionError) {
        fields.skip(4, understood: false)
        try fields.number("Z", .uint16)
        fields.skip(8, understood: false)
        try fields.number("RoiMin", .uint16, unit: "channel")
        try fields.number("RoiMax", .uint16, unit: "channel")
        fields.skip(14, understood: false)
        try fields.number("Energy", .float64, unit: "keV")
        fields.skip(24, understood: false)
        try fields.text("Name", count: 32)
        fields.skip(4, understood: false)
        let lineCount = try fields.takeCount(.int32)
        let element = fields.element
        fields.key = fields.key.appending("Line")
        for index in 0..<lineCount {
            if fields.collector.isFull { break }
            fields.element = element.appending(segment: 2, index: index)
            fields.skip(4, understood: false)
            try fields.number("Energy", .float64, unit: "keV")
            try fields.number("Z", .uint16)
            for name in ["Element", "Name"] {
                let count = try fields.takeCount(.uint8)
                try fields.text(name, count: count)
            }
            try fields.number("Detected", .int32)
        }
    }

    private mutating func quantities() throws(ExtractionError) {
        let count = try fields.takeCount(.int32)
        guard count > 0 else { return }
        fields.skip(28, understood: false)
        for index in 0..<count {
            if fields.collector.isFull { break }
            fields.key = "jeol.Quantity"
            fields.element = ElementPath(segment: 1, index: index)
            fields.skip(4, understood: false)
            try fields.number("Z", .uint16)
            fields.skip(8, understood: false)
            try fields.number("Energy", .float64, unit: "keV")
            fields.skip(8, understood: false)
            try fields.number("Mass", .float64, unit: "%")
            try fields.number("Error", .float64)
            try fields.number("Atom", .float64, unit: "%")
            try fields.text("Compound", count: 16)
            try fields.number("CompoundMass", .float64, unit: "%")
            try fields.number("K", .float64)
            try fields.number("Counts", .float64)
            fields.skip(32, understood: false)
        }
        reset()
    }

    private mutating func reset() {
        fields.key = "jeol"
        fields.element = .root
    }

    // MARK: Parameters

    private mutating func parameters() throws(ExtractionError) {
        guard fields.offset < fields.reader.count else { return }
        guard try fields.take(.int32) == .integer(5) else { return }
        fields.key = "jeol.Params"
        for name in ["DetT", "SEM", "Port"] { try fields.text(name, count: 16) }
        for name in ["AccKV", "AccNA"] { try number(name) }
        fields.skip(38, understood: false)
        for name in ["MnKaRES", "WorkD", "InsD", "XtiltAng", "TakeAng", "IncAng"] {
            try number(name)
        }
        fields.skip(4, understood: false)
        try number("ScanSize")
        for name in ["DT_64", "DT_128", "DT_256", "DT_512", "DT_1K"] { try number(name, .uint16) }
        for name in ["DetH", "DirAng", "XtalAng", "ElevAng", "ValidSize"] { try number(name) }
        try fields.text("WinCMat", count: 4)
        try number("WinCZ", .uint16)
        try number("WinCThic")
        try fields.text("WinChem", count: 16)
        try fields.number("WinChemElementCount", .uint16)
        try fields.numbers("WinChemZ", .uint16, count: 5)
        try fields.numbers("WinChemMass", .float64, count: 5, unit: "%")
        for name in ["WinThic", "WinDens"] { try number(name) }
        try fields.text("SpatMat", count: 4)
        try number("SpatZ", .uint16)
        for name in ["SpatThic", "SiDead", "SiThic"] { try number(name) }
    }
}
