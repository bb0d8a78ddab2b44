internal import Extraction
internal import MetadataModel

/// The header of one section, and its samples, which are passed over.
enum SIFSection {
    /// Time stamps that are read.
    private static let maximumStampCount = 1 << 16
    /// Lines between two structures that are looked through.
    private static let maximumLineCount = 64

    static func read(_ lines: SIFLines) throws(ExtractionError) {
        var version = 0
        for (name, unit) in SIFNames.acquisition {
            let word = try lines.word()
            if name == "instrument_version" { version = Int(word.text) ?? 0 }
            lines.state(name, word, unit: unit)
        }
        lines.stateLine(try lines.line())
        lines.state("head_model", trimmed(try lines.line()))
        let detector = numbers(try lines.line())
        for (name, value) in zip(["detector_format_x", "detector_format_z"], detector) {
            lines.state(name, value, unit: "px")
        }
        guard detector.count > 2, let count = Int(detector[2]) else {
            throw ExtractionError(
                .malformed, "expected the length of the file's name", offset: lines.position)
        }
        try lines.text("filename", count: count)
        _ = try lines.line()
        let user = numbers(try lines.line())
        guard user.count > 1, let userCount = Int(user[1]) else {
            throw ExtractionError(
                .malformed, "expected the length of the user's text", offset: lines.position)
        }
        try lines.text("user_text", count: userCount)
        if try lines.reader.uint8(at: lines.position) == 0x0A { _ = try lines.line() }
        try readShutter(lines)
        try skipToCalibration(lines)
        try readCalibration(lines)
        try readImage(lines, version: version)
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last?.isWhitespace == true { text.removeLast() }
        while text.first?.isWhitespace == true { text.removeFirst() }
        return String(text)
    }

    private static func numbers(_ line: String) -> [String] {
        line.split { $0 == " " || $0 == "\r" }.map(String.init)
    }

    private static func readShutter(_ lines: SIFLines) throws(ExtractionError) {
        for name in SIFNames.shutter { lines.state("shutter." + name, try lines.word()) }
        let times = numbers(try lines.line())
        for (name, value) in zip(["closing_time", "opening_time"], times) {
            lines.state("shutter." + name, value)
        }
    }

    /// Spectrographs and intensifiers differ in their lines; the calibration that follows begins
    /// with a version and a single byte.
    private static func skipToCalibration(_ lines: SIFLines) throws(ExtractionError) {
        for _ in 0..<maximumLineCount {
            let head = try lines.reader.prefix(from: lines.position, maximum: 8)
            if head.count == 8, head.starts(with: "655".utf8), head[5] == 0x20, head[6] < 0x20,
                head[6] != 0x0A, head[7] == 0x20
            {
                return
            }
            lines.stateLine(try lines.line())
        }
        throw ExtractionError(
            .malformed, "no calibration behind the shutter", offset: lines.position)
    }

    private static func readCalibration(_ lines: SIFLines) throws(ExtractionError) {
        for name in SIFNames.calibration { lines.state("calibration." + name, try lines.word()) }
        if try lines.reader.uint8(at: lines.position) == 0x0A { _ = try lines.line() }
        for name in ["x_cal", "y_cal", "z_cal"] {
            lines.state("calibration." + name, trimmed(try lines.line()))
        }
        lines.state("calibration.rayleigh_wavelength", trimmed(try lines.line()), unit: "nm")
        lines.state("calibration.pixel_length", trimmed(try lines.line()), unit: "um")
        lines.state("calibration.pixel_height", trimmed(try lines.line()), unit: "um")
        for name in ["x_text", "y_text", "z_text"] {
            var count = trimmed(try lines.line())
            // Newer files have one more number before the length of the first text.
            if name == "x_text", try !isText(lines, count: Int(count) ?? 0) {
                lines.stateLine(count)
                count = trimmed(try lines.line())
            }
            guard let byteCount = Int(count), (0...4096).contains(byteCount) else {
                throw ExtractionError(
                    .malformed, "expected the length of \(name)", offset: lines.position)
            }
            try lines.text("calibration." + name, count: byteCount)
        }
    }

    /// Whether so many bytes without a line's end follow.
    private static func isText(_ lines: SIFLines, count: Int) throws(ExtractionError) -> Bool {
        guard (1...4096).contains(count) else { return false }
        let bytes = try lines.reader.prefix(from: lines.position, maximum: count)
        return bytes.count == count && bytes.contains(where: \.isLetter) && !bytes.contains(0x0A)
    }

    private static func readImage(
        _ lines: SIFLines, version: Int
    ) throws(ExtractionError) {
        let image = numbers(try lines.line())
        for (name, value) in zip(SIFNames.image, image) { lines.state("image." + name, value) }
        guard image.count >= SIFNames.image.count, let imageCount = Int(image[5]),
            let subimageCount = Int(image[6]), let totalLength = UInt64(image[7]),
            imageCount >= 0, (0...4096).contains(subimageCount)
        else {
            throw ExtractionError(
                .malformed, "expected the layout of the images", offset: lines.position)
        }
        for index in 0..<subimageCount {
            let subimage = numbers(try lines.line())
            for (name, value) in zip(SIFNames.subimage, subimage) {
                lines.state("subimage." + name, value, index: index)
            }
            guard subimage.count >= 7 else { continue }
            for (name, first, last, bin) in [("width", 1, 3, 6), ("height", 4, 2, 5)] {
                guard let first = Int32(subimage[first]), let last = Int32(subimage[last]),
                    let bin = Int32(subimage[bin]), bin > 0, last >= first
                else { continue }
                let size = (Int64(last) - Int64(first) + 1) / Int64(bin)
                lines.state("subimage." + name, String(size), unit: "px", index: index)
            }
        }
        if lines.element == .root {
            lines.collector.extent(z: 1, channels: 1, locus: Locus(address: lines.place + "image"))
        }
        let readCount = min(imageCount, maximumStampCount)
        let start = lines.position
        var stamps = NumberList(limits: lines.collector.limits)
        for _ in 0..<readCount {
            let stamp = trimmed(try lines.line())
            guard let number = Int64(stamp) else { return }
            stamps.append(.integer(number), written: stamp)
        }
        if stamps.count > 0 {
            lines.collector.add(
                stamps.fact(
                    "sif.time_stamp", element: lines.element, unit: nil,
                    locus: Locus(
                        offset: start, length: lines.position - start,
                        address: lines.place + "time stamps")))
        }
        guard readCount == imageCount else { return }
        // Since version 65567 a flag says whether more numbers follow, one an image.
        if version >= 65_567, let hasMore = try lines.flag(), hasMore {
            for _ in 0..<readCount { lines.stateLine(try lines.line()) }
        }
        let (byteCount, overflows) = totalLength.multipliedReportingOverflow(by: 4)
        let (end, overflowsToo) = lines.position.addingReportingOverflow(byteCount)
        guard !overflows, !overflowsToo else {
            throw ExtractionError(
                .malformed, "\(totalLength) samples are more than a file holds",
                offset: lines.position)
        }
        lines.position = end
    }
}
