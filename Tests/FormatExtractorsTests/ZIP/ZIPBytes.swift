/// Builds a ZIP archive of stored or deflated entries, byte by byte.
struct ZIPBytes {
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var entryCount: UInt16 = 0

    /// Adds an entry.
    ///
    /// - Parameters:
    ///   - stored: Its bytes as they stand in the archive.
    ///   - count: How many bytes they become; `nil` where they are not compressed.
    mutating func add(_ name: String, _ stored: [UInt8], inflatedCount count: Int? = nil) {
        let offset = UInt32(bytes.count)
        let method: UInt16 = count == nil ? 0 : 8
        // Version, flags, method, time 12:30:08, date 2026-03-01, CRC, lengths.
        let fields =
            little(UInt16(20)) + little(UInt16(0)) + little(method) + little(UInt16(25540))
            + little(UInt16(23649)) + little(UInt32(0xABCD)) + little(UInt32(stored.count))
            + little(UInt32(count ?? stored.count)) + little(UInt16(name.utf8.count))
        bytes += little(UInt32(0x0403_4B50)) + fields + little(UInt16(0)) + Array(name.utf8)
        bytes += stored
        directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + fields
        directory += [UInt8](repeating: 0, count: 12) + little(offset) + Array(name.utf8)
        entryCount += 1
    }

    mutating func add(_ name: String, _ text: String) {
        add(name, Array(text.utf8))
    }

    /// The archive with its directory.
    func finished(comment: String = "") -> [UInt8] {
        bytes + directory + little(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + little(entryCount)
            + little(entryCount) + little(UInt32(directory.count)) + little(UInt32(bytes.count))
            + little(UInt16(comment.utf8.count)) + Array(comment.utf8)
    }

    private func little(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }

    /// Bytes deflated without compression (RFC 1951, section 3.2.4).
    static func deflated(_ plain: [UInt8]) -> [UInt8] {
        let count = UInt16(plain.count)
        return [1, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
            + plain
    }

    /// A zero and `repeats` times 258 more, deflated with fixed codes (section 3.2.6).
    static func bomb(repeats: Int) -> [UInt8] {
        var bits = [1, 1, 0]
        bits += [0, 0, 1, 1, 0, 0, 0, 0]
        for _ in 0..<repeats { bits += [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0] }
        bits += [Int](repeating: 0, count: 7)
        return stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<min(start + 8, bits.count)].enumerated()
                .reduce(0) { $0 | UInt8($1.element << $1.offset) }
        }
    }
}
