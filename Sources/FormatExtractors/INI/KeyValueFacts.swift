public import Extraction
public import MetadataModel

/// Makes facts of the lines of a text of keys and values.
///
/// | Line                 | Fact                                                          |
/// |:---------------------|:--------------------------------------------------------------|
/// | `key = value`        | `<base>.key`, below a section `<base>.Section.key`            |
/// | `[A]` again          | no fact; the second `A` is element 1 at the section's segment |
/// | `[A 3]`, `[A = 3]`   | `<base>.A` = 3; elements as above                             |
/// | the same key again   | element 1 at the key's segment                                |
/// | `; comment`          | `<base>.comment`, an element each                             |
/// | any other            | `<base>.line`, an element each                                |
///
/// The unit of a number stands behind it, in the key (`Voltage (kV)`), in a third column divided
/// by tabs, or in `units`. Keys keep the file's spelling.
public struct KeyValueFacts {
    /// What the keys begin with.
    public var base: FactKey
    /// The element that the whole text belongs to.
    public var element: ElementPath
    /// Units that the format's specification fixes, by key below the base: `EBeam.HV` → `V`.
    public var units: [String: String]
    /// What precedes `line 12` in addresses.
    public var place: String
    /// Whether comments and lines of no known form become facts too.
    public var keepsLines: Bool
    /// Whether a pair is one only where its key is a name: prose has marks of many kinds.
    public var needsNames = false
    /// Dates of two numbers and a year, by key below the base, and which number is the day.
    public var dateOrders: [String: DateOrder] = [:]

    private let baseSegmentCount: Int

    public init(
        base: FactKey, element: ElementPath = .root, units: [String: String] = [:],
        place: String = "", keepsLines: Bool = true
    ) {
        self.base = base
        self.element = element
        self.units = units
        self.place = place
        self.keepsLines = keepsLines
        baseSegmentCount = base.segments.count
    }

    /// Collects the facts of a text.
    ///
    /// - Parameters:
    ///   - bytes: A text in UTF-8.
    ///   - offset: Where the text stands in the file, if it stands there as it is.
    public func collect(
        _ bytes: [UInt8], offset: UInt64?, syntax: KeyValueSyntax = .ini,
        into collector: FactCollector
    ) {
        collect(SourceText(bytes, offset: offset), syntax: syntax, into: collector)
    }

    /// Collects the facts of a file, and counts what was understood of it.
    ///
    /// - Parameter syntax: `nil` where the text is to show it.
    public func collect(
        reading reader: ByteReader, syntax: KeyValueSyntax? = nil, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = try SourceText(reading: reader, into: collector)
        let shown = TextShape.keyValueSyntax(of: text.bytes.prefix(FileHeader.maximumByteCount))
        let bareByteCount = collect(text, syntax: syntax ?? shown ?? .ini, into: collector)
        collector.noteMetadata(text.bytes.count - bareByteCount, understood: true)
        collector.noteMetadata(bareByteCount, understood: false)
        text.reportInexact(to: collector)
    }

    /// Collects the facts of a text; returns the bytes of its bare lines, which nobody understands.
    @discardableResult
    func collect(
        _ text: SourceText, syntax: KeyValueSyntax, into collector: FactCollector
    ) -> Int {
        var text = text
        let lines = KeyValueLines(text.bytes, syntax: syntax)
        var section = Section(key: base, element: element)
        var sectionCounts: [FactKey: Int] = [:]
        var bareByteCount = 0
        var commentCount = 0
        var bareCount = 0
        for line in lines {
            if collector.isFull { break }
            let address = place + "line \(line.number)"
            switch line.kind {
            case .section:
                section = Section(key: base.appending(lines.text(line.key)), element: element)
                let count = sectionCounts[section.key, default: 0]
                sectionCounts[section.key] = count + 1
                if count > 0 {
                    section.element = element.appending(segment: baseSegmentCount, index: count)
                }
                guard !line.value.isEmpty else { continue }
                collector.text(
                    section.key, lines.text(line.value), element: section.element,
                    locus: text.locus(line.value, address))
            case .pair where needsNames && !Self.isName(lines.bytes[line.key]): continue
            case .pair:
                let locus = text.locus(line.value, address)
                add(line, of: lines, to: &section, locus, into: collector)
            case .comment:
                guard keepsLines, !line.value.isEmpty else { continue }
                collector.text(
                    base.appending("comment"), lines.text(line.value),
                    element: numbered(commentCount), locus: text.locus(line.value, address))
                commentCount += 1
            case .bare:
                guard keepsLines else { continue }
                collector.text(
                    base.appending("line"), lines.text(line.value), element: numbered(bareCount),
                    locus: text.locus(line.value, address))
                bareCount += 1
                bareByteCount += line.value.count
            }
        }
        return bareByteCount
    }

