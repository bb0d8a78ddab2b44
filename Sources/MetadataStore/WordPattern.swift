internal import MetadataModel

/// A condition on the words of a text, with the words made out.
struct WordPattern {
    /// One of the words.
    struct Word {
        enum Form: Hashable {
            case exact
            case prefix
            case similar(maximumEdits: Int)
        }

        let bytes: [UInt8]
        let form: Form

        /// Whether a word of digits and a point may fit.
        var mayBeNumber: Bool {
            switch form {
            case .exact, .prefix:
                bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
            case .similar(let maximumEdits):
                bytes.count { !(0x30...0x39).contains($0) } <= maximumEdits
            }
        }

        func fits(_ word: ArraySlice<UInt8>) -> Bool {
            switch form {
            case .exact: word.elementsEqual(bytes)
            case .prefix: word.starts(with: bytes)
            case .similar(let maximumEdits):
                EditDistance.isWithin(maximumEdits, bytes, Array(word))
            }
        }
    }

    let words: [Word]
    /// The test that the pattern was made from.
    let test: ValueTest
    private let isInOrder: Bool

    /// Whether a text that is a number may hold all words.
    var mayMatchNumber: Bool { words.allSatisfy(\.mayBeNumber) }

    init(_ test: TextTest) {
        self.test = .words(test)
        switch test {
        case .word(let text):
            words = Self.words(text, lastIsPrefix: false)
            isInOrder = false
        case .prefix(let text):
            words = Self.words(text, lastIsPrefix: true)
            isInOrder = true
        case .phrase(let text, let lastIsPrefix):
            words = Self.words(text, lastIsPrefix: lastIsPrefix)
            isInOrder = true
        }
    }

    /// Every word of the text must have a similar one.
    init(_ text: String, maximumEdits: Int) {
        test = .similar(text, maximumEdits: maximumEdits)
        words = Words(of: text).runs.map {
            Word(bytes: Array($0), form: .similar(maximumEdits: maximumEdits))
        }
        isInOrder = false
    }

    private static func words(_ text: String, lastIsPrefix: Bool) -> [Word] {
        let runs = Words(of: text).runs
        return runs.enumerated().map { place, run in
            let isPrefix = lastIsPrefix && place == runs.count - 1
            return Word(bytes: Array(run), form: isPrefix ? .prefix : .exact)
        }
    }

    func matches(_ fact: Fact) -> Bool {
        matches(fact.value) || (fact.label.map { matches($0) } ?? false)
    }

    /// Whether a text fulfils the condition; a pattern without words never does.
    func matches(_ text: String) -> Bool {
        guard !words.isEmpty else { return false }
        let found = Words(of: text)
        guard isInOrder, words.count > 1 else {
            let all = found.all
            return words.allSatisfy { word in all.contains { word.fits($0) } }
        }
        let runs = found.runs
        guard runs.count >= words.count else { return false }
        return (0...(runs.count - words.count)).contains { start in
            words.indices.allSatisfy { words[$0].fits(runs[start + $0]) }
        }
    }
}

/// How many letters must be put in, left out or replaced to make one word of another.
enum EditDistance {
    static func isWithin(_ maximum: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
        let left = scalars(left)
        let right = scalars(right)
        guard abs(left.count - right.count) <= maximum else { return false }
        var previous = Array(0...right.count)
        var current = previous
        for row in 0..<left.count {
            current[0] = row + 1
            var least = row + 1
            for column in 0..<right.count {
                let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
                current[column + 1] = min(replaced, previous[column + 1] + 1, current[column] + 1)
                least = min(least, current[column + 1])
            }
            guard least <= maximum else { return false }
            swap(&previous, &current)
        }
        return previous[right.count] <= maximum
    }

    private static func scalars(_ word: [UInt8]) -> [UInt32] {
        String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    }
}
