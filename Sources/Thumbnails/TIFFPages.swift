internal import CTIFF

/// The pages of an open TIFF file, and the only Swift file that imports libtiff.
///
/// Noncopyable, because libtiff allows one thread per handle. The descriptor is closed with it.
struct TIFFPages: ~Copyable {
    /// Bytes that libtiff allocates at once, at most.
    static let maximumAllocation: Int64 = 64 << 20
    /// Pixels of a page that is read.
    static let maximumPixelCount = 64 << 20
    /// Bytes that are decoded for one picture.
    static let maximumDecodedByteCount = 256 << 20
    static let maximumPageCount = 64
    static let maximumTileSide = 1 << 15

    /// How a page's samples lie.
    private struct Layout {
        var width: Int
        var height: Int
        var bits: UInt16
        var format: UInt16
        var samples: Int
        var isPlanar: Bool
        var photometric: UInt16

        var hasPalette: Bool { photometric == UInt16(PHOTOMETRIC_PALETTE) }
        var isColour: Bool { photometric == UInt16(PHOTOMETRIC_RGB) && samples >= 3 }
        var sampleByteCount: Int { Int(bits) / 8 }
        /// Bytes from one pixel to the next in a row.
        var stride: Int { sampleByteCount * (isPlanar ? 1 : samples) }
    }

    private let handle: OpaquePointer
    private var decodedByteCount = 0
    /// The strip or band of tiles that was decoded last.
    private var block: [UInt8] = []
    private var blockNumber: (plane: Int, place: Int)?

    init?(descriptor: Int32) {
        guard let handle = reticle_tiffOpen(descriptor, Self.maximumAllocation) else { return nil }
        self.handle = handle
    }

    deinit { TIFFClose(handle) }

    /// The page that suits best, made smaller; `nil` where none can be read cheaply.
    mutating func raster() -> Raster? {
        guard let page = bestPage(), TIFFSetDirectory(handle, page) == 1, let layout = layout()
        else { return nil }
        let step = max(1, (max(layout.width, layout.height) + Raster.side - 1) / Raster.side)
        let (width, height) = (max(1, layout.width / step), max(1, layout.height / step))
        let planeCount = layout.isColour ? 3 : 1
        var planes = [[Float]](
            repeating: [Float](repeating: .nan, count: width * height), count: planeCount)
        for row in 0..<height {
            for plane in 0..<planeCount {
                let source = min(layout.height - 1, row * step + step / 2)
                guard let start = decodedRow(source, plane: layout.isPlanar ? plane : 0, layout)
                else { return row == 0 ? nil : finished(planes, width, height, layout) }
                let offset = start + (layout.isPlanar ? 0 : plane * layout.sampleByteCount)
                for column in 0..<width {
                    planes[plane][row * width + column] = mean(
                        from: offset + column * step * layout.stride, count: step, layout)
                }
            }
        }
        return finished(planes, width, height, layout)
    }

    private func finished(
        _ planes: [[Float]], _ width: Int, _ height: Int, _ layout: Layout
    ) -> Raster {
        var raster = Raster(width: width, height: height, planes: planes)
        if layout.hasPalette {
            raster.planes = coloured(planes[0])
            raster.range = (0, 65535)
        }
        if layout.isColour, layout.bits == 8 { raster.range = (0, 255) }
        raster.isInverted = layout.photometric == UInt16(PHOTOMETRIC_MINISWHITE)
        return raster
    }

    // MARK: Which page

    /// The smallest page that is large enough, else the largest.
    private func bestPage() -> UInt32? {
        var best: (page: UInt32, side: Int)?
        for page in 0..<UInt32(Self.maximumPageCount) {
            guard TIFFSetDirectory(handle, page) == 1 else { break }
            guard let layout = layout() else { continue }
            let side = max(layout.width, layout.height)
            guard let found = best else {
                best = (page, side)
                continue
            }
            let isBetter =
                found.side < Raster.side ? side > found.side : (Raster.side..<found.side) ~= side
            if isBetter { best = (page, side) }
        }
        return best?.page
    }

