internal import Extraction
internal import MetadataModel

/// States values of lines under keys that may come again: the same key again is the next element.
struct LineFacts {
    let collector: FactCollector
    private var counts: [FactKey: Int] = [:]
    /// The element that all keys belong to: a scan, a range.
    private(set) var element = ElementPath.root

    init(_ collector: FactCollector) {
        self.collector = collector
    }

    /// Begins a part of the file whose keys belong to an element of their own.
    mutating func begin(_ element: ElementPath) {
        self.element = element
        counts = [:]
    }

    /// States a value; several numbers divided by white space are a list.
    mutating func state(
        _ key: FactKey, _ value: String, unit: String? = nil, _ line: LineReader.Line
    ) {
        let count = counts[key, default: 0]
        counts[key] = count + 1
        let own =
            count == 0
            ? element : element.appending(segment: key.segments.count - 1, index: count)
        let locus = line.locus(of: value)
        if value.utf8.contains(where: { $0 == 0x20 || $0 == 0x09 }),
            let list = NumberList(text: value, limits: collector.limits), list.count > 1
        {
            collector.add(list.fact(key, element: own, unit: unit, locus: locus))
            return
        }
        let isNumber = UnitInName.applies(to: value.utf8)
        collector.text(key, value, element: own, unit: isNumber ? unit : nil, locus: locus)
    }
}
