internal import Extraction
internal import MetadataModel

/// The fields of a VAMAS block, in the order and under the conditions of the standard.
///
/// Numbers are those of the standard's list of 40 parameters: a block after the first has only
/// those that the inclusion list names; for the others the first block speaks.
///
/// | Parameter | Fields | When |
/// |----------:|:-------|:-----|
/// | 1–7 | Year … Second, HoursInAdvanceOfGMT | |
/// | 8 | comment | |
/// | 9 | Technique | |
/// | 10 | XCoordinate, YCoordinate | maps |
/// | 11 | values of the experimental variables | |
/// | 12 | AnalysisSourceLabel | |
/// | 13 | sputtering ion: atomic number, atoms, charge | ions |
/// | 14–15 | source energy, strength | |
/// | 16 | beam widths | |
/// | 17 | field of view | maps |
/// | 18 | first and last linescan | mapping |
/// | 19–20 | source angles | |
/// | 21–28 | analyser | 23: differential techniques |
/// | 29–30 | species, transition, charge | |
/// | 31 | abscissa | regular scans |
/// | 32 | corresponding variables | |
/// | 33–36 | signal mode, times, scans | |
/// | 37 | sputtering source | depth profiles |
/// | 38–39 | sample tilt and rotation | |
/// | 40 | additional parameters | |
struct VAMASBlocks {
    static let parameterCount = 40

    let mode: String
    let scan: String
    let variableUnits: [String]
    var futureUpgradeCount = 0
    /// By parameter from 1: whether blocks after the first state it.
    var isRepeated = Array(repeating: true, count: parameterCount + 1)

    private var technique = ""
    private var abscissaUnit = ""
    private var ordinates: [String] = []

    init(mode: String, scan: String, variableUnits: [String]) {
        self.mode = mode
        self.scan = scan
        self.variableUnits = variableUnits
    }

    private static let sputtered: Set<String> = [
        "AES DIFF", "AES DIR", "EDX", "ELS", "UPS", "XPS", "XRF",
    ]
    private static let ionTechniques: Set<String> = [
        "FABMS", "FABMS ENERGY SPEC", "ISS", "SIMS", "SIMS ENERGY SPEC", "SNMS",
        "SNMS ENERGY SPEC",
    ]

    /// Reads the block with a number, and moves behind its values.
    mutating func read(_ reading: inout VAMASReading, _ index: Int) throws(ExtractionError) {
        let element = ElementPath(segment: 1, index: index)
        let repeated = isRepeated
        func states(_ parameter: Int) -> Bool { index == 0 || repeated[parameter] }
        try reading.text("Block.BlockIdentifier", element)
        try reading.text("Block.SampleIdentifier", element)
        try readTime(&reading, element, states)
        if states(8) { try reading.comment("Block.Comment", element) }
        if states(9) { technique = try reading.text("Block.Technique", element).uppercased() }
        let isMap = mode == "MAP" || mode == "MAPDP"
        if isMap, states(10) {
            try reading.text("Block.XCoordinate", element)
            try reading.text("Block.YCoordinate", element)
        }
        if states(11) {
            for (number, unit) in variableUnits.enumerated() {
                try reading.text(
                    "Block.ExperimentalVariableValue",
                    element.appending(segment: 2, index: number), unit: Self.unit(unit))
            }
        }
        try readSource(&reading, element, states)
        try readAnalyser(&reading, element, states)
        try readSignal(&reading, element, states)
        for number in 0..<futureUpgradeCount {
            try reading.text(
                "Block.FutureUpgradeBlockEntry", element.appending(segment: 2, index: number))
        }
        try readOrdinates(&reading, element)
    }