    /// How the samples of the current page lie; `nil` where such pages are not read.
    private func layout() -> Layout? {
        var (width, height): (UInt32, UInt32) = (0, 0)
        guard reticle_tiffLong(handle, UInt32(TIFFTAG_IMAGEWIDTH), &width) == 1,
            reticle_tiffLong(handle, UInt32(TIFFTAG_IMAGELENGTH), &height) == 1,
            width > 0, height > 0,
            UInt64(width) * UInt64(height) <= UInt64(Self.maximumPixelCount)
        else { return nil }
        var photometric = short(TIFFTAG_PHOTOMETRIC) ?? UInt16(PHOTOMETRIC_MINISBLACK)
        if photometric == UInt16(PHOTOMETRIC_YCBCR) {
            guard short(TIFFTAG_COMPRESSION) == UInt16(COMPRESSION_JPEG) else { return nil }
            reticle_tiffDecodeToRGB(handle)
            photometric = UInt16(PHOTOMETRIC_RGB)
        }
        let layout = Layout(
            width: Int(width), height: Int(height), bits: short(TIFFTAG_BITSPERSAMPLE) ?? 1,
            format: short(TIFFTAG_SAMPLEFORMAT) ?? UInt16(SAMPLEFORMAT_UINT),
            samples: Int(short(TIFFTAG_SAMPLESPERPIXEL) ?? 1),
            isPlanar: short(TIFFTAG_PLANARCONFIG) == UInt16(PLANARCONFIG_SEPARATE),
            photometric: photometric)
        let known = [
            PHOTOMETRIC_MINISBLACK, PHOTOMETRIC_MINISWHITE, PHOTOMETRIC_RGB, PHOTOMETRIC_PALETTE,
        ]
        guard known.contains(Int32(photometric)), [8, 16, 32].contains(layout.bits),
            (1...16).contains(layout.samples), !layout.hasPalette || layout.bits == 8
        else { return nil }
        return layout
    }

    private func short(_ tag: Int32) -> UInt16? {
        var value: UInt16 = 0
        return reticle_tiffShort(handle, UInt32(tag), &value) == 1 ? value : nil
    }

    // MARK: Rows

    /// Where in ``block`` a row begins, once it is decoded; `nil` where it cannot be.
    private mutating func decodedRow(_ row: Int, plane: Int, _ layout: Layout) -> Int? {
        let rowByteCount = layout.width * layout.stride
        let isTiled = TIFFIsTiled(handle) != 0
        var rows: UInt32 = 0
        let tag = isTiled ? TIFFTAG_TILELENGTH : TIFFTAG_ROWSPERSTRIP
        if reticle_tiffLong(handle, UInt32(tag), &rows) != 1 { rows = UInt32(layout.height) }
        let blockRows = max(1, min(Int(rows), isTiled ? Int(rows) : layout.height))
        let place = row / blockRows
        if blockNumber?.plane != plane || blockNumber?.place != place {
            blockNumber = nil
            let isDecoded =
                isTiled
                ? decodeBand(row, plane, blockRows, rowByteCount, layout)
                : decodeStrip(row, plane)
            guard isDecoded else { return nil }
            blockNumber = (plane, place)
        }
        let start = row % blockRows * rowByteCount
        return start + rowByteCount <= block.count ? start : nil
    }

    private mutating func decodeStrip(_ row: Int, _ plane: Int) -> Bool {
        let size = Int(TIFFStripSize(handle))
        guard admit(size) else { return false }
        block = [UInt8](repeating: 0, count: size)
        let strip = TIFFComputeStrip(handle, UInt32(row), UInt16(plane))
        let read = block.withUnsafeMutableBytes {
            TIFFReadEncodedStrip(handle, strip, $0.baseAddress, tmsize_t(size))
        }
        return read > 0
    }

