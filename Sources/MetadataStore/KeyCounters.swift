internal import MetadataModel

/// What is counted of one key while facts are written and removed.
struct KeyCounters {
    static let maximumExampleCount = 5
    /// Further spellings of units are not counted.
    static let maximumUnitCount = 64
    static let maximumExampleLength = 80

    private(set) var assetCount = 0
    private(set) var factCount = 0
    private var textCount = 0
    private var numberCount = 0
    private var dateCount = 0
    private var units: [(unit: String, count: Int)] = []
    private var dimensions: [(dimension: Dimension, count: Int)] = []
    private var least = Double.infinity
    private var greatest = -Double.infinity
    private var examples: [String] = []

    init() {}

    /// Counts assets in, or out with a negative number.
    mutating func countAsset(_ step: Int) { assetCount += step }

    /// Counts a fact in with 1 or out with -1. Bounds and examples only grow.
    mutating func count(_ fact: Fact, _ step: Int) {
        factCount += step
        if fact.date != nil { dateCount += step }
        if !fact.numbers.isEmpty {
            numberCount += step
        } else if fact.date == nil {
            textCount += step
        }
        if let unit = fact.unit { count(unit: unit, step) }
        if let dimension = fact.dimension { count(dimension: dimension, step) }
        guard step > 0 else { return }
        for slot in fact.numbers where !slot.number.double.isNaN {
            least = min(least, slot.number.double)
            greatest = max(greatest, slot.number.double)
        }
        if examples.count < Self.maximumExampleCount { addExample(fact.value) }
    }

    private mutating func count(unit: String, _ step: Int) {
        if let place = units.firstIndex(where: { $0.unit == unit }) {
            units[place].count += step
        } else if units.count < Self.maximumUnitCount {
            units.append((unit, step))
        }
    }

    private mutating func count(dimension: Dimension, _ step: Int) {
        if let place = dimensions.firstIndex(where: { $0.dimension == dimension }) {
            dimensions[place].count += step
        } else {
            dimensions.append((dimension, step))
        }
    }

    private mutating func addExample(_ value: String) {
        let example =
            value.utf8.count <= Self.maximumExampleLength
            ? value : String(value.prefix(Self.maximumExampleLength)) + "…"
        if !example.isEmpty, !examples.contains(example) { examples.append(example) }
    }

    func entry(id: KeyID, key: FactKey) -> KeyEntry {
        KeyEntry(
            id: id, key: key, assetCount: assetCount, factCount: factCount, textCount: textCount,
            numberCount: numberCount, dateCount: dateCount,
            units: units.filter { $0.count > 0 }.sorted {
                ($1.count, $0.unit) < ($0.count, $1.unit)
            },
            dimensions: dimensions.filter { $0.count > 0 }.map(\.dimension),
            leastNumber: least <= greatest ? least : nil,
            greatestNumber: least <= greatest ? greatest : nil, examples: examples)
    }

    // MARK: Storage: the counts as varints, then units, dimensions, bounds and examples

    var stored: [UInt8] {
        var bytes: [UInt8] = []
        for count in [assetCount, factCount, textCount, numberCount, dateCount] {
            bytes.append(varint: max(0, count))
        }
        bytes.append(varint: units.count)
        for (unit, count) in units {
            bytes.append(counted: unit)
            bytes.append(varint: max(0, count))
        }
        bytes.append(varint: dimensions.count)
        for (dimension, count) in dimensions {
            bytes.append(counted: dimension.code)
            bytes.append(varint: max(0, count))
        }
        bytes.append(bigEndian: least.bitPattern)
        bytes.append(bigEndian: greatest.bitPattern)
        bytes.append(varint: examples.count)
        for example in examples { bytes.append(counted: example) }
        return bytes
    }

    init(stored: UnsafeRawBufferPointer) throws {
        var cursor = ByteCursor(stored)
        assetCount = Int(cursor.varint())
        factCount = Int(cursor.varint())
        textCount = Int(cursor.varint())
        numberCount = Int(cursor.varint())
        dateCount = Int(cursor.varint())
        for _ in 0..<cursor.count() {
            let unit = cursor.text()
            units.append((unit, Int(cursor.varint())))
        }
        for _ in 0..<cursor.count() {
            let dimension = Dimension(code: cursor.text()) ?? .none
            dimensions.append((dimension, Int(cursor.varint())))
        }
        least = Double(bitPattern: cursor.bigEndian())
        greatest = Double(bitPattern: cursor.bigEndian())
        for _ in 0..<cursor.count() { examples.append(cursor.text()) }
        guard !cursor.isDamaged else {
            throw StoreError(.damaged, "the counters of a key are cut")
        }
    }
}