    private func readTime(
        _ reading: inout VAMASReading, _ element: ElementPath, _ states: (Int) -> Bool
    ) throws(ExtractionError) {
        let start = reading.lines.place
        var fields: [Int] = []
        for (offset, name) in ["Year", "Month", "Day", "Hour", "Minute", "Second"].enumerated()
        where states(offset + 1) {
            let text = try reading.text("Block.\(name)", element)
            fields.append(
                TextLines.number(text).flatMap { abs($0) < 10_000 ? Int($0) : nil } ?? -1)
        }
        let byteCount = reading.lines.place - start
        if states(7) {
            try reading.text("Block.HoursInAdvanceOfGMT", element, unit: "h")
        }
        guard fields.count == 6, fields[0] > 0,
            let span = TimeSpan(
                year: fields[0], month: fields[1], day: fields[2], hour: fields[3],
                minute: fields[4], second: fields[5])
        else { return }
        reading.collector.text(
            "vamas.Block.DateTime",
            String(TimeSpan.timestamp(ofMicroseconds: span.start).dropLast()), element: element,
            locus: Locus(
                offset: start, length: byteCount,
                address: "lines before \(reading.lines.number + 1)"))
    }

    private func readSource(
        _ reading: inout VAMASReading, _ element: ElementPath, _ states: (Int) -> Bool
    ) throws(ExtractionError) {
        if states(12) { try reading.text("Block.AnalysisSourceLabel", element) }
        if states(13),
            ["MAPDP", "MAPSVDP", "SDP", "SDPSV"].contains(mode)
                || Self.ionTechniques.contains(technique) && technique != "SNMS"
        {
            try reading.text("Block.SputteringIonAtomicNumber", element)
            try reading.text("Block.NumberOfAtomsInSputteringIon", element)
            try reading.text("Block.SputteringIonCharge", element)
        }
        if states(14) {
            try reading.text("Block.AnalysisSourceCharacteristicEnergy", element, unit: "eV")
        }
        if states(15) {
            // Watts for X-rays, nanoamperes for beams.
            let unit = ["XPS", "XRF"].contains(technique) ? "W" : "nA"
            try reading.text("Block.AnalysisSourceStrength", element, unit: unit)
        }
        if states(16) {
            try reading.text("Block.AnalysisSourceBeamWidthX", element, unit: "um")
            try reading.text("Block.AnalysisSourceBeamWidthY", element, unit: "um")
        }
        if states(17), ["MAP", "MAPDP", "MAPSV", "MAPSVDP", "SEM"].contains(mode) {
            try reading.text("Block.FieldOfViewX", element, unit: "um")
            try reading.text("Block.FieldOfViewY", element, unit: "um")
        }
        if states(18), ["MAPSV", "MAPSVDP", "SEM"].contains(mode) {
            for name in [
                "FirstLinescanStartX", "FirstLinescanStartY", "FirstLinescanFinishX",
                "FirstLinescanFinishY", "LastLinescanFinishX", "LastLinescanFinishY",
            ] {
                try reading.text("Block.\(name)", element)
            }
        }
        if states(19) {
            try reading.text(
                "Block.AnalysisSourcePolarAngleOfIncidence", element, unit: "deg")
        }
        if states(20) { try reading.text("Block.AnalysisSourceAzimuth", element, unit: "deg") }
    }

    private func readAnalyser(
        _ reading: inout VAMASReading, _ element: ElementPath, _ states: (Int) -> Bool
    ) throws(ExtractionError) {
        if states(21) { try reading.text("Block.AnalyserMode", element) }
        if states(22) {
            try reading.text(
                "Block.AnalyserPassEnergyOrRetardRatioOrMassResolution", element)
        }
        if states(23), technique == "AES DIFF" {
            try reading.text("Block.DifferentialWidth", element, unit: "eV")
        }
        if states(24) { try reading.text("Block.MagnificationOfAnalyserTransferLens", element) }
        if states(25) {
            try reading.text(
                "Block.AnalyserWorkFunctionOrAcceptanceEnergy", element, unit: "eV")
        }
        if states(26) { try reading.text("Block.TargetBias", element, unit: "V") }
        if states(27) {
            try reading.text("Block.AnalysisWidthX", element, unit: "um")
            try reading.text("Block.AnalysisWidthY", element, unit: "um")
        }
        if states(28) {
            try reading.text(
                "Block.AnalyserAxisTakeOffPolarAngle", element, unit: "deg")
            try reading.text("Block.AnalyserAxisTakeOffAzimuth", element, unit: "deg")
        }
        if states(29) { try reading.text("Block.SpeciesLabel", element) }
        if states(30) {
            try reading.text("Block.TransitionOrChargeStateLabel", element)
            try reading.text("Block.ChargeOfDetectedParticle", element)
        }
    }

