internal import Extraction
internal import MetadataModel

/// The entries of one JPK archive.
struct JPKEntries {
    /// Entries that are listed one by one; a map has several for each of its points.
    private static let maximumListedCount = 1000
    /// Property files that are read; a map has three for each of its points.
    private static let maximumPropertyFileCount = 20_000
    private static let maximumTextByteCount = 4 << 20

    private let reader: ByteReader
    private let archive: ZIPArchive
    private let collector: FactCollector
    /// What the first curve of a map states, by the names of its folders.
    private var stated: [[String]: Set<String>] = [:]

    init(_ reader: ByteReader, _ archive: ZIPArchive, _ collector: FactCollector) {
        self.reader = reader
        self.archive = archive
        self.collector = collector
    }

    mutating func read() throws(ExtractionError) {
        collector.integer(
            "zip.EntryCount", Int64(archive.entries.count),
            locus: Locus(address: "end of directory"))
        var fileCount = 0
        for (index, entry) in archive.entries.enumerated() where !collector.isFull {
            if index < Self.maximumListedCount {
                ZIPExtractor.collect(entry, index: index, into: collector)
                try stateVersion(of: entry, index)
            }
            let suffix = FileHeader.suffix(of: entry.name)
            guard !entry.isFolder, suffix == "properties" || suffix.hasPrefix("jpk") else {
                continue
            }
            fileCount += 1
            guard fileCount <= Self.maximumPropertyFileCount else {
                collector.report(
                    Issue(
                        .limitExceeded,
                        "more than \(Self.maximumPropertyFileCount) property files",
                        at: Locus(address: entry.name)))
                return
            }
            do throws(ExtractionError) {
                if suffix == "properties" {
                    try readProperties(entry)
                } else {
                    try readImage(entry)
                }
            } catch {
                collector.report(error.issue)
            }
        }
    }

    private func stateVersion(of entry: ZIPEntry, _ index: Int) throws(ExtractionError) {
        let place = entry.headerOffset + (entry.isFromLocalHeader ? 4 : 6)
        collector.integer(
            "zip.Entry.VersionNeeded", Int64(try reader.uint16(at: place, .little)),
            element: ElementPath(segment: 1, index: index),
            locus: Locus(offset: place, length: 2, address: "entry \(index + 1)"))
    }

    /// An overview image, which is a TIFF file.
    private func readImage(_ entry: ZIPEntry) throws(ExtractionError) {
        let bytes = try archive.contents(
            of: entry, maximum: collector.limits.maximumBlockByteCount)
        // Only images are opened here: an archive could hold itself.
        guard TIFFLayout(header: bytes) != nil else { return }
        NestedFacts(
            key: FactKey(segments: ["jpk", entry.name]),
            offset: nil, place: entry.name
        ).collect(bytes, with: JPKExtractor(), into: collector)
    }

    private mutating func readProperties(_ entry: ZIPEntry) throws(ExtractionError) {
        let bytes = try archive.contents(of: entry, maximum: Self.maximumTextByteCount)
        let folders = entry.name.split(separator: "/").dropLast().map(String.init)
        var names = NumberedName(["jpk"])
        names.append(folders)
        // All points of a map have the same folders but for their number.
        let isPoint = folders.count >= 2 && folders[0] == "index"
        let kind = folders.enumerated().map { $0.offset == 1 && isPoint ? "" : $0.element }
        let first = isPoint ? stated[kind] : nil
        var own: Set<String> = []
        for (number, property) in JavaProperties(bytes).enumerated() where !collector.isFull {
            let text = property.name + "=" + property.value
            if isPoint, first == nil { own.insert(text) }
            if let first, first.contains(text) { continue }
            var name = names
            name.append(property.name.split(separator: ".").map(String.init))
            let key = property.isComment ? names.key.appending("comment") : name.key
            collector.text(
                key, property.value, element: property.isComment ? names.element : name.element,
                locus: Locus(address: "\(entry.name), property \(number + 1)"))
        }
        if isPoint, first == nil { stated[kind] = own }
        collector.noteMetadata(bytes.count, understood: true)
    }
}
