internal import MetadataModel

/// Facts of some assets, read from a row of `records`; see ``RecordWriter`` for the form.
final class RecordBlock {
    private let bytes: [UInt8]
    private let first: UInt32
    private var streams: [UInt32: Range<Int>] = [:]
    private var contents: [Range<Int>] = []
    private var shapes: [Range<Int>] = []
    private var prototypes: [Fact?] = []

    init(_ bytes: [UInt8], first: UInt32) throws {
        self.bytes = bytes
        self.first = first
        var assets: [(UInt32, Int)] = []
        var end = 0
        let isDamaged = bytes.withUnsafeBytes { all in
            var cursor = ByteCursor(all)
            for _ in 0..<cursor.count() {
                let ordinal = first &+ UInt32(truncatingIfNeeded: cursor.varint())
                assets.append((ordinal, cursor.count()))
            }
            contents = Self.ranges(&cursor)
            shapes = Self.ranges(&cursor)
            end = cursor.position
            for (ordinal, count) in assets {
                streams[ordinal] = end..<end + count
                end += count
            }
            return cursor.isDamaged || end > all.count
        }
        guard !isDamaged else { throw StoreError(.damaged, "a record of asset \(first) is cut") }
        prototypes = Array(repeating: nil, count: contents.count)
    }

    /// The assets with facts in the block, in order.
    var ordinals: [UInt32] { streams.keys.sorted() }

    private static func ranges(_ cursor: inout ByteCursor) -> [Range<Int>] {
        let count = cursor.count()
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(count)
        for _ in 0..<count {
            let length = cursor.count()
            ranges.append(cursor.position..<cursor.position + length)
            cursor.position += length
        }
        return ranges
    }

    /// Calls `body` with the facts of an asset in their order until it returns false.
    ///
    /// - Parameters:
    ///   - keys: Only facts under these are made; all where it is `nil`.
    ///   - name: Gives the key of an id.
    /// - Returns: False where `body` asked to stop.
    func forEachFact(
        of ordinal: UInt32, keys: Set<UInt32>? = nil, name: (UInt32) throws -> FactKey,
        _ body: (UInt32, Fact, FactSource) throws -> Bool
    ) throws -> Bool {
        guard let stream = streams[ordinal] else { return true }
        return try bytes.withUnsafeBytes { all in
            var cursor = ByteCursor(UnsafeRawBufferPointer(rebasing: all[..<stream.upperBound]))
            cursor.position = stream.lowerBound
            var source = FactSource.own
            var previousOffset: UInt64 = 0
            while !cursor.isAtEnd {
                let head = cursor.varint()
                guard head != 0 else {
                    source = Self.source(&cursor)
                    continue
                }
                let place = Int((head - 1) >> 1)
                guard place < contents.count, !cursor.isDamaged else {
                    throw StoreError(.damaged, "a record of asset \(ordinal) has no such content")
                }
                let content = UnsafeRawBufferPointer(rebasing: all[contents[place]])
                let key = FactContent.key(content)
                let isWanted = keys?.contains(key) ?? true
                let element = (head - 1) & 1 == 1 ? Self.element(&cursor) : .root
                let locus = locus(&cursor, all, &previousOffset, isWanted: isWanted)
                guard isWanted else { continue }
                var fact = try prototypes[place] ?? FactContent.fact(content, name: name)
                if prototypes[place] == nil { prototypes[place] = fact }
                fact.element = element
                fact.locus = locus
                guard try body(key, fact, source) else { return false }
            }
            guard !cursor.isDamaged else {
                throw StoreError(.damaged, "a record of asset \(ordinal) is cut")
            }
            return true
        }
    }

    private static func source(_ cursor: inout ByteCursor) -> FactSource {
        let kind = FactSource.Kind(rawValue: Int(cursor.byte())) ?? .own
        let rank = Int(cursor.zigzag())
        return FactSource(kind: kind, path: cursor.text(), rank: rank)
    }

    private static func element(_ cursor: inout ByteCursor) -> ElementPath {
        let count = cursor.count()
        var steps: [ElementStep] = []
        steps.reserveCapacity(count)
        for _ in 0..<count {
            let segment = Int(cursor.varint())
            steps.append(ElementStep(segment: segment, index: Int(cursor.varint())))
        }
        return ElementPath(steps: steps)
    }

    private func locus(
        _ cursor: inout ByteCursor, _ all: UnsafeRawBufferPointer, _ previousOffset: inout UInt64,
        isWanted: Bool
    ) -> Locus {
        var locus = Locus()
        let head = cursor.varint()
        if head & 1 == 1 {
            previousOffset = previousOffset &+ UInt64(bitPattern: cursor.zigzag())
            locus.offset = previousOffset
        }
        if head & 2 == 2 { locus.length = cursor.varint() }
        guard head >> 2 > 0, Int(head >> 2) <= shapes.count else { return locus }
        let shape = UnsafeRawBufferPointer(rebasing: all[shapes[Int(head >> 2) - 1]])
        if isWanted {
            locus.address = AddressShape.join(shape) { cursor.varint() }
        } else if shape.first != AddressShape.literal {
            for byte in shape where byte == AddressShape.placeholder { _ = cursor.varint() }
        }
        return locus
    }
}
