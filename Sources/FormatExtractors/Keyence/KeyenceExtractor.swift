public import Extraction
internal import MetadataModel

/// Extracts what a Keyence laser microscope file (`.vk4`, `.vk6`, `.vk7`) says of its measurement;
/// images are never read.
///
/// A VK4 file is `VK4_`, a table of 18 offsets, the measurement conditions, the headers of up to eight
/// images, the assembly and two strings. VK6 and VK7 files are a bitmap and such a file inside a ZIP
/// archive, which is opened. Keys are `keyence.`, `keyence.Offset.`, `keyence.Height` and the like for
/// images. Lengths are in picometres.
///
/// Source: Keyence's VK file format, as in Gwyddion's `keyence` module.
public struct KeyenceExtractor: Extractor {
    public let id = "keyence"
    public let version = 2

    public init() {}

    private static let maximumByteCount = 64 << 20

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("VK4_")
            ? .signature("VK4_")
            : header.has("VK6") || header.has("VK7") ? .signature("VK6 or VK7") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        guard try reader.bytes(at: 0, count: 4).elementsEqual("VK4_".utf8) else {
            return try Self.extractPacked(reader, into: collector)
        }
        var file = KeyenceFile(reader, collector)
        try file.read()
    }

    /// Behind the name and the length of the bitmap stands the archive.
    private static func extractPacked(
        _ reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let magic = try reader.bytes(at: 0, count: 3)
        collector.text(
            "keyence.Magic", BinaryText.narrow(magic), locus: Locus(offset: 0, length: 3))
        let archive = try ZIPArchive(reader, limits: collector.limits)
        guard let entry = archive.entries.first(where: { !$0.isFolder }) else { return }
        for (index, entry) in archive.entries.enumerated() {
            ZIPExtractor.collect(entry, index: index, into: collector)
        }
        let bytes = try archive.contents(of: entry, maximum: maximumByteCount)
        guard bytes.starts(with: "VK4_".utf8) else { return }
        var file = KeyenceFile(ByteReader(bytes: bytes), collector, isPacked: true)
        try file.read()
    }
}
