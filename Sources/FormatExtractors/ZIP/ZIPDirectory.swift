internal import Extraction
internal import MetadataModel

/// The record at the end of an archive, which says where its directory stands.
struct ZIPDirectoryEnd {
    var comment: String
    var entryCount: UInt64
    /// Where the directory begins in the file.
    var directoryOffset: UInt64
    /// Where the directory ends at the latest.
    var endOffset: UInt64
    /// Bytes before the archive's first byte, by which all its offsets are too small.
    var shift: UInt64

    private static let byteCount = 22
    private static let signature: UInt32 = 0x0605_4B50
    private static let zip64LocatorSignature: UInt32 = 0x0706_4B50
    private static let zip64Signature: UInt32 = 0x0606_4B50

    /// Searches the last 64 KiB; `nil` where there is no such record.
    init?(searching reader: ByteReader) throws(ExtractionError) {
        let tailCount = Int(min(reader.count, UInt64(Self.byteCount + 0xFFFF)))
        let tailOffset = reader.count - UInt64(tailCount)
        let tail = try reader.bytes(at: tailOffset, count: tailCount)
        guard let place = Self.place(in: tail) else { return nil }
        let record = tailOffset + UInt64(place)
        let commentCount = Int(try reader.uint16(at: record + 20, .little))
        comment = TextDecoding.text(of: tail[(place + Self.byteCount)...].prefix(commentCount)).text
        entryCount = UInt64(try reader.uint16(at: record + 10, .little))
        var byteCount = UInt64(try reader.uint32(at: record + 12, .little))
        var stated = UInt64(try reader.uint32(at: record + 16, .little))
        endOffset = record
        if stated == 0xFFFF_FFFF || entryCount == 0xFFFF || byteCount == 0xFFFF_FFFF, record >= 20,
            try reader.uint32(at: record - 20, .little) == Self.zip64LocatorSignature
        {
            let zip64 = try reader.uint64(at: record - 12, .little)
            guard zip64 < record,
                try reader.uint32(at: zip64, .little) == Self.zip64Signature
            else {
                throw ExtractionError(
                    .malformed, "expected the ZIP64 record of the directory", offset: zip64)
            }
            entryCount = try reader.uint64(at: zip64 + 32, .little)
            byteCount = try reader.uint64(at: zip64 + 40, .little)
            stated = try reader.uint64(at: zip64 + 48, .little)
            endOffset = zip64
        }
        guard byteCount <= endOffset, stated <= endOffset - byteCount else {
            throw ExtractionError(
                .malformed, "a directory of \(byteCount) bytes at byte \(stated) has no room",
                offset: record)
        }
        directoryOffset = endOffset - byteCount
        shift = directoryOffset - stated
    }

    /// The last place of the signature whose comment fits.
    private static func place(in tail: [UInt8]) -> Int? {
        guard tail.count >= byteCount else { return nil }
        return tail.withUnsafeBytes { bytes in
            stride(from: tail.count - byteCount, through: 0, by: -1).first { place in
                bytes[place] == 0x50
                    && bytes.integer(at: place, .little, as: UInt32.self) == signature
                    && place + byteCount
                        + Int(bytes.integer(at: place + 20, .little, as: UInt16.self))
                        <= tail.count
            }
        }
    }
}

/// Reads the entries of an archive.
enum ZIPDirectory {
    static let localSignature: UInt32 = 0x0403_4B50
    private static let entrySignature: UInt32 = 0x0201_4B50

    /// The entries of the central directory, up to the first that is damaged.
    static func entries(
        _ end: ZIPDirectoryEnd, _ reader: ByteReader, _ limits: ExtractionLimits
    ) throws(ExtractionError) -> ([ZIPEntry], Issue?) {
        var entries: [ZIPEntry] = []
        var offset = end.directoryOffset
        while entries.count < end.entryCount, offset < end.endOffset {
            guard entries.count < limits.maximumDirectoryCount else {
                return (
                    entries,
                    Issue(
                        .limitExceeded, "more than \(limits.maximumDirectoryCount) entries",
                        at: Locus(offset: offset))
                )
            }
            do throws(ExtractionError) {
                let entry = try entry(at: offset, shift: end.shift, reader)
                entries.append(entry)
                offset += UInt64(entry.headerByteCount)
            } catch {
                return (entries, error.issue)
            }
        }
        guard entries.count >= end.entryCount else {
            return (
                entries,
                Issue(
                    .malformed, "expected \(end.entryCount) entries, found \(entries.count)",
                    at: Locus(offset: offset))
            )
        }
        return (entries, nil)
    }

