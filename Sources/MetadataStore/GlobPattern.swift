/// A pattern for whole texts: `*` stands for any characters, `?` for one.
struct GlobPattern {
    private let pattern: [Unicode.Scalar]

    init(_ pattern: String) {
        self.pattern = Array(StoredText.folded(pattern).unicodeScalars)
    }

    /// The bytes with which every matching text begins, folded.
    var literalPrefix: [UInt8] {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: pattern.prefix { $0 != "*" && $0 != "?" })
        return Array(String(scalars).utf8)
    }

    func matches(_ text: String) -> Bool {
        matches(folded: StoredText.folded(text))
    }

    /// Goes through text and pattern once; at a mismatch, the latest `*` takes one more scalar.
    func matches(folded text: String) -> Bool {
        let text = Array(text.unicodeScalars)
        var position = 0
        var place = 0
        var retry: (place: Int, position: Int)?
        while position < text.count {
            if place < pattern.count, pattern[place] == "*" {
                retry = (place + 1, position)
                place += 1
            } else if place < pattern.count,
                pattern[place] == "?" || pattern[place] == text[position]
            {
                place += 1
                position += 1
            } else if let latest = retry {
                retry = (latest.place, latest.position + 1)
                place = latest.place
                position = latest.position + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }
}
