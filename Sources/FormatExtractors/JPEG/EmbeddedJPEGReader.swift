internal import Extraction
internal import MetadataModel

/// Reads the segments of the JPEG image that a camera-raw file holds in one tag.
struct EmbeddedJPEGReader: TIFFBlockReader {
    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let start = field.entry.offset
        guard field.entry.byteCount > 4, field.file.nesting < EmbeddedTIFF.maximumNesting,
            try field.file.reader.uint16(at: start, .big) == 0xFFD8
        else { return false }
        collector.integer(
            field.key.appending("ByteCount"), Int64(field.entry.byteCount), element: field.element,
            unit: "B", locus: field.locus)
        var segments = JPEGSegments(
            field.file.reader, nesting: field.file.nesting + 1, into: collector)
        try segments.run(from: start + 2)
        return true
    }
}
