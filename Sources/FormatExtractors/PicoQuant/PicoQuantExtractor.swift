public import Extraction
internal import MetadataModel

/// Extracts the tags of PicoQuant's unified files: `.ptu`, `.phu`, `.pfs`, `.pus`, `.spt` …;
/// photons and histograms are never read.
///
/// Behind a mark of 8 bytes and a version stand tags of 48 bytes: a name of 32 characters, an
/// index (-1 for none), a type, and 8 bytes: the value, or the size of what follows.
///
/// | Key | What |
/// |:----|:-----|
/// | `picoquant.Version` | of the layout |
/// | `picoquant.MeasDesc_Resolution` … | one fact a tag; the index is the element |
///
/// Source: <https://github.com/PicoQuant/PicoQuant-Time-Tagged-File-Format-Demos>.
public struct PicoQuantExtractor: Extractor {
    public let id = "picoquant"
    public let version = 1

    private static let marks: [StaticString] = [
        "PQTTTR\0\0", "PQHISTO\0", "PQDEFLT\0", "PQUNIFY\0", "PQRESLT\0", "PQCHECK\0",
    ]

    /// What follows the tags.
    private static let end = "Header_End"
    private static let maximumTagCount = 65_536

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        Self.marks.contains { header.has($0) } ? .signature("PicoQuant") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var reading = StructureReading(
            reader, collector, order: .little, key: "picoquant", place: "header")
        try reading.state(text: "Magic", byteCount: 8)
        try reading.state(text: "Version", byteCount: 8)
        for _ in 0..<Self.maximumTagCount where !collector.isFull {
            let start = reading.position
            let name = BinaryText.narrow(try reading.bytes(32))
            guard !name.isEmpty else {
                throw ExtractionError(.malformed, "a tag without a name", offset: start)
            }
            let index = try reading.next(Int32.self)
            let type = try reading.next(UInt32.self)
            collector.noteMetadata(48, understood: true)
            if name == Self.end { return }
            reading.element = index > 0 ? ElementPath(segment: 1, index: Int(index)) : .root
            reading.place = "tag \(name)"
            try PicoQuantTag(name: name, type: type, unit: Self.unit(of: name)).state(&reading)
        }
    }

    /// The unit that the end of a tag's name stands for, or that the documentation fixes.
    private static func unit(of name: String) -> String? {
        switch name {
        case "MeasDesc_Resolution", "MeasDesc_GlobalResolution": return "s"
        case "MeasDesc_AcquisitionTime", "TTResult_StopAfter", "MeasDesc_StopAt",
            "ImgHdr_TimePerPixel":
            return "ms"
        case "TTResult_SyncRate", "HWSync_Rate", "TTResult_InputRate": return "Hz"
        case "ImgHdr_PixResol": return "µm"
        default: return nil
        }
    }
}
