internal import Extraction
internal import MetadataModel

/// The fields of the second and later directories that say where pixels stand, summed up.
///
/// They differ in every directory and tell nothing about the image, so each of their keys gets
/// one abridged fact: how many values there are in how many directories, and their range where
/// every directory has one value only.
struct TIFFLayoutSummary {
    private struct Total {
        let firstElement: ElementPath
        var firstAddress: String
        var directoryCount = 0
        var valueCount = 0
        var range: ClosedRange<Int64>?
        var isRangeKnown = true
    }

    private var totals: [FactKey: Total] = [:]
    private var order: [FactKey] = []

    /// Adds the field of one directory.
    mutating func add(_ field: TIFFField) throws(ExtractionError) {
        if totals[field.key] == nil {
            order.append(field.key)
        }
        var total =
            totals[field.key] ?? Total(firstElement: field.element, firstAddress: field.address)
        total.directoryCount += 1
        total.valueCount += field.entry.count
        if field.entry.isInline, field.entry.count == 1,
            let value = try field.file.integer(of: field.entry)
        {
            let least = min(value, total.range?.lowerBound ?? value)
            total.range = least...max(value, total.range?.upperBound ?? value)
        } else {
            total.isRangeKnown = false
        }
        totals[field.key] = total
    }

    /// Adds the sums to the facts.
    func state(into collector: FactCollector) {
        for key in order {
            guard let total = totals[key] else { continue }
            let noun = total.directoryCount == 1 ? "directory" : "directories"
            var value = "… (\(total.valueCount) values in \(total.directoryCount) \(noun)"
            var numbers: [NumberSlot] = []
            if total.isRangeKnown, let range = total.range {
                value += ", \(range.lowerBound) to \(range.upperBound)"
                numbers = [range.lowerBound, range.upperBound].map { NumberSlot(.integer($0)) }
            }
            collector.add(
                Fact(
                    key: key, element: total.firstElement, value: value + ")", numbers: numbers,
                    isAbridged: true, locus: Locus(address: "from \(total.firstAddress)")))
        }
    }
}
