internal import MetadataModel

/// The texts under some keys, in all segments, merged into one sorted sequence.
struct TextOrder {
    private let snapshot: Snapshot
    private let budget: Budget
    private let isDescending: Bool
    private let prefixes: [[UInt8]]
    /// Texts that are plain numbers, in order, which the index keeps as numbers.
    private var numbers: [(text: [UInt8], assets: AssetSet)] = []

    init(_ snapshot: Snapshot, _ budget: Budget, _ keys: [KeyID], isDescending: Bool) throws {
        self.snapshot = snapshot
        self.budget = budget
        self.isDescending = isDescending
        let ids = keys.map { UInt32(clamping: $0.raw) }
        prefixes = ids.map { EntryKey.prefix($0, .text) }
        var ordinals: [Double: [UInt32]] = [:]
        for segment in snapshot.entries.segments {
            for key in ids {
                let name = EntryKey.prefix(key, .plain)
                try snapshot.entries.forEachChunk(of: name, in: segment, budget) { chunk in
                    chunk.forEachNumber { ordinals[$1, default: []].append($0) }
                }
            }
        }
        numbers = ordinals.map { number, ordinals in
            let assets = AssetSet()
            assets.insert(contentsOf: ordinals)
            return (Array(PlainNumber.text(of: number).utf8), assets)
        }
        let isDescending = isDescending
        numbers.sort { Self.isBefore($0.text, $1.text, isDescending) }
    }

    /// The assets with any text.
    func allAssets() throws -> AssetSet {
        let result = try union { prefix in (prefix, EntryKey.end(ofPrefix: prefix)) }
        for (_, assets) in numbers { result.formUnion(assets) }
        return result
    }

    /// The assets with a text that comes before this one.
    func assets(before value: [UInt8]) throws -> AssetSet {
        let result = try union { prefix in
            isDescending
                ? (end(of: value, prefix) ?? prefix, EntryKey.end(ofPrefix: prefix))
                : (prefix, prefix + value)
        }
        for (text, assets) in numbers where isBefore(text, value) { result.formUnion(assets) }
        return result
    }

    private func union(_ bounds: ([UInt8]) -> ([UInt8], [UInt8]?)) throws -> AssetSet {
        let result = AssetSet()
        for prefix in prefixes {
            let (start, end) = bounds(prefix)
            result.formUnion(try snapshot.entries.union(from: start, to: end, budget))
        }
        return result
    }

    /// The first key after the entries with a text.
    private func end(of value: [UInt8], _ prefix: [UInt8]) -> [UInt8]? {
        EntryKey.end(ofPrefix: prefix + value + [0])
    }

    /// Calls `body` with each text, in order, and those of the assets that have it first, until
    /// it returns false. They leave the set.
    func forEachGroup(
        of remaining: AssetSet, from start: [UInt8]?,
        _ body: ([UInt8], AssetSet) throws -> Bool
    ) throws -> Bool {
        var heads = try heads(from: start)
        var numbers = numbers[...].drop { text, _ in start.map { isBefore(text, $0) } ?? false }
        while !heads.isEmpty || !numbers.isEmpty, !remaining.isEmpty {
            guard budget.allowsMore() else { return false }
            var values = heads.map(\.value)
            if let number = numbers.first { values.append(number.text) }
            let next = values.dropFirst().reduce(values[0]) { isBefore($1, $0) ? $1 : $0 }
            let group = AssetSet()
            for place in heads.indices where heads[place].value == next {
                try take(next, from: &heads[place], remaining, into: group)
            }
            heads.removeAll { $0.cursor.isAtEnd }
            if let number = numbers.first, number.text == next {
                group.formUnion(number.assets.intersection(remaining))
                numbers.removeFirst()
            }
            guard !group.isEmpty else { continue }
            remaining.subtract(group)
            guard try body(next, group) else { return false }
        }
        return true
    }

    /// Where a key stands in one segment.
    private struct Head {
        let cursor: EntryCursor
        let prefix: [UInt8]
        var value: [UInt8]
    }

    private func heads(from start: [UInt8]?) throws -> [Head] {
        var heads: [Head] = []
        for prefix in prefixes {
            let prefixEnd = EntryKey.end(ofPrefix: prefix)
            let from = isDescending ? prefix : prefix + (start ?? [])
            let to = isDescending ? start.flatMap { end(of: $0, prefix) } ?? prefixEnd : prefixEnd
            for segment in snapshot.entries.segments {
                let cursor = try snapshot.entries.cursor(
                    over: segment, from: from, to: to, descending: isDescending)
                guard !cursor.isAtEnd else { continue }
                heads.append(
                    Head(cursor: cursor, prefix: prefix, value: value(of: cursor, prefix)))
            }
        }
        return heads
    }

    private func isBefore(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        Self.isBefore(left, right, isDescending)
    }

    private static func isBefore(
        _ left: [UInt8], _ right: [UInt8], _ isDescending: Bool
    ) -> Bool {
        isDescending
            ? right.lexicographicallyPrecedes(left) : left.lexicographicallyPrecedes(right)
    }

    /// The part of an entry's key that sorts: the folded text.
    private func value(of cursor: EntryCursor, _ prefix: [UInt8]) -> [UInt8] {
        cursor.withKey { Array($0[prefix.count...].prefix { $0 != 0 }) }
    }

    /// Moves the assets of all entries with a text into a group.
    private func take(
        _ value: [UInt8], from head: inout Head, _ remaining: AssetSet, into group: AssetSet
    ) throws {
        while !head.cursor.isAtEnd {
            head.value = self.value(of: head.cursor, head.prefix)
            guard head.value == value else { return }
            group.insert(
                contentsOf: try head.cursor.withPosting { try $0.ordinals(in: remaining) })
            try head.cursor.advance()
        }
    }
}
