internal import ArgumentParser

/// A word that is being typed in a shell, and how the shell takes what stands in its place.
///
/// What an index holds was written by others and may look like a command: wherever a shell expands a
/// word, each of its signs is quoted.
struct ShellWord {
    private static let breaks = Set(":=")

    /// Without quotes and backslashes.
    let text: String
    private let shell: CompletionShell?
    /// What of the text the shell takes for words of their own, which it does not replace.
    private var fixed = ""

    init(_ word: String, _ before: ArraySlice<String>, in shell: CompletionShell?) {
        self.shell = shell
        let quote = word.first.flatMap { "'\"".contains($0) ? $0 : nil }
        var text = Self.unquoted(word.dropFirst(quote == nil ? 0 : 1), in: quote)
        var before = before
        // bash takes `format:ti` apart into three words and completes the last one.
        if shell == .bash, quote == nil {
            if Self.isBreak(text) {
                fixed = text
                if let last = before.popLast() { fixed = last + fixed }
                text = ""
            }
            while let last = before.last, Self.isBreak(last), before.count > 1 {
                before.removeLast()
                fixed = (before.popLast() ?? "") + last + fixed
            }
        }
        self.text = fixed + text
    }

    /// The word that the shell is given for a text; `nil` where it would not take it.
    func replacement(_ whole: String) -> String? {
        let isPlain = whole.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard whole.hasPrefix(text), isPlain else { return nil }
        switch shell {
        case .bash?:
            // Its completion expands what it is given, and quotes what it puts on the line itself.
            return Self.escaped(String(whole.dropFirst(fixed.count))) {
                !($0.isLetter || $0.isNumber || "_.-/".contains($0))
            }
        case .zsh?: return Self.escaped(whole) { ":\\".contains($0) }
        default: return whole
        }
    }

    private static func isBreak(_ word: String) -> Bool {
        !word.isEmpty && word.allSatisfy(breaks.contains)
    }

    private static func unquoted(_ word: Substring, in quote: Character?) -> String {
        guard quote != "'" else { return String(word) }
        var text = ""
        var isEscaped = false
        for character in word {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                text.append(character)
                isEscaped = false
            }
        }
        return text
    }

    private static func escaped(_ text: String, where isSpecial: (Character) -> Bool) -> String {
        String(text.flatMap { isSpecial($0) ? ["\\", $0] : [$0] })
    }
}
