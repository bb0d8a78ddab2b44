public import Extraction
internal import MetadataModel

/// Extracts the header of a frame of Oxford Diffraction's detectors (`.img`): six lines of text, and
/// behind them sections whose lengths the text states.
///
/// Keys are `oxd.` and the name in the text, or the names of the tables below for the sections.
///
/// Source: the layout as FabIO documents it
/// <https://www.silx.org/doc/fabio/latest/api/formats.html>.
public struct OXDExtractor: Extractor {
    public let id = "oxd"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("OD SAPPHIRE") ? .signature("OD SAPPHIRE") : nil
    }

    private static let general = HeaderTable(
        """
        0 uint16 BinningX
        2 uint16 BinningY
        22 uint16 DetectorSizeX px
        24 uint16 DetectorSizeY px
        26 uint16 PixelsX px
        28 uint16 PixelsY px
        36 uint32 PixelCount
        """)

    private static let special = HeaderTable(
        """
        56 float64 Gain
        464 int16 OverflowsFlag
        466 int16 OverflowAfterRemeasureFlag
        472 int32 OverflowThreshold
        480 float64 ExposureTime s
        488 float64 OverflowTime s
        528 int32 MonitorCountsOfRawImage1
        532 int32 MonitorCountsOfRawImage2
        536 int32 MonitorCountsOfOverflowRawImage1
        540 int32 MonitorCountsOfOverflowRawImage2
        544 int32 Unwarping
        548 int32 DetectorType
        568 float64 RealPixelSizeX mm
        576 float64 RealPixelSizeY mm
        """,
        labels: [
            "DetectorType": [
                0: "Sapphire/KM4CCD (1x1: 0.06mm, 2x2: 0.12mm)",
                1: "Sapphire2-Kodak (1x1: 0.06mm, 2x2: 0.12mm)",
                2: "Sapphire3-Kodak (1x1: 0.03mm, 2x2: 0.06mm, 4x4: 0.12mm)",
                3: "Onyx-Kodak (1x1: 0.06mm, 2x2: 0.12mm, 4x4: 0.24mm)",
                4: "Unknown Oxford diffraction detector",
            ]
        ])

    private static let goniometer = HeaderTable(
        """
        0 char[26] SpatialCorrectionFileDate
        26 char[246] SpatialCorrectionFile
        284 int32[5] StartAngleSteps
        324 int32[5] EndAngleSteps
        368 float64[5] StepAngle rad
        512 int32[5] ZeroCorrectionSteps
        552 float64 BeamRotationE2 deg
        560 float64 BeamRotationE3 deg
        568 float64 WavelengthAlpha1 Å
        576 float64 WavelengthAlpha2 Å
        584 float64 WavelengthAlpha Å
        592 float64 WavelengthBeta Å
        640 float64 DetectorTiltE1 deg
        648 float64 DetectorTiltE2 deg
        656 float64 DetectorTiltE3 deg
        664 float64 BeamCenterX px
        672 float64 BeamCenterY px
        680 float64 AlphaAngle deg
        688 float64 BetaAngle deg
        712 float64 DetectorDistance mm
        """)

    private static let statistics = HeaderTable(
        """
        0 int32 Minimum
        4 int32 Maximum
        24 float64 Average
        32 float64 Variance
        40 float64 Skewness
        """)

    private static let history = HeaderTable("99 char[27] FloodFieldImage")

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: 256)
        let text = HeaderText(head, offset: 0)
        var facts = HeaderFacts(text, key: "oxd", into: collector)
        var lengths: [Int] = []
        for line in text.lines.prefix(6) {
            guard line.number > 1 else {
                facts.add("Version", text.trimmed(line.range), line: 1)
                continue
            }
            for pair in Self.pairs(text, line.range) {
                let name = text.text(pair.key)
                facts.add(name, pair.value, line: line.number)
                if line.number == 4 { lengths.append(Int(text.text(pair.value)) ?? -1) }
            }
        }
        guard lengths.count >= 6, lengths.allSatisfy({ (0...1 << 20).contains($0) }) else {
            throw ExtractionError(.malformed, "expected the lengths of six sections", offset: 0)
        }
        // The first section is what is left of the header.
        var start = lengths[0] - lengths[1...5].reduce(0, +)
        if start <= 0 { start = 256 }
        let sections: [(String, HeaderTable)] = [
            ("General", Self.general), ("Special", Self.special),
            ("Goniometer", Self.goniometer), ("Statistics", Self.statistics),
            ("History", Self.history),
        ]
        for (length, section) in zip(lengths[1...5], sections) {
            let bytes = try reader.prefix(from: UInt64(start), maximum: length)
            guard bytes.count == length else {
                throw ExtractionError(
                    .truncated, "expected a section of \(length) bytes, found \(bytes.count)",
                    offset: UInt64(start))
            }
            section.1.state(
                HeaderBytes(bytes, .little, offset: UInt64(start), address: section.0),
                key: "oxd", into: collector)
            if section.0 == "Goniometer" { Self.addAngles(bytes, start, into: collector) }
            collector.noteMetadata(length, understood: true)
            start += length
        }
        collector.noteMetadata(256, understood: true)
    }

    /// Adds the angles in degrees, which the goniometer counts in steps.
    private static func addAngles(_ bytes: [UInt8], _ start: Int, into collector: FactCollector) {
        let header = HeaderBytes(
            bytes, .little, offset: UInt64(start), address: "Goniometer")
        for (name, place) in [("Start", 284), ("End", 324), ("ZeroCorrection", 512)] {
            for (index, axis) in ["Omega", "Theta", "Kappa", "Phi"].enumerated() {
                guard let steps = header.integer(at: place + 4 * index, as: Int32.self),
                    let step = header.double(at: 368 + 8 * index), step.isFinite
                else { continue }
                collector.real(
                    FactKey(printed: "oxd.\(axis).\(name)"),
                    Double(steps) * step * 180 / .pi, unit: "deg",
                    locus: header.locus(at: place + 4 * index, count: 4))
            }
        }
    }

    /// The pairs of a line such as `NX= 512 NY= 512 OI=    383`.
    private static func pairs(
        _ text: HeaderText, _ range: Range<Int>
    ) -> [(key: Range<Int>, value: Range<Int>)] {
        let marks = range.filter { text.bytes[$0] == UInt8(ascii: "=") }
        var pairs: [(key: Range<Int>, value: Range<Int>)] = []
        for (index, mark) in marks.enumerated() {
            var keyStart = mark
            while keyStart > range.lowerBound, text.bytes[keyStart - 1] > 0x20 { keyStart -= 1 }
            var end = index + 1 < marks.count ? marks[index + 1] : range.upperBound
            if index + 1 < marks.count {
                while end > mark + 1, text.bytes[end - 1] > 0x20 { end -= 1 }
            }
            pairs.append((keyStart..<mark, text.trimmed(mark + 1..<end)))
        }
        return pairs
    }
}
