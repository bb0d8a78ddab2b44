/// A word, a quoted text, an operator or a mark of a text that may be no query yet.
struct PhraseToken: Equatable {
    enum Kind {
        /// What is none of the others, dots, slashes and backticks included.
        case word
        /// A text in quotes of any kind; ``text`` is without them.
        case quoted
        /// A run of signs that compare: `:`, `>=`, `==`.
        case sign
        /// A bracket, a comma, `|`, `||`, `&&`, `;`, or `!` before a term.
        case mark
    }

    var kind: Kind
    var text: String
    /// Whether white space stands before it.
    var isSpaced: Bool
    /// Whether it stands in quotes that are none in a query: `“…”`, `'…'`.
    var hasForeignQuotes = false

    init(_ kind: Kind, _ text: String, isSpaced: Bool = true) {
        self.kind = kind
        self.text = text
        self.isSpaced = isSpaced
    }

    func isWord(_ words: String...) -> Bool {
        kind == .word && words.contains(text.lowercased())
    }

    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }

    func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }

    /// Whether a value may consist of it.
    var isValue: Bool { kind == .word || kind == .quoted }

    var beginsWithDigit: Bool {
        var characters = text[...]
        if let first = characters.first, "+-.".contains(first) { characters.removeFirst() }
        return kind == .word && (characters.first?.isASCII ?? false)
            && (characters.first?.isNumber ?? false)
    }

    var beginsWithLetter: Bool {
        kind == .word && (text.first.map { $0.isLetter || $0 == "`" } ?? false)
    }

    /// As a query spells it.
    var spelling: String {
        guard kind == .quoted else { return text }
        let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        return "\"" + String(escaped) + "\""
    }
}

extension [PhraseToken] {
    /// The text of the tokens, with one space where there was white space.
    var spelling: String {
        var text = ""
        for token in self {
            if token.isSpaced, !text.isEmpty { text += " " }
            text += token.spelling
        }
        return text
    }

    /// The place of the bracket that closes the one at `start`; `nil` where none does.
    func closing(_ start: Int) -> Int? {
        var depth = 0
        for place in start..<endIndex where self[place].kind == .mark {
            if "([{".contains(self[place].text) { depth += 1 }
            if ")]}".contains(self[place].text) {
                depth -= 1
                if depth == 0 { return place }
            }
        }
        return nil
    }
}

/// Takes a text apart into tokens. Quotes of other keyboards and languages are quotes.
struct PhraseReading {
    private static let signs = Set<Character>(":=<>~!≤≥≠≈≃⩽⩾")
    private static let marks = Set<Character>("(){}[],;|&")
    private static let doubleQuotes = Set<Character>("\"“”„‟«»")
    private static let singleQuotes = Set<Character>("'‘’‚‛‹›")

    private let characters: [Character]
    private var place = 0
    private var tokens: [PhraseToken] = []

    static func tokens(of text: String) -> [PhraseToken] {
        var reading = PhraseReading(characters: Array(text))
        while reading.readToken() {}
        return reading.tokens
    }

    private init(characters: [Character]) {
        self.characters = characters
    }

    private mutating func readToken() -> Bool {
        let start = place
        while place < characters.count, characters[place].isWhitespace { place += 1 }
        guard place < characters.count else { return false }
        let isSpaced = place > start
        let character = characters[place]
        if let quoted = quoted() {
            var token = PhraseToken(.quoted, quoted, isSpaced: isSpaced)
            token.hasForeignQuotes = character != "\"" || characters[place - 1] != "\""
            tokens.append(token)
        } else if character == "!", nextIsTerm {
            place += 1
            tokens.append(PhraseToken(.mark, "!", isSpaced: isSpaced))
        } else if Self.signs.contains(character) {
            tokens.append(PhraseToken(.sign, run { Self.signs.contains($0) }, isSpaced: isSpaced))
        } else if Self.marks.contains(character) {
            place += 1
            let isDoubled = "|&".contains(character) && peek == character
            if isDoubled { place += 1 }
            let mark = String(repeating: character, count: isDoubled ? 2 : 1)
            tokens.append(PhraseToken(.mark, mark, isSpaced: isSpaced))
        } else {
            tokens.append(PhraseToken(.word, word(), isSpaced: isSpaced))
        }
        return true
    }

    private var peek: Character? { place < characters.count ? characters[place] : nil }

    /// Whether a `!` here negates what follows and compares nothing.
    private var nextIsTerm: Bool {
        guard tokens.last?.kind != .word || place == 0 || characters[place - 1].isWhitespace,
            place + 1 < characters.count
        else { return false }
        return !Self.signs.contains(characters[place + 1])
    }

    private mutating func run(while fits: (Character) -> Bool) -> String {
        let start = place
        while let next = peek, fits(next) { place += 1 }
        return String(characters[start..<place])
    }

    /// A word; what stands in backticks belongs to it whole.
    private mutating func word() -> String {
        let start = place
        // A quote without an end leaves all that follows as it is.
        if Self.doubleQuotes.contains(characters[place]) {
            place = characters.count
            return String(characters[start...])
        }
        var isInBackticks = false
        while let next = peek {
            if next == "`" { isInBackticks.toggle() }
            let ends =
                next.isWhitespace || Self.signs.contains(next) || Self.marks.contains(next)
                || Self.doubleQuotes.contains(next)
            if ends, !isInBackticks { break }
            place += 1
        }
        return String(characters[start..<place])
    }

    /// A text in quotes, its end included; `nil` where none begins here or it has no end.
    private mutating func quoted() -> String? {
        let isDouble = Self.doubleQuotes.contains(characters[place])
        guard isDouble || Self.singleQuotes.contains(characters[place]) else { return nil }
        let closers = isDouble ? Self.doubleQuotes : Self.singleQuotes
        var text = ""
        var end = place + 1
        while end < characters.count {
            let character = characters[end]
            if closers.contains(character), isDouble || isEnd(end + 1) {
                place = end + 1
                return text
            }
            if character == "\\", end + 1 < characters.count,
                "\"\\'".contains(characters[end + 1])
            {
                end += 1
            }
            text.append(characters[end])
            end += 1
        }
        return nil
    }

    /// Whether a text in single quotes may end before this place: an apostrophe stands in a word.
    private func isEnd(_ place: Int) -> Bool {
        guard place < characters.count else { return true }
        return characters[place].isWhitespace || Self.marks.contains(characters[place])
            || Self.signs.contains(characters[place])
    }
}
