internal import Extraction
internal import MetadataModel

/// Reads the binary tree in which newer ND2 files keep their metadata.
///
/// | Bytes | Part of an item                                                       |
/// |------:|:----------------------------------------------------------------------|
/// |     1 | type                                                                  |
/// |     1 | characters of the name, the terminating zero among them               |
/// |     … | name in UTF-16                                                        |
/// |     … | value                                                                 |
///
/// | Type | Value                                   | Type | Value                           |
/// |-----:|:----------------------------------------|-----:|:--------------------------------|
/// |    1 | truth, 1 byte                           |    7 | pointer, 8 bytes                |
/// |    2 | int32                                   |    8 | UTF-16 up to a zero             |
/// |    3 | uint32                                  |    9 | bytes behind their number (8)   |
/// |    4 | int64                                   |   11 | level: number of items (4), bytes from the item's begin to their end (8), items, an offset (8) for each |
/// |    5 | uint64                                  |   76 | 10 bytes, then a tree deflated by zlib |
/// |    6 | double                                  |      |                                 |
///
/// Names become segments of the key. Items without a name, and those that are numbered (`a0`,
/// `i0000000003`), are elements of the level that holds them.
struct ND2Variant {
    private static let maximumDepth = 64

    private let bytes: [UInt8]
    private let block: BinaryBlock
    /// Whether the bytes stand in the file as they are.
    private let isExact: Bool
    private let address: String
    private let collector: FactCollector
    private let inflationDepth: Int

    init(
        bytes: [UInt8], offset: UInt64?, address: String, collector: FactCollector,
        inflationDepth: Int = 0
    ) {
        self.bytes = bytes
        block = BinaryBlock(bytes: bytes, order: .little, offset: offset ?? 0, address: address)
        isExact = offset != nil
        self.address = address
        self.collector = collector
        self.inflationDepth = inflationDepth
    }

    /// Whether bytes look like the beginning of a tree.
    static func begins(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 4 else { return false }
        if bytes[0] == 76 { return bytes.count > 14 && bytes[12] == 0x78 }
        let nameEnd = 2 + 2 * Int(bytes[1])
        // A name of at least one letter, in characters of one byte, and its zero.
        guard (1...11).contains(bytes[0]), bytes[0] != 10, bytes[1] >= 2, nameEnd <= bytes.count,
            bytes[nameEnd - 1] == 0, bytes[nameEnd - 2] == 0, bytes[2] > 0x20, bytes[3] == 0
        else { return false }
        return true
    }

    /// Adds the facts of all items at the top.
    mutating func state(_ key: FactKey, element: ElementPath) throws(ExtractionError) {
        if bytes.first == 76 { return try stateInflated(key, element: element) }
        var place = 0
        let position = key.segments.count - 1
        var counts = OccurrenceCounter()
        while place < bytes.count, bytes[place] != 0, !collector.isFull {
            place = try stateItem(
                at: place, end: bytes.count, key, position: position, element: element, depth: 0,
                counts: &counts)
        }
    }

    private func stateInflated(_ key: FactKey, element: ElementPath) throws(ExtractionError) {
        guard inflationDepth < 2, bytes.count > 12 else {
            throw ExtractionError(
                .limitExceeded, "compressed metadata within compressed metadata",
                at: locus(at: 0, count: 1))
        }
        var inflation = try Inflation(.zlib, limits: collector.limits)
        var inflated: [UInt8] = []
        try inflation.inflate(Array(bytes[12...]), offset: block.offset + 12) {
            piece throws(ExtractionError) in
            inflated += piece
        }
        var variant = ND2Variant(
            bytes: inflated, offset: nil, address: address, collector: collector,
            inflationDepth: inflationDepth + 1)
        try variant.state(key, element: element)
    }

    /// Adds the facts of the item at a place; returns where the next one begins.
    private func stateItem(
        at place: Int, end: Int, _ parent: FactKey, position: Int, element: ElementPath,
        depth: Int, counts: inout OccurrenceCounter
    ) throws(ExtractionError) -> Int {
        guard depth < Self.maximumDepth else {
            throw ExtractionError(
                .limitExceeded, "more than \(Self.maximumDepth) nested levels",
                at: locus(at: place, count: 1))
        }
        guard end - place >= 2,
            let raw = block.bytes(at: place + 2, count: 2 * Int(bytes[place + 1]))
        else { throw truncated(at: place) }
        let type = bytes[place]
        let name = TextDecoding.utf16(upToZero: raw, .little)
        let value = raw.endIndex
        let isNumbered = Self.isNumber(name)
        let key = isNumbered ? parent : parent.appending(name)
        let ownPosition = isNumbered ? position : position + 1
        let index = counts.next(isNumbered ? "" : name)
        let own =
            isNumbered || index > 0
            ? Self.step(element, position: ownPosition, index: index, isInner: depth > 0) : element
        guard type == 11 else {
            return try stateValue(type, name, at: value, end: end, key, element: own)
        }
        guard let count = block.integer(at: value, as: UInt32.self).map(Int.init),
            let length = block.integer(at: value + 4, as: UInt64.self),
            length >= UInt64(value + 12 - place), length <= UInt64(end - place)
        else { throw truncated(at: place) }
        let itemsEnd = place + Int(length)
        var next = value + 12
        var inner = OccurrenceCounter()
        for _ in 0..<count {
            guard next < itemsEnd, !collector.isFull else { break }
            next = try stateItem(
                at: next, end: itemsEnd, key, position: ownPosition, element: own,
                depth: depth + 1, counts: &inner)
        }
        // The offsets of the items say nothing that is not known by now.
        let (offsetBytes, isTooMany) = count.multipliedReportingOverflow(by: 8)
        guard !isTooMany, offsetBytes <= bytes.count - itemsEnd else { return bytes.count }
        return itemsEnd + offsetBytes
    }

