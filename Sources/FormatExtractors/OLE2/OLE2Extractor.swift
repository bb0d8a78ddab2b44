public import Extraction
internal import MetadataModel

/// Reads compound files of any program: the directory, the property sets and the small texts.
///
/// | Key                          | What                                                     |
/// |:-----------------------------|:---------------------------------------------------------|
/// | `ole2.Entry.Name` …          | see `CompoundFacts`                                      |
/// | `ole2.SummaryInformation.Title` … | a property, by its name; see `PropertySetReader`    |
/// | `ole2.CompObj.UserType` …    | the program that made the object                         |
/// | `ole2.Entry.Content`         | the text of a small stream, opened; else its texts       |
///
/// Files whose streams show a format that has an extractor of its own, under whatever name, are
/// read by that: Olympus' OIB, Zeiss' ZVI and XRM, FlashPix.
public struct OLE2Extractor: Extractor {
    public let id = "ole2"
    public let version = 1

    public init() {}

    /// Bytes of the longest text that is opened, and of the longest stream that is looked into.
    private static let maximumTextByteCount = 1 << 20
    private static let maximumOpaqueByteCount = 4096
    private static let maximumStreamCount = 10_000

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has(CompoundFile.signature) ? .signature("D0CF11E0") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let facts = try CompoundFacts(reader, into: collector)
        facts.stateDirectory()
        defer { facts.reportProblem() }
        if let dialect = CompoundDialect(facts.file) {
            dialect.read(facts)
            return
        }
        var openedCount = 0
        for (index, entry) in facts.file.entries.enumerated()
        where entry.kind == .stream && entry.count > 0 && !collector.isFull {
            guard openedCount < Self.maximumStreamCount else { break }
            openedCount += 1
            state(entry, ElementPath(segment: 1, index: index), facts)
        }
    }

    private func state(_ entry: CompoundEntry, _ element: ElementPath, _ facts: CompoundFacts) {
        // Property sets of embedded objects are those of their storage.
        let owner = entry.path.count > 1 ? element : .root
        if facts.statePropertySet(entry, base: "ole2", element: owner) { return }
        if entry.lastName == "CompObj" {
            facts.stateCompObj(entry, base: "ole2.CompObj", element: owner)
            return
        }
        guard entry.count <= UInt64(Self.maximumTextByteCount),
            let block = facts.block(entry, maximum: Self.maximumTextByteCount)
        else { return }
        if let text = TextShape.decoded(block.bytes, isWhole: true) {
            facts.collector.noteMetadata(block.bytes.count, understood: true)
            facts.collector.text(
                "ole2.Entry.Content", String(decoding: text, as: UTF8.self), element: element,
                locus: block.locus)
        } else if block.bytes.count <= Self.maximumOpaqueByteCount {
            facts.collector.noteMetadata(block.bytes.count, understood: false)
            facts.collector.opaque(
                "ole2.Entry.Content", block.bytes, element: element, locus: block.locus)
        }
    }
}

/// Formats that are kept in compound files, by the streams that each must have.
enum CompoundDialect {
    case olympus, xradia, flashPix, axioVision

    /// The dialect of a file; `nil` where its streams show none.
    init?(_ file: CompoundFile) {
        for entry in file.entries {
            switch (entry.kind, entry.name) {
            case (.stream, "OibInfo.txt"): self = .olympus
            case (.stream, "ImageInfo/ImageWidth"), (.stream, "ImageInfo/NoOfImages"):
                self = .xradia
            case (.stream, "Image/Contents"), (.storage, "Image/Item(0)"): self = .axioVision
            case (.root, _) where entry.classID?.hasPrefix("56616700-C154-11CE") == true:
                self = .flashPix
            case (.stream, let name) where name.hasSuffix("/Image Contents"): self = .flashPix
            default: continue
            }
            return
        }
        return nil
    }

    /// Adds what the streams state, under the dialect's own keys.
    func read(_ facts: CompoundFacts) {
        switch self {
        case .olympus: OIBReader(facts).read()
        case .xradia: XradiaReader(facts).read()
        case .flashPix: FlashPixReader(facts).read()
        case .axioVision: ZVIReader(facts).read()
        }
    }
}

extension FileHeader {
    /// Whether a compound file's first bytes hold a stream of this name, as its directory
    /// writes it.
    func hasStream(_ name: String) -> Bool {
        guard has(CompoundFile.signature) else { return false }
        let wanted: [UInt8] = (Array(name.utf8) + [0]).flatMap { (byte: UInt8) -> [UInt8] in
            [byte, 0]
        }
        guard bytes.count > 512 + wanted.count else { return false }
        return stride(from: 512, through: bytes.count - wanted.count, by: 128).contains { place in
            bytes[place..<place + wanted.count].elementsEqual(wanted)
        }
    }

    /// Recognizes a format kept in a compound file by a stream's name or by the file's own.
    func compoundFormat(stream: String, suffixes: Set<String>) -> Recognition? {
        guard has(CompoundFile.signature) else { return nil }
        if hasStream(stream) { return .signature("compound file with \(stream)") }
        // A directory may begin behind the bytes that detection sees.
        return suffixes.contains(suffix) ? .signature("compound file .\(suffix)") : nil
    }
}
