/// Ordinals to and from CRoaring's portable form:
/// <https://github.com/RoaringBitmap/RoaringFormatSpec>.
extension OrdinalBits {
    private static let cookieWithRuns: UInt32 = 12_347
    private static let cookieWithoutRuns: UInt32 = 12_346
    /// More ordinals of one container than this stand as bits.
    private static let maximumListCount = 4096
    /// With fewer containers, runs among them, no offsets are given.
    private static let leastOffsetCount = 4

    /// The ordinals of a set that lie in a run.
    convenience init(_ set: AssetSet, first: UInt32, last: UInt32) {
        self.init(first: first, last: last)
        let range = AssetSet(first..<last &+ 1)
        range.formIntersection(set)
        range.serialized().withUnsafeBytes { insert(portable: $0) }
    }

    private func insert(portable bytes: UnsafeRawBufferPointer) {
        var cursor = ByteCursor(bytes)
        let cookie: UInt32 = cursor.word()
        let hasRuns = cookie & 0xFFFF == Self.cookieWithRuns
        let count = hasRuns ? Int(cookie >> 16) + 1 : Int(cursor.word() as UInt32)
        let runs = cursor.slice(hasRuns ? (count + 7) / 8 : 0)
        var headers = ByteCursor(cursor.slice(4 * count))
        if !hasRuns || count >= Self.leastOffsetCount { _ = cursor.slice(4 * count) }
        for place in 0..<count {
            let key = UInt32(headers.word() as UInt16) << 16
            let cardinality = Int(headers.word() as UInt16) + 1
            if hasRuns, runs[place / 8] & 1 << UInt8(place % 8) != 0 {
                for _ in 0..<(cursor.word() as UInt16) {
                    let start = key + UInt32(cursor.word() as UInt16)
                    insert(start...start + UInt32(cursor.word() as UInt16))
                }
            } else if cardinality > Self.maximumListCount {
                let container = Int((key &- base) >> 16)
                UnsafeMutableRawBufferPointer(
                    start: words + container * Self.wordsPerContainer,
                    count: 8 * Self.wordsPerContainer
                ).copyMemory(from: cursor.slice(8 * Self.wordsPerContainer))
            } else {
                for _ in 0..<cardinality { insert(key + UInt32(cursor.word() as UInt16)) }
            }
        }
    }

    private func insert(_ run: ClosedRange<UInt32>) {
        var ordinal = Int(run.lowerBound)
        let end = Int(run.upperBound) + 1
        while ordinal < end {
            let count = min(64 - (ordinal & 63), end - ordinal)
            insert(~0 >> UInt64(64 - count), from: UInt32(ordinal))
            ordinal += count
        }
    }

    /// The same ordinals as a set.
    func set() -> AssetSet {
        var counts: [(container: Int, count: Int)] = []
        for container in 0..<wordCount / Self.wordsPerContainer {
            let count = self.count(inContainer: container)
            if count > 0 { counts.append((container, count)) }
        }
        var bytes: [UInt8] = []
        bytes.append(littleEndian: Self.cookieWithoutRuns)
        bytes.append(littleEndian: UInt32(counts.count))
        for (container, count) in counts {
            bytes.append(littleEndian: UInt16(Int(base >> 16) + container))
            bytes.append(littleEndian: UInt16(count - 1))
        }
        var offset = bytes.count + 4 * counts.count
        for (_, count) in counts {
            bytes.append(littleEndian: UInt32(offset))
            offset += count > Self.maximumListCount ? 8192 : 2 * count
        }
        bytes.reserveCapacity(offset)
        for (container, count) in counts {
            let start = words + container * Self.wordsPerContainer
            if count > Self.maximumListCount {
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

extension ByteCursor {
    /// The next number, its lowest byte first.
    mutating func word<Word: FixedWidthInteger & UnsignedInteger>() -> Word {
        let bytes = slice(MemoryLayout<Word>.size)
        return bytes.isEmpty ? 0 : Word(littleEndian: bytes.loadUnaligned(as: Word.self))
    }
}
