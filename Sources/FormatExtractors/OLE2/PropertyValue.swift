internal import Extraction
internal import MetadataModel

/// A value as OLE automation and property sets store it: a type code, then the value.
enum PropertyValue {
    case empty
    case number(Number, written: String?)
    case numbers([Number])
    case texts([String])
    case truth(Bool)
    /// Bytes without a known meaning: where they stand in the block.
    case bytes(place: Int, count: Int)
}

/// Reads values of the types VT_… that property sets and Zeiss' tag streams share.
///
/// | Code | Type | | Code | Type | | Code | Type |
/// |-----:|:-----|-|-----:|:-----|-|-----:|:-----|
/// | 0, 1 | empty, null | | 11 | bool | | 30 | ANSI text |
/// | 2, 3 | int16, int32 | | 14 | decimal | | 31 | UTF-16 text |
/// | 4, 5 | float32, float64 | | 16…21 | int8 to uint64 | | 64 | file time |
/// | 6 | currency | | 22, 23 | int, uint | | 65, 70, 71 | blob, clipboard data |
/// | 7 | date, days since 1899-12-30 | | 8 | text | | 72 | class id |
///
/// 0x1000 is added to a vector's type. Source: MS-OLEPS, section 2.15.
struct PropertyReading {
    let block: BinaryBlock
    /// Whether texts are in UTF-16 where the type leaves it open, as in automation's BSTR.
    var isWide = false
    /// Whether values are padded to multiples of four bytes, as in property sets.
    var isPadded = true

    /// Vectors are read up to so many members.
    static let maximumMemberCount = 4096

    /// Reads a value whose type is known.
    ///
    /// - Returns: The value, and the place behind it; `nil` where it does not stand in the block.
    func value(_ type: UInt16, at place: Int, depth: Int = 0) -> (PropertyValue, end: Int)? {
        if type & 0x1000 != 0, type < 0x2000 { return vector(type & 0xFFF, at: place, depth) }
        switch type {
        case 0, 1: return (.empty, place)
        case 8, 30, 31: return text(type, at: place)
        case 12:
            guard depth < 4, let inner = block.integer(at: place, as: UInt16.self) else {
                return nil
            }
            return value(inner, at: place + (isPadded ? 4 : 2), depth: depth + 1)
        case 11:
            guard let stored = block.integer(at: place, as: Int16.self) else { return nil }
            return (.truth(stored != 0), padded(place + 2))
        case 7:
            guard let days = block.double(at: place) else { return nil }
            guard let date = Self.date(days) else {
                return (.number(.real(days), written: nil), place + 8)
            }
            return (.texts([date]), place + 8)
        case 64:
            guard let ticks = block.integer(at: place, as: UInt64.self) else { return nil }
            guard let date = FileTime.text(ticks) else {
                return (.number(.integer(Int64(clamping: ticks)), written: nil), place + 8)
            }
            return (.texts([date]), place + 8)
        case 65, 70, 71:
            guard let count = block.integer(at: place, as: UInt32.self),
                block.bytes(at: place + 4, count: Int(count)) != nil
            else { return nil }
            return (.bytes(place: place + 4, count: Int(count)), padded(place + 4 + Int(count)))
        case 72:
            guard let bytes = block.bytes(at: place, count: 16), let text = GUIDText.text(bytes)
            else { return nil }
            return (.texts([text]), place + 16)
        case 14:
            guard block.bytes(at: place, count: 16) != nil else { return nil }
            return (.bytes(place: place, count: 16), place + 16)
        default:
            return number(type, at: place)
        }
    }

    private func padded(_ place: Int) -> Int { isPadded ? (place + 3) & ~3 : place }

    private func number(_ type: UInt16, at place: Int) -> (PropertyValue, end: Int)? {
        func integer<Value: FixedWidthInteger>(_ kind: Value.Type) -> (PropertyValue, end: Int)? {
            guard let value = block.integer(at: place, as: kind) else { return nil }
            let written = Int64(exactly: value) == nil ? String(value) : nil
            return (
                .number(.integer(Int64(clamping: value)), written: written),
                padded(place + MemoryLayout<Value>.size)
            )
        }
        switch type {
        case 2: return integer(Int16.self)
        case 3, 22, 10: return integer(Int32.self)
        case 16: return integer(Int8.self)
        case 17: return integer(UInt8.self)
        case 18: return integer(UInt16.self)
        case 19, 23: return integer(UInt32.self)
        case 20: return integer(Int64.self)
        case 21: return integer(UInt64.self)
        case 4:
            guard let bits = block.integer(at: place, as: UInt32.self) else { return nil }
            let value = Float(bitPattern: bits)
            return (
                .number(.real(Double(value)), written: Fact.spelling(of: value)), place + 4
            )
        case 5:
            guard let value = block.double(at: place) else { return nil }
            return (.number(.real(value), written: nil), place + 8)
        case 6:
            guard let value = block.integer(at: place, as: Int64.self) else { return nil }
            return (.number(.real(Double(value) / 10_000), written: nil), place + 8)
        default: return nil
        }
    }

