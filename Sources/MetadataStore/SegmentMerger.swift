internal import GRDB

/// Makes one segment of several neighbours; dead ordinals leave on the way.
struct SegmentMerger {
    /// Neighbours of one level, and smaller ones among them, that are merged into one.
    static let width = 8
    /// A segment below this is of the lowest level; each level holds ``width`` times more.
    static let lowestByteCount = 32 << 10
    /// Segments of this level stay as they are.
    static let highestLevel = 4

    static func level(of segment: Segment) -> Int {
        var level = 0
        var bound = lowestByteCount
        while segment.byteCount >= bound, level < highestLevel {
            level += 1
            bound *= width
        }
        return level
    }

    /// The next neighbours to merge, by place; `nil` where all is well.
    ///
    /// Segments that share an ordinal, as those of an asset with very many facts do, come first.
    static func candidates(_ segments: [Segment]) -> Range<Int>? {
        if let shared = overlap(segments) { return shared }
        let levels = segments.map(level(of:))
        for level in 0..<highestLevel {
            var start = 0
            for place in 0...levels.count where place == levels.count || levels[place] > level {
                if place - start >= width { return start..<place }
                start = place + 1
            }
        }
        return nil
    }

    private static func overlap(_ segments: [Segment]) -> Range<Int>? {
        guard
            let second = segments.indices.dropFirst().first(where: {
                segments[$0].first <= segments[$0 - 1].last
            })
        else { return nil }
        var last = segments[second - 1].last
        var end = second
        while end < segments.count, segments[end].first <= last {
            last = max(last, segments[end].last)
            end += 1
        }
        return second - 1..<end
    }

    private let inputs: [EntryCursor]
    private let dead: AssetSet
    private let base: UInt32

    init(_ segments: [Segment], dead: AssetSet, _ database: Database) throws {
        let blocks = try BlockSource(database)
        inputs = try segments.map {
            try EntryCursor(blocks, $0, from: [], to: nil, descending: false)
        }
        base = segments.map(\.first).min() ?? 0
        let last = segments.map(\.last).max() ?? 0
        self.dead = dead.intersection(AssetSet(base..<last &+ 1))
    }

    /// Writes the entries of all inputs.
    func merge(into writer: inout BlockWriter) throws {
        while let least = leastInput() {
            let key = least.withKey { Array($0) }
            if let slot = key.withUnsafeBytes({ EntryKey.slot($0) }), slot.isColumn {
                try mergeColumn(Array(key.prefix(slot.nameByteCount)), slot, into: &writer)
            } else {
                try mergeEntry(key, into: &writer)
            }
        }
        try writer.finish()
    }

    private func mergeColumn(
        _ name: [UInt8], _ slot: EntryKey.Slot, into writer: inout BlockWriter
    ) throws {
        var values: [ColumnValue] = []
        for input in inputs {
            while !input.isAtEnd, input.withKey({ $0.starts(with: name) }) {
                try input.withPosting {
                    try ColumnChunk($0).append(to: &values, areSpans: slot == .date)
                }
                try input.advance()
            }
        }
        if !dead.isEmpty { values.removeAll { dead.contains($0.ordinal) } }
        values.sortAsColumn()
        try writer.append(values, name: name, base: base)
    }

    private func mergeEntry(_ key: [UInt8], into writer: inout BlockWriter) throws {
        let base = key.withUnsafeBytes { EntryKey.base($0, self.base) }
        // Under no key stand ids of keys, of which none dies.
        let holdsAssets = !key.prefix(4).allSatisfy { $0 == 0 }
        let hasDead = holdsAssets && !dead.isEmpty
        var ordinals: [UInt32] = []
        var bitmap: AssetSet?
        for input in inputs where !input.isAtEnd && input.hasKey(key) {
            try input.withPosting { found in
                if found.isBitmap {
                    let set = try found.bitmap()
                    if let bitmap { bitmap.formUnion(set) } else { bitmap = set }
                } else {
                    found.forEachListed { ordinals.append($0) }
                }
            }
            try input.advance()
        }
        if hasDead { ordinals.removeAll { dead.contains($0) } }
        if !holdsAssets { ordinals.sort() }
        var posting: [UInt8] = []
        if let bitmap {
            if hasDead { bitmap.subtract(dead) }
            bitmap.insert(contentsOf: ordinals)
            guard !bitmap.isEmpty else { return }
            if bitmap.count <= Posting.maximumListCount {
                Posting.append(bitmap.ordinals(), base: base, to: &posting)
            } else {
                Posting.append(bitmap, to: &posting)
            }
        } else {
            ordinals.removeRepetitions()
            guard !ordinals.isEmpty else { return }
            Posting.append(ordinals, base: base, to: &posting)
        }
        try key.withUnsafeBytes { try writer.append($0, posting: posting) }
    }

    private func leastInput() -> EntryCursor? {
        var least: EntryCursor?
        for input in inputs where !input.isAtEnd {
            guard let other = least else {
                least = input
                continue
            }
            let isLess = input.withKey { key in other.withKey { compare(key, $0) < 0 } }
            if isLess { least = input }
        }
        return least
    }
}

extension EntryCursor {
    func hasKey(_ key: [UInt8]) -> Bool {
        withKey { own in key.withUnsafeBytes { compare(own, $0) == 0 } }
    }
}
