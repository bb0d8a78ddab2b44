internal import Extraction
internal import MetadataModel

/// The bytes of a file of the TIFF family, with the layout to read them by.
///
/// Every count and offset is checked against the file before it is used.
struct TIFFFile {
    /// Entries that one directory may have; TIFF allows no more, and BigTIFF needs no more.
    static let maximumEntryCount: UInt64 = 65_535

    let reader: ByteReader
    var layout: TIFFLayout
    /// How many structures hold this one: 0 for a file of its own, 1 for the Exif of a JPEG file.
    var nesting = 0
    /// What is taken from the offsets of values: not 0 where a directory was moved with its values.
    var displacement: UInt64 = 0
    /// False where a directory may stand in the place of a header.
    var hasHeader = true

    var order: ByteOrder { layout.order }

    /// The offset of the first directory.
    func firstDirectoryOffset() throws(ExtractionError) -> UInt64 {
        layout.variant == .classic
            ? UInt64(try reader.uint32(at: layout.firstOffsetPlace, order))
            : try reader.uint64(at: layout.firstOffsetPlace, order)
    }

    /// Reads a directory: its entries in one read, not their values.
    ///
    /// Entries of unknown type or absurd size are left out and reported, and so is what a
    /// truncated file lacks; the others are kept.
    ///
    /// - Parameters:
    ///   - address: The directory's name for issues: `IFD 3`.
    ///   - hasNext: Whether the offset of a next directory stands behind the entries.
    /// - Throws: ``ExtractionError`` where there is no directory at `offset`.
    func directory(
        at offset: UInt64, address: String, hasNext: Bool = true, into collector: FactCollector
    ) throws(ExtractionError) -> TIFFDirectory {
        let base = reader.baseOffset
        let locus = Locus(offset: offset.addingReportingOverflow(base).0, address: address)
        let start = offset.addingReportingOverflow(UInt64(layout.countByteCount))
        guard offset >= (hasHeader ? 8 : 0), !start.overflow, start.partialValue <= reader.count
        else {
            throw ExtractionError(
                .truncated,
                "expected a directory at byte \(offset), the file has \(reader.count)", at: locus)
        }
        let entryCount =
            layout.isBig
            ? try reader.uint64(at: offset, order) : UInt64(try reader.uint16(at: offset, order))
        guard entryCount > 0, entryCount <= Self.maximumEntryCount else {
            throw ExtractionError(
                .malformed,
                "expected 1 to \(Self.maximumEntryCount) entries, found \(entryCount)", at: locus)
        }
        let available = Int(clamping: reader.count - start.partialValue)
        let wholeCount = min(Int(entryCount), available / layout.entryByteCount)
        if wholeCount < Int(entryCount) {
            collector.report(
                Issue(
                    .truncated,
                    "expected \(entryCount) entries, the file ends after \(wholeCount)", at: locus))
        }
        let tableByteCount = wholeCount * layout.entryByteCount
        let blockByteCount = min(available, tableByteCount + trailerByteCount(of: wholeCount))
        return try reader.withBytes(at: start.partialValue, count: blockByteCount) {
            block throws(ExtractionError) in
            var entries: [TIFFEntry] = []
            entries.reserveCapacity(wholeCount)
            for place in 0..<wholeCount {
                do throws(ExtractionError) {
                    entries.append(
                        try entry(place, of: wholeCount, block, start.partialValue, address))
                } catch {
                    collector.report(error.issue)
                }
            }
            return TIFFDirectory(
                offset: offset, entries: entries,
                next: hasNext ? nextOffset(block, after: tableByteCount, locus, collector) : 0)
        }
    }

    /// Bytes behind the entries of a directory.
    private func trailerByteCount(of entryCount: Int) -> Int {
        layout.nextByteCount + (layout.variant == .wide ? entryCount * 4 : 0)
    }

    private func nextOffset(
        _ block: UnsafeRawBufferPointer, after tableByteCount: Int, _ locus: Locus,
        _ collector: FactCollector
    ) -> UInt64 {
        guard block.count >= tableByteCount + layout.nextByteCount else {
            collector.report(
                Issue(
                    .truncated, "expected the offset of the next directory, the file ends",
                    at: locus))
            return 0
        }
        return layout.variant == .classic
            ? UInt64(block.integer(at: tableByteCount, order, as: UInt32.self))
            : block.integer(at: tableByteCount, order, as: UInt64.self)
    }

    /// Entry `place` of a directory whose entries begin `block`, which stands at `start`.
    private func entry(
        _ place: Int, of entryCount: Int, _ block: UnsafeRawBufferPointer, _ start: UInt64,
        _ address: String
    ) throws(ExtractionError) -> TIFFEntry {
        let base = place * layout.entryByteCount
        let tag = block.integer(at: base, order, as: UInt16.self)
        let rawType = block.integer(at: base + 2, order, as: UInt16.self)
        func problem(_ kind: Issue.Kind, _ detail: String) -> ExtractionError {
            ExtractionError(
                kind, detail,
                at: Locus(
                    offset: reader.baseOffset + start + UInt64(base),
                    length: UInt64(layout.entryByteCount),
                    address: "\(address) tag \(tag)"))
        }
        guard let type = TIFFFieldType(rawValue: rawType) else {
            throw problem(.malformed, "expected a field type of 1 to 18 or 129, found \(rawType)")
        }
        let count: UInt64
        let raw: UInt64
        var offset: UInt64
        let valuePlace: Int
        if layout.isBig {
            count = block.integer(at: base + 4, order)
            valuePlace = base + 12
            raw = block.integer(at: valuePlace, .little)
            offset = block.integer(at: valuePlace, order)
        } else {
            count = UInt64(block.integer(at: base + 4, order, as: UInt32.self))
            valuePlace = base + 8
            raw = UInt64(block.integer(at: valuePlace, .little, as: UInt32.self))
            offset = UInt64(block.integer(at: valuePlace, order, as: UInt32.self))
            let high = entryCount * layout.entryByteCount + layout.nextByteCount + place * 4
            if layout.variant == .wide, high + 4 <= block.count {
                offset |= UInt64(block.integer(at: high, order, as: UInt32.self)) << 32
            }
        }
        let byteCount = count.multipliedReportingOverflow(by: UInt64(type.byteCount))
        let isInline = !byteCount.overflow && byteCount.partialValue <= layout.inlineByteCount
        if !isInline {
            let moved = offset.subtractingReportingOverflow(displacement)
            offset = moved.overflow ? .max : moved.partialValue
        }
        if isInline {
            offset = start + UInt64(valuePlace)
        } else if byteCount.overflow || offset > reader.count
            || byteCount.partialValue > reader.count - offset
        {
            throw problem(
                .truncated,
                "expected \(count) values of type \(rawType) at byte \(offset), "
                    + "the file has \(reader.count) bytes")
        }
        // What stands behind a value shorter than its place means nothing.
        let unused = isInline ? 64 - 8 * byteCount.partialValue : 0
        return TIFFEntry(
            tag: tag, type: type, count: Int(count), offset: offset,
            inlineBytes: UInt64(littleEndian: (raw << unused) >> unused), isInline: isInline)
    }
}
