internal import Extraction
internal import JSONReading
internal import MetadataModel

/// One line of what a program says, an object of JSON.
///
/// | Member                      | Meaning                                                        |
/// |:----------------------------|:---------------------------------------------------------------|
/// | `key`                       | the key below the format's id; a dot divides segments          |
/// | `value`                     | a text, a number, a truth value, or a list of numbers          |
/// | `unit`, `label`             | the unit; the meaning of a code                                |
/// | `element`                   | which of several, by segment of the key below the id: `[2]`    |
/// | `offset`, `length`          | where the value stands in the file                             |
/// | `address`                   | the same in words                                              |
/// | `issue`, `detail`           | instead of a fact: a problem, of one of the kinds of issues    |
/// | `seen`, `understood`        | instead of a fact: bytes of metadata met, and of those read    |
struct ProgramLine {
    private enum Value {
        case text(String)
        case numbers([(written: String, number: Number)])
    }

    private var key: String?
    private var value: Value?
    private var unit: String?
    private var label: String?
    private var element: [Int] = []
    private var locus = Locus()
    private var issue: String?
    private var detail: String?
    private var seen: Int?
    private var understood: Int?

    /// Reads a line.
    init(_ line: ArraySlice<UInt8>) throws(ExtractionError) {
        let copy = Array(line)
        try copy.withUnsafeBufferPointer { bytes throws(ExtractionError) in
            var scanner = JSONScanner(maximumDepth: 2)
            guard case .beginObject = try scanner.next(in: bytes, isLast: true) else {
                throw ExtractionError(.malformed, "expected an object")
            }
            while case .key(let name) = try scanner.next(in: bytes, isLast: true) {
                try take(name.string(in: bytes), &scanner, bytes)
            }
            guard case .end = try scanner.next(in: bytes, isLast: true) else {
                throw ExtractionError(.malformed, "expected one object a line")
            }
        }
    }

    private mutating func take(
        _ name: String, _ scanner: inout JSONScanner, _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(ExtractionError) {
        let token = try scanner.next(in: bytes, isLast: true)
        if case .beginArray = token {
            var numbers: [(written: String, number: Number)] = []
            while true {
                let member = try scanner.next(in: bytes, isLast: true)
                if case .endArray = member { break }
                guard case .number(let text, let number?) = member else {
                    throw ExtractionError(.malformed, "expected a list of numbers in \"\(name)\"")
                }
                numbers.append((text.string(in: bytes), number))
            }
            try take(name, list: numbers)
            return
        }
        switch (name, token) {
        case ("key", .string(let text)): key = text.string(in: bytes)
        case ("value", .string(let text)): value = .text(text.string(in: bytes))
        case ("value", .truth(let truth)): value = .text(truth ? "true" : "false")
        case ("value", .number(let text, let number)):
            let written = text.string(in: bytes)
            value = number.map { .numbers([(written, $0)]) } ?? .text(written)
        case ("unit", .string(let text)): unit = text.string(in: bytes)
        case ("label", .string(let text)): label = text.string(in: bytes)
        case ("address", .string(let text)): locus.address = text.string(in: bytes)
        case ("issue", .string(let text)): issue = text.string(in: bytes)
        case ("detail", .string(let text)): detail = text.string(in: bytes)
        case ("offset", .number(_, .integer(let number)?)) where number >= 0:
            locus.offset = UInt64(number)
        case ("length", .number(_, .integer(let number)?)) where number >= 0:
            locus.length = UInt64(number)
        case ("seen", .number(_, .integer(let number)?)) where number >= 0: seen = Int(number)
        case ("understood", .number(_, .integer(let number)?)) where number >= 0:
            understood = Int(number)
        case (_, .null): break
        default: throw ExtractionError(.malformed, "\"\(name)\" is not as expected")
        }
    }

    private mutating func take(
        _ name: String, list: [(written: String, number: Number)]
    ) throws(ExtractionError) {
        switch name {
        case "value": value = .numbers(list)
        case "element":
            for (_, number) in list {
                guard case .integer(let index) = number, (0...Int64(UInt32.max)).contains(index)
                else { throw ExtractionError(.malformed, "expected indices in \"element\"") }
                element.append(Int(index))
            }
        default: throw ExtractionError(.malformed, "\"\(name)\" is not as expected")
        }
    }

    /// Hands on what the line says.
    ///
    /// - Parameter format: The format's id, under which its keys stand.
    func collect(below format: String, into collector: FactCollector) throws(ExtractionError) {
        if let issue {
            guard let kind = Issue.Kind(rawValue: issue) else {
                throw ExtractionError(.malformed, "\"\(issue)\" is no kind of issue")
            }
            collector.report(Issue(kind, detail ?? "", at: locus))
            return
        }
        if let seen {
            let understood = min(understood ?? 0, seen)
            collector.noteMetadata(understood, understood: true)
            collector.noteMetadata(seen - understood, understood: false)
            return
        }
        guard let key, !key.isEmpty, let value else {
            throw ExtractionError(.malformed, "expected \"key\" and \"value\"")
        }
        let segments = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let full = FactKey(segments: [format] + segments)
        var path = ElementPath.root
        for (place, index) in element.enumerated() {
            path = path.appending(segment: place + 1, index: index)
        }
        switch value {
        case .text(let text):
            collector.text(full, text, element: path, unit: unit, label: label, locus: locus)
        case .numbers(let list):
            collector.numbers(
                full, list.map(\.number), written: list.map(\.written), element: path, unit: unit,
                label: label, locus: locus)
        }
    }
}
