internal import Extraction

/// The lines of a Java property file: `name=value`, with escapes and continued lines.
///
/// Source: <https://docs.oracle.com/javase/8/docs/api/java/util/Properties.html#load-java.io.Reader->
struct JavaProperties: Sequence, IteratorProtocol {
    struct Property {
        let name: String
        let value: String
        let isComment: Bool
    }

    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ bytes: [UInt8]) {
        scalars = Array(TextDecoding.text(of: bytes).text.unicodeScalars)
    }

    /// The next property or comment.
    mutating func next() -> Property? {
        while place < scalars.count {
            skipBlanks()
            guard place < scalars.count else { return nil }
            if Self.endsLine(scalars[place]) {
                place += 1
                continue
            }
            if scalars[place] == "#" || scalars[place] == "!" {
                place += 1
                let start = place
                while place < scalars.count, !Self.endsLine(scalars[place]) { place += 1 }
                let text = String(String.UnicodeScalarView(scalars[start..<place]))
                return Property(name: "", value: text, isComment: true)
            }
            let name = text(until: { $0 == "=" || $0 == ":" || $0 == " " || $0 == "\t" })
            skipBlanks()
            if place < scalars.count, scalars[place] == "=" || scalars[place] == ":" {
                place += 1
                skipBlanks()
            }
            return Property(name: name, value: text(until: { _ in false }), isComment: false)
        }
        return nil
    }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r"
    }

    private mutating func skipBlanks() {
        while place < scalars.count, [" ", "\t", "\u{C}"].contains(scalars[place]) { place += 1 }
    }

    /// Text up to the end of the line or to what ends it, without escapes.
    private mutating func text(until ends: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while place < scalars.count, !Self.endsLine(scalars[place]), !ends(scalars[place]) {
            let scalar = scalars[place]
            place += 1
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            guard place < scalars.count else { break }
            let escaped = scalars[place]
            place += 1
            switch escaped {
            case "n": text.append("\n")
            case "t": text.append("\t")
            case "r": text.append("\r")
            case "f": text.append("\u{C}")
            case "u":
                let digits = scalars[place..<Swift.min(place + 4, scalars.count)]
                let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
                guard let code, let unit = Unicode.Scalar(code) else { continue }
                text.append(unit)
                place += digits.count
            case "\r", "\n":
                if escaped == "\r", place < scalars.count, scalars[place] == "\n" { place += 1 }
                skipBlanks()
            default: text.append(escaped)
            }
        }
        return String(text)
    }
}