    /// Decodes all tiles beside each other that hold a row.
    private mutating func decodeBand(
        _ row: Int, _ plane: Int, _ blockRows: Int, _ rowByteCount: Int, _ layout: Layout
    ) -> Bool {
        var tileWidth: UInt32 = 0
        let size = Int(TIFFTileSize(handle))
        guard reticle_tiffLong(handle, UInt32(TIFFTAG_TILEWIDTH), &tileWidth) == 1,
            (1...UInt32(Self.maximumTileSide)).contains(tileWidth),
            blockRows <= Self.maximumTileSide,
            size >= blockRows * Int(tileWidth) * layout.stride,
            admit(blockRows * rowByteCount), admit(size)
        else { return false }
        block = [UInt8](repeating: 0, count: blockRows * rowByteCount)
        var tile = [UInt8](repeating: 0, count: size)
        for column in stride(from: 0, to: layout.width, by: Int(tileWidth)) {
            let number = TIFFComputeTile(
                handle, UInt32(column), UInt32(row), 0, UInt16(plane))
            let read = tile.withUnsafeMutableBytes {
                TIFFReadEncodedTile(handle, number, $0.baseAddress, tmsize_t(size))
            }
            guard read > 0 else { return false }
            let count = min(Int(tileWidth), layout.width - column) * layout.stride
            for line in 0..<blockRows {
                let source = line * Int(tileWidth) * layout.stride
                let target = line * rowByteCount + column * layout.stride
                block.replaceSubrange(target..<target + count, with: tile[source..<source + count])
            }
        }
        return true
    }

    /// Whether so many more bytes may be decoded.
    private mutating func admit(_ byteCount: Int) -> Bool {
        guard byteCount > 0, byteCount <= Int(Self.maximumAllocation) else { return false }
        decodedByteCount += byteCount
        return decodedByteCount <= Self.maximumDecodedByteCount
    }

    // MARK: Samples

    /// Samples beside each other that are looked at for one of the picture.
    private static let meanCount = 4

    private func mean(from offset: Int, count: Int, _ layout: Layout) -> Float {
        if layout.hasPalette { return sample(at: offset, layout) }
        let step = max(1, count / Self.meanCount)
        var (sum, added): (Float, Float) = (0, 0)
        for place in stride(from: 0, to: count, by: step) {
            let offset = offset + place * layout.stride
            guard offset + layout.sampleByteCount <= block.count else { break }
            sum += sample(at: offset, layout)
            added += 1
        }
        return added > 0 ? sum / added : .nan
    }

    /// A sample of the block, in the machine's byte order, as libtiff delivers it.
    private func sample(at offset: Int, _ layout: Layout) -> Float {
        block.withUnsafeBytes { bytes in
            let isSigned = layout.format == UInt16(SAMPLEFORMAT_INT)
            switch (layout.bits, layout.format) {
            case (8, _):
                let byte = bytes[offset]
                return isSigned ? Float(Int8(bitPattern: byte)) : Float(byte)
            case (16, UInt16(SAMPLEFORMAT_IEEEFP)):
                return .nan
            case (16, _):
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
                return isSigned ? Float(Int16(bitPattern: word)) : Float(word)
            case (_, UInt16(SAMPLEFORMAT_IEEEFP)):
                return bytes.loadUnaligned(fromByteOffset: offset, as: Float.self)
            default:
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                return isSigned ? Float(Int32(bitPattern: word)) : Float(word)
            }
        }
    }

    /// The colours that a palette has for the samples.
    private func coloured(_ samples: [Float]) -> [[Float]] {
        var red: UnsafeMutablePointer<UInt16>?
        var green: UnsafeMutablePointer<UInt16>?
        var blue: UnsafeMutablePointer<UInt16>?
        let isThere = reticle_tiffPalette(handle, &red, &green, &blue) == 1
        return [red, green, blue].map { table in
            guard isThere, let table else { return samples }
            return samples.map { sample in
                (0...255).contains(sample) ? Float(table[Int(sample)]) : 0
            }
        }
    }
}
