public import Extraction
internal import MetadataModel

/// Extracts IMOD's models: the header, the objects and every chunk that describes them.
///
/// All numbers are big-endian. Objects, views and the like are elements at the chunk's segment.
/// Points and meshes are passed over; of contours the numbers of points are kept as one list.
///
/// Source: <https://bio3d.colorado.edu/imod/doc/binspec.html>
public struct IMODExtractor: Extractor {
    public let id = "imod"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("IMODV") ? .signature("IMODV") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header = StructureReading(
            reader, collector, order: .big, key: FactKey(printed: id), place: "header")
        try header.state(IMODLayouts.header)
        var chunks = IMODChunks(reading: header)
        try chunks.read()
    }
}
