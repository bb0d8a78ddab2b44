public import Extraction
internal import MetadataModel

/// Extracts the frames of an NT-MDT file (`.mdt`); samples are never read.
///
/// A file is a header of 33 bytes and frames, little-endian. A frame has a type, a version, a time,
/// variables, and behind its samples a title and parameters in XML, which are opened. Keys are
/// `mdt.Frame.` with an element a frame at segment 1, `mdt.Frame.XAxis.` and the like for scales, and
/// `mdt.Frame.Parameters.` for the XML.
///
/// | Type          | What                                                         |
/// |--------------:|:-------------------------------------------------------------|
/// | 0             | a scan, with all of its variables                             |
/// | 1, 201        | spectroscopy, with its scales                                 |
/// | 106           | an MDA frame: title, parameters, dimensions and measurands     |
/// | others        | the header alone; the variables are kept as they are           |
///
/// Source: NT-MDT's SPM data file format, as in Gwyddion's `nt-mdt` module.
public struct MDTExtractor: Extractor {
    public let id = "mdt"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has([0x01, 0xB0, 0x93, 0xFF]) ? .signature("01 B0 93 FF") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header = StructureReading(
            reader, collector, order: .little, key: "mdt", place: "header")
        try header.state(MDTLayouts.fileHeader)
        let last = header.count("last_frame")
        var place: UInt64 = 33
        for index in 0...Int(last) where !collector.isFull {
            let byteCount = UInt64(try reader.uint32(at: place, .little))
            guard byteCount >= 22, byteCount <= reader.count - place else {
                throw ExtractionError(
                    .truncated, "expected \(byteCount) bytes of frame \(index + 1)", offset: place)
            }
            var frame = MDTFrame(
                reader, collector, index: index, from: place, end: place + byteCount)
            do throws(ExtractionError) {
                try frame.read()
            } catch {
                collector.report(error.issue)
            }
            place += byteCount
        }
    }
}
