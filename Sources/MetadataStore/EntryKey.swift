internal import MetadataModel

/// What an entry of the index is sorted by.
///
/// The index is one sorted map from entry keys to the assets they hold for. Comparing the bytes
/// of two entry keys is comparing what they mean, so that equal values lie in one place, a range
/// of numbers is a run of entries, and so are the values that begin alike.
///
/// | Bytes | What                                                                              |
/// |:------|:----------------------------------------------------------------------------------|
/// | 4     | the key's id, big-endian; 0 for what tells which keys have a word                   |
/// | 1     | the slot                                                                          |
/// | rest  | the value, by slot                                                                |
///
/// | Slot       | Value                                                                        |
/// |:-----------|:-----------------------------------------------------------------------------|
/// | `facts`    | how many facts the asset has under the key, 4 bytes big-endian               |
/// | `text`     | the value: see ``StoredText``                                                |
/// | `label`    | the label, likewise                                                          |
/// | `word`     | one word, where the value is more than that word                             |
/// | `number`   | a column of numbers as written: the chunk's place, 4 bytes                   |
/// | `quantity` | a column of SI values: 11 bytes of dimension, the chunk's place              |
/// | `date`     | a column of spans of time, likewise                                          |
/// | `truth`    | 0 or 1                                                                       |
/// | `plain`    | a column of the numbers that have no other entry: see ``PlainNumber``        |
///
/// Under id 0 stand sets of key ids in place of assets: those of the keys that have a word, see
/// ``WordKeys``.
struct EntryKey {
    enum Slot: UInt8 {
        case facts = 1, text, label, word, number, quantity, date, truth, plain

        /// Whether the entries are chunks of a column, see ``ColumnWriter``.
        var isColumn: Bool {
            switch self {
            case .number, .quantity, .date, .plain: true
            case .facts, .text, .label, .word, .truth: false
            }
        }

        /// The bytes of an entry's key that name the column.
        var nameByteCount: Int {
            EntryKey.prefixByteCount + (self == .quantity ? Dimension.Base.allCases.count : 0)
        }
    }

    /// The slot of an entry's key.
    static func slot(_ key: UnsafeRawBufferPointer) -> Slot? {
        key.count >= prefixByteCount ? Slot(rawValue: key[prefixByteCount - 1]) : nil
    }

    /// What the ordinals of an entry's posting are counted from: key ids from 0, assets from the
    /// segment's first.
    static func base(_ key: UnsafeRawBufferPointer, _ first: UInt32) -> UInt32 {
        key.prefix(4).allSatisfy { $0 == 0 } ? 0 : first
    }

    /// The id under which words of any key stand; no key has it.
    static let anyKey: UInt32 = 0
    static let prefixByteCount = 5

    static func prefix(_ key: UInt32, _ slot: Slot) -> [UInt8] {
        var bytes: [UInt8] = []
        append(key, slot, to: &bytes)
        return bytes
    }

    static func append(_ key: UInt32, _ slot: Slot, to bytes: inout [UInt8]) {
        bytes.append(bigEndian: key)
        bytes.append(slot.rawValue)
    }

    static func prefix(_ key: UInt32, _ dimension: Dimension) -> [UInt8] {
        prefix(key, .quantity) + self.bytes(of: dimension)
    }

    static func bytes(of dimension: Dimension) -> [UInt8] {
        Dimension.Base.allCases.map { UInt8(bitPattern: Int8(clamping: dimension[$0])) }
    }

    /// The bits of a number so that they sort as numbers do; the two zeros are one.
    static func orderedBits(of number: Double) -> UInt64 {
        let bits = (number == 0 ? 0 : number).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }

    static func number(orderedBits bits: UInt64) -> Double {
        Double(bitPattern: bits >> 63 == 1 ? bits & ~(1 << 63) : ~bits)
    }

    static func orderedBits(of time: Int64) -> UInt64 {
        UInt64(bitPattern: time) ^ 1 << 63
    }

    static func time(orderedBits bits: UInt64) -> Int64 {
        Int64(bitPattern: bits ^ 1 << 63)
    }

    /// The first key after all that begin with this one; `nil` if there is none.
    static func end(ofPrefix prefix: [UInt8]) -> [UInt8]? {
        var end = prefix
        while let last = end.popLast() {
            if last < 0xFF {
                end.append(last + 1)
                return end
            }
        }
        return nil
    }
}
