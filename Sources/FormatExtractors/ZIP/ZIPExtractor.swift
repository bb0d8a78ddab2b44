public import Extraction
internal import MetadataModel

/// Reads the directory of a ZIP archive, and the small texts in it.
///
/// One element at the second segment an entry:
///
/// | Key                          | Field of the specification, or meaning            | Unit |
/// |:-----------------------------|:--------------------------------------------------|:-----|
/// | `zip.Comment`                | zip file comment                                  |      |
/// | `zip.EntryCount`             | how many entries the directory has                |      |
/// | `zip.Entry.FileName`         | file name                                         |      |
/// | `zip.Entry.UncompressedSize` | uncompressed size                                 | B    |
/// | `zip.Entry.CompressedSize`   | compressed size                                   | B    |
/// | `zip.Entry.CompressionMethod` | compression method                               |      |
/// | `zip.Entry.RequiredVersion`  | version needed to extract, in tenths              |      |
/// | `zip.Entry.LastModified`     | last mod file date and time, local to the writer  |      |
/// | `zip.Entry.CRC32`            | crc-32                                            |      |
/// | `zip.Entry.FileComment`      | file comment                                      |      |
/// | `zip.Entry.Content`          | the text of a small JSON, XML, YAML, INI or plain text entry, opened |  |
///
/// Source: <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>
public struct ZIPExtractor: Extractor {
    public let id = "zip"
    public let version = 1

    public init() {}

    private static let textSuffixes: Set<String> = [
        "json", "jsonld", "xml", "yaml", "yml", "ini", "cfg", "txt", "md", "ome", "opf", "kml",
        "rdf",
        "xmp",
    ]
    /// Bytes of the longest text that is opened, and how many texts are.
    private static let maximumTextByteCount = 1 << 20
    private static let maximumTextCount = 100

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("PK\u{3}\u{4}") || header.has("PK\u{5}\u{6}") ? .signature("PK") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let archive = try ZIPArchive(reader, limits: collector.limits)
        if !archive.comment.isEmpty {
            collector.text(
                "zip.Comment", archive.comment, locus: Locus(address: "end of directory"))
        }
        collector.integer(
            "zip.EntryCount", Int64(archive.entries.count),
            locus: Locus(address: "end of directory"))
        var textCount = 0
        for (index, entry) in archive.entries.enumerated() where !collector.isFull {
            Self.collect(entry, index: index, into: collector)
            guard Self.isText(entry), textCount < Self.maximumTextCount else { continue }
            textCount += 1
            Self.open(entry, index: index, in: archive, into: collector)
        }
        if let problem = archive.problem { collector.report(problem) }
    }

    /// States the directory's fields of an entry.
    static func collect(_ entry: ZIPEntry, index: Int, into collector: FactCollector) {
        let element = ElementPath(segment: 1, index: index)
        /// The place of a field, which stands at `offset` in the directory's header.
        func locus(_ offset: UInt64, _ length: UInt64) -> Locus {
            Locus(
                offset: entry.headerOffset + offset - (entry.isFromLocalHeader ? 2 : 0),
                length: length, address: "entry \(index + 1)")
        }
        let nameOffset = entry.isFromLocalHeader ? 30 : 46
        let nameLocus = Locus(
            offset: entry.headerOffset + UInt64(nameOffset),
            length: UInt64(entry.headerByteCount - nameOffset), address: "entry \(index + 1)")
        collector.noteMetadata(entry.headerByteCount, understood: true)
        collector.text("zip.Entry.FileName", entry.name, element: element, locus: nameLocus)
        guard !entry.isFolder else { return }
        collector.integer(
            "zip.Entry.UncompressedSize", Int64(clamping: entry.byteCount), element: element,
            unit: "B", locus: locus(24, 4))
        collector.integer(
            "zip.Entry.CompressedSize", Int64(clamping: entry.compressedByteCount),
            element: element, unit: "B", locus: locus(20, 4))
        collector.integer(
            "zip.Entry.CompressionMethod", Int64(entry.method), element: element,
            label: entry.methodName, locus: locus(10, 2))
        collector.integer(
            "zip.Entry.RequiredVersion", Int64(entry.requiredVersion & 0xFF), element: element,
            locus: locus(6, 2))
        if let modified = entry.modified {
            collector.text(
                "zip.Entry.LastModified", modified, element: element, locus: locus(12, 4))
        }
        let digits = String(entry.crc32, radix: 16)
        collector.add(
            Fact(
                key: "zip.Entry.CRC32", element: element,
                value: String(repeating: "0", count: 8 - digits.count) + digits,
                locus: locus(16, 4)))
        if !entry.comment.isEmpty {
            collector.text(
                "zip.Entry.FileComment", entry.comment, element: element, locus: nameLocus)
        }
    }

    private static func isText(_ entry: ZIPEntry) -> Bool {
        !entry.isFolder && entry.byteCount > 0 && entry.byteCount <= UInt64(maximumTextByteCount)
            && isText(entry.name)
    }

    /// Whether the name is that of a text.
    static func isText(_ name: String) -> Bool {
        textSuffixes.contains(FileHeader.suffix(of: name))
    }

    private static func open(
        _ entry: ZIPEntry, index: Int, in archive: ZIPArchive, into collector: FactCollector
    ) {
        do throws(ExtractionError) {
            let bytes = try archive.contents(of: entry, maximum: maximumTextByteCount)
            guard let text = TextShape.decoded(bytes, isWhole: true) else { return }
            collector.text(
                "zip.Entry.Content", String(decoding: text, as: UTF8.self),
                element: ElementPath(segment: 1, index: index),
                locus: Locus(address: entry.name))
        } catch {
            collector.report(error.issue)
        }
    }
}
