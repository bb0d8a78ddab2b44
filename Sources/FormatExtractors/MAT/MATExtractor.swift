public import Extraction
internal import MetadataModel

/// Extracts the variables of a MATLAB file of level 5, compressed or not.
///
/// | Key | What |
/// |:----|:-----|
/// | `mat.Header.Description` | the text that begins the file |
/// | `mat.Variable.Name`, `mat.Variable.Class`, `mat.Variable.Dimensions` | variables, one an element |
/// | `mat.<variable>`, `mat.<variable>.<field>` … | values of texts, numbers and structures; long arrays are abridged |
///
/// Files of level 7.3 are HDF5.
///
/// Source: <https://www.mathworks.com/help/pdf_doc/matlab/matfile_format.pdf>.
public struct MATExtractor: Extractor {
    public let id = "mat"
    public let version = 1

    /// Bytes of a variable that are read: all of a structure's, unless it is longer.
    private static let maximumByteCount = 4 << 20
    /// Bytes that tell name, class and size, and the first members.
    private static let headByteCount = 4096

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.bytes.count >= 128 else { return nil }
        let isLittle = header.has([0x00, 0x01, 0x49, 0x4D], at: 124)
        let isBig = header.has([0x01, 0x00, 0x4D, 0x49], at: 124)
        return isLittle || isBig ? .signature("MI") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.bytes(at: 0, count: 128)
        let order: ByteOrder = head[126] == 0x49 ? .little : .big
        let block = BinaryBlock(head, order: order, at: 0, address: "header")
        let text = head[..<116].prefix { $0 != 0 }
        collector.text(
            "mat.Header.Description",
            String(TextDecoding.text(of: text).text.trimmingSpaces),
            locus: block.locus(at: 0, count: text.count))
        collector.text(
            "mat.Header.Endian", order == .little ? "IM" : "MI",
            label: order == .little ? "little-endian" : "big-endian",
            locus: block.locus(at: 126, count: 2))
        collector.noteMetadata(128, understood: true)
        var place: UInt64 = 128
        var index = 0
        while place < reader.count, reader.count - place >= 8, !collector.isFull {
            let type = try reader.uint32(at: place, order)
            let size = UInt64(try reader.uint32(at: place + 4, order))
            let start = place + 8
            guard (1...18).contains(type) else {
                throw ExtractionError(
                    .malformed, "expected an element of type 1 to 18, found \(type)", offset: place)
            }
            if size > reader.count - start {
                collector.report(
                    Issue(
                        .truncated,
                        "expected \(size) bytes of a variable, there are "
                            + "\(reader.count - start)",
                        at: Locus(offset: place, address: "variable \(index)")))
            }
            let available = min(size, reader.count - start)
            let content = try content(type, at: start, count: available, order, reader, collector)
            if let content {
                var variables = MATVariables(into: collector)
                variables.state(content, index: index)
                index += 1
            }
            place = start + available
            // All but compressed elements are padded.
            if type != 15 { place = (place + 7) / 8 * 8 }
        }
    }

    /// The beginning of a matrix, inflated where it is compressed; `nil` for other elements.
    private func content(
        _ type: UInt32, at start: UInt64, count: UInt64, _ order: ByteOrder, _ reader: ByteReader,
        _ collector: FactCollector
    ) throws(ExtractionError) -> BinaryBlock? {
        if type == 14 {
            let head = try reader.prefix(
                from: start, maximum: Int(min(count, UInt64(Self.headByteCount))))
            var block = BinaryBlock(head, order: order, at: start, address: "variable")
            // Structures and cells hold more than numbers.
            if (1...3).contains(block.bytes.count > 16 ? MATVariables.matrixClass(of: block) : 0) {
                block = BinaryBlock(
                    try reader.bytes(
                        at: start, count: Int(min(count, UInt64(Self.maximumByteCount)))),
                    order: order, at: start, address: "variable")
            }
            collector.noteMetadata(block.bytes.count, understood: true)
            return block
        }
        guard type == 15 else { return nil }
        var bytes: [UInt8] = []
        var place = start
        var left = count
        var wanted = Self.headByteCount
        do throws(ExtractionError) {
            var inflation = try Inflation(.zlib, limits: collector.limits)
            while left > 0, bytes.count < wanted, !inflation.isFinished {
                let piece = try reader.bytes(at: place, count: Int(min(left, 16384)))
                try inflation.inflate(piece, offset: place) { part throws(ExtractionError) in
                    if bytes.count < Self.maximumByteCount { bytes += part }
                }
                place += UInt64(piece.count)
                left -= UInt64(piece.count)
                if bytes.count > 24 {
                    let inner = BinaryBlock(
                        Array(bytes[8..<25]), order: order, at: start, address: "")
                    if (1...3).contains(MATVariables.matrixClass(of: inner)) {
                        wanted = Self.maximumByteCount
                    }
                }
            }
        } catch {
            collector.report(error.issue)
        }
        collector.noteMetadata(Int(place - start), understood: true)
        guard bytes.count > 8 else { return nil }
        var block = BinaryBlock(
            Array(bytes[8...]), order: order, at: start, address: "compressed variable")
        block.isAssembled = true
        return block
    }
}
