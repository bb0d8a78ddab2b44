public import Extraction
internal import MetadataModel

/// Extracts the headers of Digital Surf's surface files (`.sur`, `.pro`, `.srf`), the format of
/// Mountains; points are never read.
///
/// An object is a header of 512 bytes, a comment, a private zone and the points, little-endian. A file
/// is `DIGITAL SURF` with raw points, or `DSCOMPRESSED` with points in deflated streams; several
/// objects, or the channels of one, follow each other and are elements at segment 1. Keys are
/// `digitalsurf.Object.` and the field's name in the specification. Spacings and offsets take the
/// unit that the object states for its axis. A comment of `$KEY = value` lines becomes facts below
/// `digitalsurf.Object.Comment`.
///
/// Source: Digital Surf's .sur file format specification, as in
/// <https://hyperspy.org/rosettasciio/supported_formats/digitalsurf.html>.
public struct DigitalSurfExtractor: Extractor {
    public let id = "digitalsurf"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("DIGITAL SURF") || header.has("DSCOMPRESSED")
            ? .signature("DIGITAL SURF or DSCOMPRESSED") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var place: UInt64 = 0
        var index = 0
        var objectCount = 1
        while index < objectCount, place < reader.count, !collector.isFull {
            var object = DigitalSurfObject(reader, collector, at: place, index: index)
            try object.read()
            if index == 0 { objectCount = object.objectCount }
            guard object.end > place else { break }
            place = object.end
            index += 1
        }
        guard index >= objectCount || collector.isFull else {
            throw ExtractionError(
                .truncated, "expected \(objectCount) objects, found \(index)", offset: reader.count)
        }
    }
}