    private func text(_ type: UInt16, at place: Int) -> (PropertyValue, end: Int)? {
        guard let length = block.integer(at: place, as: UInt32.self) else { return nil }
        let unitByteCount = type == 31 ? 2 : 1
        let (count, overflows) = Int(length).multipliedReportingOverflow(by: unitByteCount)
        guard !overflows, let bytes = block.bytes(at: place + 4, count: count) else { return nil }
        let text =
            type == 31 || type == 8 && isWide
            ? TextDecoding.utf16(upToZero: bytes, .little)
            : TextDecoding.text(of: bytes.prefix { $0 != 0 }).text
        return (.texts([text]), padded(place + 4 + count))
    }

    private func vector(
        _ type: UInt16, at place: Int, _ depth: Int
    ) -> (PropertyValue, end: Int)? {
        guard depth < 4, let count = block.integer(at: place, as: UInt32.self) else { return nil }
        var numbers: [Number] = []
        var texts: [String] = []
        var end = place + 4
        // The members of a vector of small numbers are not padded.
        var members = self
        members.isPadded = type == 30 || type == 31 || type == 12
        for _ in 0..<min(Int(count), Self.maximumMemberCount) {
            guard let (value, next) = members.value(type, at: end, depth: depth + 1) else {
                return nil
            }
            switch value {
            case .number(let number, _): numbers.append(number)
            case .truth(let truth): numbers.append(.integer(truth ? 1 : 0))
            case .texts(let more): texts += more
            case .empty, .numbers, .bytes: break
            }
            end = next
        }
        return (texts.isEmpty ? .numbers(numbers) : .texts(texts), padded(end))
    }

    /// A date of automation as ISO text; `nil` where it is no date of a file: before 1900, or
    /// beyond 9999.
    static func date(_ days: Double) -> String? {
        guard days.isFinite, days > 2, days < 2_900_000 else { return nil }
        let microseconds = ((days - 25_569) * 86_400_000_000).rounded()
        guard abs(microseconds) < 9e18 else { return nil }
        let seconds = (microseconds / 1_000_000).rounded()
        // Days in floating point carry no more than a millisecond.
        let isWhole = abs(microseconds - seconds * 1_000_000) < 500
        let whole = isWhole ? Int64(seconds) * 1_000_000 : Int64(microseconds / 1000) * 1000
        // The writer's local time: no zone is stated.
        return String(TimeSpan.timestamp(ofMicroseconds: whole).dropLast())
    }
}

extension FactCollector {
    /// Adds a value under a key; nothing where the value is empty.
    func state(
        _ value: PropertyValue, _ key: FactKey, element: ElementPath, unit: String? = nil,
        label: String? = nil, in block: BinaryBlock, locus: Locus
    ) {
        switch value {
        case .empty: return
        case .number(.integer(let number), written: .none):
            integer(key, number, element: element, unit: unit, label: label, locus: locus)
        case .number(.integer(let number), written: .some(let written)):
            var fact = Fact(
                key: key, element: element, value: written, label: label, unit: unit,
                numbers: [NumberSlot(.real(Double(written) ?? Double(number)))], locus: locus)
            fact.applyUnit()
            add(fact)
        case .number(.real(let number), let written):
            real(
                key, number, written: written, element: element, unit: unit, label: label,
                locus: locus)
        case .numbers(let members):
            guard !members.isEmpty else { return }
            numbers(key, members, element: element, unit: unit, locus: locus)
        case .texts(let texts):
            for (index, part) in texts.enumerated() where !part.isEmpty {
                text(
                    key, part,
                    element: texts.count > 1
                        ? element.appending(segment: key.segments.count - 1, index: index)
                        : element,
                    unit: unit, locus: locus)
            }
        case .truth(let truth):
            add(
                Fact(
                    key: key, element: element, value: truth ? "true" : "false", label: label,
                    truth: truth, locus: locus))
        case .bytes(let place, let count):
            guard count > 0, let bytes = block.bytes(at: place, count: min(count, 1 << 16)) else {
                return
            }
            opaque(
                key, Array(bytes), byteCount: count, element: element,
                locus: block.locus(at: place, count: count))
        }
    }
}
