internal import Glibc
internal import MetadataModel

/// The entries that contents contribute to the index, to be sorted by key.
struct EntryList {
    private struct Entry {
        /// The first sixteen bytes of the key, so that most comparisons end here.
        var high: UInt64
        var low: UInt64
        var start: UInt32
        var count: UInt32
        var content: UInt32
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private(set) var columns = SegmentColumns()
    private(set) var wordKeys = WordKeys.Builder()

    /// Adds what a content contributes.
    mutating func add(_ content: UnsafeRawBufferPointer, content number: UInt32) throws {
        let key = FactContent.key(content)
        guard key != 0 else {
            var cursor = ByteCursor(content, at: 1)
            let key = UInt32(truncatingIfNeeded: cursor.varint())
            let count = UInt32(clamping: cursor.varint())
            add(key, .facts, number) { $0.append(bigEndian: count) }
            return
        }
        if let (key, plain) = FactContent.plainNumber(content) {
            columns.add(plain, key, .plain, content: number)
            return
        }
        let fact = try FactContent.fact(content) { _ in Self.unnamed }
        addTexts(of: fact, key, number)
        for slot in fact.numbers {
            columns.add(slot.number.double, key, .number, content: number)
            if let dimension = fact.dimension, let si = slot.si {
                columns.add(si: si, dimension, key, content: number)
            }
        }
        if let date = fact.date { columns.add(date, key, content: number) }
        if let truth = fact.truth {
            add(key, .truth, number) { $0.append(truth ? 1 : 0) }
        }
    }

    private static let unnamed: FactKey = ""

    private mutating func addTexts(of fact: Fact, _ key: UInt32, _ number: UInt32) {
        add(key, .text, number) { StoredText.append(fact.value, label: fact.label, to: &$0) }
        addWords(of: fact.value, key, number)
        if let label = fact.label {
            add(key, .label, number) { StoredText.append(label, to: &$0) }
            addWords(of: label, key, number)
        }
    }

    private mutating func addWords(of text: String, _ key: UInt32, _ number: UInt32) {
        let words = Words(of: text)
        let all = words.all
        for word in all { wordKeys.insert(word, key: key) }
        guard !words.areWholeText(StoredText.folded(text)) else { return }
        for word in all {
            add(key, .word, number) { $0.append(contentsOf: word) }
        }
    }

    private mutating func add(
        _ key: UInt32, _ slot: EntryKey.Slot, _ content: UInt32, _ value: (inout [UInt8]) -> Void
    ) {
        let start = bytes.count
        EntryKey.append(key, slot, to: &bytes)
        value(&bytes)
        let count = bytes.count - start
        let (high, low) = bytes.withUnsafeBytes { all -> (UInt64, UInt64) in
            (
                Self.word(all, start, end: start + count),
                Self.word(all, start + 8, end: start + count)
            )
        }
        entries.append(
            Entry(
                high: high, low: low, start: UInt32(start), count: UInt32(count), content: content))
    }

    /// Up to eight bytes as one number that compares as they do.
    private static func word(_ all: UnsafeRawBufferPointer, _ start: Int, end: Int) -> UInt64 {
        if start + 8 <= end {
            return UInt64(bigEndian: all.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        }
        var word: UInt64 = 0
        for place in 0..<8 {
            word = word << 8 | UInt64(start + place < end ? all[start + place] : 0)
        }
        return word
    }

    mutating func sort() {
        bytes.withUnsafeBytes { all in
            guard let base = all.baseAddress else { return }
            entries.sort { left, right in
                if left.high != right.high { return left.high < right.high }
                if left.low != right.low { return left.low < right.low }
                let common = memcmp(
                    base + Int(left.start), base + Int(right.start),
                    Int(min(left.count, right.count)))
                if common != 0 { return common < 0 }
                if left.count != right.count { return left.count < right.count }
                return left.content < right.content
            }
        }
    }

    /// Calls `body` with each distinct key and the distinct contents that have it.
    func forEachGroup(
        _ body: (UnsafeRawBufferPointer, [UInt32]) throws -> Void
    ) throws {
        try bytes.withUnsafeBytes { all in
            func key(_ entry: Entry) -> UnsafeRawBufferPointer {
                UnsafeRawBufferPointer(
                    rebasing: all[Int(entry.start)..<Int(entry.start + entry.count)])
            }
            var contents: [UInt32] = []
            var position = 0
            while position < entries.count {
                let first = entries[position]
                contents.removeAll(keepingCapacity: true)
                while position < entries.count {
                    let entry = entries[position]
                    guard entry.high == first.high, entry.low == first.low,
                        entry.count == first.count,
                        first.count <= 16 || key(entry).elementsEqual(key(first))
                    else { break }
                    if contents.last != entry.content { contents.append(entry.content) }
                    position += 1
                }
                try body(key(first), contents)
            }
        }
    }
}
