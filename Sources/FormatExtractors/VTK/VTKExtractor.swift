public import Extraction
internal import MetadataModel

/// Extracts the header of a legacy VTK file: version, title, encoding, geometry, and the names of
/// the data arrays as far as the beginning of the file shows them.
///
/// Keys are `vtk.` and the keyword: `vtk.DIMENSIONS`, `vtk.SPACING`, `vtk.DATASET`; the two first
/// are stated besides by axis. The XML formats are read as XML.
///
/// Source: <https://docs.vtk.org/en/latest/vtk_file_formats/vtk_legacy_file_format.html>.
public struct VTKExtractor: Extractor {
    public let id = "vtk"
    public let version = 1

    private static let headByteCount = 65536

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("# vtk DataFile") ? .signature("# vtk DataFile") : nil
    }

    private static let keywords: Set<String> = [
        "DATASET", "DIMENSIONS", "SPACING", "ASPECT_RATIO", "ORIGIN", "POINTS", "CELLS",
        "CELL_TYPES", "POLYGONS", "LINES", "VERTICES", "TRIANGLE_STRIPS", "POINT_DATA",
        "CELL_DATA", "SCALARS", "VECTORS", "NORMALS", "TENSORS", "TEXTURE_COORDINATES",
        "COLOR_SCALARS", "LOOKUP_TABLE", "FIELD", "X_COORDINATES", "Y_COORDINATES",
        "Z_COORDINATES", "METADATA", "INFORMATION",
    ]

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = HeaderText(try reader.prefix(maximum: Self.headByteCount), offset: 0)
        var facts = HeaderFacts(text, key: "vtk", into: collector)
        var understoodByteCount = 0
        for line in text.lines {
            let range = text.trimmed(line.range)
            guard range.count <= 512, text.bytes[range].allSatisfy({ $0 >= 0x20 || $0 == 0x09 })
            else { break }
            switch line.number {
            case 1:
                if let version = text.words(range).last { facts.add("version", version, line: 1) }
            case 2: facts.add("title", range, line: 2)
            case 3: facts.add("encoding", range, line: 3)
            default:
                guard let first = text.words(range).first,
                    Self.keywords.contains(text.text(first).uppercased())
                else { continue }
                add(first, range, text, line.number, &facts)
            }
            understoodByteCount += line.range.count
        }
        collector.noteMetadata(understoodByteCount, understood: true)
    }

    private func add(
        _ first: Range<Int>, _ range: Range<Int>, _ text: HeaderText, _ line: Int,
        _ facts: inout HeaderFacts
    ) {
        let keyword = text.text(first).uppercased()
        let value = text.trimmed(first.upperBound..<range.upperBound)
        facts.add(keyword, value, line: line)
        guard ["DIMENSIONS", "SPACING", "ASPECT_RATIO"].contains(keyword) else { return }
        for (axis, word) in zip(["x", "y", "z"], text.words(value)) {
            facts.add([keyword, axis], text.text(word), text.locus(word, line: line))
        }
    }
}
