internal import Extraction
internal import MetadataModel

/// The header of one Nanonis file.
struct NanonisHeader {
    /// Values of two members, for x and y, and their unit.
    private static let pairs: [String: String] = [
        "SCAN_PIXELS": "px", "SCAN_TIME": "s", "SCAN_RANGE": "m", "SCAN_OFFSET": "m",
    ]
    /// Units that the specification fixes.
    private static let units: [String: String] = [
        "REC_TEMP": "K", "ACQ_TIME": "s", "SCAN_ANGLE": "deg", "BIAS": "V",
    ]

    private var text: SourceText
    private let collector: FactCollector
    private var counts: [FactKey: Int] = [:]

    init(_ bytes: [UInt8], offset: UInt64, _ collector: FactCollector) {
        text = SourceText(bytes, offset: offset)
        self.collector = collector
    }

    /// The lines, without what ends them.
    private var lines: [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < text.bytes.count {
            let end = text.bytes[start...].firstIndex(of: 0x0A) ?? text.bytes.count
            let isReturned = end > start && text.bytes[end - 1] == 0x0D
            lines.append(start..<(isReturned ? end - 1 : end))
            start = end + 1
        }
        return lines
    }

    private func key(_ name: String) -> FactKey {
        FactKey(segments: ["nanonis"] + name.split(separator: ">").map(String.init))
    }

    private mutating func element(_ key: FactKey) -> ElementPath {
        let count = counts[key, default: 0]
        counts[key] = count + 1
        return count == 0
            ? .root : ElementPath(segment: key.segments.count - 1, index: count)
    }

    private func string(_ range: Range<Int>) -> String {
        BinaryText.narrow(text.bytes[range])
    }

    // MARK: Lines of a name and a value

    mutating func readPairs(divider: UInt8) {
        for (number, line) in lines.enumerated() where !collector.isFull && !line.isEmpty {
            let place = text.bytes[line].firstIndex(of: divider)
            let name = string(line.lowerBound..<(place ?? line.upperBound))
            guard !name.isEmpty else { continue }
            var value = (place.map { $0 + 1 } ?? line.upperBound)..<line.upperBound
            while let last = text.bytes[value].last, last == 0x09 || last == 0x20 {
                value = value.lowerBound..<value.upperBound - 1
            }
            if value.count >= 2, text.bytes[value.lowerBound] == UInt8(ascii: "\""),
                text.bytes[value.upperBound - 1] == UInt8(ascii: "\"")
            {
                value = value.lowerBound + 1..<value.upperBound - 1
            }
            let key = key(name)
            let written = string(value)
            let unit = UnitInName.unit(of: name)
            let applies = unit != nil && UnitInName.applies(to: written.utf8)
            collector.text(
                key, written, element: element(key), unit: applies ? unit : nil,
                locus: text.locus(value, "line \(number + 1)"))
        }
    }

    /// The names of the columns of a spectrum: the line below `[DATA]`.
    static func readColumns(
        _ reader: ByteReader, behind offset: UInt64, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(from: offset, maximum: 65_536)
        guard let first = head.firstIndex(of: 0x0A) else { return }
        let line = head[(first + 1)...].prefix { $0 != 0x0A && $0 != 0x0D }
        for (index, column) in line.split(
            separator: 0x09, omittingEmptySubsequences: false
        ).enumerated() where !column.isEmpty {
            let name = BinaryText.narrow(column)
            let element = ElementPath(segment: 1, index: index)
            let locus = Locus(
                offset: reader.baseOffset + offset + UInt64(column.startIndex),
                length: UInt64(column.count), address: "column \(index + 1)")
            collector.text("nanonis.Column", name, element: element, locus: locus)
        }
        collector.noteMetadata(line.count, understood: true)
    }

    // MARK: Tags with values below them

    mutating func readTags() {
        var name: String?
        var values: [Range<Int>] = []
        var number = 0
        var tagNumber = 0
        for line in lines where !collector.isFull {
            number += 1
            let bytes = text.bytes[line]
            if bytes.count > 2, bytes.first == UInt8(ascii: ":"), bytes.last == UInt8(ascii: ":") {
                if let name { state(name, values, line: tagNumber) }
                name = string(line.lowerBound + 1..<line.upperBound - 1)
                values = []
                tagNumber = number
            } else if name != nil {
                values.append(line)
            }
        }
        if let name { state(name, values, line: tagNumber) }
    }

    private mutating func state(_ name: String, _ values: [Range<Int>], line: Int) {
        var values = values[...]
        while let last = values.last, string(last).isEmpty { values.removeLast() }
        while let first = values.first, string(first).isEmpty { values.removeFirst() }
        let key = key(name)
        if values.count > 1, values.allSatisfy({ text.bytes[$0].first == 0x09 }) {
            return stateTable(key, Array(values), line: line)
        }
        let element = element(key)
        guard let first = values.first, let last = values.last else {
            collector.add(
                Fact(key: key, element: element, value: "", locus: Locus(address: "line \(line)")))
            return
        }
        let written = values.map(string).joined(separator: "\n")
        let locus = text.locus(first.lowerBound..<last.upperBound, "line \(line + 1)")
        let pairUnit = Self.pairs[name]
        let unit = pairUnit ?? Self.units[name] ?? UnitInName.unit(of: name)
        let isNumber = UnitInName.applies(to: written.utf8)
        collector.text(
            key, written, element: element, unit: isNumber ? unit : nil, locus: locus)
        guard let pairUnit else { return }
        let members = text.bytes[first].split { $0 == 0x20 || $0 == 0x09 }
        guard members.count == 2 else { return }
        for (axis, member) in zip(["x", "y"], members) {
            collector.text(
                key.appending(axis), BinaryText.narrow(member), element: element, unit: pairUnit,
                locus: text.locus(member.startIndex..<member.endIndex, "line \(line + 1)"))
        }
    }

    /// A table: its first row names the columns.
    private mutating func stateTable(_ key: FactKey, _ rows: [Range<Int>], line: Int) {
        func cells(_ row: Range<Int>) -> [ArraySlice<UInt8>] {
            text.bytes[row.dropFirst()].split(separator: 0x09, omittingEmptySubsequences: false)
        }
        let names = cells(rows[0]).map { BinaryText.narrow($0) }
        for (index, row) in rows.dropFirst().enumerated() where !collector.isFull {
            for (name, cell) in zip(names, cells(row)) where !name.isEmpty && !cell.isEmpty {
                collector.text(
                    key.appending(name), BinaryText.narrow(cell),
                    element: index == 0
                        ? .root : ElementPath(segment: key.segments.count - 1, index: index),
                    locus: text.locus(
                        cell.startIndex..<cell.endIndex, "line \(line + 2 + index)"))
            }
        }
    }
}
