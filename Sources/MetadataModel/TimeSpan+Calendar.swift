extension TimeSpan {
    /// The span that a full or partial date of the proleptic Gregorian calendar names.
    ///
    /// Fields are given from the year on; the first absent one sets the precision: without a
    /// month the span is a year, without a second a minute, with microseconds one microsecond.
    ///
    /// - Parameters:
    ///   - second: 60 is taken as the second after 59 (a leap second).
    ///   - microsecond: The fraction of the second, to the microsecond.
    ///   - precision: The width of the fraction in microseconds, where one is given.
    ///   - zoneOffsetMinutes: Minutes east of Greenwich; `nil` where no zone is stated.
    /// - Returns: `nil` where a field is out of its range (30 February, 25 o'clock).
    public init?(
        year: Int, month: Int? = nil, day: Int? = nil, hour: Int? = nil, minute: Int? = nil,
        second: Int? = nil, microsecond: Int? = nil, precision: Int64 = 1,
        zoneOffsetMinutes: Int? = nil
    ) {
        guard (0...9999).contains(year), (1...12).contains(month ?? 1),
            (1...Self.dayCount(year: year, month: month ?? 1)).contains(day ?? 1),
            (0...23).contains(hour ?? 0), (0...59).contains(minute ?? 0),
            (0...60).contains(second ?? 0), (0..<1_000_000).contains(microsecond ?? 0),
            abs(zoneOffsetMinutes ?? 0) <= 24 * 60
        else { return nil }
        let days = Self.daysSinceEpoch(year: year, month: month ?? 1, day: day ?? 1)
        let seconds =
            days * 86_400 + Int64((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0))
            - Int64((zoneOffsetMinutes ?? 0) * 60)
        start = seconds * 1_000_000 + Int64(microsecond ?? 0)
        hasZone = zoneOffsetMinutes != nil
        if month == nil {
            end =
                start + (Self.daysSinceEpoch(year: year + 1, month: 1, day: 1) - days)
                * 86_400_000_000
        } else if day == nil {
            end = start + Int64(Self.dayCount(year: year, month: month ?? 1)) * 86_400_000_000
        } else if hour == nil {
            end = start + 86_400_000_000
        } else if minute == nil {
            end = start + 3_600_000_000
        } else if second == nil {
            end = start + 60_000_000
        } else if microsecond == nil {
            end = start + 1_000_000
        } else {
            end = start + max(1, precision)
        }
    }

    /// Days from 1970-01-01 to a date; negative before.
    public static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int64 {
        // The year is counted from March, so that the leap day is its last.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - 719_468)
    }

    /// The number of days of a month.
    public static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The calendar fields of a time in UTC.
    public static func calendarFields(
        ofMicroseconds time: Int64
    ) -> (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, microsecond: Int) {
        var seconds = time / 1_000_000
        var micro = time % 1_000_000
        if micro < 0 {
            micro += 1_000_000
            seconds -= 1
        }
        var days = seconds / 86_400
        var rest = seconds % 86_400
        if rest < 0 {
            rest += 86_400
            days -= 1
        }
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
        let year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
        return (
            year, month, Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1),
            Int(rest / 3600), Int(rest / 60 % 60), Int(rest % 60), Int(micro)
        )
    }

    /// A time in UTC as `2026-03-01T12:30:00Z`, with a fraction where it is not zero.
    public static func timestamp(ofMicroseconds time: Int64) -> String {
        let fields = calendarFields(ofMicroseconds: time)
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        var text = "\(padded(fields.year, 4))-\(padded(fields.month, 2))-\(padded(fields.day, 2))"
        text += "T\(padded(fields.hour, 2)):\(padded(fields.minute, 2)):\(padded(fields.second, 2))"
        if fields.microsecond != 0 {
            text += "." + padded(fields.microsecond, 6)
            while text.hasSuffix("0") { text.removeLast() }
        }
        return text + "Z"
    }

    /// The span of a date as files and people write it, with the year first.
    ///
    /// Read are `2026-03`, `2026-03-01`, `2026-03-01T12:30:05.25+01:00` with a space for the `T`,
    /// with `:` or `/` or `.` in the date (as EXIF writes `2026:03:01 12:30:05`), and `20260301` or
    /// `20260301T123005`. A lone year is read where `allowsYear` is set.
    ///
    /// - Returns: `nil` where the whole text is no such date.
    public init?(text: String, allowsYear: Bool = false) {
        var text = text
        let span = text.withUTF8 { bytes in
            var scanner = DateScanner(bytes: bytes)
            return scanner.span(allowsYear: allowsYear)
        }
        guard let span else { return nil }
        self = span
    }
}

