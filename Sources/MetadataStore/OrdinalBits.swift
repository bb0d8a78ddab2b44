/// One bit for each ordinal of a run: the fastest way to gather ordinals in any order.
///
/// A class around its memory, since it is filled in loops of one instruction a value.
final class OrdinalBits {
    private static let wordsPerContainer = 1024

    /// The run's first ordinal, rounded down to a multiple of 65,536.
    let base: UInt32
    private let wordCount: Int
    private let words: UnsafeMutablePointer<UInt64>

    init(first: UInt32, last: UInt32) {
        base = first & ~0xFFFF
        wordCount = (Int(last - base) / 65_536 + 1) * Self.wordsPerContainer
        words = .allocate(capacity: wordCount)
        words.initialize(repeating: 0, count: wordCount)
    }

    /// The ordinals of a set that lie in a run.
    convenience init(_ set: AssetSet, first: UInt32, last: UInt32) {
        self.init(first: first, last: last)
        let range = AssetSet(first..<last &+ 1)
        range.formIntersection(set)
        range.forEachChunk { chunk in
            for ordinal in chunk { insert(ordinal) }
            return true
        }
    }

    deinit {
        words.deallocate()
    }

    /// An ordinal outside of the run is passed over: only a damaged index has one.
    @inline(__always)
    func insert(_ ordinal: UInt32) {
        let place = Int(ordinal &- base)
        guard place >> 6 < wordCount else { return }
        words[place >> 6] |= 1 << UInt64(place & 63)
    }

    @inline(__always)
    func contains(_ ordinal: UInt32) -> Bool {
        let place = Int(ordinal &- base)
        guard place >> 6 < wordCount else { return false }
        return words[place >> 6] & (1 << UInt64(place & 63)) != 0
    }

    var count: Int {
        var count = 0
        for place in 0..<wordCount { count += words[place].nonzeroBitCount }
        return count
    }

    /// The same ordinals as a set, made from CRoaring's portable form:
    /// <https://github.com/RoaringBitmap/RoaringFormatSpec>.
    func set() -> AssetSet {
        var counts: [(container: Int, count: Int)] = []
        for container in 0..<wordCount / Self.wordsPerContainer {
            let count = self.count(inContainer: container)
            if count > 0 { counts.append((container, count)) }
        }
        var bytes: [UInt8] = []
        bytes.append(littleEndian: UInt32(12_346))
        bytes.append(littleEndian: UInt32(counts.count))
        for (container, count) in counts {
            bytes.append(littleEndian: UInt16(Int(base >> 16) + container))
            bytes.append(littleEndian: UInt16(count - 1))
        }
        var offset = bytes.count + 4 * counts.count
        for (_, count) in counts {
            bytes.append(littleEndian: UInt32(offset))
            offset += count > 4096 ? 8192 : 2 * count
        }
        bytes.reserveCapacity(offset)
        for (container, count) in counts {
            let start = words + container * Self.wordsPerContainer
            if count > 4096 {
                bytes.append(
                    contentsOf: UnsafeRawBufferPointer(
                        start: start, count: 8 * Self.wordsPerContainer))
            } else {
                appendList(of: start, to: &bytes)
            }
        }
        guard let set = bytes.withUnsafeBytes({ AssetSet(stored: $0) }) else {
            preconditionFailure("a set of ordinals is not in CRoaring's form")
        }
        return set
    }

    private func count(inContainer container: Int) -> Int {
        let start = words + container * Self.wordsPerContainer
        var count = 0
        for place in 0..<Self.wordsPerContainer { count += start[place].nonzeroBitCount }
        return count
    }

    private func appendList(of start: UnsafeMutablePointer<UInt64>, to bytes: inout [UInt8]) {
        for place in 0..<Self.wordsPerContainer {
            var rest = start[place]
            while rest != 0 {
                bytes.append(littleEndian: UInt16(place * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
    }
}

extension [UInt8] {
    mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
