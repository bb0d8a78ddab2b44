internal import Extraction
internal import MetadataModel

/// Reads the descriptions that NIS-Elements writes as text: of the whole file, of a camera.
///
/// | Line                                  | Fact below the key that held the text              |
/// |:--------------------------------------|:---------------------------------------------------|
/// | `Numerical Aperture: 0.95`            | `Numerical Aperture`                               |
/// | `Plane #2:`                           | the lines below are of element 1 of `Plane`        |
/// | `{Scanner Zoom}: 2.469`               | `Scanner Zoom`                                     |
/// | `CH2 {Laser Wavelength}: 488.0 {Laser Power}: 0.5` | `CH2.Laser Wavelength`, `CH2.Laser Power` |
/// | a tab, `{PMT HV}: 37`                 | `CH2.PMT HV`, of the channel above                 |
/// | `Camera Settings:   Exposure: 5 ms`   | `Exposure`                                         |
/// | any other                             | `line`                                             |
///
/// What comes again is another element of its segment.
struct ND2DescriptionReader: PayloadReader {
    let signs = PayloadSigns(hasLines: true)

    func claims(_ payload: Payload) -> Bool {
        payload.key.description.hasPrefix("nd2.")
            && payload.bytes.contains { $0 == 0x0A || $0 == 0x0D }
            && payload.bytes.contains(UInt8(ascii: ":")) && payload.bytes.first != UInt8(ascii: "<")
    }

    func read(
        _ payload: Payload, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        var lines = ND2DescriptionLines(payload, collector)
        let text = String(decoding: payload.bytes, as: UTF8.self)
        for line in text.split(whereSeparator: { $0.isNewline }) where !collector.isFull {
            lines.take(line)
        }
        return lines.hasPairs
    }
}

/// The lines of one description.
private struct ND2DescriptionLines {
    private let base: FactKey
    private let element: ElementPath
    private let locus: Locus
    private let collector: FactCollector
    private var key: FactKey
    private var own: ElementPath
    private var group: String?
    private var counts: [String: Int] = [:]
    private var lineNumber = 0
    private(set) var hasPairs = false

    init(_ payload: Payload, _ collector: FactCollector) {
        base = payload.key
        element = payload.element
        locus = payload.locus
        self.collector = collector
        key = base
        own = element
    }

    mutating func take(_ raw: Substring) {
        lineNumber += 1
        let line = raw.withoutBlanks
        guard let first = line.first else { return }
        if let (name, index) = Self.numbered(line) {
            key = base.appending(name)
            own = element.appending(segment: base.segments.count, index: index)
            group = nil
            return
        }
        if raw.first?.isWhitespace == false, first != "{", !line.contains("{") { leaveNumbered() }
        if let brace = line.firstIndex(of: "{") {
            takeBraces(line, from: brace, raw)
        } else if let (name, value) = Self.pair(line) {
            group = nil
            add(name, value, below: key)
        } else {
            add("line", line, below: key)
        }
    }

    private mutating func leaveNumbered() {
        key = base
        own = element
    }

    /// `{name}: value {name}: value`, with the channel's name in front or on a line above.
    private mutating func takeBraces(
        _ line: Substring, from brace: Substring.Index, _ raw: Substring
    ) {
        let front = line[..<brace].withoutBlanks
        let isContinued = front.isEmpty && raw.prefix { $0.isWhitespace }.contains("\t")
        if !front.isEmpty {
            group = String(front)
        } else if !isContinued {
            group = nil
        }
        let place = group.map { key.appending($0) } ?? key
        for part in line[brace...].split(separator: "{") {
            guard let end = part.firstIndex(of: "}") else { continue }
            var value = part[part.index(after: end)...].withoutBlanks
            if value.first == ":" { value = value.dropFirst().withoutBlanks }
            if value.last == ";" { value = value.dropLast().withoutBlanks }
            add(String(part[..<end]), value, below: place)
        }
    }

    private mutating func add(_ name: String, _ value: Substring, below parent: FactKey) {
        let key = parent.appending(name)
        if name != "line" { hasPairs = true }
        let counter = "\(own.indices) \(key.description)"
        let index = counts[counter, default: 0]
        counts[counter] = index + 1
        let unit = Double(value) == nil ? nil : UnitInName.unit(of: name)
        collector.text(
            key, String(value),
            element: index == 0
                ? own : own.appending(segment: key.segments.count - 1, index: index),
            unit: unit,
            locus: Locus(address: "\(locus.address), line \(lineNumber)"))
    }

    /// The name and the index of `Plane #2:`.
    private static func numbered(_ line: Substring) -> (name: String, index: Int)? {
        guard line.last == ":", let mark = line.firstIndex(of: "#"),
            let number = Int(line[line.index(after: mark)...].dropLast()), number > 0
        else { return nil }
        let name = line[..<mark].withoutBlanks
        return name.isEmpty ? nil : (String(name), number - 1)
    }

    private static func pair(_ line: Substring) -> (name: String, value: Substring)? {
        guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return nil }
        let behind = line[line.index(after: colon)...]
        guard behind.isEmpty || behind.first?.isWhitespace == true else { return nil }
        // A heading that shares its line with the first of its pairs.
        if behind.hasPrefix("  "), let inner = pair(behind.withoutBlanks) { return inner }
        return (String(line[..<colon].withoutBlanks), behind.withoutBlanks)
    }
}

extension Substring {
    /// Without white space at either end.
    fileprivate var withoutBlanks: Substring {
        var text = self.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
