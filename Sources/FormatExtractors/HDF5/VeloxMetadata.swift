internal import Extraction
internal import JSONReading
internal import MetadataModel

/// The JSON that Velox writes as `Metadata` of every image and spectrum stream.
///
/// Its numbers are texts in SI units without a unit beside them; which unit is meant follows from
/// the member's name. Pixel sizes and offsets alone state theirs, as `PixelUnitX` and `PixelUnitY`,
/// since those of a transform are reciprocal. Times are seconds since 1970 and get the date as
/// label.
enum VeloxMetadata {
    /// Units by the last segments of a key.
    private static let units: [String: String] = [
        "Optics.AccelerationVoltage": "V", "Optics.ExtractorVoltage": "V",
        "Optics.BeamConvergence": "rad", "Optics.ScreenCurrent": "A",
        "Optics.LastMeasuredScreenCurrent": "A", "Optics.Focus": "m", "Optics.StemFocus": "m",
        "Optics.Defocus": "m", "Optics.CameraLength": "m", "FullScanFieldOfView.x": "m",
        "FullScanFieldOfView.y": "m", "Position.x": "m", "Position.y": "m", "Position.z": "m",
        "Stage.AlphaTilt": "rad", "Stage.BetaTilt": "rad", "Scan.DwellTime": "s",
        "Scan.FrameTime": "s", "Scan.LineTime": "s", "Scan.ScanRotation": "rad",
    ]
    /// Units of what a detector states, whatever its number.
    private static let detectorUnits: [String: String] = [
        "ExposureTime": "s", "RealTime": "s", "LiveTime": "s", "Dispersion": "eV",
        "OffsetEnergy": "eV", "BeginEnergy": "eV", "ElevationAngle": "rad",
        "AzimuthAngle": "rad", "PulseProcessTime": "s",
    ]

    /// States the members of the JSON; false where the text is none of Velox.
    static func state(
        _ text: String, key: FactKey, element: ElementPath, locus: Locus,
        into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        guard text.utf8.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"),
            text.utf8.prefix(4096).split(separator: UInt8(ascii: "\""))
                .contains(where: { $0.elementsEqual("MetadataDefinitionVersion".utf8) })
        else { return false }
        var facts: [Fact] = []
        let silent = FactCollector(limits: collector.limits) { facts += $0 }
        let payload = Payload(bytes: Array(text.utf8), key: key, element: element, locus: locus)
        var problem: ExtractionError?
        do throws(ExtractionError) {
            let stream = try JSONStream(reader: payload.reader, limits: collector.limits)
            let tree = TreeFacts(
                key: key, element: element, holder: PayloadHolder(payload), collector: silent)
            try JSONFacts.read(stream, into: tree)
        } catch {
            problem = error
        }
        silent.flush()
        let pixelUnits = facts.reduce(into: [String: String]()) { found, fact in
            let name = fact.key.segments.last ?? ""
            if name.hasPrefix("PixelUnit") { found[name] = fact.value }
        }
        for fact in facts { collector.add(completed(fact, pixelUnits)) }
        if let problem { throw problem }
        return true
    }

    /// The fact with the unit that its name means.
    private static func completed(_ fact: Fact, _ pixelUnits: [String: String]) -> Fact {
        let segments = fact.key.segments
        guard segments.count > 1, fact.unit == nil, !fact.numbers.isEmpty else { return fact }
        var fact = fact
        let last = segments[segments.count - 1]
        let parent = segments[segments.count - 2]
        switch (parent, last) {
        case ("PixelSize", "width"), ("Offset", "x"): fact.unit = pixelUnits["PixelUnitX"]
        case ("PixelSize", "height"), ("Offset", "y"): fact.unit = pixelUnits["PixelUnitY"]
        case (_, "DateTime"):
            guard let seconds = Int64(fact.value), seconds > 0 else { return fact }
            let date = UnixTime.spelling(of: seconds)
            fact.label = date
            fact.date = TimeSpan(text: date)
        default:
            let isOfDetector = segments.contains("Detectors")
            fact.unit = units["\(parent).\(last)"] ?? (isOfDetector ? detectorUnits[last] : nil)
        }
        fact.applyUnit()
        return fact
    }
}