    /// A section's key and element, and how often each of its keys came.
    private struct Section {
        var key: FactKey
        var element: ElementPath
        var counts: [FactKey: Int] = [:]
    }

    private func numbered(_ index: Int) -> ElementPath {
        index == 0 ? element : element.appending(segment: baseSegmentCount, index: index)
    }

    private func add(
        _ line: KeyValueLine, of lines: KeyValueLines, to section: inout Section, _ locus: Locus,
        into collector: FactCollector
    ) {
        let name = lines.text(line.key)
        let key = section.key.appending(name)
        var element = section.element
        let count = section.counts[key, default: 0]
        section.counts[key] = count + 1
        if count > 0 {
            let segment = section.key == base ? baseSegmentCount : baseSegmentCount + 1
            element = element.appending(segment: segment, index: count)
        }
        var value = line.value
        var unit = belowBase(key, of: units) ?? UnitInName.unit(of: name)
        if unit == nil, let column = unitColumn(value, lines.bytes) {
            unit = lines.text(column.unit)
            value = column.value
        }
        if unit != nil, !UnitInName.applies(to: lines.bytes[value]) {
            unit = nil
            value = line.value
        }
        let written = lines.text(value)
        if let order = belowBase(key, of: dateOrders),
            let date = TimeSpan(written: written, order: order)
        {
            collector.add(
                Fact(key: key, element: element, value: written, date: date, locus: locus))
            return
        }
        collector.text(
            key,
            written.utf8.contains(0x0A) || written.utf8.contains(0x0D)
                ? joined(written) : written,
            element: element, unit: unit, locus: locus)
    }

    /// Whether a key is a name as people give them: a letter first, behind dots or `%` at most, and
    /// none of the marks of markup and of lists in it.
    private static func isName(_ key: ArraySlice<UInt8>) -> Bool {
        let start = key.first { !$0.isBlank && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "%") }
        guard let start, start.isLetter || start.isDigit else { return false }
        return !key.contains { byte in
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"),
                UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "\\"):
                true
            default: false
            }
        }
    }

    /// What a table says of a key below the base.
    private func belowBase<Value>(_ key: FactKey, of table: [String: Value]) -> Value? {
        guard !table.isEmpty else { return nil }
        return table[String(key.description.dropFirst(base.description.count + 1))]
    }

    /// The value and the unit of `20<TAB>kV`.
    private func unitColumn(
        _ value: Range<Int>, _ bytes: [UInt8]
    ) -> (value: Range<Int>, unit: Range<Int>)? {
        guard let tab = bytes[value].firstIndex(of: 0x09) else { return nil }
        let unit = (tab + 1)..<value.upperBound
        guard tab > value.lowerBound, !unit.isEmpty, unit.count <= 12,
            !bytes[unit].contains(where: { $0 == 0x09 || $0.isDigit })
        else { return nil }
        switch bytes[value.lowerBound..<tab].withUnsafeBufferPointer({
            ValueScanner(bytes: $0).form()
        }) {
        case .number, .list: return (value.lowerBound..<tab, unit)
        case .quantity, .truth, .text: return nil
        }
    }

    /// A continued value in one text: without the backslashes, one line end between its lines.
    private func joined(_ value: String) -> String {
        value.split(whereSeparator: \.isNewline).map { line in
            var line = line.drop(while: \.isWhitespace)
            while line.last == "\\" || line.last?.isWhitespace == true { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
