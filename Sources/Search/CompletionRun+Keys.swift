internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage

extension CompletionRun {
    private static let maximumOperatorCount = 6
    private static let maximumWordCount = 4

    /// What a new condition may begin with: a key or a word of text, and behind a key that is
    /// whole already an operator.
    func conditions(most: Int) throws -> [Candidate] {
        var found: [Candidate] = []
        var behind: [Candidate] = []
        if let key = KeyPattern(typed: place.typed) {
            behind = Array(
                comparisons(
                    of: key, at: SourceRange(place.replaced.end, place.replaced.end)
                ).prefix(Self.maximumOperatorCount))
            // What is the ending of some key is more likely the beginning of another.
            if keys.resolution(of: key).origin != .ending { swap(&found, &behind) }
        }
        let reserved = Self.reservedWords.filter {
            place.typed.utf8.count >= 2 && $0.text.hasPrefix(place.typed)
        }
        found += reserved.map {
            Candidate(
                text: $0.text, kind: .operator, note: $0.note, replaced: place.replaced,
                count: .all)
        }
        let words = try place.structures.isEmpty ? words() : []
        let names = keyNames(most: max(1, most - found.count - behind.count - words.count))
        return found + names + behind + words
    }

    private static let reservedWords: [(text: String, note: String)] = [
        ("has:", "states the key"), ("missing:", "does not state the key"),
        ("count(", "how many values or elements"), ("all(", "every value"),
        ("any(", "at least one value"), ("none(", "no value"),
    ]

    /// Keys that what is typed may become.
    func keyNames(most: Int) -> [Candidate] {
        let typed = place.typed.filter { $0 != "`" }
        guard place.structures.isEmpty else { return members(typed, most: most) }
        return names.matching(typed, most: most).map { name in
            Candidate(
                text: name.text, kind: .key, note: name.note, replaced: place.replaced,
                count: KeyPattern(typed: name.text).map { .finds(.has($0)) } ?? .known(name.weight))
        }
    }

    /// Keys below the innermost braces around the place, without what the braces name.
    private func members(_ typed: String, most: Int) -> [Candidate] {
        guard let structure = place.structures.last else { return [] }
        let wanted = FactKey.folded(typed)
        var weights: [String: (weight: Int, note: String)] = [:]
        for (named, segment) in keys.structure(structure) {
            let below = named.entry.key.segments[(segment + 1)...]
            let pattern = KeyPattern(segments: below.map { .init(.plain($0)) })
            guard pattern.folded.contains(wanted) else { continue }
            let known = weights[pattern.description]?.weight ?? 0
            weights[pattern.description] = (
                max(known, named.entry.assetCount), named.entry.key.description
            )
        }
        let sorted = weights.sorted {
            let isFirst = FactKey.folded($0.key).hasPrefix(wanted)
            let isSecond = FactKey.folded($1.key).hasPrefix(wanted)
            if isFirst != isSecond { return isFirst }
            return ($1.value.weight, $0.key) < ($0.value.weight, $1.key)
        }
        return sorted.prefix(most).map { text, member in
            Candidate(
                text: text, kind: .key, note: member.note, replaced: place.replaced,
                count: KeyPattern(typed: text).map { .finds(.has($0)) } ?? .known(member.weight))
        }
    }

    /// Words of the index's texts that what is typed may become.
    private func words() throws -> [Candidate] {
        guard place.typed.unicodeScalars.count >= 2,
            !place.typed.utf8.contains(UInt8(ascii: ".")),
            !place.typed.utf8.contains(UInt8(ascii: "`"))
        else { return [] }
        let words = try rest.words(
            beginningWith: place.typed, most: Self.maximumWordCount,
            lookingAt: Self.maximumEntryCount)
        return words.map { word in
            let isOverall = place.frame.isConjunction
            return Candidate(
                text: word.text, kind: .value, note: "a word", replaced: place.replaced,
                count: isOverall ? .known(word.count) : .finds(.text(.word(word.text))))
        }
    }

    // MARK: Operators

    /// The operators that make sense of a key's values; none where nothing is named so.
    func comparisons(of key: KeyPattern, at range: SourceRange) -> [Candidate] {
        let resolution = keys.resolution(of: key)
        guard !resolution.sources.isEmpty else { return [] }
        let numbers = resolution.sources.reduce(0) { $0 + $1.entry.numberCount }
        let dates = resolution.sources.reduce(0) { $0 + $1.entry.dateCount }
        let texts = resolution.sources.reduce(0) { $0 + $1.entry.textCount }
        let meanings: [(Comparison, String)]
        if dates > 0, dates >= numbers, dates >= texts {
            meanings = [
                (.matches, "within the day, month or year"), (.greaterOrEqual, "from then on"),
                (.less, "before"), (.greater, "after"), (.lessOrEqual, "until then"),
                (.differs, "not then"),
            ]
        } else if numbers > 0, numbers >= texts {
            meanings = [
                (.matches, "equal, or in a range 1..5"), (.less, "below"), (.greater, "above"),
                (.lessOrEqual, "at most"), (.greaterOrEqual, "at least"),
                (.near, "within 1 %"), (.differs, "other than"), (.equals, "equal"),
            ]
        } else {
            meanings = [
                (.matches, "has the words"), (.equals, "is exactly"), (.differs, "is not"),
                (.similar, "with typing errors forgiven"),
            ]
        }
        return meanings.map { comparison, note in
            Candidate(
                text: comparison.rawValue, kind: .operator, note: note, replaced: range,
                count: .finds(.has(key)))
        }
    }
}
