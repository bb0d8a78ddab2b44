internal import Extraction
internal import MetadataModel

/// A picture's label: 256 numbers of 16 bits, most of which are bytes. Numbers are counted from 1,
/// as in the specification.
struct SemperLabel {
    private let values: [Int]
    private let offset: UInt64

    /// - Parameter bytes: The 512 bytes of the label.
    init(bytes: [UInt8], offset: UInt64) {
        values = stride(from: 0, to: bytes.count - 1, by: 2).map {
            Int(bytes[$0]) | Int(bytes[$0 + 1]) << 8
        }
        self.offset = offset
    }

    private func value(_ number: Int) -> Int {
        number >= 1 && number <= values.count ? values[number - 1] : 0
    }

    private func text(_ range: ClosedRange<Int>) -> String {
        let bytes = range.map { UInt8(truncatingIfNeeded: value($0)) }.prefix { $0 != 0 }
        var text = TextDecoding.text(of: bytes).text
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// A float32 whose bytes stand in four numbers.
    private func real(_ number: Int) -> Float {
        var pattern: UInt32 = 0
        for index in 0..<4 {
            pattern |= UInt32(UInt8(truncatingIfNeeded: value(number + index))) << (8 * index)
        }
        return Float(bitPattern: pattern)
    }

    private func locus(_ name: String, _ range: ClosedRange<Int>) -> Locus {
        Locus(
            offset: offset + UInt64((range.lowerBound - 1) * 2), length: UInt64(range.count * 2),
            address: "label \(name)")
    }

    func state(into collector: FactCollector) {
        collector.noteMetadata(512, understood: true)
        func add(_ name: String, _ range: ClosedRange<Int>, text: String, unit: String? = nil) {
            guard !text.isEmpty else { return }
            collector.text(
                FactKey(segments: ["semper", "label", name]), text, unit: unit,
                locus: locus(name, range))
        }
        func add(_ name: String, _ range: ClosedRange<Int>, _ integer: Int) {
            collector.integer(
                FactKey(segments: ["semper", "label", name]), Int64(integer),
                locus: locus(name, range))
        }
        add("SEMPER", 1...6, text: text(1...6))
        for (place, name) in ["NCOL", "NROW", "NLAY", "ICCOLN", "ICROWN", "ICLAYN"].enumerated() {
            let high = value(57 + place) << 16
            let first = 7 + 2 * place
            add(name, first...first + 1, high + value(first) << 8 + value(first + 1))
        }
        for (name, number) in [
            ("ICLASS", 19), ("IFORM", 20), ("IWP", 21), ("IPLTYP", 56),
            ("REALCO", 63), ("NBLOCK", 64),
        ] {
            add(name, number...number, value(number))
        }
        if let date { add("DATE", 22...27, text: date) }
        let rangeCount = value(28)
        if rangeCount == 255 {
            let ends = [real(29), real(33)].map(BinaryText.spelling(of:))
            add("RANGE", 29...36, text: ends.joined(separator: ","))
        } else if (1...27).contains(rangeCount) {
            add("RANGE", 29...28 + rangeCount, text: text(29...28 + rangeCount))
        }
        let titleCount = value(100)
        if (1...144).contains(titleCount) {
            add("TITLE", 101...100 + titleCount, text: text(101...100 + titleCount))
        }
        // Axis by axis: name of the origin and its place, of the step, of the unit.
        for (origin, place, step, stepPlace, unitName, unitPlace) in [
            ("X0V0", 96, "DXV1", 92, "XUNIT", 245), ("Y0V2", 88, "DYV3", 84, "YUNIT", 249),
            ("Z0V4", 80, "DZV5", 76, "ZUNIT", 253),
        ] {
            let unit = text(unitPlace...unitPlace + 3)
            add(unitName, unitPlace...unitPlace + 3, text: unit)
            guard value(63) == 1 else { continue }
            for (name, place) in [(origin, place), (step, stepPlace)] {
                add(
                    name, place...place + 3, text: BinaryText.spelling(of: real(place)),
                    unit: unit.isEmpty ? nil : unit)
            }
        }
        for (name, place) in [("DATAV6", 68), ("DATAV7", 72)] {
            add(name, place...place + 3, text: BinaryText.spelling(of: real(place)))
        }
    }

    /// Year since 1900, month, day, hour, minute, second.
    private var date: String? {
        let fields = (22...27).map(value)
        // Some programs subtract 1900 from a year of two digits.
        let stated = Int(Int16(truncatingIfNeeded: fields[0])) + 1900
        let year = (0..<100).contains(stated) ? stated + 2000 : stated
        guard (1...12).contains(fields[1]), (1...31).contains(fields[2]), fields[3] < 24,
            fields[4] < 60, fields[5] < 61, (1900..<2900).contains(year)
        else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(fields[1]))-\(two(fields[2])) "
            + fields[3...].map(two).joined(separator: ":")
    }
}
