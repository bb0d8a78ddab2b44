internal import Glibc
internal import MetadataModel

/// Collects the facts of some assets and turns them into the sorted entries of a segment.
///
/// While facts arrive, only distinct contents and a log of (content, ordinal) are kept. What a
/// content contributes to the index, its words and numbers, is made out once a segment, however
/// many assets share it.
struct SegmentBuilder {
    /// A segment is closed when its distinct contents or its log reach these, which bounds the
    /// memory that its sorting takes to some tens of megabytes.
    static let maximumContentByteCount = 2 << 20
    static let maximumLogCount = 1 << 19

    private(set) var contents = ByteStrings()
    private var log: [UInt64] = []
    private(set) var first: UInt32 = .max
    private(set) var last: UInt32 = 0

    var isEmpty: Bool { log.isEmpty }
    var isFull: Bool {
        log.count >= Self.maximumLogCount || contents.bytes.count >= Self.maximumContentByteCount
    }

    /// Notes that an asset has a content, and returns the content's number.
    mutating func add(_ content: UnsafeRawBufferPointer, of ordinal: UInt32) -> Int {
        let number = contents.number(of: content).number
        log.append(UInt64(number) << 32 | UInt64(ordinal))
        first = min(first, ordinal)
        last = max(last, ordinal)
        return number
    }

    mutating func removeAll() {
        contents.removeAll()
        log.removeAll(keepingCapacity: true)
        first = .max
        last = 0
    }

    /// Writes every entry in the order of its key.
    func write(into writer: inout BlockWriter) throws {
        let assets = assetsByContent()
        var entries = EntryList()
        for content in 0..<contents.count {
            try contents.withBytes(content) { try entries.add($0, content: UInt32(content)) }
        }
        entries.sort()
        var posting: [UInt8] = []
        for (key, ids) in entries.wordKeys.entries() {
            posting.removeAll(keepingCapacity: true)
            Posting.append(ids, base: 0, to: &posting)
            try key.withUnsafeBytes { try writer.append($0, posting: posting) }
        }
        var columns = entries.columns.columns(assets)[...]
        try entries.forEachGroup { key, contents in
            while let column = columns.first, column.name.withUnsafeBytes({ compare($0, key) < 0 })
            {
                try writer.append(column.values, name: column.name, base: first)
                columns.removeFirst()
            }
            posting.removeAll(keepingCapacity: true)
            append(contents, assets, to: &posting)
            try writer.append(key, posting: posting)
        }
        for column in columns {
            try writer.append(column.values, name: column.name, base: first)
        }
        try writer.finish()
    }

    private func append(
        _ contents: [UInt32], _ assets: (starts: [Int], ordinals: [UInt32]),
        to posting: inout [UInt8]
    ) {
        if contents.count == 1, let only = contents.first.map(Int.init) {
            let ordinals = assets.ordinals[assets.starts[only]..<assets.starts[only + 1]]
            return Posting.append(ordinals, base: first, to: &posting)
        }
        var gathered: [UInt32] = []
        for content in contents.lazy.map(Int.init) {
            gathered.append(
                contentsOf: assets.ordinals[assets.starts[content]..<assets.starts[content + 1]])
        }
        gathered.sort()
        gathered.removeRepetitions()
        Posting.append(gathered, base: first, to: &posting)
    }

    /// The ordinals of every content, ascending, without repetitions: those of content n are
    /// `ordinals[starts[n]..<starts[n + 1]]`.
    private func assetsByContent() -> (starts: [Int], ordinals: [UInt32]) {
        var starts = Array(repeating: 0, count: contents.count + 1)
        var latest = Array(repeating: UInt32.max, count: contents.count)
        for line in log {
            let (content, ordinal) = (Int(line >> 32), UInt32(truncatingIfNeeded: line))
            guard latest[content] != ordinal else { continue }
            latest[content] = ordinal
            starts[content + 1] += 1
        }
        for content in 0..<contents.count { starts[content + 1] += starts[content] }
        var ends = starts
        var ordinals: [UInt32] = Array(repeating: 0, count: starts[contents.count])
        latest = Array(repeating: UInt32.max, count: contents.count)
        for line in log {
            let (content, ordinal) = (Int(line >> 32), UInt32(truncatingIfNeeded: line))
            guard latest[content] != ordinal else { continue }
            latest[content] = ordinal
            ordinals[ends[content]] = ordinal
            ends[content] += 1
        }
        return (starts, ordinals)
    }
}

extension [UInt32] {
    /// Keeps one of equal neighbours.
    mutating func removeRepetitions() {
        guard var previous = first else { return }
        var kept = 1
        for place in 1..<count where self[place] != previous {
            previous = self[place]
            self[kept] = previous
            kept += 1
        }
        removeSubrange(kept...)
    }
}
