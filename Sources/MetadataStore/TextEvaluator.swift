internal import MetadataModel

/// Finds assets by the texts of their values and labels.
struct TextEvaluator {
    private let evaluator: Evaluator
    private var entries: SegmentReader { evaluator.snapshot.entries }
    private var budget: Budget { evaluator.budget }
    private var numbers: NumberEvaluator { NumberEvaluator(evaluator) }

    init(_ evaluator: Evaluator) {
        self.evaluator = evaluator
    }

    /// The assets with a fact under the key whose text passes.
    func assets(_ key: UInt32, _ test: ValueTest) throws -> AssetSet {
        switch test {
        case .text(let text, let isCaseSensitive):
            return try assets(key, equalTo: text, isCaseSensitive: isCaseSensitive)
        case .words(let words):
            return try assets(key, withWords: WordPattern(words))
        case .similar(let text, let maximumEdits):
            return try assets(key, withWords: WordPattern(text, maximumEdits: maximumEdits))
        case .glob(let pattern):
            let glob = GlobPattern(pattern)
            let beginning = glob.literalPrefix
            let found = try assets(key, beginningWith: beginning, among: nil, test) {
                glob.matches(folded: $0)
            }
            if Self.mayBeginNumber(beginning) {
                found.formUnion(try numbers.assets(key) { glob.matches(folded: $0) })
            }
            return found
        case .present, .number, .quantity, .date, .truth, .anyOf:
            preconditionFailure("\(test) is no condition on a text")
        }
    }

    // MARK: Whole texts

    private func assets(
        _ key: UInt32, equalTo text: String, isCaseSensitive: Bool
    ) throws -> AssetSet {
        let result = AssetSet()
        if let number = PlainNumber.number(text) {
            let bounds = Bounds(lower: number, upper: number)
            result.formUnion(try numbers.assets([EntryKey.prefix(key, .plain)], bounds))
        }
        for slot in [EntryKey.Slot.text, .label] {
            let prefix = EntryKey.prefix(key, slot)
            for value in StoredText.prefixes(foldingTo: text) {
                let start = prefix + value
                guard isCaseSensitive else {
                    result.formUnion(try entries.union(ofPrefix: start, budget))
                    continue
                }
                let end = EntryKey.end(ofPrefix: start)
                for segment in entries.segments {
                    var union = PostingUnion(first: segment.first, last: segment.last)
                    try entries.scan(segment, from: start, to: end, budget) { key, posting in
                        let stored = UnsafeRawBufferPointer(rebasing: key[prefix.count...])
                        if StoredText.isWritten(text, stored) { try union.add(posting) }
                        return true
                    }
                    union.add(to: result)
                }
            }
        }
        return result
    }

    /// The assets with a text that passes, by a scan of the key's distinct texts.
    ///
    /// - Parameters:
    ///   - prefix: What a folded text that may pass begins with.
    ///   - candidates: Only these assets are of interest.
    ///   - test: Decides on the record, for texts that the index keeps short.
    ///   - pattern: Texts that it rules out at a glance are passed over.
    ///   - passes: Decides on a text, folded.
    private func assets(
        _ key: UInt32, beginningWith prefix: [UInt8], among candidates: AssetSet?,
        _ test: ValueTest, pattern: WordPattern? = nil, passes: (String) -> Bool
    ) throws -> AssetSet {
        let result = AssetSet()
        let doubtful = AssetSet()
        for slot in [EntryKey.Slot.text, .label] {
            let slotPrefix = EntryKey.prefix(key, slot)
            let start = slotPrefix + prefix.prefix(StoredText.maximumByteCount / 2)
            let end = EntryKey.end(ofPrefix: start)
            for segment in entries.segments {
                var passing = PostingUnion(first: segment.first, last: segment.last)
                var short = PostingUnion(first: segment.first, last: segment.last)
                // Few texts belong to candidates, and reading a text costs more than that look.
                let members = candidates.map {
                    OrdinalBits($0, first: segment.first, last: segment.last)
                }
                try entries.scan(segment, from: start, to: end, budget) { key, posting in
                    if let members, try !posting.meets(members) { return true }
                    let bytes = UnsafeRawBufferPointer(rebasing: key[slotPrefix.count...])
                    if let pattern, !pattern.mayMatch(stored: bytes) { return true }
                    let stored = StoredText(bytes)
                    if !stored.isWhole {
                        try short.add(posting)
                    } else if passes(stored.folded) {
                        try passing.add(posting)
                    }
                    return true
                }
                passing.add(to: result)
                short.add(to: doubtful)
            }
        }
        doubtful.subtract(result)
        doubtful.formIntersection(candidates ?? evaluator.snapshot.live)
        if let candidates { result.formIntersection(candidates) }
        let matcher = FactMatcher(test)
        result.formUnion(
            try evaluator.verified(doubtful, keys: [key]) { facts in
                facts.contains { matcher.matches($0.fact) }
            })
        return result
    }

    // MARK: Words

    /// The assets with a text under the key that holds the words.
    private func assets(_ key: UInt32, withWords pattern: WordPattern) throws -> AssetSet {
        guard let candidates = try candidates(pattern, { try assets(key, $0) }) else {
            return AssetSet()
        }
        if pattern.words.count == 1 { return candidates }
        candidates.formIntersection(evaluator.snapshot.live)
        guard candidates.count > Snapshot.fewAssets else {
            return try evaluator.verified(candidates, keys: [key]) { facts in
                facts.contains { pattern.matches($0.fact) }
            }
        }
        let found = try assets(
            key, beginningWith: [], among: candidates, pattern.test, pattern: pattern
        ) { pattern.matches($0) }
        // A plain number is one word: it has several only where they are the same.
        if pattern.mayMatchNumber {
            let passing = try numbers.assets(key) { pattern.matches($0) }
            found.formUnion(passing.intersection(candidates))
        }
        return found
    }

