public import Extraction
internal import MetadataModel

/// Extracts the header and the notes of a Bio-Rad PIC file of a confocal microscope.
///
/// Keys are `biorad.` and the header's members. A note behind the pixels is `biorad.note`, an element
/// each; notes of the form `NAME = value` are besides `biorad.NAME`, and the notes `AXIS_2` … state
/// `biorad.AXIS_2.increment` with their unit.
///
/// Source: Bio-Rad, "PIC file format"; <https://docs.openmicroscopy.org/bio-formats/latest/formats/bio-rad-pic.html>.
public struct BioRadExtractor: Extractor {
    public let id = "biorad"
    public let version = 1

    private static let headerByteCount: UInt64 = 76
    private static let noteByteCount: UInt64 = 96

    public init() {}

    private static let table = HeaderTable(
        """
        int16 nx px
        int16 ny px
        int16 npic
        int16 ramp1_min
        int16 ramp1_max
        int32 notes
        int16 byte_format
        int16 n
        char[32] name
        int16 merged
        uint16 color1
        uint16 file_id
        int16 ramp2_min
        int16 ramp2_max
        uint16 color2
        int16 edited
        int16 lens
        float32 mag_factor
        """, labels: ["byte_format": [0: "16 bits", 1: "8 bits"]])

    private static let noteTypes: [Int64: String] = [
        1: "live", 2: "file 1", 3: "number", 4: "user", 5: "line", 6: "collect", 7: "file 2",
        8: "scale bar", 9: "merge", 10: "thruview", 11: "arrow", 20: "variable",
        21: "structure", 22: "4D series",
    ]

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let bytes = HeaderBytes(header.bytes, .little, offset: 0)
        // Two bytes prove little: the pixels that the header promises must be there too.
        guard header.count >= 76, bytes.integer(at: 54, as: UInt16.self) == 12345,
            let width = bytes.integer(at: 0, as: Int16.self), width > 0,
            let height = bytes.integer(at: 2, as: Int16.self), height > 0,
            let count = bytes.integer(at: 4, as: Int16.self), count > 0,
            let format = bytes.integer(at: 14, as: Int16.self), format == 0 || format == 1,
            header.suffix == "pic"
                || UInt64(width) * UInt64(height) * UInt64(count) < header.count
        else { return nil }
        return .signature("12345 at byte 54")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let header = HeaderBytes(
            try reader.bytes(at: 0, count: Int(Self.headerByteCount)), .little, offset: 0)
        Self.table.state(header, key: "biorad", into: collector)
        collector.noteMetadata(header.bytes.count, understood: true)
        guard let width = header.integer(at: 0, as: Int16.self),
            let height = header.integer(at: 2, as: Int16.self),
            let count = header.integer(at: 4, as: Int16.self), width > 0, height > 0, count > 0,
            header.integer(at: 10, as: Int32.self) != 0
        else { return }
        let bytesPerPixel: UInt64 = header.integer(at: 14, as: Int16.self) == 1 ? 1 : 2
        var position =
            Self.headerByteCount + UInt64(width) * UInt64(height) * UInt64(count) * bytesPerPixel
        var index = 0
        while index < 10_000, !collector.isFull {
            guard position <= reader.count, reader.count - position >= Self.noteByteCount else {
                throw ExtractionError(
                    .truncated, "expected a note of 96 bytes, the file ends", offset: position)
            }
            let note = HeaderBytes(
                try reader.bytes(at: position, count: Int(Self.noteByteCount)), .little,
                offset: position, address: "note \(index)")
            add(note, index, into: collector)
            collector.noteMetadata(note.bytes.count, understood: true)
            index += 1
            position += Self.noteByteCount
            guard let next = note.integer(at: 2, as: Int32.self), next != 0 else { return }
        }
    }

    private func add(_ note: HeaderBytes, _ index: Int, into collector: FactCollector) {
        guard let text = note.text(at: 16, count: 80), !text.isEmpty else { return }
        let locus = note.locus(at: 16, count: text.utf8.count)
        let type = note.integer(at: 10, as: Int16.self).map(Int64.init) ?? 0
        collector.add(
            Fact(
                key: "biorad.note",
                element: index == 0 ? .root : ElementPath(segment: 1, index: index),
                value: text, label: Self.noteTypes[type], locus: locus))
        let words = text.split(separator: " ").map(String.init)
        guard let name = words.first else { return }
        if words.count > 2, words[1] == "=" {
            collector.text(
                FactKey(segments: ["biorad", name]), words.dropFirst(2).joined(separator: " "),
                locus: locus)
        } else if name.hasPrefix("AXIS_"), words.count >= 4 {
            let unit = words.count > 4 ? words[4] : nil
            let known = unit.flatMap { Self.units[$0.lowercased()] }
            collector.text(
                FactKey(segments: ["biorad", name, "origin"]), words[2], unit: known, locus: locus)
            collector.text(
                FactKey(segments: ["biorad", name, "increment"]), words[3], unit: known,
                locus: locus)
        }
    }

    private static let units = ["microns": "um", "seconds": "s", "nanometers": "nm"]
}
