internal import Extraction
internal import MetadataModel

/// One entry of a MetaMorph stack's tags UIC1 and UIC4, by its id.
///
/// Source: Universal Imaging, "MetaMorph Stack (STK) Image File Format", 2005, table of UIC1Tag.
struct MetaMorphEntry {
    /// What the values are.
    enum Kind {
        /// One 32-bit integer.
        case integer
        /// A numerator and a denominator.
        case rational
        /// Text behind its length.
        case text
        /// A Julian day and milliseconds.
        case time
        /// Two rationals a plane.
        case positions
        /// One rational a plane.
        case rationals
        /// One integer a plane.
        case integers
        /// One text a plane.
        case texts
        /// Two integers.
        case pair
    }

    let id: Int
    let kind: Kind
    let key: FactKey

    init(id: Int) {
        self.id = id
        let known = Self.known[id]
        kind = known?.kind ?? .integer
        key = FactKey(segments: ["metamorph", known?.name ?? "Tag\(id)"])
    }

    /// Whether the value is in the stack's calibration units.
    var isCalibration: Bool { id == 4 || id == 5 }

    /// Bytes that hold the values at most.
    func maximumByteCount(planeCount: Int) -> Int {
        switch kind {
        case .integer: 4
        case .rational, .time, .pair: 8
        case .text: 1028
        case .positions: planeCount * 16
        case .rationals: planeCount * 8
        case .integers: planeCount * 4
        case .texts: min(planeCount * 1028, 1 << 22)
        }
    }

    /// Adds the values that stand at a place.
    ///
    /// - Returns: How many bytes they take; `nil` where they do not stand in the block.
    func state(
        _ block: BinaryBlock, at place: Int, planeCount: Int, unit: String?, element: ElementPath,
        into collector: FactCollector
    ) -> Int? {
        let length = maximumByteCount(planeCount: planeCount)
        let locus = block.locus(at: place, count: length)
        switch kind {
        case .text:
            guard let (text, count) = block.countedText(at: place) else { return nil }
            collector.text(
                key, text, element: element, locus: block.locus(at: place, count: count))
            return count
        case .texts:
            var start = place
            for plane in 0..<planeCount {
                guard let (text, count) = block.countedText(at: start) else { return nil }
                collector.text(
                    key, text, element: ElementPath(index: plane),
                    locus: block.locus(at: start, count: count))
                start += count
            }
            return start - place
        case .time:
            guard block.bytes(at: place, count: length) != nil else { return nil }
            if let text = block.julianTime(at: place) {
                collector.text(key, text, element: element, locus: locus)
            }
        case .rational, .rationals, .positions:
            guard block.bytes(at: place, count: length) != nil else { return nil }
            collector.numbers(
                key, block.rationals(at: place, count: length / 8), element: element, unit: unit,
                locus: locus)
        case .integer, .integers, .pair:
            guard block.bytes(at: place, count: length) != nil else { return nil }
            let values = stride(from: place, to: place + length, by: 4).compactMap {
                block.integer(at: $0, as: UInt32.self).map { Number.integer(Int64($0)) }
            }
            collector.numbers(key, values, element: element, locus: locus)
        }
        return length
    }

    private static let known: [Int: (name: String, kind: Kind)] = [
        0: ("AutoScale", .integer), 1: ("MinScale", .integer), 2: ("MaxScale", .integer),
        3: ("SpatialCalibration", .integer), 4: ("XCalibration", .rational),
        5: ("YCalibration", .rational), 6: ("CalibrationUnits", .text), 7: ("Name", .text),
        8: ("ThreshState", .integer), 9: ("ThreshStateRed", .integer),
        11: ("ThreshStateGreen", .integer), 12: ("ThreshStateBlue", .integer),
        13: ("ThreshStateLo", .integer), 14: ("ThreshStateHi", .integer), 15: ("Zoom", .integer),
        16: ("CreateTime", .time), 17: ("LastSavedTime", .time), 18: ("CurrentBuffer", .integer),
        19: ("GrayFit", .integer), 20: ("GrayPointCount", .integer), 21: ("GrayX", .rational),
        22: ("GrayY", .rational), 23: ("GrayMin", .rational), 24: ("GrayMax", .rational),
        25: ("GrayUnitName", .text), 26: ("StandardLUT", .integer), 27: ("Wavelength", .integer),
        28: ("StagePosition", .positions), 29: ("CameraChipOffset", .positions),
        30: ("OverlayMask", .integer), 31: ("OverlayCompress", .integer), 32: ("Overlay", .integer),
        33: ("SpecialOverlayMask", .integer), 34: ("SpecialOverlayCompress", .integer),
        35: ("SpecialOverlay", .integer), 36: ("ImageProperty", .integer),
        37: ("StageLabel", .texts), 38: ("AutoScaleLoInfo", .rational),
        39: ("AutoScaleHiInfo", .rational), 40: ("AbsoluteZ", .rationals),
        41: ("AbsoluteZValid", .integers), 42: ("Gamma", .integer), 43: ("GammaRed", .integer),
        44: ("GammaGreen", .integer), 45: ("GammaBlue", .integer), 46: ("CameraBin", .pair),
        47: ("NewLUT", .integer), 49: ("PlaneProperty", .integer),
    ]
}
