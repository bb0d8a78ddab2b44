public import Extraction
internal import MetadataModel

/// Extracts the headers of a CTI/Siemens ECAT 7 file: the main header, and the subheader of each
/// matrix that the directory names. Everything is big-endian, in blocks of 512 bytes.
///
/// | Key | Block |
/// |:----|:------|
/// | `ecat.original_file_name` … | 1, the main header |
/// | `ecat.matrix.id` … | the directory, from block 2 on: number, first block, last block, state |
/// | `ecat.matrix.x_dimension` … | the subheader of an image or volume, one element a matrix |
///
/// Source: <http://www.turkupetcentre.net/petanalysis/format_image_ecat.html>.
public struct ECATExtractor: Extractor {
    public let id = "ecat"
    public let version = 1

    private static let maximumMatrixCount = 4096

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("MATRIX7") ? .signature("MATRIX7") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var main = StructureReading(
            reader, collector, order: .big, key: "ecat", place: "main header", end: 512)
        try main.state(ECATLayouts.main)
        // Images and volumes; sinograms and attenuation have other subheaders.
        let isImage = [2, 7].contains(main.integer("file_type") ?? 0)
        var block: UInt64 = 2
        var visited: Set<UInt64> = []
        var index = 0
        while block >= 2, visited.insert(block).inserted, index < Self.maximumMatrixCount {
            let start = (block - 1) * 512
            var directory = StructureReading(
                reader, collector, order: .big, key: "ecat.matrix", place: "directory",
                from: start, end: start + 512)
            try directory.skip(4)
            let next = try directory.next(UInt32.self)
            try directory.skip(4)
            let used = min(try directory.next(UInt32.self), 31)
            for _ in 0..<used {
                directory.element = ElementPath(segment: 1, index: index)
                let first = try reader.integer(at: directory.position + 4, .big, as: Int32.self)
                try directory.state(ECATLayouts.entry)
                if isImage, first > 1 {
                    try stateSubheader(reader, collector, block: UInt64(first), index)
                }
                index += 1
            }
            collector.noteMetadata(512, understood: true)
            block = UInt64(next)
        }
    }

    private func stateSubheader(
        _ reader: ByteReader, _ collector: FactCollector, block: UInt64, _ index: Int
    ) throws(ExtractionError) {
        let start = (block - 1) * 512
        var reading = StructureReading(
            reader, collector, order: .big, key: "ecat.matrix",
            element: ElementPath(segment: 1, index: index), place: "subheader \(index)",
            from: start, end: start + 512)
        try reading.state(ECATLayouts.image)
    }
}
