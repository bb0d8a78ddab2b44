/// Samples of a page, made smaller: one plane for grey, three for colours.
struct Raster {
    /// Pixels of the longer side at most.
    static let side = 224
    /// Of grey samples, the share that may be black or white.
    static let clippedShare = 0.005

    let width: Int
    let height: Int
    var planes: [[Float]]
    /// The sample that is shown as white and the one shown as black, where they are known.
    var range: (black: Float, white: Float)?
    /// Whether small samples are bright.
    var isInverted = false

    /// The picture, with the contrast that its own samples ask for where the range is not known.
    var picture: Picture {
        let (black, white) = range ?? contrast
        let scale = white > black ? 255 / (white - black) : 0
        let levels = planes.map { plane in
            plane.map { sample -> UInt8 in
                guard sample.isFinite else { return 0 }
                let level = UInt8(max(0, min(255, ((sample - black) * scale).rounded())))
                return isInverted ? 255 - level : level
            }
        }
        return Picture(.bmp, BMP.bytes(width: width, height: height, planes: levels))
    }

    private var contrast: (Float, Float) {
        let samples = planes.joined().filter(\.isFinite).sorted()
        guard let first = samples.first, let last = samples.last else { return (0, 1) }
        let skipped = Int(Double(samples.count) * Self.clippedShare)
        let (low, high) = (samples[skipped], samples[samples.count - 1 - skipped])
        return low < high ? (low, high) : (first, last)
    }
}

/// Writes a bitmap file: a header, a palette of greys for one plane, rows from the lowest up.
enum BMP {
    private static let headerByteCount = 54

    /// - Parameter planes: One of greys, or three of red, green and blue, row by row from the top.
    static func bytes(width: Int, height: Int, planes: [[UInt8]]) -> [UInt8] {
        let isGrey = planes.count == 1
        let rowByteCount = (width * planes.count + 3) / 4 * 4
        let paletteByteCount = isGrey ? 1024 : 0
        let start = headerByteCount + paletteByteCount
        let count = start + rowByteCount * height
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        func word(_ value: Int, _ byteCount: Int) {
            for place in 0..<byteCount {
                bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place)))
            }
        }
        bytes += Array("BM".utf8)
        for (value, byteCount) in [
            (count, 4), (0, 4), (start, 4), (40, 4), (width, 4), (height, 4), (1, 2),
            (isGrey ? 8 : 24, 2), (0, 4), (rowByteCount * height, 4), (2835, 4), (2835, 4),
            (isGrey ? 256 : 0, 4), (0, 4),
        ] {
            word(value, byteCount)
        }
        if isGrey {
            for level in 0..<256 { bytes += [UInt8(level), UInt8(level), UInt8(level), 0] }
        }
        for row in (0..<height).reversed() {
            for column in 0..<width {
                // Blue stands before green and red.
                for plane in planes.reversed() { bytes.append(plane[row * width + column]) }
            }
            bytes += repeatElement(0, count: rowByteCount - width * planes.count)
        }
        return bytes
    }
}
