/// Dates in the orders and words of many countries.
///
/// | Written                                   | Is                        |
/// |:------------------------------------------|:--------------------------|
/// | `28.02.2026`, `28/2/2026`, `28-02-2026`   | `2026-02-28`              |
/// | `2/3/2026`                                | the order is the caller's |
/// | `2026/02/28`, `2026.2.28`, `20260228`     | `2026-02-28`              |
/// | `3 Feb 2026`, `Feb 3, 2026`, `3-Feb-2026` | `2026-02-03`              |
/// | `February 2026`, `Feb-2026`, `02/2026`    | `2026-02`                 |
/// | `2026-02-03 10:00`                        | `2026-02-03T10:00`        |
/// | `last 30 days`, `30 days ago`, `past week` | `-30d`, `-30d`, `-1w`    |
enum LooseDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// The date in the language's own spelling; `nil` where the text is none.
    static func date(_ text: String, hasDayFirst: Bool) -> String? {
        if let duration = duration(text) { return duration }
        let halves = text.split(separator: " ", omittingEmptySubsequences: true)
        if halves.count > 1, let time = halves.last, isTime(time),
            let day = date(halves.dropLast().joined(separator: " "), hasDayFirst: hasDayFirst),
            day.utf8.count == 10
        {
            return day + "T" + time
        }
        let parts = text.split(whereSeparator: { " ./-,".contains($0) }).map(String.init)
        if parts.count == 1, text.utf8.count == 8, let number = Int(text), number > 0 {
            return day(
                Int(text.prefix(4)), Int(text.dropFirst(4).prefix(2)), Int(text.suffix(2)))
        }
        guard (2...3).contains(parts.count), text.allSatisfy({ isPart($0) }) else { return nil }
        if let place = parts.firstIndex(where: { month($0) != nil }) {
            var others = parts
            others.remove(at: place)
            let numbers = others.compactMap { Int($0.prefix(while: \.isNumber)) }
            guard numbers.count == others.count, let year = numbers.first(where: { $0 > 999 })
            else { return nil }
            let month = month(parts[place])
            guard numbers.count == 2 else { return self.month(year, month) }
            return day(year, month, numbers.first { $0 <= 31 })
        }
        let numbers = parts.compactMap(Int.init)
        guard numbers.count == parts.count else { return nil }
        if numbers.count == 2 {
            if parts[0].count == 4 { return month(numbers[0], numbers[1]) }
            return parts[1].count == 4 ? month(numbers[1], numbers[0]) : nil
        }
        if parts[0].count == 4 { return day(numbers[0], numbers[1], numbers[2]) }
        guard parts[2].count == 4 else { return nil }
        let isDayFirst = numbers[1] > 12 ? false : numbers[0] > 12 ? true : hasDayFirst
        return isDayFirst
            ? day(numbers[2], numbers[1], numbers[0]) : day(numbers[2], numbers[0], numbers[1])
    }

    /// Whether a date in words may begin with a token: `Feb`, `today`, `last`.
    static func beginsDate(_ token: PhraseToken) -> Bool {
        month(token.text) != nil || ["today", "yesterday", "now", "last"].contains(token.text)
            || date(token.text, hasDayFirst: true) != nil
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || " ./-,".contains(character)
    }

    private static func month(_ text: String) -> Int? {
        let lowered = text.lowercased()
        return
            (months.firstIndex(of: lowered) ?? monthNames.firstIndex(of: lowered)
            ?? (lowered == "sept" ? 8 : nil)).map { $0 + 1 }
    }

    private static func isTime(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count)
            && parts.allSatisfy { $0.utf8.count == 2 && Int($0) != nil }
    }

    private static func month(_ year: Int, _ month: Int?) -> String? {
        guard let month, (1...12).contains(month), (1000...9999).contains(year) else {
            return nil
        }
        return "\(year)-" + twoDigits(month)
    }

    private static func day(_ year: Int?, _ month: Int?, _ day: Int?) -> String? {
        guard let year, let day, (1...31).contains(day), let month = self.month(year, month)
        else { return nil }
        return month + "-" + twoDigits(day)
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    private static let units = [
        "second": "s", "minute": "min", "hour": "h", "day": "d", "week": "w", "month": "mo",
        "year": "y",
    ]

    /// `last 30 days`, `30 days ago`, `past week`
    private static func duration(_ text: String) -> String? {
        var words = text.lowercased().split(separator: " ").map(String.init)
        let isLast = ["last", "past"].contains(words.first)
        if isLast { words.removeFirst() }
        let isAgo = words.last == "ago"
        if isAgo { words.removeLast() }
        guard isLast || isAgo else { return nil }
        if words.count == 1 { words.insert("1", at: 0) }
        guard words.count == 2, let count = Int(words[0]), count > 0 else { return nil }
        let name = words[1].hasSuffix("s") ? String(words[1].dropLast()) : words[1]
        return units[name].map { "-\(count)\($0)" }
    }
}