    private mutating func readSignal(
        _ reading: inout VAMASReading, _ element: ElementPath, _ states: (Int) -> Bool
    ) throws(ExtractionError) {
        if scan == "REGULAR", states(31) {
            try reading.text("Block.AbscissaLabel", element)
            abscissaUnit = try reading.text("Block.AbscissaUnits", element)
            try reading.text("Block.AbscissaStart", element, unit: Self.unit(abscissaUnit))
            try reading.text("Block.AbscissaIncrement", element, unit: Self.unit(abscissaUnit))
        }
        if states(32) {
            let count = try reading.count("Block.NumberOfCorrespondingVariables", element)
            ordinates = []
            for number in 0..<count {
                let variable = element.appending(segment: 2, index: number)
                try reading.text("Block.CorrespondingVariable.Label", variable)
                ordinates.append(try reading.text("Block.CorrespondingVariable.Units", variable))
            }
        }
        if states(33) { try reading.text("Block.SignalMode", element) }
        if states(34) { try reading.text("Block.SignalCollectionTime", element, unit: "s") }
        if states(35) {
            try reading.text("Block.NumberOfScansToCompileThisBlock", element)
        }
        if states(36) { try reading.text("Block.SignalTimeCorrection", element, unit: "s") }
        if states(37), ["MAPDP", "MAPSVDP", "SDP", "SDPSV"].contains(mode),
            Self.sputtered.contains(technique)
        {
            for (name, unit) in [
                ("Energy", "eV"), ("BeamCurrent", "nA"), ("WidthX", "um"), ("WidthY", "um"),
                ("PolarAngleOfIncidence", "deg"), ("Azimuth", "deg"),
            ] {
                try reading.text("Block.SputteringSource\(name)", element, unit: unit)
            }
            try reading.text("Block.SputteringMode", element)
        }
        if states(38) {
            try reading.text("Block.SampleNormalPolarAngleOfTilt", element, unit: "deg")
            try reading.text("Block.SampleNormalTiltAzimuth", element, unit: "deg")
        }
        if states(39) { try reading.text("Block.SampleRotationAngle", element, unit: "deg") }
        guard states(40) else { return }
        let count = try reading.count("Block.NumberOfAdditionalNumericalParameters", element)
        for number in 0..<count {
            let parameter = element.appending(segment: 2, index: number)
            try reading.text("Block.AdditionalParameter.Label", parameter)
            let unit = try reading.text("Block.AdditionalParameter.Units", parameter)
            try reading.text(
                "Block.AdditionalParameter.Value", parameter, unit: Self.unit(unit))
        }
    }

    private func readOrdinates(
        _ reading: inout VAMASReading, _ element: ElementPath
    ) throws(ExtractionError) {
        let count = try reading.integer("Block.NumberOfOrdinateValues", element)
        for (number, unit) in ordinates.enumerated() {
            let variable = element.appending(segment: 2, index: number)
            for name in ["Minimum", "Maximum"] {
                try reading.text(
                    "Block.CorrespondingVariable.\(name)", variable, unit: Self.unit(unit))
            }
        }
        guard count >= 0 else {
            throw ExtractionError(
                .malformed, "\(count) ordinate values",
                at: Locus(address: "line \(reading.lines.number)"))
        }
        try reading.lines.skip(count, limit: VAMASReading.maximumByteCount)
    }

    /// A unit of the standard's list; `d`, `n` and `c` stand for numbers without one.
    private static func unit(_ code: String) -> String? {
        switch code {
        case "", "d", "n", "Not Specified": nil
        case "d/s", "c/s": nil
        case "micros": "us"
        case "microm": "um"
        case "degree": "deg"
        default: code
        }
    }
}
