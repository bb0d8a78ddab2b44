/// One bit for each ordinal of a run: the fastest way to gather ordinals in any order.
///
/// A class around its memory, since it is filled in loops of one instruction a value.
final class OrdinalBits {
    static let wordsPerContainer = 1024

    /// The run's first ordinal, rounded down to a multiple of 65,536.
    let base: UInt32
    let wordCount: Int
    let words: UnsafeMutablePointer<UInt64>

    init(first: UInt32, last: UInt32) {
        base = first & ~0xFFFF
        wordCount = (Int(last - base) / 65_536 + 1) * Self.wordsPerContainer
        words = .allocate(capacity: wordCount)
        words.initialize(repeating: 0, count: wordCount)
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

    /// Adds up to 64 ordinals that follow one upon the other, those that have a bit.
    @inline(__always)
    func insert(_ mask: UInt64, from ordinal: UInt32) {
        guard mask != 0 else { return }
        let place = Int(ordinal &- base)
        let shift = UInt64(place & 63)
        guard place >> 6 < wordCount else { return }
        words[place >> 6] |= mask &<< shift
        guard shift > 0, place >> 6 + 1 < wordCount else { return }
        words[place >> 6 + 1] |= mask &>> (64 - shift)
    }

    @inline(__always)
    func contains(_ ordinal: UInt32) -> Bool {
        let place = Int(ordinal &- base)
        guard place >> 6 < wordCount else { return false }
        return words[place >> 6] & (1 << UInt64(place & 63)) != 0
    }

    /// A bit for each of the 64 ordinals from one on that is a member.
    @inline(__always)
    func word(from ordinal: UInt32) -> UInt64 {
        let place = Int(ordinal &- base)
        let shift = UInt64(place & 63)
        guard place >> 6 < wordCount else { return 0 }
        let low = words[place >> 6] &>> shift
        guard shift > 0, place >> 6 + 1 < wordCount else { return low }
        return low | words[place >> 6 + 1] &<< (64 - shift)
    }

    var count: Int {
        var count = 0
        for place in 0..<wordCount { count += words[place].nonzeroBitCount }
        return count
    }
}
