internal import Extraction
internal import MetadataModel

/// One row of a data page, with the places of its values.
///
/// A row is a count of columns, the values of fixed length, those of variable length, and behind
/// them their places in reverse, their number, and a bit for every column that has a value.
struct JetRow {
    private let page: BinaryBlock
    private let range: Range<Int>
    private let isLong: Bool
    private let maskPlace: Int
    private let columnCount: Int
    /// Where the values of variable length begin, one more than there are.
    private var variablePlaces: [Int] = []

    init?(_ page: BinaryBlock, _ range: Range<Int>, isLong: Bool) {
        self.page = page
        self.range = range
        self.isLong = isLong
        let count =
            isLong
            ? page.integer(at: range.lowerBound, as: UInt16.self).map(Int.init)
            : page.integer(at: range.lowerBound, as: UInt8.self).map(Int.init)
        guard let count, count > 0 else { return nil }
        columnCount = count
        let maskByteCount = (count + 7) / 8
        maskPlace = range.upperBound - maskByteCount
        guard maskPlace - 4 > range.lowerBound else { return nil }
        if isLong {
            guard let places = page.integer(at: maskPlace - 2, as: UInt16.self),
                Int(places) * 2 + 4 < maskPlace - range.lowerBound
            else { return }
            for index in 0...Int(places) {
                guard
                    let place = page.integer(at: maskPlace - 4 - index * 2, as: UInt16.self)
                else { return }
                variablePlaces.append(Int(place))
            }
        } else {
            readShortPlaces()
        }
    }

    /// Places of one byte each, with a table of where 256 is to be added.
    private mutating func readShortPlaces() {
        guard let count = page.integer(at: maskPlace - 1, as: UInt8.self) else { return }
        var jumpCount = (range.count - 1) / 256
        var last = maskPlace - 2 - jumpCount
        if (last - range.lowerBound - Int(count)) / 256 < jumpCount { jumpCount -= 1 }
        last = maskPlace - 2 - max(0, jumpCount)
        var jumps = 0
        for index in 0...Int(count) {
            while jumps < jumpCount,
                let mark = page.integer(at: maskPlace - 2 - jumps, as: UInt8.self),
                Int(mark) == index
            {
                jumps += 1
            }
            guard last - index > range.lowerBound,
                let place = page.integer(at: last - index, as: UInt8.self)
            else { return }
            variablePlaces.append(Int(place) + jumps * 256)
        }
    }

    /// Whether a column has a value; for a truth value, what it is.
    func hasValue(_ column: JetDatabase.Column) -> Bool {
        guard column.number < columnCount,
            let byte = page.integer(at: maskPlace + column.number / 8, as: UInt8.self)
        else { return false }
        return byte & (1 << (column.number % 8)) != 0
    }

    /// Where a column's value stands in the page.
    func place(of column: JetDatabase.Column) -> Range<Int>? {
        guard hasValue(column) else { return nil }
        if column.isFixed {
            let start = range.lowerBound + (isLong ? 2 : 1) + column.fixedOffset
            let end = start + column.byteCount
            return column.byteCount > 0 && end <= maskPlace ? start..<end : nil
        }
        guard column.variableIndex + 1 < variablePlaces.count else { return nil }
        let start = range.lowerBound + variablePlaces[column.variableIndex]
        let end = range.lowerBound + variablePlaces[column.variableIndex + 1]
        return start < end && end <= maskPlace ? start..<end : nil
    }

    /// An integer of a column, for the catalogue.
    func integer(_ column: JetDatabase.Column?) -> Int64? {
        guard let column, let place = place(of: column) else { return nil }
        switch column.type {
        case 2: return page.integer(at: place.lowerBound, as: UInt8.self).map(Int64.init)
        case 3: return page.integer(at: place.lowerBound, as: Int16.self).map(Int64.init)
        case 4: return page.integer(at: place.lowerBound, as: Int32.self).map(Int64.init)
        default: return nil
        }
    }

    /// The text of a column; a memo's where it stands in the row itself.
    func text(_ column: JetDatabase.Column?) -> String? {
        guard let column, let place = place(of: column),
            var bytes = page.bytes(
                at: place.lowerBound, count: place.count)
        else { return nil }
        if column.type == 12 {
            guard let length = page.integer(at: place.lowerBound, as: UInt32.self),
                length & 0x8000_0000 != 0
            else { return nil }
            bytes = bytes.dropFirst(12)
        }
        guard isLong else { return TextDecoding.text(of: bytes).text }
        guard bytes.starts(with: [0xFF, 0xFE]) else {
            return TextDecoding.utf16(upToZero: bytes, .little)
        }
        // Compressed: a byte a letter, and zeros turn to UTF-16 and back.
        var units: [UInt8] = []
        var isCompressed = true
        var place2 = bytes.startIndex + 2
        while place2 < bytes.endIndex {
            if bytes[place2] == 0, isCompressed {
                isCompressed = false
                place2 += 1
            } else if isCompressed {
                units += [bytes[place2], 0]
                place2 += 1
            } else if place2 + 1 < bytes.endIndex, bytes[place2] != 0 || bytes[place2 + 1] != 0 {
                units += [bytes[place2], bytes[place2 + 1]]
                place2 += 2
            } else {
                isCompressed = true
                place2 += 1
            }
        }
        return TextDecoding.utf16(upToZero: units[...], .little)
    }

    /// Adds the fact of a column's value; nothing where there is none.
    func state(
        _ column: JetDatabase.Column, _ key: FactKey, _ element: ElementPath,
        into collector: FactCollector
    ) {
        if column.type == 1 {
            let truth = hasValue(column)
            collector.add(
                Fact(
                    key: key, element: element, value: truth ? "true" : "false", truth: truth,
                    locus: page.locus(at: maskPlace, count: 1)))
            return
        }
        guard let place = place(of: column) else { return }
        let locus = page.locus(at: place.lowerBound, count: place.count)
        let reading = PropertyReading(block: page, isPadded: false)
        let types: [UInt8: UInt16] = [2: 17, 3: 2, 4: 3, 5: 6, 6: 4, 7: 5, 8: 7, 15: 72]
        if let type = types[column.type],
            let (value, _) = reading.value(type, at: place.lowerBound)
        {
            collector.state(value, key, element: element, in: page, locus: locus)
        } else if [10, 12].contains(column.type) {
            if let text = text(column), !text.isEmpty {
                collector.text(key, text, element: element, locus: locus)
            }
        } else if let bytes = page.bytes(at: place.lowerBound, count: place.count) {
            collector.opaque(key, Array(bytes), element: element, locus: locus)
        }
    }
}
