internal import Extraction
internal import MetadataModel

/// One block of a bzip2 stream, as it is unpacked.
///
/// Source: <https://en.wikipedia.org/wiki/Bzip2#File_format>, <https://gitlab.com/bzip2/bzip2>
struct BZip2Block {
    /// The sorted block: one byte a position.
    private var sorted: [UInt8] = []
    private var origin = 0

    private static let groupSymbolCount = 50
    private static let maximumCodeLength = 20

    /// Reads a block behind its mark.
    init(
        _ bits: inout BZip2Bits, maximumByteCount: Int
    ) throws(ExtractionError) {
        _ = try bits.take(32)
        guard try bits.take(1) == 0 else {
            throw ExtractionError(
                .unsupported, "a block of bzip2 before 0.9.5", offset: bits.offset)
        }
        origin = Int(try bits.take(24))
        var bytes = try Self.usedBytes(&bits)
        let symbolCount = bytes.count + 2
        let groupCount = Int(try bits.take(3))
        let selectorCount = Int(try bits.take(15))
        guard (2...6).contains(groupCount), selectorCount > 0 else {
            throw ExtractionError(.malformed, "no tables in a block", offset: bits.offset)
        }
        let selectors = try Self.selectors(&bits, selectorCount, groupCount)
        var tables: [HuffmanTable] = []
        for _ in 0..<groupCount {
            tables.append(try HuffmanTable(&bits, symbolCount: symbolCount))
        }
        try read(&bits, selectors, tables, &bytes, maximumByteCount)
        guard sorted.isEmpty || origin < sorted.count else {
            throw ExtractionError(.malformed, "a block begins beyond its end", offset: bits.offset)
        }
    }

    private static func usedBytes(_ bits: inout BZip2Bits) throws(ExtractionError) -> [UInt8] {
        let groups = try bits.take(16)
        var used: [UInt8] = []
        for group in 0..<16 where groups >> UInt32(15 - group) & 1 == 1 {
            let members = try bits.take(16)
            for member in 0..<16 where members >> UInt32(15 - member) & 1 == 1 {
                used.append(UInt8(group * 16 + member))
            }
        }
        return used
    }

    private static func selectors(
        _ bits: inout BZip2Bits, _ count: Int, _ groupCount: Int
    ) throws(ExtractionError) -> [Int] {
        var order = Array(0..<groupCount)
        var selectors: [Int] = []
        for _ in 0..<count {
            var place = 0
            while try bits.take(1) == 1 {
                place += 1
                guard place < groupCount else {
                    throw ExtractionError(
                        .malformed, "a table that is not there", offset: bits.offset)
                }
            }
            let chosen = order.remove(at: place)
            order.insert(chosen, at: 0)
            selectors.append(chosen)
        }
        return selectors
    }

    /// Reads the symbols: runs of the first byte, and moves to the front.
    private mutating func read(
        _ bits: inout BZip2Bits, _ selectors: [Int], _ tables: [HuffmanTable],
        _ bytes: inout [UInt8], _ maximumByteCount: Int
    ) throws(ExtractionError) {
        let last = bytes.count + 1
        var runLength = 0
        var runWeight = 1
        for selector in selectors {
            for _ in 0..<Self.groupSymbolCount {
                let symbol = try tables[selector].symbol(&bits)
                if symbol <= 1 {
                    guard runWeight <= maximumByteCount else {
                        throw ExtractionError(
                            .malformed, "a run longer than its block", offset: bits.offset)
                    }
                    runLength += runWeight << symbol
                    runWeight <<= 1
                    continue
                }
                if runLength > 0 {
                    guard let byte = bytes.first, sorted.count + runLength <= maximumByteCount
                    else {
                        throw ExtractionError(
                            .malformed, "a run longer than its block", offset: bits.offset)
                    }
                    sorted.append(contentsOf: repeatElement(byte, count: runLength))
                    runLength = 0
                    runWeight = 1
                }
                if symbol == last { return }
                guard symbol < last, sorted.count < maximumByteCount else {
                    throw ExtractionError(
                        .malformed, "more bytes than a block has", offset: bits.offset)
                }
                let byte = bytes.remove(at: symbol - 1)
                bytes.insert(byte, at: 0)
                sorted.append(byte)
            }
        }
        throw ExtractionError(.malformed, "a block without an end", offset: bits.offset)
    }

    /// The bytes in their own order, runs written out.
    ///
    /// - Parameter maximum: Bytes after which no more are made.
    func unpacked(maximum: Int) -> [UInt8] {
        guard !sorted.isEmpty else { return [] }
        var starts = [Int](repeating: 0, count: 256)
        for byte in sorted { starts[Int(byte)] += 1 }
        var total = 0
        for byte in 0..<256 {
            let count = starts[byte]
            starts[byte] = total
            total += count
        }
        var next = [Int32](repeating: 0, count: sorted.count)
        for (place, byte) in sorted.enumerated() {
            next[starts[Int(byte)]] = Int32(place)
            starts[Int(byte)] += 1
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(sorted.count)
        var place = Int(next[origin])
        var equalCount = 0
        var previous: UInt8 = 0
        for _ in 0..<sorted.count {
            let byte = sorted[place]
            place = Int(next[place])
            if equalCount == 4 {
                bytes.append(contentsOf: repeatElement(previous, count: Int(byte)))
                equalCount = 0
            } else {
                equalCount = byte == previous && equalCount > 0 ? equalCount + 1 : 1
                previous = byte
                bytes.append(byte)
            }
            if bytes.count >= maximum { break }
        }
        return bytes
    }

    /// Codes of one group, by length.
    private struct HuffmanTable {
        /// The greatest code of each length, the number of symbols before it, and the symbols.
        private var limits = [Int](repeating: -1, count: BZip2Block.maximumCodeLength + 2)
        private var bases = [Int](repeating: 0, count: BZip2Block.maximumCodeLength + 2)
        private var symbols: [Int] = []

        init(_ bits: inout BZip2Bits, symbolCount: Int) throws(ExtractionError) {
            var lengths: [Int] = []
            var length = Int(try bits.take(5))
            for _ in 0..<symbolCount {
                while try bits.take(1) == 1 {
                    length += try bits.take(1) == 0 ? 1 : -1
                    guard (1...BZip2Block.maximumCodeLength).contains(length) else { break }
                }
                guard (1...BZip2Block.maximumCodeLength).contains(length) else {
                    throw ExtractionError(
                        .malformed, "a code of \(length) bits", offset: bits.offset)
                }
                lengths.append(length)
            }
            var code = 0
            for length in 1...BZip2Block.maximumCodeLength {
                bases[length] = symbols.count - code
                for (symbol, own) in lengths.enumerated() where own == length {
                    symbols.append(symbol)
                    code += 1
                }
                limits[length] = code - 1
                code <<= 1
            }
        }

        func symbol(_ bits: inout BZip2Bits) throws(ExtractionError) -> Int {
            var code = 0
            for length in 1...BZip2Block.maximumCodeLength {
                code = code << 1 | Int(try bits.take(1))
                let index = bases[length] + code
                if code <= limits[length], symbols.indices.contains(index) { return symbols[index] }
            }
            throw ExtractionError(.malformed, "a code that is not there", offset: bits.offset)
        }
    }
}
