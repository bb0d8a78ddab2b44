/// The assets of an answer, kept beyond the reading of the index that found them.
public struct RetainedAnswer: Sendable {
    let set: AssetSet
    /// The revision of the index at which it was found, and for which alone it holds.
    public let revision: Int64
}

extension StoreReader {
    /// An answer found before; `nil` where the index has changed since.
    public func answer(
        retained: RetainedAnswer, deadline: ContinuousClock.Instant? = nil
    ) throws -> StoreAnswer? {
        guard try retained.revision == revision else { return nil }
        return StoreAnswer(snapshot, retained.set, Budget(deadline: deadline))
    }
}

extension StoreAnswer {
    /// This answer for a later reading of the same revision.
    public var retained: RetainedAnswer {
        RetainedAnswer(set: set, revision: snapshot.state.revision)
    }

    /// How many assets of the answer another one has too.
    public func count(sharedWith other: StoreAnswer) -> Int {
        set.intersectionCount(other.set)
    }

    /// Values under keys that begin so, without regard to case, and how many assets of the answer
    /// have them; the most frequent first, those of no asset left out.
    ///
    /// - Parameters:
    ///   - most: Values returned at most.
    ///   - entries: About how many distinct texts are looked at, in the order of their letters, for
    ///     each key; of its numbers, ten times as many.
    public func values(
        of keys: [KeyID], beginningWith beginning: String, most: Int, lookingAt entries: Int
    ) throws -> [(text: String, count: Int)] {
        var counts: [String: Int] = [:]
        let folded = Array(StoredText.folded(beginning).utf8)
        for key in keys {
            let slot = EntryKey.prefix(UInt32(clamping: key.raw), .text)
            try count(slot, folded, entries) { bytes in
                let text = StoredText(bytes)
                return text.isWhole ? text.shown : nil
            } add: { text, posting in
                let count = try posting.count(in: set)
                if count > 0 { counts[text, default: 0] += count }
            }
            try countNumbers(key, beginningWith: beginning, entries * 10, into: &counts)
        }
        return Self.mostFrequent(counts, most)
    }

    /// Counts the texts of a key that are plain numbers, of which the index keeps no text; looked at
    /// are those of so many assets of the answer at most.
    private func countNumbers(
        _ key: KeyID, beginningWith beginning: String, _ most: Int, into counts: inout [String: Int]
    ) throws {
        var numbers: [Double: Int] = [:]
        var left = most
        let name = EntryKey.prefix(UInt32(clamping: key.raw), .plain)
        for segment in snapshot.entries.segments where left > 0 {
            try snapshot.entries.forEachChunk(of: name, in: segment, budget) { chunk in
                guard left > 0 else { return }
                chunk.forEachNumber { ordinal, number in
                    guard left > 0, set.contains(ordinal) else { return }
                    numbers[number, default: 0] += 1
                    left -= 1
                }
            }
        }
        for (number, count) in numbers {
            let text = PlainNumber.text(of: number)
            if text.hasPrefix(beginning) { counts[text, default: 0] += count }
        }
    }

    /// Words in any key's value that begin so; see ``values(of:beginningWith:most:lookingAt:)``.
    public func words(
        beginningWith beginning: String, most: Int, lookingAt entries: Int
    ) throws -> [(text: String, count: Int)] {
        guard let word = Words(of: beginning).runs.last.map({ Array($0) }) else { return [] }
        var assets: [String: AssetSet] = [:]
        func add(_ text: String, _ posting: Posting) throws {
            let known = assets[text] ?? AssetSet()
            known.insert(contentsOf: try posting.ordinals(in: set))
            assets[text] = known
        }
        for key in try TextEvaluator(Evaluator(snapshot, budget)).keys(withWordsFrom: word) {
            try count(EntryKey.prefix(key, .word), word, entries) { bytes in
                String(decoding: bytes, as: UTF8.self)
            } add: {
                try add($0, $1)
            }
            for slot in [EntryKey.Slot.text, .label] {
                try count(EntryKey.prefix(key, slot), word, entries) { bytes in
                    let text = StoredText(bytes)
                    let isWord = text.isWhole && Words(of: text.folded).areWholeText(text.folded)
                    return isWord ? text.folded : nil
                } add: {
                    try add($0, $1)
                }
            }
        }
        return Self.mostFrequent(assets.mapValues(\.count).filter { $0.value > 0 }, most)
    }

    /// What is looked at of each segment at least, however many there are.
    private static let leastEntryCount = 500

    /// Calls `add` with entries that begin so, up to a number shared by the segments.
    private func count(
        _ slot: [UInt8], _ beginning: [UInt8], _ most: Int,
        text: (UnsafeRawBufferPointer) -> String?, add: (String, Posting) throws -> Void
    ) throws {
        let start = slot + beginning
        let end = EntryKey.end(ofPrefix: start)
        let segments = snapshot.entries.segments
        let share = max(min(most, Self.leastEntryCount), most / max(1, segments.count))
        for segment in segments {
            var left = share
            try snapshot.entries.scan(segment, from: start, to: end, budget) { key, posting in
                if let text = text(UnsafeRawBufferPointer(rebasing: key[slot.count...])) {
                    try add(text, posting)
                }
                left -= 1
                return left > 0
            }
        }
    }

    private static func mostFrequent(
        _ counts: [String: Int], _ most: Int
    ) -> [(text: String, count: Int)] {
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return sorted.prefix(most).map { (text: $0.key, count: $0.value) }
    }
}
