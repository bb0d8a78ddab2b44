internal import MetadataModel

/// What an entry of the index is sorted by.
///
/// The index is one sorted map from entry keys to the assets they hold for. Comparing the bytes
/// of two entry keys is comparing what they mean, so that equal values lie in one place, a range
/// of numbers is a run of entries, and so are the values that begin alike.
///
/// | Bytes | What                                                                              |
/// |:------|:----------------------------------------------------------------------------------|
/// | 4     | the key's id, big-endian; 0 for words in any key's value                            |
/// | 1     | the slot                                                                          |
/// | rest  | the value, by slot                                                                |
///
/// | Slot       | Value                                                                        |
/// |:-----------|:-----------------------------------------------------------------------------|
/// | `facts`    | how many facts the asset has under the key, 4 bytes big-endian               |
/// | `text`     | the value: see ``StoredText``                                                |
/// | `label`    | the label, likewise                                                          |
/// | `word`     | one word; of a key only where the value is more than that word               |
/// | `number`   | the number as written, 8 bytes: see ``orderedBits(of:)``                     |
/// | `quantity` | 11 bytes of dimension, 8 of the SI value                                     |
/// | `date`     | start and end, 8 bytes each, big-endian, offset so that they sort            |
/// | `truth`    | 0 or 1                                                                       |
struct EntryKey {
    enum Slot: UInt8 {
        case facts = 1, text, label, word, number, quantity, date, truth
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