/// Reads the fields of one date from its bytes.
private struct DateScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skip(_ wanted: UInt8) -> Bool {
        guard current == wanted else { return false }
        position += 1
        return true
    }

    /// Exactly `width` digits.
    private mutating func digits(_ width: Int) -> Int? {
        guard position + width <= bytes.count else { return nil }
        var value = 0
        for place in position..<position + width {
            guard (0x30...0x39).contains(bytes[place]) else { return nil }
            value = value * 10 + Int(bytes[place] - 0x30)
        }
        position += width
        return value
    }

    mutating func span(allowsYear: Bool) -> TimeSpan? {
        guard bytes.count <= 40, let year = digits(4) else { return nil }
        if position == bytes.count { return allowsYear ? TimeSpan(year: year) : nil }
        guard let separator = current else { return nil }
        let isCompact = (0x30...0x39).contains(separator)
        if !isCompact {
            guard [0x2D, 0x3A, 0x2F, 0x2E].contains(separator), skip(separator) else { return nil }
        }
        guard let month = digits(2) else { return nil }
        if position == bytes.count {
            return separator == 0x2D ? TimeSpan(year: year, month: month) : nil
        }
        if !isCompact { guard skip(separator) else { return nil } }
        guard let day = digits(2) else { return nil }
        if position == bytes.count {
            // Eight digits may as well be a number; a date's parts must then be in range.
            if isCompact { guard (1900...2100).contains(year) else { return nil } }
            return TimeSpan(year: year, month: month, day: day)
        }
        guard skip(0x54) || skip(0x74) || skip(0x20) || skip(0x5F) else { return nil }
        guard let hour = digits(2) else { return nil }
        guard position < bytes.count else {
            return TimeSpan(year: year, month: month, day: day, hour: hour)
        }
        let hasColon = skip(0x3A)
        guard hasColon || isCompact, let minute = digits(2) else { return nil }
        var second: Int?
        var fraction: (microsecond: Int, precision: Int64)?
        if hasColon ? skip(0x3A) : (0x30...0x39).contains(current ?? 0) {
            guard let whole = digits(2) else { return nil }
            second = whole
            if skip(0x2E) || skip(0x2C) {
                guard let read = self.fraction() else { return nil }
                fraction = read
            }
        }
        var zone: Int?
        if position < bytes.count {
            guard let read = self.zone() else { return nil }
            zone = read
        }
        return TimeSpan(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second,
            microsecond: fraction?.microsecond, precision: fraction?.precision ?? 1,
            zoneOffsetMinutes: zone)
    }

    private mutating func fraction() -> (microsecond: Int, precision: Int64)? {
        var value = 0
        var width = 0
        while let digit = current, (0x30...0x39).contains(digit) {
            if width < 6 { value = value * 10 + Int(digit - 0x30) }
            width += 1
            position += 1
        }
        guard width > 0 else { return nil }
        var precision: Int64 = 1
        for _ in 0..<max(0, 6 - width) {
            value *= 10
            precision *= 10
        }
        return (value, precision)
    }

    private mutating func zone() -> Int? {
        _ = skip(0x20)
        if skip(0x5A) || skip(0x7A) { return position == bytes.count ? 0 : nil }
        let isWest = current == 0x2D
        guard skip(0x2D) || skip(0x2B), let hours = digits(2) else { return nil }
        var minutes = 0
        if position < bytes.count {
            _ = skip(0x3A)
            guard let read = digits(2) else { return nil }
            minutes = read
        }
        guard position == bytes.count else { return nil }
        return (hours * 60 + minutes) * (isWest ? -1 : 1)
    }
}
