internal import Extraction
internal import MetadataModel

/// Reads the fields of an ELID project from its unpacked stream, as they come.
///
/// Lengths and counts are uint32, texts UTF-8 behind their length, spectra numbers of 7 bits a byte.
struct ELIDProject {
    private var fields: ELIDFields
    private var version = 0

    private static let kinds: [Int64: String] = [
        1: "multi-scan average", 2: "spot", 3: "line scan", 4: "map", 5: "difference", 6: "region",
        7: "constructive",
    ]

    init(_ stream: BZip2Stream, into collector: FactCollector) {
        fields = ELIDFields(stream: stream, collector: collector)
    }

    mutating func read() throws(ExtractionError) {
        guard try fields.stream.bytes(4).elementsEqual("EID2".utf8) else {
            throw ExtractionError(.malformed, "expected EID2", offset: 0)
        }
        version = Int(try fields.number("Version", .int32).double)
        guard (0...4).contains(version) else {
            throw ExtractionError(.unsupported, "version \(version)", offset: 0)
        }
        for index in 0..<(try fields.count()) {
            if fields.collector.isFull { break }
            try image(index)
        }
        guard version >= 1 else { return }
        try analyses(below: "elid.Analysis", .root)
        try analyses(below: "elid.ConstructiveAnalysis", .root)
    }

    private mutating func image(_ index: Int) throws(ExtractionError) {
        let element = ElementPath(segment: 1, index: index)
        fields.move(to: "elid.Image", element)
        try picture("image \(index + 1)")
        try fields.text("label")
        try analyses(below: "elid.Image.Analysis", element)
    }

    private mutating func picture(_ address: String) throws(ExtractionError) {
        let byteCount = try fields.count()
        guard byteCount > 0 else { return }
        let bytes = try fields.stream.bytes(byteCount)
        EmbeddedFacts(key: fields.key, element: fields.element, address: address)
            .collect(bytes, with: TIFFExtractor(), into: fields.collector)
    }

    private mutating func analyses(
        below key: FactKey, _ element: ElementPath
    ) throws(ExtractionError) {
        let segment = key.segments.count - 1
        for index in 0..<(try fields.count()) {
            if fields.collector.isFull { break }
            fields.move(to: key, element.appending(segment: segment, index: index))
            try analysis()
        }
    }

    // MARK: Analyses

    private mutating func analysis() throws(ExtractionError) {
        let kind = try fields.number("type", .uint8, labels: Self.kinds)
        try common()
        switch Int(kind.double) {
        case 1: return
        case 2: try fields.reals(["x", "y"], unit: nil)
        case 3: try line()
        case 4: try map()
        case 5:
            try fields.number("minuend", .uint32)
            try fields.number("subtrahend", .uint32)
        case 6: try fields.reals(["left", "top", "right", "bottom"], unit: nil)
        case 7:
            try fields.text("description")
            for _ in 0..<(try fields.count()) {
                if fields.collector.isFull { break }
                try fields.number("source", .uint32)
                try fields.reals(["weight_factor"], unit: nil)
            }
        default:
            throw ExtractionError(
                .malformed, "an analysis of type \(kind.spelling)", offset: fields.stream.offset)
        }
    }

    private mutating func common() throws(ExtractionError) {
        try picture("image of an analysis")
        try fields.reals(["offset", "dispersion"], unit: "eV")
        let binCount = try fields.number("bins", .uint32)
        try fields.stream.skipVariableNumbers(UInt64(binCount.double))
        try detector()
        try fields.elements("included_elements")
        try fields.elements("excluded_elements")
        try fields.list("background_fit_bins", .int32)
        try oxides()
        try fields.truth("auto_id")
        try fields.number("order_nr", .int32)
        try fields.pairs("family_overrides")
        if version >= 2 {
            try fields.number("drift_correction", .uint8, labels: [1: "on", 2: "off"])
        }
        if version >= 4 { try fields.elements("ignored_elements") }
    }

