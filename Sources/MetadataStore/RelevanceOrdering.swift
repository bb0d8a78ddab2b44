internal import Glibc
internal import MetadataModel

/// A condition on words that an answer is ranked by.
public struct RankedWord: Hashable, Sendable {
    public var test: TextTest
    /// How much it tells: the logarithm of how few assets have it.
    public var rarity: Double

    /// - Parameters:
    ///   - count: The assets that have it.
    ///   - total: All assets.
    public init(_ test: TextTest, count: Int, of total: Int) {
        self.test = test
        rarity = log(1 + (Double(max(0, total - count)) + 0.5) / (Double(count) + 0.5))
    }
}

/// Walks over a set of assets in the order of how well they fit some words.
///
/// Looked at are at most ``candidateCount`` assets: first those with a whole value that is one of
/// the words, the rarest word first, then the others, always the latest written first. The rest
/// of the set follows behind them, the newest first. Of a candidate, the facts are read under whose
/// keys the words stand, and scored:
///
/// - each word by BM25 over the facts that have it, short texts counting more than long ones;
/// - a value that is nothing but the word counts its rarity once more, and so does one that has
///   all the words side by side;
/// - a word whose fact stands under a key named by another of the words counts half as much again.
///
/// Equal scores are settled by identity, the newest first.
struct RelevanceOrdering {
    static let candidateCount = StoreAnswer.maximumRankedCount

    /// Saturation of repeated words, as BM25 has it.
    private static let saturation = 1.2
    /// The number of words of a text that counts as it is.
    private static let usualWordCount = 4.0

    private let snapshot: Snapshot
    private let budget: Budget
    private let words: [(pattern: WordPattern, rarity: Double)]
    private let texts: TextEvaluator

    init(_ snapshot: Snapshot, _ budget: Budget, _ words: [RankedWord]) {
        self.snapshot = snapshot
        self.budget = budget
        self.words = words.map { (WordPattern($0.test), $0.rarity) }
            .sorted { $0.rarity > $1.rarity }
        texts = TextEvaluator(Evaluator(snapshot, budget))
    }

    /// Calls `body` with each asset after a place, and with its own place, until it returns false.
    func walk(
        _ set: AssetSet, after start: PageCursor?,
        _ body: (AssetIdentity, PageCursor) throws -> Bool
    ) throws {
        let keys = try words.map { Set(try texts.keys(withWords: $0.pattern)) }
        let chosen = try candidates(set, keys)
        let startScore = start?.values[0]
        if start == nil || startScore != nil {
            for place in try ranked(chosen, keys) {
                let score = Self.bytes(of: place.score)
                if let start, let startScore {
                    if startScore.lexicographicallyPrecedes(score) { continue }
                    if score == startScore, place.identity >= start.identity { continue }
                }
                let cursor = PageCursor(values: [score], identity: place.identity)
                guard try body(place.identity, cursor) else { return }
            }
        }
        let rest =
            startScore == nil ? start.map { PageCursor(values: [], identity: $0.identity) } : nil
        try AssetOrdering(snapshot, budget).walk(
            set.subtracting(chosen), [.identity(descending: true)], after: rest
        ) { identity, _ in
            try body(identity, PageCursor(values: [nil], identity: identity))
        }
    }

    // MARK: Candidates

    private func candidates(_ set: AssetSet, _ keys: [Set<UInt32>]) throws -> AssetSet {
        guard set.count > Self.candidateCount else { return set.copy() }
        let chosen = AssetSet()
        for (word, keys) in zip(words, keys) where chosen.count < Self.candidateCount {
            let whole = AssetSet()
            for key in keys.sorted() {
                whole.formUnion(
                    try texts.assets(key, .text(word.pattern.spelling, isCaseSensitive: false)))
            }
            whole.formIntersection(set)
            Self.add(whole, to: chosen)
        }
        Self.add(set, to: chosen)
        return chosen
    }

    /// Fills up with those written last.
    private static func add(_ set: AssetSet, to chosen: AssetSet) {
        let open = set.subtracting(chosen)
        let count = open.count
        for step in 0..<max(0, min(candidateCount - chosen.count, count)) {
            if let ordinal = open.ordinal(atRank: count - 1 - step) { chosen.insert(ordinal) }
        }
    }

    // MARK: Scores

    private func ranked(
        _ candidates: AssetSet, _ keys: [Set<UInt32>]
    ) throws -> [(identity: AssetIdentity, score: UInt32)] {
        let all = keys.reduce(into: Set<UInt32>()) { $0.formUnion($1) }
        let names = try keyNames(all)
        var ranked: [(identity: AssetIdentity, score: UInt32)] = []
        for ordinal in candidates.ordinals() where budget.allowsMore() {
            let score = try score(ordinal, all, names)
            ranked.append(
                (try snapshot.assets.identity(ordinal), UInt32(clamping: Int(score * 4096))))
        }
        return ranked.sorted { ($0.score, $0.identity) > ($1.score, $1.identity) }
    }

    /// For each key, which of the words are in its name.
    private func keyNames(_ keys: Set<UInt32>) throws -> [UInt32: [Bool]] {
        var names: [UInt32: [Bool]] = [:]
        let dictionary = try snapshot.keys()
        for key in keys {
            let name = dictionary.entry(KeyID(raw: Int64(key)))?.key.description ?? ""
            names[key] = words.map { $0.pattern.matches(name) }
        }
        return names
    }

    private func score(
        _ ordinal: UInt32, _ keys: Set<UInt32>, _ names: [UInt32: [Bool]]
    ) throws -> Double {
        var weights = words.map { _ in 0.0 }
        var extras = words.map { _ in 0.0 }
        var together = 0.0
        try snapshot.records.forEachFact(of: ordinal, keys: keys) { key, fact, _ in
            for text in [fact.value, fact.label].compactMap({ $0 }) {
                let found = words.map { $0.pattern.matches(text) }
                guard found.contains(true) else { continue }
                let count = Words(of: text).runs.count
                let length = 0.25 + 0.75 * Double(count) / Self.usualWordCount
                for place in words.indices where found[place] {
                    weights[place] += 1 / length
                    if count == words[place].pattern.words.count {
                        extras[place] = max(extras[place], 1)
                    }
                    let isNamed = names[key]?.indices.contains {
                        $0 != place && (names[key]?[$0] ?? false)
                    }
                    if isNamed ?? false { extras[place] += 0.5 }
                }
                if words.count > 1, !found.contains(false) {
                    let wanted = words.reduce(0) { $0 + $1.pattern.words.count }
                    together = max(together, count == wanted ? 1 : 0.5)
                }
            }
            return true
        }
        var score = 0.0
        for (place, word) in words.enumerated() {
            let weight = weights[place]
            let repeated = weight * (Self.saturation + 1) / (weight + Self.saturation)
            score += word.rarity * (repeated + min(extras[place], 2) + together)
        }
        return score
    }

    private static func bytes(of score: UInt32) -> [UInt8] {
        stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: score >> $0) }
    }
}

extension WordPattern {
    /// The words with a space between.
    fileprivate var spelling: String {
        words.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: " ")
    }
}

extension StoreAnswer {
    /// Assets that are looked at at most for an order of relevance.
    public static let maximumRankedCount = 500
}
