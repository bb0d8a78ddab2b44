internal import Extraction
internal import MetadataModel

/// The layout of a binary record, written in lines as its specification lists them.
///
/// | Line                      | Field                                                           |
/// |:--------------------------|:----------------------------------------------------------------|
/// | `float32 voltage kV`      | a number; the unit may be absent                                |
/// | `uint8 target @element`   | an atomic number; its label is the element's symbol             |
/// | `wide name`               | a uint32 count of characters, then the text in UTF-16           |
/// | `text 32 sample`          | text in single bytes, up to a NUL                               |
/// | `utf16 32 unit`           | as many characters in UTF-16, up to a NUL                       |
/// | `filetime created`        | uint64 of 100 ns since 1601                                     |
/// | `systemtime created`      | 8 uint16: year, month, day of the week, day, hour, minute, second, millisecond |
/// | `bool16 passed`           | a truth value in 2 bytes                                        |
/// | `skip 20`                 | bytes that nobody knows                                         |
/// | `data byteCount`          | as many bytes as the number before of that name says; never read |
/// | `repeat 3 filter` … `end` | fields of an element each, below the name; the number may be the name of a field before |
struct RecordScript: Sendable {
    private indirect enum Step: Sendable {
        case number(NumberType, name: String, unit: String?, isElement: Bool)
        case wide(String)
        case time(String)
        case truth(String)
        case text(Int, name: String, unit: String?)
        case utf16(Int, name: String)
        case fileTime(String)
        case skip(Int)
        case data(String)
        case group(String, times: String, [Step])
    }

    private let steps: [Step]

