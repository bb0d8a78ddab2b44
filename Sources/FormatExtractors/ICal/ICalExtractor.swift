public import Extraction
internal import MetadataModel

/// Extracts the properties of a calendar or of contacts: iCalendar and vCard.
///
/// | In the file | Key |
/// |:------------|:----|
/// | `SUMMARY:Group meeting` in `BEGIN:VEVENT` in `BEGIN:VCALENDAR` | `ical.VEVENT.SUMMARY` |
/// | `DTSTART;TZID=Europe/Berlin:20260314T092653` | `ical.VEVENT.DTSTART`, `ical.VEVENT.DTSTART.TZID` |
///
/// A component that occurs again is an element. A line that begins with a space goes on with the
/// line before.
///
/// Sources: RFC 5545 <https://www.rfc-editor.org/rfc/rfc5545>; RFC 6350
/// <https://www.rfc-editor.org/rfc/rfc6350>.
public struct ICalExtractor: Extractor {
    public let id = "ical"
    public let version = 1

    private static let maximumByteCount = 4 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let start = header.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return header.has("BEGIN:VCALENDAR", at: start) || header.has("BEGIN:VCARD", at: start)
            ? .signature("BEGIN") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let bytes = Array(try reader.prefix(maximum: Self.maximumByteCount).prefix { $0 != 0 })
        var components: [(name: String, index: Int)] = []
        var counts: [String: Int] = [:]
        for line in Self.lines(of: bytes) where !collector.isFull {
            collector.noteMetadata(line.bytes.count, understood: true)
            guard let colon = Self.colon(in: line.bytes) else {
                collector.report(
                    Issue(.malformed, "expected a name and a colon", at: line.locus))
                continue
            }
            let value = TextDecoding.text(of: line.bytes[(colon + 1)...]).text
            let parts = line.bytes[..<colon].split(separator: UInt8(ascii: ";")).map {
                TextDecoding.text(of: $0).text
            }
            guard let name = parts.first else { continue }
            switch name.uppercased() {
            case "BEGIN":
                let path = (components.map(\.name) + [value]).joined(separator: ".")
                let index = counts[path, default: 0]
                counts[path] = index + 1
                guard components.count < 32 else {
                    throw ExtractionError(
                        .limitExceeded, "more than 32 nested components", at: line.locus)
                }
                components.append((value, index))
                continue
            case "END":
                if !components.isEmpty { components.removeLast() }
                continue
            default: break
            }
            // The outermost component is the file.
            let inner = components.dropFirst()
            let key = FactKey(segments: ["ical"] + inner.map(\.name) + [name])
            var element = ElementPath.root
            for (place, component) in inner.enumerated() where component.index > 0 {
                element = element.appending(segment: place + 1, index: component.index)
            }
            collector.text(key, Self.unescaped(value), element: element, locus: line.locus)
            for parameter in parts.dropFirst() {
                let pair = parameter.split(separator: "=", maxSplits: 1)
                guard pair.count == 2 else { continue }
                collector.text(
                    key.appending(String(pair[0])), String(pair[1]), element: element,
                    locus: line.locus)
            }
        }
        if !components.isEmpty {
            throw ExtractionError(
                .truncated, "the component \(components[0].name) does not end",
                offset: reader.count)
        }
    }

    private struct Line {
        var bytes: [UInt8]
        let locus: Locus
    }

    /// The lines, with those that go on joined.
    private static func lines(of bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var number = 0
        for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let line = part.last == 0x0D ? part.dropLast() : part
            if line.first == 0x20 || line.first == 0x09, !lines.isEmpty {
                lines[lines.count - 1].bytes += line.dropFirst()
            } else if !line.isEmpty {
                let start = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
                lines.append(
                    Line(
                        bytes: Array(start),
                        locus: Locus(
                            offset: UInt64(line.startIndex), length: UInt64(line.count),
                            address: "line \(number)")))
            }
        }
        return lines
    }

    /// The colon that ends name and parameters: the first that stands in no quotes.
    private static func colon(in line: [UInt8]) -> Int? {
        var isQuoted = false
        for (place, byte) in line.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: ":"), !isQuoted { return place }
        }
        return nil
    }

    /// The text that `\n`, `\,`, `\;` and `\\` stand for.
    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                result.append(character == "n" || character == "N" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
