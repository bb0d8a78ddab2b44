internal import MetadataModel

/// Facts of some assets, read from a row of `records`; see ``RecordWriter`` for the form.
final class RecordBlock {
    /// The assets with facts in the block, in order.
    let ordinals: [UInt32]
    private let bytes: [UInt8]
    /// Where the facts of each asset begin, and where those of the last one end.
    private let starts: [Int]
    private let contents: [Range<UInt32>]
    private let shapes: [Range<UInt32>]
    /// Facts made of contents, without element and place: many assets share one.
    private var prototypes: [Int: Fact] = [:]

    init(_ bytes: [UInt8], first: UInt32) throws {
        self.bytes = bytes
        var ordinals: [UInt32] = []
        var counts: [Int] = []
        var contents: [Range<UInt32>] = []
        var shapes: [Range<UInt32>] = []
        var end = 0
        let isDamaged = bytes.withUnsafeBytes { all in
            var cursor = ByteCursor(all)
            for _ in 0..<cursor.count() {
                ordinals.append(first &+ UInt32(truncatingIfNeeded: cursor.varint()))
                counts.append(cursor.count())
            }
            contents = Self.ranges(&cursor)
            shapes = Self.ranges(&cursor)
            end = cursor.position
            return cursor.isDamaged || counts.reduce(end, +) > all.count
        }
        guard !isDamaged else { throw StoreError(.damaged, "a record of asset \(first) is cut") }
        self.ordinals = ordinals
        self.contents = contents
        self.shapes = shapes
        var starts = [end]
        for count in counts { starts.append(starts[starts.count - 1] + count) }
        self.starts = starts
    }

    private static func ranges(_ cursor: inout ByteCursor) -> [Range<UInt32>] {
        let count = cursor.count()
        var ranges: [Range<UInt32>] = []
        ranges.reserveCapacity(count)
        for _ in 0..<count {
            let length = cursor.count()
            ranges.append(UInt32(cursor.position)..<UInt32(cursor.position + length))
            cursor.position += length
        }
        return ranges
    }

    /// The facts of an asset within the bytes; `nil` where it has none here.
    private func stream(of ordinal: UInt32) -> Range<Int>? {
        var lower = 0
        var upper = ordinals.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if ordinals[middle] < ordinal { lower = middle + 1 } else { upper = middle }
        }
        guard lower < ordinals.count, ordinals[lower] == ordinal else { return nil }
        return starts[lower]..<starts[lower + 1]
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
        guard let stream = stream(of: ordinal) else { return true }
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
                let content = slice(all, contents[place])
                let key = FactContent.key(content)
                let isWanted = keys?.contains(key) ?? true
                var element = ElementPath.root
                if (head - 1) & 1 == 1 {
                    if isWanted {
                        element = Self.element(&cursor)
                    } else {
                        Self.skipElement(&cursor)
                    }
                }
                let locus = locus(&cursor, all, &previousOffset, isWanted: isWanted)
                guard isWanted else { continue }
                var fact = try prototypes[place] ?? prototype(place, content, name)
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

    private func prototype(
        _ place: Int, _ content: UnsafeRawBufferPointer, _ name: (UInt32) throws -> FactKey
    ) throws -> Fact {
        let fact = try FactContent.fact(content, name: name)
        prototypes[place] = fact
        return fact
    }

    private func slice(
        _ all: UnsafeRawBufferPointer, _ range: Range<UInt32>
    ) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: all[Int(range.lowerBound)..<Int(range.upperBound)])
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

    private static func skipElement(_ cursor: inout ByteCursor) {
        for _ in 0..<cursor.count() {
            _ = cursor.varint()
            _ = cursor.varint()
        }
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
        let shape = slice(all, shapes[Int(head >> 2) - 1])
        if isWanted {
            locus.address = AddressShape.join(shape) { cursor.varint() }
        } else if shape.first != AddressShape.literal {
            for byte in shape where byte == AddressShape.placeholder { _ = cursor.varint() }
        }
        return locus
    }
}
