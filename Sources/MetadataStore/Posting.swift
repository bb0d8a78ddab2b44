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

    /// All ordinals, ascending.
    func ordinals() throws -> [UInt32] {
        if isBitmap { return try bitmap().ordinals() }
        var ordinals: [UInt32] = []
        forEachListed { ordinals.append($0) }
        return ordinals
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
    private let last: UInt32
    /// Ordinals up to this number are not worth bits.
    private static let fewOrdinals = 256

    private let set = AssetSet()
    private var few: [UInt32] = []
    private var listed: OrdinalBits?

    init(first: UInt32, last: UInt32) {
        self.first = first
        self.last = last
    }

    @inline(__always)
    mutating func add(_ posting: Posting) throws {
        if posting.isBitmap {
            set.formUnion(try posting.bitmap())
            return
        }
        if listed == nil, few.count + posting.count <= Self.fewOrdinals {
            posting.forEachListed { few.append($0) }
        } else {
            let bits = bits()
            posting.forEachListed { bits.insert($0) }
        }
    }

    /// Adds an ordinal that stands in no posting.
    @inline(__always)
    mutating func insert(_ ordinal: UInt32) {
        if listed == nil, few.count < Self.fewOrdinals {
            few.append(ordinal)
        } else {
            bits().insert(ordinal)
        }
    }

    /// Where ordinals may be added that stand in no posting.
    mutating func bits() -> OrdinalBits {
        if let listed { return listed }
        let bits = OrdinalBits(first: first, last: last)
        listed = bits
        return bits
    }

    /// Adds everything gathered to a set.
    func add(to result: AssetSet) {
        if let listed { result.formUnion(listed.set()) }
        if !few.isEmpty { result.insert(contentsOf: few.sorted()) }
        result.formUnion(set)
    }
}
