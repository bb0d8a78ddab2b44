internal import Extraction
internal import MetadataModel

/// The facts of one data block.
struct STARBlock {
    /// Rows of a loop that are kept value by value.
    static let maximumRowCount = 1000

    private let key: FactKey
    private let segment: Int
    private var tags: [FactKey] = []
    private var isLoop = false
    private var valueCount = 0
    private var columns: [NumberList] = []
    private var columnLoci: [Locus] = []

    init(name: String) {
        key = name.isEmpty ? "star" : FactKey(segments: ["star", name])
        segment = name.isEmpty ? 0 : 1
    }

    mutating func beginLoop(into collector: FactCollector) {
        finish(into: collector)
        isLoop = true
    }

    mutating func add(tag: String, into collector: FactCollector) {
        // A tag behind values begins something new.
        if !isLoop || valueCount > 0 { finish(into: collector) }
        var key = key
        for part in tag.split(separator: ".") { key = key.appending(String(part)) }
        tags.append(key)
    }

    mutating func add(value: String, _ locus: Locus, into collector: FactCollector) {
        guard !tags.isEmpty else {
            collector.text(key.appending("value"), value, locus: locus)
            return
        }
        let column = valueCount % tags.count
        let row = valueCount / tags.count
        valueCount += 1
        guard isLoop else {
            collector.text(tags[column], value, locus: locus)
            if valueCount == tags.count { tags = [] }
            return
        }
        if row < Self.maximumRowCount {
            collector.text(
                tags[column], value,
                element: row == 0 ? .root : ElementPath(segment: segment, index: row), locus: locus)
            return
        }
        if columns.isEmpty {
            columns = tags.map { _ in NumberList(limits: collector.limits) }
            columnLoci = tags.map { _ in locus }
        }
        if let integer = Int64(value) {
            columns[column].append(.integer(integer), written: value)
        } else if let real = Double(value) {
            columns[column].append(.real(real), written: value)
        }
    }

    /// Adds what the loop's rows beyond the first state together.
    mutating func finish(into collector: FactCollector) {
        for (index, column) in columns.enumerated() where column.count > 0 {
            collector.add(
                column.fact(
                    tags[index],
                    element: ElementPath(segment: segment, index: Self.maximumRowCount),
                    unit: nil, locus: columnLoci[index]))
        }
        if isLoop, valueCount > 0 {
            collector.integer(
                key.appending("#rows"), Int64(valueCount / max(1, tags.count)), locus: Locus())
        }
        tags = []
        columns = []
        columnLoci = []
        valueCount = 0
        isLoop = false
    }
}
