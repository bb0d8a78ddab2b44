/// Which of the two numbers before a year is the day, where a format's specification says so.
public enum DateOrder: Sendable, Hashable {
    /// `22/01/2016` is in January.
    case dayFirst
    /// `01/22/2016` is in January.
    case monthFirst
}

extension TimeSpan {
    /// The span of a date in any form that leaves no doubt about its parts.
    ///
    /// | Form                                       | Example                        |
    /// |:-------------------------------------------|:-------------------------------|
    /// | year first                                 | `2016-02-22T18:50:01.5`        |
    /// | the month in English                       | `Mon Feb 22 18:50:01 2016`     |
    /// | day, month and year with dots between them | `22.02.2016 18:50:01`          |
    /// | two numbers and a year, where `order` says which is the day | `02/22/16 6:50 PM` |
    ///
    /// Without `order`, `10/11/2012` is no date. A year of two digits is one from 1970 to 2069, and
    /// is read where an order is given.
    ///
    /// - Returns: `nil` where the whole text is no such date.
    public init?(written text: String, order: DateOrder? = nil) {
        if let span = TimeSpan(text: text) {
            self = span
            return
        }
        var text = text
        let span = text.withUTF8 { bytes -> TimeSpan? in
            guard (6...40).contains(bytes.count) else { return nil }
            var scanner = WrittenDateScanner(bytes: bytes, order: order)
            return scanner.span()
        }
        guard let span else { return nil }
        self = span
    }
}

/// Reads the words of a date, which may stand in any order where the month is named.
private struct WrittenDateScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let order: DateOrder?
    private var position = 0
    private var year: Int?
    private var month: Int?
    private var day: Int?
    private var hour: Int?
    private var minute: Int?
    private var second: Int?
    private var microsecond: Int?
    private var precision: Int64 = 1
    private var isAfternoon: Bool?
    private var zone: Int?

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]
    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    init(bytes: UnsafeBufferPointer<UInt8>, order: DateOrder?) {
        self.bytes = bytes
        self.order = order
    }

    mutating func span() -> TimeSpan? {
        readNumericDate()
        while position < bytes.count {
            let byte = bytes[position]
            if Self.isDigit(byte) {
                guard readNumber() else { return nil }
            } else if Self.isLetter(byte) {
                guard readWord() else { return nil }
            } else if hour != nil, year != nil, zone == nil, digitCount(at: position + 1) == 4,
                byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            {
                zone =
                    (value(position + 1, 2) * 60 + value(position + 3, 2)) * (byte == 0x2B ? 1 : -1)
                position += 5
            } else if [0x20, 0x2C, 0x2D, 0x2E, 0x2F].contains(byte) {
                position += 1
            } else {
                return nil
            }
        }
        guard let year, let month, let day else { return nil }
        if let isAfternoon {
            guard let written = hour, (1...12).contains(written) else { return nil }
            hour = written % 12 + (isAfternoon ? 12 : 0)
        }
        return TimeSpan(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second,
            microsecond: microsecond, precision: precision, zoneOffsetMinutes: zone)
    }

    /// Three numbers in front, with the year behind.
    private mutating func readNumericDate() {
        let first = digitCount(at: 0)
        guard (1...2).contains(first), first < bytes.count else { return }
        let separator = bytes[first]
        let second = digitCount(at: first + 1)
        let yearPlace = first + second + 2
        guard (1...2).contains(second), yearPlace < bytes.count,
            bytes[yearPlace - 1] == separator
        else { return }
        let width = digitCount(at: yearPlace)
        let numbers = (value(0, first), value(first + 1, second))
        if let order {
            guard [0x2F, 0x2E, 0x2D].contains(separator), width == 4 || width == 2 else { return }
            (day, month) = order == .dayFirst ? numbers : (numbers.1, numbers.0)
        } else {
            guard separator == UInt8(ascii: "."), first == 2, second == 2, width == 4 else {
                return
            }
            (day, month) = numbers
        }
        let written = value(yearPlace, width)
        year = width == 4 ? written : written + (written < 70 ? 2000 : 1900)
        position = yearPlace + width
    }

    /// A day, a year or a time.
    private mutating func readNumber() -> Bool {
        let count = digitCount(at: position)
        let end = position + count
        if end < bytes.count, bytes[end] == UInt8(ascii: ":") { return readTime(hourWidth: count) }
        switch count {
        case 4 where year == nil: year = value(position, count)
        case 1...2 where day == nil: day = value(position, count)
        default: return false
        }
        position = end
        return true
    }

    private mutating func readTime(hourWidth: Int) -> Bool {
        guard hour == nil, hourWidth <= 2, digitCount(at: position + hourWidth + 1) == 2 else {
            return false
        }
        hour = value(position, hourWidth)
        position += hourWidth + 1
        minute = value(position, 2)
        position += 2
        guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { return true }
        guard digitCount(at: position + 1) == 2 else { return false }
        second = value(position + 1, 2)
        position += 3
        let isFraction = position < bytes.count && [0x2E, 0x2C].contains(bytes[position])
        let width = isFraction ? digitCount(at: position + 1) : 0
        if width > 0 {
            var fraction = value(position + 1, min(width, 6))
            for _ in 0..<max(0, 6 - width) {
                fraction *= 10
                precision *= 10
            }
            microsecond = fraction
            position += width + 1
        }
        return true
    }

    /// A month, a day of the week, half a day or Greenwich.
    private mutating func readWord() -> Bool {
        var end = position
        while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
        let word = String(decoding: bytes[position..<end], as: UTF8.self).lowercased()
        position = end
        switch word {
        case "am", "pm":
            guard isAfternoon == nil else { return false }
            isAfternoon = word == "pm"
        case "gmt", "utc", "z":
            guard zone == nil, hour != nil else { return false }
            zone = 0
        default:
            guard word.utf8.count >= 3 else { return false }
            if let index = Self.months.firstIndex(where: { $0.hasPrefix(word) }) {
                guard month == nil else { return false }
                month = index + 1
            } else {
                return Self.weekdays.contains { $0.hasPrefix(word) }
            }
        }
        return true
    }

    private func digitCount(at start: Int) -> Int {
        var end = start
        while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
        return max(0, end - start)
    }

    /// The number of at most six digits.
    private func value(_ start: Int, _ width: Int) -> Int {
        bytes[start..<start + width].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }
}
