internal import MetadataModel

/// Dates that name the month in English, which makes them unambiguous: `01-OCT-1991`,
/// `Mon Feb 22 18:50:01 2016`, `14Mar2026`.
enum EnglishDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The span that a text names; `nil` where it is no such date.
    static func span(of text: String) -> TimeSpan? {
        guard text.utf8.count <= 40 else { return nil }
        var month: Int?
        var numbers: [(value: Int, digitCount: Int, isTime: Bool)] = []
        for word in words(of: text) {
            if word.first?.isDigit == true {
                guard let value = Int(String(decoding: word, as: UTF8.self)) else { return nil }
                numbers.append((value, word.count, false))
            } else if word.count == 1, word.first == UInt8(ascii: ":") {
                guard !numbers.isEmpty else { return nil }
                numbers[numbers.count - 1].isTime = true
            } else if word.count >= 3, month == nil {
                let name = String(decoding: word.prefix(3), as: UTF8.self).lowercased()
                month = months.firstIndex(of: name).map { $0 + 1 }
            }
        }
        // A number behind a colon belongs to the time, as the one before it does.
        var time: [Int] = []
        var rest: [(value: Int, digitCount: Int)] = []
        var continues = false
        for number in numbers {
            if number.isTime || continues {
                time.append(number.value)
            } else {
                rest.append((number.value, number.digitCount))
            }
            continues = number.isTime
        }
        guard let month, rest.count == 2, time.isEmpty || time.count == 2 || time.count == 3,
            let year = rest.first(where: { $0.digitCount == 4 })?.value,
            let day = rest.first(where: { $0.digitCount <= 2 })?.value
        else { return nil }
        return TimeSpan(
            year: year, month: month, day: day, hour: time.first,
            minute: time.count > 1 ? time[1] : nil, second: time.count > 2 ? time[2] : nil)
    }

    /// Runs of letters, runs of digits, and colons.
    private static func words(of text: String) -> [ArraySlice<UInt8>] {
        let bytes = Array(text.utf8)
        var words: [ArraySlice<UInt8>] = []
        var start = 0
        for place in bytes.indices {
            let byte = bytes[place]
            let isSame =
                place > start
                && (byte.isDigit && bytes[place - 1].isDigit
                    || byte.isLetter && bytes[place - 1].isLetter)
            if isSame { continue }
            if place > start { words.append(bytes[start..<place]) }
            start = place
        }
        if start < bytes.count { words.append(bytes[start...]) }
        return words.filter { word in
            word.first.map { $0.isDigit || $0.isLetter || $0 == UInt8(ascii: ":") } == true
        }
    }
}