    /// What is known of the detector and of the microscope.
    private mutating func detector() throws(ExtractionError) {
        try fields.reals(["high_tension"], unit: "V")
        try fields.reals(["detector_elevation"], unit: version == 0 ? "deg" : "rad")
        try fields.reals(["detector_azimuth"], unit: "rad")
        try fields.reals(
            ["live_time", "real_time", "slow_peaking_time", "fast_peaking_time"], unit: "s")
        try fields.reals(["detector_resolution"], unit: "eV")
        try fields.text("instrument_id")
        if version >= 1 {
            try fields.reals(["optical_working_distance", "working_distance"], unit: "m")
            try fields.reals(["detector_surface_area"], unit: "m2")
            try fields.reals(["detector_distance"], unit: "m")
            try fields.reals(["sample_tilt_angle"], unit: "rad")
        }
        if version >= 3 {
            try fields.reals(["ccorrection"], unit: nil)
            try fields.number(
                "detector_type", .uint8,
                labels: [0: "Empty", 1: "FastSDD_C2", 2: "FastSDD_C5", 3: "FastSDD_WLS"])
            try fields.number("spectrum_correction", .uint8, labels: [1: "linearized", 2: "raw"])
        }
    }

    /// Oxides: the element, how many of it, how many of oxygen.
    private mutating func oxides() throws(ExtractionError) {
        for index in 0..<(try fields.count()) {
            if fields.collector.isFull { break }
            let bytes = try fields.stream.bytes(3).map { Int($0) }
            let element = ChemicalElements.symbol(of: bytes[0]) ?? String(bytes[0])
            let formula =
                element + (bytes[1] > 1 ? String(bytes[1]) : "") + "O"
                + (bytes[2] > 1 ? String(bytes[2]) : "")
            fields.state("selected_oxides", formula, index: index)
        }
    }

    private mutating func line() throws(ExtractionError) {
        try fields.reals(["x1", "y1", "x2", "y2"], unit: nil)
        let size = try fields.number("size", .uint32, unit: "px")
        try cube(pixelCount: UInt64(size.double))
        try fields.truth("high_accuracy_quantification")
    }

    private mutating func map() throws(ExtractionError) {
        try fields.reals(["left", "top", "right", "bottom"], unit: nil)
        try fields.list("color_intensities", .float64)
        let width = try fields.number("width", .uint32, unit: "px")
        let height = try fields.number("height", .uint32, unit: "px")
        let (count, overflows) = UInt64(width.double).multipliedReportingOverflow(
            by: UInt64(height.double))
        guard !overflows else {
            throw ExtractionError(
                .malformed, "a map of \(width.spelling) × \(height.spelling) pixels",
                offset: fields.stream.offset)
        }
        try cube(pixelCount: count)
    }

    /// The spectra of all pixels, and the times of each where they differ.
    private mutating func cube(
        pixelCount: UInt64
    ) throws(ExtractionError) {
        let outer = (fields.key, fields.element)
        fields.move(to: outer.0.appending("spectra"), outer.1)
        let binCount = try fields.number("bins", .uint32)
        try fields.reals(["offset", "dispersion"], unit: "eV")
        try detector()
        let hasRealTimes = try fields.truth("has_variable_real_time")
        let hasLiveTimes = try fields.truth("has_variable_live_time")
        let (count, overflows) = pixelCount.multipliedReportingOverflow(
            by: UInt64(binCount.double))
        guard !overflows else {
            throw ExtractionError(
                .malformed, "\(pixelCount) spectra of \(binCount.spelling) channels",
                offset: fields.stream.offset)
        }
        try fields.stream.skipVariableNumbers(count)
        for (name, isVariable) in [("real_time", hasRealTimes), ("live_time", hasLiveTimes)] {
            try fields.values(name + "_values", count: isVariable ? pixelCount : 1, unit: "s")
        }
        fields.move(to: outer.0, outer.1)
    }
}
