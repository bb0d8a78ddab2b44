internal import Extraction

/// Finds the JPEG preview that a camera writes into its files: where the first directories of an
/// Exif or TIFF structure say that one is.
///
/// | Tag    | Says                            |
/// |:-------|:--------------------------------|
/// | 0x0201 | where the preview begins        |
/// | 0x0202 | how many bytes it has           |
/// | 0x014A | where further directories are   |
///
/// Source: TIFF 6.0, section 22; Exif 2.32, section 4.5.
struct EmbeddedPreview {
    static let maximumDirectoryCount = 16
    static let maximumEntryCount = 512
    /// Segments of a JPEG file that are looked at for Exif.
    static let maximumSegmentCount = 64

    private let reader: ByteReader
    private let start: UInt64
    private let order: ByteOrder

    /// - Parameter start: Where the TIFF structure begins.
    private init?(_ reader: ByteReader, at start: UInt64) {
        guard let mark = try? reader.bytes(at: start, count: 4) else { return nil }
        switch (mark[0], mark[1]) {
        case (0x49, 0x49): order = .little
        case (0x4D, 0x4D): order = .big
        default: return nil
        }
        self.reader = reader
        self.start = start
    }

    /// The preview of a file that is a TIFF structure, as most raw formats of cameras are.
    static func ofTIFF(_ reader: ByteReader) -> Picture? {
        EmbeddedPreview(reader, at: 0)?.picture
    }

    /// The preview in the Exif segment of a JPEG file.
    static func ofJPEG(_ reader: ByteReader) -> Picture? {
        var place: UInt64 = 2
        for _ in 0..<maximumSegmentCount {
            guard let head = try? reader.bytes(at: place, count: 10), head[0] == 0xFF,
                head[1] != 0xDA
            else { return nil }
            if head[1] == 0xE1, Array(head[4..<10]) == Array("Exif\0\0".utf8) {
                return EmbeddedPreview(reader, at: place + 10)?.picture
            }
            place += 2 + UInt64(head[2]) << 8 + UInt64(head[3])
        }
        return nil
    }

    private var picture: Picture? {
        guard let first = number(at: start + 4, byteCount: 4) else { return nil }
        var open = [first]
        var seen: Set<UInt64> = []
        var best: Picture?
        while let directory = open.popLast(), seen.count < Self.maximumDirectoryCount {
            guard directory > 0, seen.insert(directory).inserted else { continue }
            guard let (preview, next) = read(directory) else { continue }
            open += next
            if let preview, preview.bytes.count > best?.bytes.count ?? 0 { best = preview }
        }
        return best
    }

    private func read(_ directory: UInt64) -> (preview: Picture?, next: [UInt64])? {
        guard let count = number(at: start + directory, byteCount: 2),
            count <= Self.maximumEntryCount
        else { return nil }
        var values: [UInt64: UInt64] = [:]
        var next: [UInt64] = []
        for entry in 0..<count {
            let place = start + directory + 2 + entry * 12
            guard let tag = number(at: place, byteCount: 2),
                let valueCount = number(at: place + 4, byteCount: 4),
                let value = number(at: place + 8, byteCount: 4)
            else { return nil }
            values[tag] = value
            guard tag == 0x014A else { continue }
            if valueCount == 1 { next.append(value) }
            guard (2...UInt64(Self.maximumDirectoryCount)).contains(valueCount) else { continue }
            next += (0..<valueCount).compactMap { number(at: start + value + $0 * 4, byteCount: 4) }
        }
        if let further = number(at: start + directory + 2 + count * 12, byteCount: 4) {
            next.append(further)
        }
        guard let offset = values[0x0201], let byteCount = values[0x0202],
            (64...UInt64(Picture.maximumByteCount)).contains(byteCount),
            let bytes = try? reader.bytes(at: start + offset, count: Int(byteCount)),
            bytes[0] == 0xFF, bytes[1] == 0xD8
        else { return (nil, next) }
        return (Picture(.jpeg, bytes), next)
    }

    private func number(at place: UInt64, byteCount: Int) -> UInt64? {
        guard let bytes = try? reader.bytes(at: place, count: byteCount) else { return nil }
        let highestFirst = order == .big ? bytes : bytes.reversed()
        return highestFirst.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
