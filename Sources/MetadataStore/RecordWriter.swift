internal import MetadataModel

/// Collects the facts of assets, as they came, into blocks that share what they have in common.
///
/// A block is the body of a row of `records`, compressed (see ``RecordCompression``);
/// ``RecordBlock`` reads it:
///
/// | Field    | Form                                                                           |
/// |:---------|:-------------------------------------------------------------------------------|
/// | assets   | varint count; each varint ordinal less the block's first, varint stream bytes  |
/// | contents | varint count; each varint byte count, then the bytes of a ``FactContent``      |
/// | shapes   | likewise, the shapes of addresses: see ``AddressShape``                        |
/// | streams  | of each asset: its facts in order                                              |
///
/// A stream is varints. 0 says that the facts after it come from another source: one byte of
/// kind, zigzag rank, counted path. Another number n is a fact: n - 1 is twice the content's
/// place in the block, plus one where element steps follow (count, then segment and index each);
/// then four times the shape's place plus one, or 0 without address, plus 1 where an offset
/// (zigzag, less that of the fact before) and 2 where a length follow; then the shape's numbers.
struct RecordWriter {
    static let maximumAssetCount = 64
    static let maximumByteCount = 1 << 16
    /// An asset of very many facts goes over several blocks, told apart by the low bits of the id.
    static let partBits: Int64 = 20

    private var assets: [(ordinal: UInt32, byteCount: Int)] = []
    private var streams: [UInt8] = []
    private var contents: [UInt32] = []
    private var contentByteCount = 0
    private var shapes = ByteStrings()
    /// The block in which a content last stood, and its place there.
    private var contentPlaces: [(block: UInt32, place: UInt32)] = []
    private var blockNumber: UInt32 = 1
    private var part: Int64 = 0
    private var previousOffset: UInt64 = 0
    private var source: FactSource?
    private var shape: [UInt8] = []
    private var numbers: [UInt64] = []

    var isEmpty: Bool { assets.isEmpty }
    var isFull: Bool {
        streams.count + contentByteCount >= Self.maximumByteCount
    }
    var hasEnoughAssets: Bool { assets.count >= Self.maximumAssetCount }
    var firstOrdinal: UInt32? { assets.first?.ordinal }
    var byteCount: Int { streams.count + contentByteCount }

    mutating func begin(_ ordinal: UInt32) {
        if assets.isEmpty { part = 0 }
        assets.append((ordinal, 0))
        source = nil
        previousOffset = 0
    }

    mutating func add(
        _ fact: Fact, content: Int, contentByteCount: Int, from source: FactSource
    ) {
        let start = streams.count
        if source != self.source { change(to: source) }
        let hasElement = !fact.element.steps.isEmpty
        let place = self.place(of: content, contentByteCount)
        streams.append(varint: 1 + (place << 1 | (hasElement ? 1 : 0)))
        if hasElement {
            streams.append(varint: fact.element.steps.count)
            for step in fact.element.steps {
                streams.append(varint: UInt64(step.segment))
                streams.append(varint: UInt64(step.index))
            }
        }
        add(fact.locus)
        assets[assets.count - 1].byteCount += streams.count - start
    }

    private mutating func change(to source: FactSource) {
        self.source = source
        streams.append(varint: 0)
        streams.append(UInt8(source.kind.rawValue))
        streams.append(zigzag: Int64(source.rank))
        streams.append(counted: source.path)
    }

    private mutating func place(of content: Int, _ byteCount: Int) -> Int {
        while contentPlaces.count <= content { contentPlaces.append((0, 0)) }
        if contentPlaces[content].block == blockNumber {
            return Int(contentPlaces[content].place)
        }
        contentPlaces[content] = (blockNumber, UInt32(contents.count))
        contents.append(UInt32(content))
        contentByteCount += byteCount
        return contents.count - 1
    }

    private mutating func add(_ locus: Locus) {
        var head = 0
        numbers.removeAll(keepingCapacity: true)
        var address = locus.address
        if !address.isEmpty {
            address.withUTF8 { AddressShape.split($0, shape: &shape, numbers: &numbers) }
            head = (shape.withUnsafeBytes { shapes.number(of: $0).number } + 1) << 2
        }
        if locus.offset != nil { head |= 1 }
        if locus.length != nil { head |= 2 }
        streams.append(varint: head)
        if let offset = locus.offset {
            streams.append(zigzag: Int64(bitPattern: offset &- previousOffset))
            previousOffset = offset
        }
        if let length = locus.length { streams.append(varint: length) }
        for number in numbers { streams.append(varint: number) }
    }

    /// Hands out the block, if there is any, and goes on with the asset that is open.
    ///
    /// - Parameter contentStrings: Where the contents' numbers come from.
    mutating func takeBlock(
        _ contentStrings: ByteStrings, isAssetOpen: Bool
    ) -> (id: Int64, body: [UInt8])? {
        guard let first = assets.first?.ordinal, let last = assets.last?.ordinal else { return nil }
        let id = Int64(first) << Self.partBits | part
        var body: [UInt8] = []
        body.append(varint: assets.count)
        for asset in assets {
            body.append(varint: UInt64(asset.ordinal - first))
            body.append(varint: asset.byteCount)
        }
        body.append(varint: contents.count)
        for content in contents {
            contentStrings.withBytes(Int(content)) { bytes in
                body.append(varint: bytes.count)
                body.append(contentsOf: bytes)
            }
        }
        body.append(varint: shapes.count)
        for number in 0..<shapes.count {
            shapes.withBytes(number) { bytes in
                body.append(varint: bytes.count)
                body.append(contentsOf: bytes)
            }
        }
        body.append(contentsOf: streams)
        let nextPart = last == first ? part + 1 : 1
        startBlock()
        if isAssetOpen {
            begin(last)
            part = nextPart
        }
        return (id, body)
    }

    private mutating func startBlock() {
        assets.removeAll(keepingCapacity: true)
        streams.removeAll(keepingCapacity: true)
        contents.removeAll(keepingCapacity: true)
        shapes.removeAll()
        contentByteCount = 0
        blockNumber += 1
    }

    /// Forgets which contents are known: their numbers begin anew.
    mutating func forgetContents() {
        contentPlaces.removeAll(keepingCapacity: true)
    }
}
