internal import MetadataModel
internal import QueryLanguage

/// Turns the dates of a query into spans of time.
///
/// | Written            | Means                                                                |
/// |:-------------------|:---------------------------------------------------------------------|
/// | `2026-03`          | the month, from its first moment until the next month's; likewise a  |
/// |                    | year, a day, an hour, a minute, a second                             |
/// | `today`            | the day of the clock, `yesterday` the one before                     |
/// | `now`, `now-2h`    | one moment                                                           |
/// | `-30d`             | from that long ago until now; in a comparison, the moment it begins  |
///
/// Days begin at midnight UTC, and dates without a zone are those of UTC, as they are for facts.
/// Units are `s min h d w mo y`; a month back from the 31st is the last day of a shorter month.
struct DateReading {
    /// Microseconds since 1970.
    let now: Int64

    private static let day: Int64 = 86_400_000_000

    /// The span; `nil` where the date is none, such as 30 February, or the unit is unknown.
    ///
    /// - Parameter isBound: The date is one that others are before or after: `-30d` is the moment
    ///   that long ago.
    func span(of literal: DateLiteral, isBound: Bool = false) -> TimeSpan? {
        switch literal {
        case .absolute(let text): TimeSpan(text: text, allowsYear: true)
        case .today: dayOfNow(offset: 0)
        case .yesterday: dayOfNow(offset: -1)
        case .now: moment(now)
        case .nowOffset(let duration): time(duration.count, duration.unit).map(moment)
        case .ago(let duration) where isBound:
            time(-abs(duration.count), duration.unit).map(moment)
        case .ago(let duration):
            time(-abs(duration.count), duration.unit).map {
                TimeSpan(start: $0, end: max($0, now) + 1, hasZone: true)
            }
        }
    }

    private func moment(_ time: Int64) -> TimeSpan {
        TimeSpan(start: time, end: time + 1, hasZone: true)
    }

    private func dayOfNow(offset: Int64) -> TimeSpan {
        let days = Int64((Double(now) / Double(Self.day)).rounded(.down)) + offset
        return TimeSpan(start: days * Self.day, end: (days + 1) * Self.day, hasZone: true)
    }

    /// The moment that lies a length of time after now.
    private func time(_ count: Int, _ unit: String) -> Int64? {
        let width: Int64
        switch unit {
        case "s": width = 1_000_000
        case "min": width = 60_000_000
        case "h": width = 3_600_000_000
        case "d": width = Self.day
        case "w": width = 7 * Self.day
        case "mo": return time(monthsLater: count)
        case "y": return time(monthsLater: count.multipliedReportingOverflow(by: 12).partialValue)
        default: return nil
        }
        let (length, overflows) = width.multipliedReportingOverflow(by: Int64(count))
        let (sum, overflowsToo) = now.addingReportingOverflow(length)
        return overflows || overflowsToo ? nil : sum
    }

    private func time(monthsLater count: Int) -> Int64? {
        guard abs(count) < 12 * 10_000 else { return nil }
        let fields = TimeSpan.calendarFields(ofMicroseconds: now)
        let months = fields.year * 12 + fields.month - 1 + count
        guard months >= 0 else { return nil }
        let (year, month) = (months / 12, months % 12 + 1)
        let day = min(fields.day, TimeSpan.dayCount(year: year, month: month))
        let midnight = TimeSpan.daysSinceEpoch(year: year, month: month, day: day) * Self.day
        let startOfDay =
            TimeSpan.daysSinceEpoch(year: fields.year, month: fields.month, day: fields.day)
            * Self.day
        return midnight + (now - startOfDay)
    }
}
