/// `xl/styles.xml`: which cells show their numbers as dates or times.
final class XLSXStyles: XLSXPart {
    /// How a number is shown, as far as it changes the meaning.
    enum Meaning: Hashable {
        case number, date, time
    }

    private var meanings: [Meaning] = []
    private var custom: [Int: Meaning] = [:]
    private var formats: [Int] = []

    /// The meaning of the numbers of a cell with style `index`.
    func meaning(ofStyle index: Int) -> Meaning {
        guard formats.indices.contains(index) else { return .number }
        let format = formats[index]
        return custom[format] ?? Self.builtin(format)
    }

    override func opened(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }),
                let code = attributes["formatCode"]
            {
                custom[id] = Self.meaning(ofCode: code)
            }
        case "xf" where path.dropLast().last == "cellXfs":
            formats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
        default: return
        }
    }

    /// Formats that need no code, ECMA-376 part 1, section 18.8.30.
    private static func builtin(_ format: Int) -> Meaning {
        switch format {
        case 14...17, 22, 27...36, 50...58: .date
        case 18...21, 45, 47: .time
        default: .number
        }
    }

    /// A code with `y` or `d` shows a date, one with `h` or `s` a time; quoted letters and those in
    /// brackets (`[Red]`, `[$-409]`) do not count. Elapsed time (`[h]`) stays a number.
    static func meaning(ofCode code: String) -> Meaning {
        var isQuoted = false
        var depth = 0
        var isEscaped = false
        var letters: Set<Character> = []
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch character {
            case "\\", "_", "*": isEscaped = true
            case "\"": isQuoted.toggle()
            case "[" where !isQuoted: depth += 1
            case "]" where !isQuoted: depth = max(0, depth - 1)
            case ";" where !isQuoted && depth == 0: return meaning(of: letters)
            default: if !isQuoted, depth == 0 { letters.insert(character) }
            }
        }
        return meaning(of: letters)
    }

    private static func meaning(of letters: Set<Character>) -> Meaning {
        if letters.contains("y") || letters.contains("d") { return .date }
        return letters.contains("h") && letters.contains("m") ? .time : .number
    }
}