    /// Adds a value; returns where it ends.
    private func stateValue(
        _ type: UInt8, _ name: String, at place: Int, end: Int, _ key: FactKey,
        element: ElementPath
    ) throws(ExtractionError) -> Int {
        let unit = ND2Units.unit(of: name)
        func width(_ count: Int) throws(ExtractionError) -> Locus {
            guard count <= end - place else { throw truncated(at: place) }
            return locus(at: place, count: count)
        }
        func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws(ExtractionError) -> Int {
            let count = MemoryLayout<Value>.size
            let locus = try width(count)
            guard let value = block.integer(at: place, as: type) else {
                throw truncated(at: place)
            }
            if let exact = Int64(exactly: value) {
                collector.integer(key, exact, element: element, unit: unit, locus: locus)
            } else {
                collector.text(key, String(value), element: element, unit: unit, locus: locus)
            }
            return place + count
        }
        switch type {
        case 1:
            let locus = try width(1)
            let truth = bytes[place] != 0
            collector.add(
                Fact(
                    key: key, element: element, value: truth ? "true" : "false", truth: truth,
                    locus: locus))
            return place + 1
        case 2: return try integer(Int32.self)
        case 3: return try integer(UInt32.self)
        case 4: return try integer(Int64.self)
        case 5, 7: return try integer(UInt64.self)
        case 6:
            let locus = try width(8)
            guard let value = block.double(at: place) else { throw truncated(at: place) }
            collector.add(
                ND2Number.fact(key, value, name: name, element: element, unit: unit, locus: locus))
            return place + 8
        case 8:
            return try stateText(at: place, end: end, key, element: element)
        case 9:
            let head = try width(8)
            guard let count = block.integer(at: place, as: UInt64.self),
                count <= UInt64(end - place - 8),
                let content = block.bytes(at: place + 8, count: Int(count))
            else {
                throw ExtractionError(.truncated, "expected bytes behind their number", at: head)
            }
            try stateBytes(Array(content), at: place + 8, key, element: element)
            return place + 8 + Int(count)
        default:
            throw ExtractionError(
                .malformed, "expected the type of a value, found \(type)",
                at: locus(at: place, count: 1))
        }
    }

    private func stateText(
        at place: Int, end: Int, _ key: FactKey, element: ElementPath
    ) throws(ExtractionError) -> Int {
        var stop = place
        while stop + 1 < end, bytes[stop] != 0 || bytes[stop + 1] != 0 { stop += 2 }
        guard stop + 1 < end else { throw truncated(at: place) }
        collector.text(
            key, TextDecoding.utf16(upToZero: bytes[place..<stop], .little), element: element,
            locus: locus(at: place, count: stop - place))
        return stop + 2
    }

    private func stateBytes(
        _ content: [UInt8], at place: Int, _ key: FactKey, element: ElementPath
    ) throws(ExtractionError) {
        guard !content.isEmpty else { return }
        if Self.begins(content), inflationDepth < 2 {
            var inner = ND2Variant(
                bytes: content, offset: isExact ? block.offset + UInt64(place) : nil,
                address: address, collector: collector, inflationDepth: inflationDepth + 1)
            return try inner.state(key, element: element)
        }
        let locus = locus(at: place, count: content.count)
        if content.count <= collector.limits.maximumListCount || content.allSatisfy({ $0 <= 1 }) {
            collector.numbers(
                key, content.map { .integer(Int64($0)) }, element: element, locus: locus)
        } else {
            collector.opaque(key, content, element: element, locus: locus)
        }
    }

    // MARK: Parts

    private func truncated(at place: Int) -> ExtractionError {
        ExtractionError(
            .truncated, "expected an item of metadata", at: locus(at: place, count: 0))
    }

    private func locus(at place: Int, count: Int) -> Locus {
        isExact ? block.locus(at: place, count: count) : Locus(address: address)
    }

    /// Whether a name only counts: none, or `a0` and `i0000000003`.
    static func isNumber(_ name: String) -> Bool {
        guard let first = name.utf8.first else { return true }
        return (first == UInt8(ascii: "a") || first == UInt8(ascii: "i")) && name.utf8.count > 1
            && name.utf8.dropFirst().allSatisfy(\.isDigit)
    }

    /// The path of one of several at a position; counted through where levels of lists nest.
    private static func step(
        _ element: ElementPath, position: Int, index: Int, isInner: Bool
    ) -> ElementPath {
        guard let last = element.steps.last, Int(last.segment) == position else {
            return element.appending(segment: position, index: index)
        }
        guard isInner else { return element }
        var steps = element.steps
        steps.removeLast()
        return ElementPath(steps: steps).appending(segment: position, index: index)
    }
}

/// A number of an ND2 file that may be a time.
enum ND2Number {
    /// Julian day of the beginning of 1970.
    private static let epoch = 2_440_587.5

    /// The fact of a double; one that counts Julian days is a date too.
    static func fact(
        _ key: FactKey, _ value: Double, name: String, element: ElementPath, unit: String?,
        locus: Locus
    ) -> Fact {
        var fact = Fact(
            key: key, element: element, value: Fact.spelling(of: value), unit: unit,
            numbers: value.isFinite ? [NumberSlot(.real(value))] : [], locus: locus)
        fact.applyUnit()
        let days = value - epoch
        guard name == "dTimeAbsolute", days > 0, days < 1_000_000 else { return fact }
        let milliseconds = Int64((days * 86_400_000).rounded())
        let microseconds = milliseconds * 1000
        fact.label = TimeSpan.timestamp(ofMicroseconds: microseconds)
        fact.date = TimeSpan(start: microseconds, end: microseconds + 1000, hasZone: true)
        return fact
    }
}
