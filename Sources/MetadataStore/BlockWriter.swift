/// Writes the sorted entries of one segment into blocks.
///
/// A block is the body of a row of `blocks`: entries one after the other, each a varint of how
/// many bytes its key shares with the one before, a varint of how many follow, these bytes, and
/// its ``Posting``. The first key of a block shares nothing and stands in the row's `first` too.
struct BlockWriter {
    /// Four of these, with what SQLite needs, fill a page.
    static let byteCount = 3900
    /// The blocks of a segment are numbered in the low bits of their id.
    static let placeBits: Int64 = 24

    private let segment: Int64
    private let insertion: Command
    private var place: Int64 = 0
    private var first: [UInt8] = []
    private var previous: [UInt8] = []
    private var body: [UInt8] = []
    private(set) var writtenByteCount = 0

    init(segment: Int64, insertion: Command) {
        self.segment = segment
        self.insertion = insertion
    }

    mutating func append(_ values: [ColumnValue], name: [UInt8], base: UInt32) throws {
        try ColumnWriter.write(values, name: name, base: base) { key, chunk in
            // A large chunk is a block of its own: what stands beside it is read with it.
            if chunk.count + body.count > Self.byteCount { try finish() }
            try append(key, posting: chunk)
        }
    }

    mutating func append(_ key: UnsafeRawBufferPointer, posting: [UInt8]) throws {
        var shared = 0
        if body.isEmpty {
            first = Array(key)
        } else {
            let limit = min(previous.count, key.count)
            while shared < limit, previous[shared] == key[shared] { shared += 1 }
        }
        body.append(varint: shared)
        body.append(varint: key.count - shared)
        body.append(contentsOf: UnsafeRawBufferPointer(rebasing: key[shared...]))
        body.append(contentsOf: posting)
        previous.removeSubrange(shared...)
        previous.append(contentsOf: UnsafeRawBufferPointer(rebasing: key[shared...]))
        if body.count >= Self.byteCount { try finish() }
    }

    /// Writes what is left.
    mutating func finish() throws {
        guard !body.isEmpty else { return }
        insertion.bind(1, segment << Self.placeBits | place)
        insertion.bind(2, segment)
        insertion.bind(3, first)
        insertion.bind(4, body)
        try insertion.run()
        place += 1
        writtenByteCount += body.count + first.count
        body.removeAll(keepingCapacity: true)
        previous.removeAll(keepingCapacity: true)
    }
}
