internal import Extraction

/// Files that a browser shows by itself: they are sent as they are, where they are small.
enum WebImage {
    static let maximumByteCount: UInt64 = 512 << 10
    /// Pixels of a side: a small file can say that it is a huge image.
    static let maximumSide = 8192

    /// What a file's first bytes say that it is.
    static func kind(of header: [UInt8]) -> Picture.Kind? {
        if header.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if header.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if header.starts(with: Array("GIF8".utf8)) { return .gif }
        if header.starts(with: Array("RIFF".utf8)),
            header.dropFirst(8).starts(with: Array("WEBP".utf8))
        {
            return .webp
        }
        return nil
    }

    /// The whole file; `nil` where it is too large, in bytes or in pixels.
    static func picture(_ kind: Picture.Kind, _ reader: ByteReader, _ header: [UInt8]) -> Picture? {
        guard reader.count <= maximumByteCount, isSmall(kind, header),
            let bytes = try? reader.bytes(at: 0, count: Int(reader.count))
        else { return nil }
        return Picture(kind, bytes)
    }

    private static func isSmall(_ kind: Picture.Kind, _ header: [UInt8]) -> Bool {
        switch kind {
        case .png:
            guard header.count >= 24 else { return false }
            return [16, 20].allSatisfy { place in
                header[place] == 0 && header[place + 1] == 0
                    && Int(header[place + 2]) << 8 + Int(header[place + 3]) <= maximumSide
            }
        case .gif:
            guard header.count >= 10 else { return false }
            return [6, 8].allSatisfy { place in
                Int(header[place + 1]) << 8 + Int(header[place]) <= maximumSide
            }
        // A JPEG of 65,535 pixels a side has more bytes than are sent; so has WebP, of 16,383.
        case .jpeg, .webp, .bmp: return true
        }
    }
}