    init(_ lines: String) {
        var words = lines.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }[
            ...]
        steps = Self.steps(&words)
    }

    private static func steps(_ lines: inout ArraySlice<[String]>) -> [Step] {
        var steps: [Step] = []
        while let words = lines.popFirst(), words.first != "end" {
            guard words.count > 1 else { preconditionFailure("a field needs a name: \(words)") }
            switch words[0] {
            case "wide": steps.append(.wide(words[1]))
            case "systemtime": steps.append(.time(words[1]))
            case "bool16": steps.append(.truth(words[1]))
            case "text":
                steps.append(
                    .text(
                        Int(words[1]) ?? 0, name: words[2],
                        unit: words.count > 3 ? words[3] : nil))
            case "utf16": steps.append(.utf16(Int(words[1]) ?? 0, name: words[2]))
            case "filetime": steps.append(.fileTime(words[1]))
            case "skip": steps.append(.skip(Int(words[1]) ?? 0))
            case "data": steps.append(.data(words[1]))
            case "repeat": steps.append(.group(words[2], times: words[1], Self.steps(&lines)))
            default:
                guard let type = NumberType(rawValue: words[0]) else {
                    preconditionFailure("no type of a field: \(words)")
                }
                let unit = words.count > 2 ? words[2] : nil
                steps.append(
                    .number(
                        type, name: words[1], unit: unit == "@element" ? nil : unit,
                        isElement: unit == "@element"))
            }
        }
        return steps
    }

    /// States the fields of a record that ends at `end`; one that is shorter than its layout ends
    /// where it ends.
    func state(_ record: inout RecordReader, end: UInt64) throws(ExtractionError) {
        var values: [String: Int] = [:]
        try Self.state(steps, &record, end, &values)
        if record.offset < end {
            record.collector.noteMetadata(
                Int(clamping: end - record.offset), understood: false)
        }
    }

    private static func state(
        _ steps: [Step], _ record: inout RecordReader, _ end: UInt64, _ values: inout [String: Int]
    ) throws(ExtractionError) {
        for step in steps {
            guard record.offset < end, !record.collector.isFull else { return }
            switch step {
            case .number(let type, let name, let unit, let isElement):
                guard UInt64(type.byteCount) <= end - record.offset else { return }
                let start = record.offset
                let number = try record.take(type)
                record.offset = start
                var labels: [Int64: String] = [:]
                if case .integer(let value) = number {
                    values[name] = Int(clamping: value)
                    if isElement, let symbol = ChemicalElements.symbol(of: Int(clamping: value)) {
                        labels[value] = symbol
                    }
                }
                try record.number(name, type, unit: unit, labels: labels)
            case .wide(let name): try wide(name, &record, end)
            case .time(let name): try time(name, &record, end)
            case .truth(let name):
                guard end - record.offset >= 2 else { return }
                try record.truth(name)
                record.skip(1)
            case .text(let count, let name, let unit):
                guard UInt64(count) <= end - record.offset else { return }
                try record.text(name, count: count, unit: unit)
            case .utf16(let count, let name):
                guard UInt64(count) * 2 <= end - record.offset else { return }
                try utf16(name, count, &record)
            case .fileTime(let name): try fileTime(name, &record, end)
            case .skip(let count): record.skip(count, understood: false)
            case .data(let name): record.offset += UInt64(max(0, values[name] ?? 0))
            case .group(let name, let times, let inner):
                try group(name, Int(times) ?? values[times] ?? 0, inner, &record, end, &values)
            }
        }
    }

    private static func group(
        _ name: String, _ count: Int, _ steps: [Step], _ record: inout RecordReader,
        _ end: UInt64, _ values: inout [String: Int]
    ) throws(ExtractionError) {
        let outer = (record.key, record.element)
        defer { (record.key, record.element) = outer }
        record.key = outer.0.appending(name)
        let segment = record.key.segments.count - 1
        var index = 0
        while index < count, record.offset < end, !record.collector.isFull {
            record.element = outer.1.appending(segment: segment, index: index)
            try state(steps, &record, end, &values)
            index += 1
        }
    }

    private static func wide(
        _ name: String, _ record: inout RecordReader, _ end: UInt64
    ) throws(ExtractionError) {
        let start = record.offset
        guard end - start >= 4 else { return }
        let count = try record.takeCount(.uint32)
        guard UInt64(count) * 2 <= end - record.offset else {
            throw ExtractionError(
                .malformed, "a text of \(count) characters in \(end - start) bytes", offset: start)
        }
        try utf16(name, count, &record)
    }

    private static func utf16(
        _ name: String, _ count: Int, _ record: inout RecordReader
    ) throws(ExtractionError) {
        let place = record.offset
        let bytes = try record.reader.bytes(at: place, count: count * 2)
        record.skip(count * 2)
        let text = TextDecoding.utf16(upToZero: bytes[...], .little)
        guard !text.isEmpty else { return }
        record.collector.text(
            record.key.appending(name), text, element: record.element,
            locus: record.locus(name, place, count * 2))
    }

    private static func fileTime(
        _ name: String, _ record: inout RecordReader, _ end: UInt64
    ) throws(ExtractionError) {
        let start = record.offset
        guard end - start >= 8 else { return }
        let ticks = try record.reader.uint64(at: start, record.order)
        record.skip(8)
        guard let text = FileTime.text(ticks) else { return }
        record.collector.text(
            record.key.appending(name), text, element: record.element,
            locus: record.locus(name, start, 8))
    }

    private static func time(
        _ name: String, _ record: inout RecordReader, _ end: UInt64
    ) throws(ExtractionError) {
        let start = record.offset
        guard end - start >= 16 else { return }
        let bytes = try record.reader.bytes(at: start, count: 16)
        record.skip(16)
        let fields = bytes.withUnsafeBytes { raw in
            (0..<8).map { Int(raw.integer(at: $0 * 2, record.order, as: UInt16.self)) }
        }
        guard
            let text = ClockTime.text(
                year: fields[0], month: fields[1], day: fields[3], hour: fields[4],
                minute: fields[5], second: fields[6])
        else { return }
        record.collector.text(
            record.key.appending(name), text, element: record.element,
            locus: record.locus(name, start, 16))
    }
}

/// Times that a file stores as numbers.
enum ClockTime {
    /// `2026-03-14T09:26:53`; `nil` where the numbers are no time.
    static func text(
        year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int
    ) -> String? {
        guard (1900...2999).contains(year), (1...12).contains(month), (1...31).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(year)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))"
    }
}
