internal import Extraction
internal import MetadataModel

/// One of Olympus' INI texts: the main file of an image (`.oif`), the parameters of a plane
/// (`.pty`), a region (`.roi`), a colour table (`.lut`).
///
/// They are UTF-16 with sections; text values stand in quotes of either kind. The unit of an
/// axis' numbers stands in its section, as `UnitName`.
struct OlympusText {
    /// The text with double quotes, which the reader of INI texts takes off.
    private let bytes: [UInt8]
    private let offset: UInt64?

    /// - Parameter offset: Where the text stands in the file, if it stands there in one piece.
    init(_ raw: [UInt8], offset: UInt64?) {
        self.offset = offset
        bytes = Self.withDoubleQuotes(raw)
    }

    /// Adds the facts of the text.
    func state(
        _ base: FactKey, element: ElementPath, place: String, into collector: FactCollector
    ) {
        KeyValueFacts(
            base: base, element: element, units: units(), place: place, keepsLines: true
        ).collect(bytes, offset: offset, into: collector)
    }

    /// Where the binary part of a colour table begins; the whole text where there is none.
    static func textByteCount(of raw: [UInt8]) -> Int {
        // `[ColorLUTData]` precedes 65536 colours of four bytes.
        let mark = Array("[ColorLUTData]".utf8).flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
        guard raw.count > mark.count else { return raw.count }
        for place in stride(from: 2, through: min(raw.count - mark.count, 1 << 16), by: 2)
        where raw[place] == mark[0] && raw[place..<place + mark.count].elementsEqual(mark) {
            return place + mark.count
        }
        return raw.count
    }

    private static func withDoubleQuotes(_ raw: [UInt8]) -> [UInt8] {
        guard raw.starts(with: [0xFF, 0xFE]) else { return raw }
        var bytes = raw
        for place in stride(from: 2, to: raw.count - 3, by: 2)
        where raw[place] == UInt8(ascii: "'") && raw[place + 1] == 0 {
            let isFirst = place >= 4 && raw[place - 2] == UInt8(ascii: "=") && raw[place - 1] == 0
            let isLast =
                (raw[place + 2] == 0x0D || raw[place + 2] == 0x0A) && raw[place + 3] == 0
            if isFirst || isLast { bytes[place] = UInt8(ascii: "\"") }
        }
        return bytes
    }

    /// The units of the axes' numbers, by key below the base.
    private func units() -> [String: String] {
        let text = SourceText(bytes, offset: nil)
        let lines = KeyValueLines(text.bytes)
        var units: [String: String] = Self.fixedUnits
        var section = ""
        for line in lines {
            switch line.kind {
            case .section: section = lines.text(line.key)
            case .pair:
                let name = lines.text(line.key)
                let unit = lines.text(line.value)
                guard !unit.isEmpty, section.hasPrefix("Axis ") else { continue }
                let base = FactKey.printed(segment: section) + "."
                if name == "UnitName" {
                    for key in Self.axisKeys {
                        units[base + FactKey.printed(segment: key)] = unit
                    }
                } else if name == "AbsPositionUnitName" {
                    units[base + "AbsPositionValue"] = unit
                }
            case .comment, .bare: continue
            }
        }
        return units
    }

    private static let axisKeys = [
        "AbsolutePosition", "StartPosition", "EndPosition", "Interval", "Start Absolute Position",
        "Stop Absolute Position",
    ]

    /// Units that hold in every file of the format.
    private static let fixedUnits: [String: String] = {
        var units: [String: String] = [:]
        for number in 0...32 {
            units["`Channel \(number) Parameters`.ExcitationWavelength"] = "nm"
            units["`Channel \(number) Parameters`.EmissionWavelength"] = "nm"
            units["`Laser \(number) Parameters`.LaserWavelength"] = "nm"
        }
        units["`Reference Image Parameter`.WidthConvertValue"] = "um"
        units["`Reference Image Parameter`.HeightConvertValue"] = "um"
        units["`Reference Image Parameter`.ImageWidth"] = "px"
        units["`Reference Image Parameter`.ImageHeight"] = "px"
        units["`Acquisition Parameters Common`.`Time Per Line`"] = "us"
        units["`Acquisition Parameters Common`.`Time Per Frame`"] = "us"
        units["`Acquisition Parameters Common`.`Time Per Series`"] = "us"
        return units
    }()
}