    private static func mayBeginNumber(_ beginning: [UInt8]) -> Bool {
        guard let first = beginning.first else { return true }
        return first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
    }

    /// The assets with a text under any key that holds the words.
    func assets(withWords pattern: WordPattern) throws -> AssetSet {
        let result = AssetSet()
        for key in try keys(withWords: pattern) where budget.allowsMore() {
            result.formUnion(try assets(key, withWords: pattern))
        }
        return result
    }

    /// The keys that may have texts with all words.
    func keys(withWords pattern: WordPattern) throws -> [UInt32] {
        var common: AssetSet?
        for word in pattern.words {
            let found = try keys(withWord: word)
            common = common?.intersection(found) ?? found
        }
        return common?.ordinals() ?? []
    }

    /// The keys that may have texts with words that begin so.
    func keys(withWordsFrom beginning: [UInt8]) throws -> [UInt32] {
        let keys = AssetSet()
        let start = WordKeys.entries(ofBeginning: beginning)
        try collectKeys(from: start, to: EntryKey.end(ofPrefix: start), into: keys)
        return keys.ordinals()
    }

    private func keys(withWord word: WordPattern.Word) throws -> AssetSet {
        let result = AssetSet()
        switch word.form {
        case .exact:
            let key = WordKeys.entry(ofWord: word.bytes)
            try collectKeys(from: key, to: key + [0], into: result)
        case .prefix:
            let start = WordKeys.entries(ofBeginning: word.bytes)
            try collectKeys(from: start, to: EntryKey.end(ofPrefix: start), into: result)
        case .similar:
            let all = try evaluator.snapshot.keys().entries
            result.insert(contentsOf: all.map { UInt32(clamping: $0.id.raw) }.sorted())
            return result
        }
        if word.mayBeNumber {
            let numeric = try evaluator.snapshot.keys().entries.filter { $0.numberCount > 0 }
            result.insert(contentsOf: numeric.map { UInt32(clamping: $0.id.raw) }.sorted())
        }
        return result
    }

    private func collectKeys(from start: [UInt8], to end: [UInt8]?, into keys: AssetSet) throws {
        for segment in entries.segments {
            try entries.scan(segment, from: start, to: end, budget) { _, posting in
                if posting.isBitmap {
                    keys.formUnion(try posting.bitmap())
                } else {
                    posting.forEachListed { keys.insert($0) }
                }
                return true
            }
        }
    }

    /// The assets that have all words of a pattern, not necessarily in one text.
    private func candidates(
        _ pattern: WordPattern, _ assets: (WordPattern.Word) throws -> AssetSet
    ) throws -> AssetSet? {
        guard let first = pattern.words.first else { return nil }
        let result = try assets(first)
        for word in pattern.words.dropFirst() where !result.isEmpty {
            result.formIntersection(try assets(word))
        }
        return result
    }

    /// The assets with a word under a key: one of several in a text, or a text of its own.
    private func assets(_ key: UInt32, _ word: WordPattern.Word) throws -> AssetSet {
        let result = try wordEntries(EntryKey.prefix(key, .word), word)
        if word.mayBeNumber {
            let plain =
                word.form == .exact
                ? try numbers.assets(key, word: String(decoding: word.bytes, as: UTF8.self))
                : try numbers.assets(key) { word.fits(Array($0.drop { $0 == "-" }.utf8)[...]) }
            result.formUnion(plain)
        }
        for slot in [EntryKey.Slot.text, .label] {
            let prefix = EntryKey.prefix(key, slot)
            switch word.form {
            case .exact:
                result.formUnion(try entries.union(ofPrefix: prefix + word.bytes + [0], budget))
            case .prefix:
                result.formUnion(try entries.union(ofPrefix: prefix + word.bytes, budget))
            case .similar:
                result.formUnion(
                    try similarEntries(prefix, word) { bytes in
                        let folded = StoredText(bytes).folded
                        return Words(of: folded).areWholeText(folded) ? Array(folded.utf8) : nil
                    })
            }
        }
        return result
    }

    private func wordEntries(_ prefix: [UInt8], _ word: WordPattern.Word) throws -> AssetSet {
        switch word.form {
        case .exact: try entries.union(of: prefix + word.bytes, budget)
        case .prefix: try entries.union(ofPrefix: prefix + word.bytes, budget)
        case .similar: try similarEntries(prefix, word) { Array($0) }
        }
    }

    private func similarEntries(
        _ prefix: [UInt8], _ word: WordPattern.Word,
        _ read: (UnsafeRawBufferPointer) -> [UInt8]?
    ) throws -> AssetSet {
        let result = AssetSet()
        let end = EntryKey.end(ofPrefix: prefix)
        for segment in entries.segments {
            var union = PostingUnion(first: segment.first, last: segment.last)
            try entries.scan(segment, from: prefix, to: end, budget) { key, posting in
                let stored = UnsafeRawBufferPointer(rebasing: key[prefix.count...])
                if let found = read(stored), word.fits(found[...]) { try union.add(posting) }
                return true
            }
            union.add(to: result)
        }
        return result
    }
}
