internal import MetadataModel

/// Writes facts for the parent.
///
/// A fact is: flags (2 bytes), key, value, then what the flags promise in the order of their bits.
/// A key is written out once in a worker's life, after a 0, and by its number, from 1, from then on.
struct FactEncoder {
    private var numbers: [FactKey: UInt64] = [:]

    mutating func write(_ fact: Fact, to wire: inout WireWriter) {
        let flags = FactFlags(fact)
        wire.byte(UInt8(truncatingIfNeeded: flags.rawValue))
        wire.byte(UInt8(truncatingIfNeeded: flags.rawValue >> 8))
        write(fact.key, to: &wire)
        wire.text(fact.value)
        if flags.contains(.element) {
            wire.varint(UInt64(fact.element.steps.count))
            for step in fact.element.steps {
                wire.varint(UInt64(step.segment))
                wire.varint(UInt64(step.index))
            }
        }
        if let label = fact.label { wire.text(label) }
        if let unit = fact.unit { wire.text(unit) }
        if flags.contains(.numbers) {
            wire.varint(UInt64(fact.numbers.count))
            for slot in fact.numbers { write(slot, to: &wire) }
        }
        if let dimension = fact.dimension {
            for base in Dimension.Base.allCases { wire.signed(Int64(dimension[base])) }
        }
        if let date = fact.date {
            wire.signed(date.start)
            wire.signed(date.end)
        }
        if let offset = fact.locus.offset { wire.varint(offset) }
        if let length = fact.locus.length { wire.varint(length) }
        if flags.contains(.address) { wire.text(fact.locus.address) }
    }

    private mutating func write(_ key: FactKey, to wire: inout WireWriter) {
        if let number = numbers[key] {
            wire.varint(number)
            return
        }
        if numbers.count == WorkerProtocol.maximumKeyCount { numbers.removeAll() }
        numbers[key] = UInt64(numbers.count + 1)
        wire.varint(0)
        wire.text(key.description)
    }

    private func write(_ slot: NumberSlot, to wire: inout WireWriter) {
        let siFlag: UInt8 = slot.si == nil ? 0 : 2
        switch slot.number {
        case .integer(let value):
            wire.byte(siFlag)
            wire.signed(value)
        case .real(let value):
            wire.byte(siFlag | 1)
            wire.real(value)
        }
        if let si = slot.si { wire.real(si) }
    }
}

/// Reads facts that a ``FactEncoder`` wrote.
struct FactDecoder {
    private var keys: [FactKey] = []

    mutating func fact(from wire: inout WireReader) throws(ProtocolViolation) -> Fact {
        let low = UInt16(try wire.byte())
        let flags = FactFlags(rawValue: low | UInt16(try wire.byte()) << 8)
        var fact = Fact(key: try key(from: &wire), value: try wire.text())
        if flags.contains(.element) { fact.element = try element(from: &wire) }
        if flags.contains(.label) { fact.label = try wire.text() }
        if flags.contains(.unit) { fact.unit = try wire.text() }
        if flags.contains(.numbers) { fact.numbers = try numbers(from: &wire) }
        if flags.contains(.dimension) { fact.dimension = try dimension(from: &wire) }
        if flags.contains(.date) {
            fact.date = TimeSpan(
                start: try wire.signed(), end: try wire.signed(),
                hasZone: flags.contains(.hasZone))
        }
        if flags.contains(.truth) { fact.truth = flags.contains(.isTrue) }
        fact.isAbridged = flags.contains(.isAbridged)
        if flags.contains(.offset) { fact.locus.offset = try wire.varint() }
        if flags.contains(.length) { fact.locus.length = try wire.varint() }
        if flags.contains(.address) { fact.locus.address = try wire.text() }
        return fact
    }

    private mutating func key(from wire: inout WireReader) throws(ProtocolViolation) -> FactKey {
        let number = try wire.varint()
        if number == 0 {
            if keys.count == WorkerProtocol.maximumKeyCount { keys.removeAll() }
            let key = FactKey(printed: try wire.text())
            keys.append(key)
            return key
        }
        guard number <= UInt64(keys.count) else {
            throw ProtocolViolation("key \(number) of \(keys.count)")
        }
        return keys[Int(number) - 1]
    }

    private func element(from wire: inout WireReader) throws(ProtocolViolation) -> ElementPath {
        let count = try wire.count(maximum: Int(UInt16.max))
        var path = ElementPath.root
        path.steps.reserveCapacity(count)
        for _ in 0..<count {
            let segment = try wire.varint()
            let index = try wire.varint()
            guard segment <= UInt64(UInt16.max), index <= UInt64(UInt32.max) else {
                throw ProtocolViolation("element \(index) of segment \(segment)")
            }
            path.steps.append(ElementStep(segment: Int(segment), index: Int(index)))
        }
        return path
    }

    private func numbers(from wire: inout WireReader) throws(ProtocolViolation) -> [NumberSlot] {
        let count = try wire.count(maximum: .max)
        var slots: [NumberSlot] = []
        slots.reserveCapacity(min(count, 1024))
        for _ in 0..<count {
            let flags = try wire.byte()
            let number: Number =
                flags & 1 == 0 ? .integer(try wire.signed()) : .real(try wire.real())
            slots.append(NumberSlot(number, si: flags & 2 == 0 ? nil : try wire.real()))
        }
        return slots
    }

    private func dimension(from wire: inout WireReader) throws(ProtocolViolation) -> Dimension {
        var dimension = Dimension.none
        for base in Dimension.Base.allCases {
            let exponent = try wire.signed()
            guard (-127...127).contains(exponent) else {
                throw ProtocolViolation("exponent \(exponent) of a dimension")
            }
            dimension[base] = Int(exponent)
        }
        return dimension
    }
}

/// Which slots a fact has, and those slots that are one bit.
private struct FactFlags: OptionSet {
    let rawValue: UInt16

    static let element = FactFlags(rawValue: 1)
    static let label = FactFlags(rawValue: 1 << 1)
    static let unit = FactFlags(rawValue: 1 << 2)
    static let numbers = FactFlags(rawValue: 1 << 3)
    static let dimension = FactFlags(rawValue: 1 << 4)
    static let date = FactFlags(rawValue: 1 << 5)
    static let offset = FactFlags(rawValue: 1 << 6)
    static let length = FactFlags(rawValue: 1 << 7)
    static let address = FactFlags(rawValue: 1 << 8)
    static let hasZone = FactFlags(rawValue: 1 << 9)
    static let truth = FactFlags(rawValue: 1 << 10)
    static let isTrue = FactFlags(rawValue: 1 << 11)
    static let isAbridged = FactFlags(rawValue: 1 << 12)

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    init(_ fact: Fact) {
        var bits: UInt16 = 0
        func mark(_ flag: FactFlags, _ isSet: Bool) {
            if isSet { bits |= flag.rawValue }
        }
        mark(.element, !fact.element.steps.isEmpty)
        mark(.label, fact.label != nil)
        mark(.unit, fact.unit != nil)
        mark(.numbers, !fact.numbers.isEmpty)
        mark(.dimension, fact.dimension != nil)
        mark(.date, fact.date != nil)
        mark(.offset, fact.locus.offset != nil)
        mark(.length, fact.locus.length != nil)
        mark(.address, !fact.locus.address.isEmpty)
        mark(.hasZone, fact.date?.hasZone == true)
        mark(.truth, fact.truth != nil)
        mark(.isTrue, fact.truth == true)
        let isCut = fact.value.utf8.count > WorkerProtocol.maximumTextByteCount
        mark(.isAbridged, fact.isAbridged || isCut)
        rawValue = bits
    }
}
