internal import MetadataModel

/// Turns a spreadsheet's count of days into a date.
enum SpreadsheetDate {
    /// The date, or the time of day, that a number of days means; `nil` where it means none.
    ///
    /// Days are counted from 1899-12-31 as 1, with a 29 February 1900 that never was, or from
    /// 1904-01-01 as 0. ECMA-376 part 1, section 18.17.4.
    static func text(days: Double, countsFrom1904: Bool, isTime: Bool) -> String? {
        guard days.isFinite, days >= 0, days < 2_958_466 else { return nil }
        var day = Int64(days.rounded(.down))
        var second = Int64(((days - Double(day)) * 86_400).rounded())
        if second == 86_400 {
            second = 0
            day += 1
        }
        let clock =
            "\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
        if isTime, day == 0 { return clock }
        let epoch =
            countsFrom1904
            ? TimeSpan.daysSinceEpoch(year: 1904, month: 1, day: 1)
            : TimeSpan.daysSinceEpoch(year: 1899, month: 12, day: 30) + (day < 60 ? 1 : 0)
        let stamp = TimeSpan.timestamp(ofMicroseconds: (epoch + day) * 86_400_000_000)
        let date = stamp.prefix(10)
        return second == 0 && !isTime ? String(date) : "\(date)T\(clock)"
    }

    private static func padded(_ number: Int64) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
