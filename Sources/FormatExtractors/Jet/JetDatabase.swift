internal import Extraction
internal import MetadataModel

/// The pages of a Jet or ACE database.
///
/// Pages are 2048 bytes (Jet 3) or 4096 (later); every page number is checked against the file,
/// and no chain of pages is longer than the file.
struct JetDatabase {
    private let reader: ByteReader
    /// Whether the layout is that of Jet 4 and later.
    let isLong: Bool

    init(_ reader: ByteReader, isLong: Bool) {
        self.reader = reader
        self.isLong = isLong
    }

    var pageByteCount: Int { isLong ? 4096 : 2048 }

    /// One column, as a table's definition states it.
    struct Column {
        let name: String
        let type: UInt8
        let number: Int
        let variableIndex: Int
        let fixedOffset: Int
        let byteCount: Int
        let isFixed: Bool
        let locus: Locus
    }

    /// A table's definition.
    struct Table {
        let page: UInt32
        let rowCount: Int
        let columns: [Column]
        let usedPages: UInt32
        let locus: Locus
    }

    func page(_ number: UInt32) throws(ExtractionError) -> BinaryBlock? {
        let offset = UInt64(number) * UInt64(pageByteCount)
        guard offset < reader.count else { return nil }
        return try BinaryBlock(
            of: reader, at: offset, count: pageByteCount, order: .little, address: "page \(number)")
    }

    /// Reads the definition of a table; `nil` where the page is none.
    func table(at number: UInt32) throws(ExtractionError) -> Table? {
        guard let first = try page(number), first.integer(at: 0, as: UInt8.self) == 2 else {
            return nil
        }
        // A definition that is longer than a page goes on in others, behind their first 8 bytes.
        var bytes = first.bytes
        var next = first.integer(at: 4, as: UInt32.self) ?? 0
        var steps = 0
        while next != 0, steps < 64, let more = try page(next),
            more.integer(at: 0, as: UInt8.self) == 2
        {
            bytes += more.bytes.dropFirst(8)
            next = more.integer(at: 4, as: UInt32.self) ?? 0
            steps += 1
        }
        let offset = UInt64(number) * UInt64(pageByteCount)
        let block = BinaryBlock(
            stored: bytes, order: .little,
            pieces: [StoredPiece(place: 0, offset: offset, count: first.bytes.count)]
                + (bytes.count > first.bytes.count
                    ? [StoredPiece(place: bytes.count, offset: offset, count: 0)] : []),
            address: first.address)
        guard let rows = block.integer(at: isLong ? 16 : 12, as: Int32.self),
            let columnCount = block.integer(at: isLong ? 45 : 25, as: UInt16.self),
            let indexCount = block.integer(at: isLong ? 51 : 31, as: UInt32.self),
            let used = block.integer(at: isLong ? 55 : 35, as: UInt32.self), indexCount < 1000
        else { return nil }
        let start = isLong ? 63 + Int(indexCount) * 12 : 43 + Int(indexCount) * 8
        return Table(
            page: number, rowCount: Int(rows),
            columns: columns(block, at: start, count: Int(columnCount)), usedPages: used,
            locus: block.locus(at: 0, count: min(64, first.bytes.count)))
    }

    private func columns(_ block: BinaryBlock, at start: Int, count: Int) -> [Column] {
        let width = isLong ? 25 : 18
        var columns: [Column] = []
        var namePlace = start + count * width
        for index in 0..<count {
            let place = start + index * width
            guard let type = block.integer(at: place, as: UInt8.self),
                let number = block.integer(at: place + (isLong ? 5 : 1), as: UInt16.self),
                let variable = block.integer(at: place + (isLong ? 7 : 3), as: UInt16.self),
                let flags = block.integer(at: place + (isLong ? 15 : 13), as: UInt8.self),
                let fixed = block.integer(at: place + (isLong ? 21 : 14), as: UInt16.self),
                let byteCount = block.integer(at: place + (isLong ? 23 : 16), as: UInt16.self),
                let (name, after) = name(block, at: namePlace)
            else { break }
            columns.append(
                Column(
                    name: name, type: type, number: Int(number), variableIndex: Int(variable),
                    fixedOffset: Int(fixed), byteCount: Int(byteCount), isFixed: flags & 1 != 0,
                    locus: block.locus(at: namePlace, count: after - namePlace)))
            namePlace = after
        }
        return columns
    }

    private func name(_ block: BinaryBlock, at place: Int) -> (String, Int)? {
        if isLong {
            guard let length = block.integer(at: place, as: UInt16.self),
                let bytes = block.bytes(at: place + 2, count: Int(length))
            else { return nil }
            return (TextDecoding.utf16(upToZero: bytes, .little), place + 2 + Int(length))
        }
        guard let length = block.integer(at: place, as: UInt8.self),
            let text = block.text(at: place + 1, count: Int(length))
        else { return nil }
        return (text, place + 1 + Int(length))
    }

    /// The data pages of a table, in ascending order, at most `maximum`.
    func dataPages(of table: Table, maximum: Int) throws(ExtractionError) -> [UInt32] {
        guard let map = try page(table.usedPages >> 8),
            let row = row(Int(table.usedPages & 0xFF), of: map)
        else { return [] }
        var numbers: [UInt32] = []
        func add(_ bits: ArraySlice<UInt8>, from first: UInt32) {
            for (index, byte) in bits.enumerated() where byte != 0 {
                for bit in 0..<8 where byte & (1 << bit) != 0 && numbers.count < maximum {
                    let (number, overflows) = first.addingReportingOverflow(
                        UInt32(clamping: index * 8 + bit))
                    if !overflows { numbers.append(number) }
                }
            }
        }
        switch map.integer(at: row.lowerBound, as: UInt8.self) {
        case 0:
            guard let first = map.integer(at: row.lowerBound + 1, as: UInt32.self),
                let bits = map.bytes(
                    at: row.lowerBound + 5, count: max(0, row.count - 5))
            else { return [] }
            add(bits, from: first)
        case 1:
            let perPage = UInt32(pageByteCount - 4) * 8
            for index in 0..<max(0, (row.count - 1) / 4) {
                guard
                    let number = map.integer(
                        at: row.lowerBound + 1 + index * 4, as: UInt32.self), number != 0,
                    let bitmap = try page(number)
                else { continue }
                let (first, overflows) = perPage.multipliedReportingOverflow(
                    by: UInt32(clamping: index))
                if !overflows { add(bitmap.bytes.dropFirst(4), from: first) }
            }
        default: return []
        }
        return numbers
    }

    /// Where the rows of a data page stand; deleted rows and references to others are left out.
    func rows(of page: BinaryBlock) -> [Range<Int>] {
        guard let count = page.integer(at: isLong ? 12 : 8, as: UInt16.self) else { return [] }
        return (0..<min(Int(count), 1000)).compactMap { index in
            let place = (isLong ? 14 : 10) + index * 2
            guard let offset = page.integer(at: place, as: UInt16.self), offset & 0xC000 == 0
            else { return nil }
            return row(index, of: page)
        }
    }

    private func row(_ index: Int, of page: BinaryBlock) -> Range<Int>? {
        let table = isLong ? 14 : 10
        guard let raw = page.integer(at: table + index * 2, as: UInt16.self) else { return nil }
        var end = page.bytes.count
        if index > 0, let before = page.integer(at: table + index * 2 - 2, as: UInt16.self) {
            end = Int(before & 0x1FFF)
        }
        let start = Int(raw & 0x1FFF)
        return start < end && end <= page.bytes.count ? start..<end : nil
    }
}
