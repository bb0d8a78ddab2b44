internal import Extraction
internal import MetadataModel

/// States fields of an unpacked stream under their names.
struct ELIDFields {
    let stream: BZip2Stream
    let collector: FactCollector
    private(set) var key: FactKey = "elid"
    private(set) var element = ElementPath.root

    init(stream: BZip2Stream, collector: FactCollector) {
        self.stream = stream
        self.collector = collector
    }

    /// Changes what the keys of the fields to come begin with.
    mutating func move(to key: FactKey, _ element: ElementPath) {
        self.key = key
        self.element = element
    }

    /// Reads a count without stating it.
    func count() throws(ExtractionError) -> Int {
        try stream.bytes(4).withUnsafeBytes { Int($0.integer(at: 0, .little, as: UInt32.self)) }
    }

    @discardableResult
    func number(
        _ name: String, _ type: NumberType, unit: String? = nil, labels: [Int64: String] = [:]
    ) throws(ExtractionError) -> Number {
        var record = record(try stream.bytes(type.byteCount))
        return try record.number(name, type, unit: unit, labels: labels)
    }

    /// Float64 values, one after the other.
    func reals(_ names: [String], unit: String?) throws(ExtractionError) {
        for name in names { try number(name, .float64, unit: unit) }
    }

    @discardableResult
    func truth(_ name: String) throws(ExtractionError) -> Bool {
        var record = record(try stream.bytes(1))
        return try record.truth(name)
    }

    func text(_ name: String) throws(ExtractionError) {
        let bytes = try stream.bytes(try count())
        guard !bytes.isEmpty else { return }
        state(name, String(decoding: bytes, as: UTF8.self), index: 0)
    }

    func state(_ name: String, _ text: String, index: Int) {
        let key = key.appending(name)
        collector.text(
            key, text,
            element: index == 0
                ? element : element.appending(segment: key.segments.count - 1, index: index),
            locus: Locus(address: key.description))
    }

    /// A list behind its length.
    func list(_ name: String, _ type: NumberType) throws(ExtractionError) {
        try values(name, type, count: UInt64(try count()), unit: nil)
    }

    /// Float64 values of one name.
    func values(_ name: String, count: UInt64, unit: String?) throws(ExtractionError) {
        try values(name, .float64, count: count, unit: unit)
    }

    private func values(
        _ name: String, _ type: NumberType, count: UInt64, unit: String?
    ) throws(ExtractionError) {
        var left = count
        var list = NumberList(limits: collector.limits)
        while left > 0 {
            let part = Int(min(left, 4096))
            let bytes = try stream.bytes(part * type.byteCount)
            bytes.withUnsafeBytes { raw in
                for index in 0..<part {
                    let number = type.number(in: raw, at: index * type.byteCount, .little)
                    list.append(number, written: type.spelling(of: number))
                }
            }
            left -= UInt64(part)
        }
        guard list.count > 0 else { return }
        let key = key.appending(name)
        collector.add(
            list.fact(key, element: element, unit: unit, locus: Locus(address: key.description)))
    }

    /// Atomic numbers, with their symbols as the label.
    func elements(_ name: String) throws(ExtractionError) {
        let numbers = try stream.bytes(try count())
        guard !numbers.isEmpty else { return }
        let symbols = numbers.map { ChemicalElements.symbol(of: Int($0)) ?? String($0) }
        let key = key.appending(name)
        collector.numbers(
            key, numbers.map { .integer(Int64($0)) }, element: element,
            label: symbols.joined(separator: ", "), locus: Locus(address: key.description))
    }

    /// Elements with a family of lines: `Fe L`.
    func pairs(_ name: String) throws(ExtractionError) {
        let families = ["", "K", "L", "M", "N", "O", "P"]
        for index in 0..<(try count()) {
            if collector.isFull { break }
            let pair = try stream.bytes(2).map { Int($0) }
            let symbol = ChemicalElements.symbol(of: pair[0]) ?? String(pair[0])
            let family = families.indices.contains(pair[1]) ? families[pair[1]] : String(pair[1])
            state(name, "\(symbol) \(family)", index: index)
        }
    }

    private func record(_ bytes: [UInt8]) -> RecordReader {
        var record = RecordReader(
            ByteReader(bytes: bytes), key: key, element: element, into: collector)
        record.hasPlaces = false
        return record
    }
}
