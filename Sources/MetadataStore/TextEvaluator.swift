internal import MetadataModel

/// Finds assets by the texts of their values and labels.
struct TextEvaluator {
    private let evaluator: Evaluator
    private var entries: SegmentReader { evaluator.snapshot.entries }
    private var budget: Budget { evaluator.budget }

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
            return try assets(key, beginningWith: glob.literalPrefix, among: nil, test) {
                glob.matches(folded: $0)
            }
        case .present, .number, .quantity, .date, .truth, .anyOf:
            preconditionFailure("\(test) is no condition on a text")
        }
    }

    // MARK: Whole texts

    private func assets(
        _ key: UInt32, equalTo text: String, isCaseSensitive: Bool
    ) throws -> AssetSet {
        let result = AssetSet()
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
    ///   - passes: Decides on a text, folded.
    private func assets(
        _ key: UInt32, beginningWith prefix: [UInt8], among candidates: AssetSet?,
        _ test: ValueTest, passes: (String) -> Bool
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
                try entries.scan(segment, from: start, to: end, budget) { key, posting in
                    let stored = StoredText(
                        UnsafeRawBufferPointer(rebasing: key[slotPrefix.count...]))
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
        return try assets(key, beginningWith: [], among: candidates, pattern.test) {
            pattern.matches($0)
        }
    }

    /// The assets with a text under any key that holds the words.
    func assets(withWords pattern: WordPattern) throws -> AssetSet {
        let anyKey = EntryKey.prefix(EntryKey.anyKey, .word)
        guard let candidates = try candidates(pattern, { try wordEntries(anyKey, $0) }) else {
            return AssetSet()
        }
        if pattern.words.count == 1 { return candidates }
        candidates.formIntersection(evaluator.snapshot.live)
        guard candidates.count > Snapshot.fewAssets else {
            return try evaluator.verified(candidates, keys: nil) { facts in
                facts.contains { pattern.matches($0.fact) }
            }
        }
        let result = AssetSet()
        for entry in try evaluator.snapshot.keys().entries where budget.allowsMore() {
            let key = UInt32(clamping: entry.id.raw)
            result.formUnion(try assets(key, withWords: pattern))
        }
        return result
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