    private static func entry(
        at offset: UInt64, shift: UInt64, _ reader: ByteReader
    ) throws(ExtractionError) -> ZIPEntry {
        guard try reader.uint32(at: offset, .little) == entrySignature else {
            throw ExtractionError(.malformed, "expected an entry of the directory", offset: offset)
        }
        let nameCount = Int(try reader.uint16(at: offset + 28, .little))
        let extraCount = Int(try reader.uint16(at: offset + 30, .little))
        let commentCount = Int(try reader.uint16(at: offset + 32, .little))
        let texts = try reader.bytes(at: offset + 46, count: nameCount + extraCount + commentCount)
        var entry = ZIPEntry(
            name: TextDecoding.text(of: texts[..<nameCount]).text,
            method: try reader.uint16(at: offset + 10, .little),
            flags: try reader.uint16(at: offset + 8, .little),
            crc32: try reader.uint32(at: offset + 16, .little),
            compressedByteCount: UInt64(try reader.uint32(at: offset + 20, .little)),
            byteCount: UInt64(try reader.uint32(at: offset + 24, .little)),
            packedDate: try reader.uint16(at: offset + 14, .little),
            packedTime: try reader.uint16(at: offset + 12, .little),
            offset: UInt64(try reader.uint32(at: offset + 42, .little)),
            headerOffset: offset,
            headerByteCount: 46 + nameCount + extraCount + commentCount)
        entry.requiredVersion = try reader.uint16(at: offset + 6, .little)
        entry.comment = TextDecoding.text(of: texts[(nameCount + extraCount)...]).text
        widen(&entry, Array(texts[nameCount..<(nameCount + extraCount)]))
        let (moved, overflows) = entry.offset.addingReportingOverflow(shift)
        guard !overflows else {
            throw ExtractionError(.malformed, "\(entry.name) has no place", offset: offset)
        }
        entry.offset = moved
        return entry
    }

    /// Takes the 64-bit fields of the extra field 1, which stand only where 32 bits do not suffice.
    private static func widen(_ entry: inout ZIPEntry, _ extra: [UInt8]) {
        extra.withUnsafeBytes { bytes in
            var place = 0
            while place + 4 <= bytes.count {
                let id = bytes.integer(at: place, .little, as: UInt16.self)
                let count = Int(bytes.integer(at: place + 2, .little, as: UInt16.self))
                let end = min(place + 4 + count, bytes.count)
                var field = place + 4
                if id == 1 {
                    for part in [\ZIPEntry.byteCount, \.compressedByteCount, \.offset]
                    where entry[keyPath: part] == 0xFFFF_FFFF && field + 8 <= end {
                        entry[keyPath: part] = bytes.integer(at: field, .little, as: UInt64.self)
                        field += 8
                    }
                }
                place = end
            }
        }
    }

    /// The entries of an archive without a directory, as far as local headers state their lengths.
    static func entriesByLocalHeaders(
        _ reader: ByteReader, _ limits: ExtractionLimits
    ) throws(ExtractionError) -> [ZIPEntry] {
        var entries: [ZIPEntry] = []
        var offset: UInt64 = 0
        while entries.count < limits.maximumDirectoryCount, reader.count >= 30,
            offset <= reader.count - 30,
            try reader.uint32(at: offset, .little) == localSignature
        {
            let nameCount = Int(try reader.uint16(at: offset + 26, .little))
            let extraCount = UInt64(try reader.uint16(at: offset + 28, .little))
            guard UInt64(nameCount) <= reader.count - offset - 30 else { break }
            let name = try reader.bytes(at: offset + 30, count: nameCount)
            var entry = ZIPEntry(
                name: TextDecoding.text(of: name).text,
                method: try reader.uint16(at: offset + 8, .little),
                flags: try reader.uint16(at: offset + 6, .little),
                crc32: try reader.uint32(at: offset + 14, .little),
                compressedByteCount: UInt64(try reader.uint32(at: offset + 18, .little)),
                byteCount: UInt64(try reader.uint32(at: offset + 22, .little)),
                packedDate: try reader.uint16(at: offset + 12, .little),
                packedTime: try reader.uint16(at: offset + 10, .little),
                offset: offset, headerOffset: offset, headerByteCount: 30 + nameCount,
                isFromLocalHeader: true)
            entry.requiredVersion = try reader.uint16(at: offset + 4, .little)
            entries.append(entry)
            // With bit 3 the lengths stand behind the data: there is no way on.
            if entry.flags & 8 != 0, entry.compressedByteCount == 0 { break }
            offset += 30 + UInt64(nameCount) + extraCount + entry.compressedByteCount
        }
        return entries
    }
}
