/// Tells under which keys a word may stand, so that a word in any key's value is looked for there.
///
/// Entries under key id 0 hold sets of key ids. For every word there are two: one by 16 bits of the
/// word's hash, one by its first bytes. Both hold further keys now and then, and what is found
/// under the keys decides. Plain numbers stand in neither: a word that could be one may stand under
/// any key with numbers.
enum WordKeys {
    private enum Form: UInt8 {
        case hash = 1, beginning
    }

    static let beginningByteCount = 3

    private static let prefix = EntryKey.prefix(EntryKey.anyKey, .word)

    /// The entry of all words with a hash.
    static func entry(ofWord word: some Collection<UInt8>) -> [UInt8] {
        let hash = Array(word).withUnsafeBytes { stableHash($0) }
        var key = prefix
        key.append(Form.hash.rawValue)
        key.append(UInt8(truncatingIfNeeded: hash >> 8))
        key.append(UInt8(truncatingIfNeeded: hash))
        return key
    }

    /// What the entries of all words that begin so begin with.
    static func entries(ofBeginning beginning: some Collection<UInt8>) -> [UInt8] {
        prefix + [Form.beginning.rawValue] + beginning.prefix(beginningByteCount)
    }

    /// Gathers the entries of one segment.
    struct Builder {
        /// Form, two bytes of hash or up to three of the word, and the key's id.
        private var seen: Set<UInt64> = []

        mutating func insert(_ word: ArraySlice<UInt8>, key: UInt32) {
            let hash = word.withUnsafeBytes { stableHash($0) } & 0xFFFF
            seen.insert(1 << 56 | hash << 32 | UInt64(key))
            var beginning: UInt64 = 0
            for byte in word.prefix(beginningByteCount) {
                beginning = beginning << 8 | UInt64(byte)
            }
            seen.insert(
                UInt64(min(word.count, beginningByteCount) + 1) << 56 | beginning << 32
                    | UInt64(key))
        }

        mutating func removeAll() {
            seen.removeAll(keepingCapacity: true)
        }

        /// The entries with their key ids.
        func entries() -> [(key: [UInt8], ids: [UInt32])] {
            var entries: [(key: [UInt8], ids: [UInt32])] = []
            var latest: UInt64?
            for line in seen.sorted() {
                if line >> 32 != latest {
                    latest = line >> 32
                    entries.append((Self.key(line), []))
                }
                entries[entries.count - 1].ids.append(UInt32(truncatingIfNeeded: line))
            }
            return entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        }

        private static func key(_ line: UInt64) -> [UInt8] {
            let form = line >> 56
            let value = (line >> 32) & 0xFF_FFFF
            let count = form == 1 ? 2 : Int(form) - 1
            var key = prefix
            key.append(form == 1 ? Form.hash.rawValue : Form.beginning.rawValue)
            for place in (0..<count).reversed() {
                key.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * place)))
            }
            return key
        }
    }
}
