public import Extraction
internal import MetadataModel
internal import XMLReading

/// Reads Bruker's composite files: a Single File System (``SFSArchive``) with the header of a map in
/// XML, the map itself, and what belongs to it.
///
/// | Key                          | Meaning                                                   |
/// |:-----------------------------|:----------------------------------------------------------|
/// | `bcf.Version`, `bcf.ChunkSize`, `bcf.ChunkCount` | of the container                      |
/// | `bcf.Item.Path`, `.Size`, `.Created`, `.Modified` | of each item, one element each       |
/// | `bcf.HeaderData.…`           | the header, and any other item that is XML, by its name   |
/// | `bcf.SpectrumData.…`         | lines, columns and channels of a map, one element each    |
/// | `bcf.<item>.…`               | `key=value` lines of an item                              |
///
/// Source: see ``SFSArchive`` and ``XMLDialect/bruker``.
public struct BCFExtractor: Extractor {
    public let id = "bcf"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("AAMVHFSS") ? .signature("AAMVHFSS") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let archive = try SFSArchive(reader, limits: collector.limits)
        var header = RecordReader(reader, at: 292, key: "bcf", into: collector)
        try header.number("Version", .float32)
        try header.number("ChunkSize", .uint32, unit: "B")
        header.offset = 328
        try header.number("ChunkCount", .uint32)
        for (index, item) in archive.items.enumerated() {
            if collector.isFull { break }
            state(item, index: index, into: collector)
        }
        for item in archive.items where !item.isFolder {
            if collector.isFull { break }
            do throws(ExtractionError) {
                try open(item, of: archive, into: collector)
            } catch {
                collector.report(error.issue)
            }
        }
    }

    private func state(_ item: SFSArchive.Item, index: Int, into collector: FactCollector) {
        let element = ElementPath(segment: 1, index: index)
        func locus(_ place: UInt64, _ count: UInt64) -> Locus {
            Locus(offset: item.offset + place, length: count, address: "item \(index + 1)")
        }
        collector.noteMetadata(SFSArchive.itemByteCount, understood: true)
        collector.text(
            "bcf.Item.Path", item.path.joined(separator: "/"), element: element,
            locus: locus(224, 256))
        if !item.isFolder {
            collector.integer(
                "bcf.Item.Size", Int64(clamping: item.byteCount), element: element, unit: "B",
                locus: locus(4, 8))
        }
        for (name, date, place) in zip3(["Created", "Modified"], item.dates, [12, 20]) {
            if let text = FileTime.text(date) {
                collector.text(
                    FactKey(segments: ["bcf", "Item", name]), text, element: element,
                    locus: locus(place, 8))
            }
        }
    }

    private func zip3(
        _ names: [String], _ dates: [UInt64], _ places: [UInt64]
    ) -> [(String, UInt64, UInt64)] {
        zip(names, zip(dates, places)).map { ($0, $1.0, $1.1) }
    }

    private func open(
        _ item: SFSArchive.Item, of archive: SFSArchive, into collector: FactCollector
    ) throws(ExtractionError) {
        let (name, index) = Self.numbered(item.name)
        let key = FactKey(segments: ["bcf", name])
        let element = index == 0 ? ElementPath.root : ElementPath(segment: 1, index: index)
        let head = try archive.stored(item, maximum: 512)
        var beginning = head
        if SFSArchive.isCompressed(head) {
            let block = try archive.stored(item, maximum: 1 << 16)
            beginning = try archive.unpacked(block, maximum: 512, of: item)
        }
        let address = item.path.joined(separator: "/")
        if name.hasPrefix("Spectrum"), beginning.count >= 8,
            beginning.first != UInt8(ascii: "<")
        {
            return stateMap(beginning, name, key, element, address, into: collector)
        }
        guard
            beginning.first == UInt8(ascii: "<")
                || TextShape.decoded(beginning, isWhole: false) != nil
        else { return }
        let stored = try archive.stored(item, maximum: Int(clamping: item.byteCount))
        let contents = try archive.unpacked(
            stored, maximum: collector.limits.maximumBlockByteCount, of: item)
        collector.noteMetadata(stored.count, understood: true)
        if beginning.first == UInt8(ascii: "<") {
            let facts = XMLFacts(
                key: key, element: element, dialect: .bruker,
                holder: PayloadHolder(
                    Payload(bytes: [], key: key, element: element, locus: Locus(address: address))
                ), collector: collector)
            try XMLStream(reader: ByteReader(bytes: contents), limits: collector.limits)
                .send(to: facts)
        } else if let text = TextShape.decoded(contents, isWhole: true) {
            collector.text(
                key, String(decoding: text, as: UTF8.self), element: element,
                locus: Locus(address: address))
        }
    }

    /// The sizes that a map begins with.
    private func stateMap(
        _ bytes: [UInt8], _ name: String, _ key: FactKey, _ element: ElementPath,
        _ address: String, into collector: FactCollector
    ) {
        let names = ["Lines", "Columns"] + (name == "SpectrumData" ? ["Channels"] : [])
        bytes.withUnsafeBytes { raw in
            for (place, field) in names.enumerated() where place * 4 + 4 <= raw.count {
                collector.integer(
                    key.appending(field),
                    Int64(raw.integer(at: place * 4, .little, as: UInt32.self)), element: element,
                    unit: field == "Channels" ? nil : "px", locus: Locus(address: address))
            }
        }
    }

    /// `SpectrumData1` is the element 1 of `SpectrumData`.
    private static func numbered(_ name: String) -> (name: String, index: Int) {
        let digits = name.utf8.reversed().prefix { $0.isDigit }.count
        guard digits > 0, digits < 4, digits < name.utf8.count else { return (name, 0) }
        return (String(name.dropLast(digits)), Int(name.suffix(digits)) ?? 0)
    }
}
