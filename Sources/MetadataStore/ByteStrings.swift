internal import Glibc

/// Distinct byte strings, numbered from 0 in the order of their first appearance.
struct ByteStrings {
    private(set) var bytes: [UInt8] = []
    /// Where each string ends in ``bytes``.
    private var ends: [UInt32] = []
    private var hashes: [UInt32] = []
    /// The number of a string plus one by hash, 0 for a free place; its size is a power of two.
    private var places: [UInt32] = Array(repeating: 0, count: 1024)

    var count: Int { ends.count }

    func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
    }

    /// Calls `body` with the bytes of a string.
    func withBytes<Result>(
        _ number: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        let range = range(number)
        return try bytes.withUnsafeBytes { all in
            try body(UnsafeRawBufferPointer(rebasing: all[range]))
        }
    }

    /// The number of a string, which is taken in if it is new.
    mutating func number(of string: UnsafeRawBufferPointer) -> (number: Int, isNew: Bool) {
        let hash = UInt32(truncatingIfNeeded: stableHash(string))
        let mask = places.count - 1
        var place = Int(hash) & mask
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if hashes[number] == hash, equals(number, string) { return (number, false) }
            place = (place + 1) & mask
        }
        bytes.append(contentsOf: string)
        ends.append(UInt32(bytes.count))
        hashes.append(hash)
        places[place] = UInt32(ends.count)
        if ends.count * 2 > places.count { grow() }
        return (ends.count - 1, true)
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        places = Array(repeating: 0, count: 1024)
    }

    private func equals(_ number: Int, _ string: UnsafeRawBufferPointer) -> Bool {
        let range = range(number)
        guard range.count == string.count else { return false }
        guard let other = string.baseAddress else { return true }
        return bytes.withUnsafeBytes { all in
            all.baseAddress.map { memcmp($0 + range.lowerBound, other, range.count) == 0 } ?? false
        }
    }

    private mutating func grow() {
        let size = places.count * 2
        places = Array(repeating: 0, count: size)
        for number in 0..<ends.count {
            var place = Int(hashes[number]) & (size - 1)
            while places[place] != 0 { place = (place + 1) & (size - 1) }
            places[place] = UInt32(number + 1)
        }
    }
}

/// A hash that is the same in every run and on every machine, since some are stored.
func stableHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var position = 0
    while position + 8 <= bytes.count {
        let word = UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        hash = mixed(hash ^ word)
        position += 8
    }
    var tail: UInt64 = 0
    while position < bytes.count {
        tail = tail << 8 | UInt64(bytes[position])
        position += 1
    }
    return mixed(hash ^ tail)
}

/// Spreads every bit of a word over the whole of it.
@inline(__always)
private func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return (product.high ^ product.low) &+ 0x2545_F491_4F6C_DD1D
}
