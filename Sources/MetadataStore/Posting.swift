/// The assets of one index entry, as stored in a segment.
///
/// A varint holds twice the number of ordinals, plus one where they are a bitmap:
///
/// | Form   | What follows the count                                                          |
/// |:-------|:--------------------------------------------------------------------------------|
/// | list   | varints: the first ordinal less the segment's first, then each gap less one     |
/// | bitmap | varint byte count, then the ordinals in the portable form of ``AssetSet``       |
struct Posting {
    /// The most ordinals that are kept as a list.
    static let maximumListCount = 64

    let count: Int
    let isBitmap: Bool
    /// The varints of a list, or the bytes of the bitmap.
    let bytes: UnsafeRawBufferPointer
    /// The first ordinal of the segment.
    let base: UInt32

    /// Reads the posting at the cursor and moves behind it.
    @inline(__always)
    init(_ cursor: inout ByteCursor, base: UInt32) {
        self.base = base
        let header = cursor.varint()
        isBitmap = header & 1 == 1
        count = Int(header >> 1)
        if isBitmap {
            bytes = cursor.slice(cursor.count())
        } else {
            let start = cursor.position
            for _ in 0..<min(count, Self.maximumListCount) { _ = cursor.varint() }
            bytes = UnsafeRawBufferPointer(rebasing: cursor.bytes[start..<cursor.position])
        }
    }

    /// Calls `body` with each ordinal of a list; a bitmap is left to ``bitmap()``.
    @inline(__always)
    func forEachListed(_ body: (UInt32) -> Void) {
        guard !isBitmap else { return }
        var cursor = ByteCursor(bytes)
        var ordinal = base
        for place in 0..<min(count, Self.maximumListCount) {
            ordinal &+= UInt32(truncatingIfNeeded: cursor.varint()) &+ (place == 0 ? 0 : 1)
            body(ordinal)
        }
    }

    func bitmap() throws -> AssetSet {
        guard let set = AssetSet(stored: bytes) else {
            throw StoreError(.damaged, "an entry of the index holds no bitmap where one is due")
        }
        return set
    }

    /// How many of the ordinals are in a set.
    func count(in set: AssetSet) throws -> Int {
        if isBitmap { return try bitmap().intersectionCount(set) }
        var found = 0
        forEachListed { if set.contains($0) { found += 1 } }
        return found
    }

    /// The ordinals that are in a set, ascending.
    func ordinals(in set: AssetSet) throws -> [UInt32] {
        if isBitmap { return try bitmap().intersection(set).ordinals() }
        var found: [UInt32] = []
        forEachListed { if set.contains($0) { found.append($0) } }
        return found
    }

    /// Appends the stored form of ascending, distinct ordinals.
    static func append(
        _ ordinals: some RandomAccessCollection<UInt32>, base: UInt32, to bytes: inout [UInt8]
    ) {
        guard ordinals.count <= maximumListCount else {
            let set = AssetSet()
            set.insert(contentsOf: Array(ordinals))
            append(set, to: &bytes)
            return
        }
        bytes.append(varint: ordinals.count << 1)
        var next = base
        for ordinal in ordinals {
            bytes.append(varint: UInt64(ordinal - next))
            next = ordinal &+ 1
        }
    }

    /// Appends a set as a bitmap.
    static func append(_ set: AssetSet, to bytes: inout [UInt8]) {
        bytes.append(varint: set.count << 1 | 1)
        let stored = set.stored()
        bytes.append(varint: stored.count)
        bytes.append(contentsOf: stored)
    }
}

/// Gathers many postings of one segment into a set.
///
/// Listed ordinals become bits of a flat array first: that is one instruction each, whatever
/// their order.
struct PostingUnion {
    private let first: UInt32
    private let set = AssetSet()
    private var words: [UInt64]
    private var hasListed = false

    init(first: UInt32, last: UInt32) {
        self.first = first
        words = []
        span = Int(last - first) / 64 + 1
    }

    private let span: Int

    @inline(__always)
    mutating func add(_ posting: Posting) throws {
        if posting.isBitmap {
            set.formUnion(try posting.bitmap())
            return
        }
        if words.isEmpty { words = Array(repeating: 0, count: span) }
        hasListed = true
        let first = first
        let span = span
        words.withUnsafeMutableBufferPointer { words in
            posting.forEachListed { ordinal in
                let place = Int(ordinal &- first)
                guard place / 64 < span else { return }
                words[place / 64] |= 1 << UInt64(place % 64)
            }
        }
    }

    /// Adds everything gathered to a set.
    func add(to result: AssetSet) {
        if hasListed { result.insert(contentsOf: listed()) }
        result.formUnion(set)
    }

    /// The set of all that was gathered.
    func united() -> AssetSet {
        if hasListed { set.insert(contentsOf: listed()) }
        return set
    }

    private func listed() -> [UInt32] {
        var ordinals: [UInt32] = []
        for (place, word) in words.enumerated() where word != 0 {
            var rest = word
            while rest != 0 {
                ordinals.append(first + UInt32(place * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return ordinals
    }
}
