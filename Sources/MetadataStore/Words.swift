internal import Foundation

/// The words of a text, as they are looked for: without case and accents.
///
/// A word is a run of letters and digits; a dot between two digits belongs to it, so that `0.125`
/// is one word. A word of letters and digits, or with several dots, is found by its parts too:
/// `img0042` by `img` and `0042`, unless it has more than four, as hashes do. So is one in which a
/// capital follows a small letter: `BoneFatigue` by `bone` and `fatigue`.
struct Words {
    /// Longer words are compared by their beginning.
    static let maximumByteCount = 80
    static let maximumPartCount = 4

    private var bytes: [UInt8] = []
    private var runRanges: [Range<Int>] = []
    private var partRanges: [Range<Int>] = []
    /// Where a capital follows a small letter; of ASCII alone.
    private var capitals: Set<Int> = []

    /// The words in order, without parts.
    var runs: [ArraySlice<UInt8>] { runRanges.map { bytes[$0] } }
    /// The parts of the words that have any.
    var parts: [ArraySlice<UInt8>] { partRanges.map { bytes[$0] } }
    /// Everything the text is found by.
    var all: [ArraySlice<UInt8>] { runs + parts }

    /// Whether the text, folded, is one word and nothing else.
    func areWholeText(_ folded: String) -> Bool {
        runRanges.count == 1 && partRanges.isEmpty && folded.utf8.elementsEqual(bytes[runRanges[0]])
    }

    init(of text: String) {
        var text = text
        text.withUTF8 { utf8 in
            if !utf8.contains(where: { $0 >= 0x80 }) {
                bytes = utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
                for place in utf8.indices.dropFirst()
                where (0x41...0x5A).contains(utf8[place])
                    && (0x61...0x7A).contains(utf8[place - 1])
                {
                    capitals.insert(place)
                }
            }
        }
        if bytes.isEmpty, !text.isEmpty {
            bytes = Array(Self.foldedForWords(text).utf8)
        }
        findRuns()
    }

    /// The text without case and accents, and a space for what is neither letter nor digit.
    private static func foldedForWords(_ text: String) -> String {
        let folded = text.folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        var spaced = String.UnicodeScalarView()
        for scalar in folded.lowercased().unicodeScalars {
            let properties = scalar.properties
            let belongs =
                scalar.isASCII || properties.isAlphabetic || properties.numericType != nil
                || properties.generalCategory == .spacingMark
                || properties.generalCategory == .nonspacingMark
            spaced.append(belongs ? scalar : " ")
        }
        return String(spaced)
    }

    private enum Kind { case letter, digit, none }

    private static func kind(_ byte: UInt8) -> Kind {
        switch byte {
        case 0x30...0x39: .digit
        case 0x61...0x7A, 0x80...0xFF: .letter
        default: .none
        }
    }

    private mutating func findRuns() {
        var position = 0
        while position < bytes.count {
            guard Self.kind(bytes[position]) != .none else {
                position += 1
                continue
            }
            let start = position
            while position < bytes.count, belongsToRun(position) { position += 1 }
            runRanges.append(start..<min(position, start + Self.maximumByteCount))
            findParts(start..<position)
        }
    }

    private func belongsToRun(_ position: Int) -> Bool {
        if Self.kind(bytes[position]) != .none { return true }
        return bytes[position] == UInt8(ascii: ".") && position + 1 < bytes.count
            && Self.kind(bytes[position - 1]) == .digit
            && Self.kind(bytes[position + 1]) == .digit
    }

    private mutating func findParts(_ run: Range<Int>) {
        var found: [Range<Int>] = []
        var position = run.lowerBound
        while position < run.upperBound {
            let kind = Self.kind(bytes[position])
            let start = position
            repeat {
                position += 1
            } while position < run.upperBound && Self.kind(bytes[position]) == kind
                && !capitals.contains(position)
            if kind != .none { found.append(start..<min(position, start + Self.maximumByteCount)) }
            guard found.count <= Self.maximumPartCount else { return }
        }
        let isDecimal =
            found.count == 2 && Self.kind(bytes[found[0].lowerBound]) == .digit
            && Self.kind(bytes[found[1].lowerBound]) == .digit
        if found.count > 1, !isDecimal { partRanges += found }
    }
}
