internal import Extraction
internal import MetadataModel

/// Addresses of chunks in an array: a fixed one, or one that grows at its end.
struct HDF5ChunkArray {
    struct Entry {
        let index: Int
        let address: UInt64
        let byteCount: UInt64?
        let mask: Int
    }

    let file: HDF5File
    let isFiltered: Bool

    init(_ file: HDF5File, _ isFiltered: Bool) {
        self.file = file
        self.isFiltered = isFiltered
    }

    /// The entries of a fixed array.
    ///
    /// | Structure | Layout                                                                     |
    /// |:----------|:---------------------------------------------------------------------------|
    /// | `FAHD`    | version, client, entry size, page bits, entries, address of the block        |
    /// | `FADB`    | version, client, address of the header, bits of the pages, entries or pages  |
    func fixed(at address: UInt64, maximum: Int) throws(ExtractionError) -> [Entry] {
        let (offset, length) = (file.offsetByteCount, file.lengthByteCount)
        var head = try file.cursor(at: address, count: UInt64(8 + length + offset))
        try head.expect("FAHD")
        try head.skip(2)
        let width = try head.uint8()
        let pageBits = try head.uint8()
        let count = Int(clamping: try head.length())
        guard let block = try head.address() else { return [] }
        guard pageBits < 31, width >= offset, count < 1 << 40 else {
            throw head.malformed("a fixed array")
        }
        let pageCount = 1 << pageBits
        var entries: [Entry] = []
        var prefix = try file.cursor(at: block, count: UInt64(6 + offset))
        try prefix.expect("FADB")
        let start = block &+ UInt64(6 + offset)
        let wanted = min(count, maximum)
        guard count > pageCount else {
            try append(wanted, from: 0, at: start, width: width, to: &entries)
            return entries
        }
        let pages = count / pageCount + (count % pageCount == 0 ? 0 : 1)
        var place = start &+ UInt64((pages + 7) / 8 + 4)
        var index = 0
        while index < wanted {
            let here = min(pageCount, count - index)
            try append(
                min(here, wanted - index), from: index, at: place, width: width, to: &entries)
            index += here
            place = place &+ UInt64(clamping: here) &* UInt64(width) &+ 4
        }
        return entries
    }

    /// The entries of an extensible array.
    ///
    /// | Structure | Layout                                                                      |
    /// |:----------|:----------------------------------------------------------------------------|
    /// | `EAHD`    | version, client, entry size, index bits, entries of the index block, least   |
    /// |           | entries of a block, least pointers, page bits, 6 lengths, index block        |
    /// | `EAIB`    | version, client, header, entries, data blocks, secondary blocks               |
    /// | `EASB`    | version, client, header, offset, bits of the pages, data blocks               |
    /// | `EADB`    | version, client, header, offset, entries or pages                             |
    func extensible(at address: UInt64, maximum: Int) throws(ExtractionError) -> [Entry] {
        let (offset, length) = (file.offsetByteCount, file.lengthByteCount)
        var head = try file.cursor(at: address, count: UInt64(12 + 6 * length + offset))
        try head.expect("EAHD")
        try head.skip(2)
        let width = try head.uint8()
        let bits = try head.uint8()
        let inIndex = try head.uint8()
        let least = try head.uint8()
        let leastPointers = try head.uint8()
        let pageBits = try head.uint8()
        try head.skip(4 * length)
        let count = min(Int(clamping: try head.length()), maximum)
        _ = try head.length()
        guard let indexBlock = try head.address() else { return [] }
        guard width >= offset, bits <= 64, least > 0, leastPointers > 0,
            least.nonzeroBitCount == 1, leastPointers.nonzeroBitCount == 1, pageBits < 31
        else { throw head.malformed("an extensible array") }
        var entries: [Entry] = []
        var prefix = try file.cursor(at: indexBlock, count: UInt64(6 + offset))
        try prefix.expect("EAIB")
        var place = indexBlock &+ UInt64(6 + offset)
        try append(min(inIndex, count), from: 0, at: place, width: width, to: &entries)
        place = place &+ UInt64(inIndex * width)
        var pointers = try file.cursor(
            at: place, maximum: (2 * leastPointers + 64) * offset)
        let header = UInt64(6 + offset + (bits + 7) / 8)
        var index = inIndex
        var level = 0
        let directLevels = 2 * leastPointers.trailingZeroBitCount
        // Level n has 2^⌊n/2⌋ blocks of 2^⌈n/2⌉ times the least entries.
        while index < count, level < 40 {
            let blocks = 1 << (level / 2)
            let inBlock = least << ((level + 1) / 2)
            let isPaged = inBlock > 1 << pageBits
            var blockPointers = pointers
            if level >= directLevels {
                guard let secondary = try pointers.address() else { break }
                var start = try file.cursor(at: secondary, maximum: 4)
                try start.expect("EASB")
                let pages = isPaged ? inBlock >> pageBits : 0
                let bitmap = isPaged ? blocks * ((pages + 7) / 8) : 0
                blockPointers = try file.cursor(
                    at: secondary &+ header &+ UInt64(bitmap), count: UInt64(blocks * offset))
            }
            for _ in 0..<blocks where index < count {
                let data = try blockPointers.address()
                if let data {
                    try appendBlock(
                        at: data &+ header, count: min(inBlock, count - index), from: index,
                        width: width, pageCount: isPaged ? 1 << pageBits : nil, to: &entries)
                }
                index += inBlock
            }
            if level < directLevels { pointers = blockPointers }
            level += 1
        }
        return entries
    }

    /// The entries of one data block, in pages that end in a checksum where it is long.
    private func appendBlock(
        at address: UInt64, count: Int, from first: Int, width: Int, pageCount: Int?,
        to entries: inout [Entry]
    ) throws(ExtractionError) {
        guard let pageCount else {
            return try append(count, from: first, at: address, width: width, to: &entries)
        }
        var place = address &+ 4
        var done = 0
        while done < count {
            let here = min(pageCount, count - done)
            try append(here, from: first + done, at: place, width: width, to: &entries)
            done += here
            place = place &+ UInt64(pageCount * width + 4)
        }
    }

    private func append(
        _ count: Int, from first: Int, at address: UInt64, width: Int, to entries: inout [Entry]
    ) throws(ExtractionError) {
        guard count > 0 else { return }
        var cursor = try file.cursor(at: address, count: UInt64(count * width))
        for index in 0..<count {
            var entry = try cursor.part(width)
            guard let address = try entry.address() else { continue }
            var byteCount: UInt64?
            var mask = 0
            if isFiltered {
                byteCount = try entry.unsigned(width - file.offsetByteCount - 4)
                mask = try entry.uint32()
            }
            entries.append(
                Entry(index: first + index, address: address, byteCount: byteCount, mask: mask))
        }
    }
}
