internal import Extraction
internal import MetadataModel

/// Reads the texts of an Olympus OIB file: each stream is a file of the OIF format, whose name
/// `OibInfo.txt` gives.
struct OIBReader {
    private let facts: CompoundFacts
    private static let maximumTextByteCount = 4 << 20

    init(_ facts: CompoundFacts) {
        self.facts = facts
    }

    func read() {
        var names: [String: String] = [:]
        if let info = facts.file.entries.first(where: { $0.name == "OibInfo.txt" }),
            let block = facts.block(info, maximum: Self.maximumTextByteCount)
        {
            names = Self.fileNames(in: block.bytes)
            state(block, "oib", .root, place: "OibInfo.txt, ")
        }
        var counts: [String: Int] = [:]
        for entry in facts.file.entries
        where entry.kind == .stream && entry.name != "OibInfo.txt" && !facts.collector.isFull {
            if facts.statePropertySet(entry, base: "oib") { continue }
            let name = names[entry.lastName] ?? ""
            let suffix = FileHeader.suffix(of: name)
            guard ["oif", "pty", "roi", "lut", "txt"].contains(suffix),
                let block = facts.block(entry, maximum: Self.maximumTextByteCount)
            else { continue }
            let index = counts[suffix, default: 0]
            counts[suffix] = index + 1
            let key = Self.key(of: suffix)
            let element: ElementPath =
                suffix == "oif" ? .root : ElementPath(segment: 1, index: index)
            if suffix != "oif" {
                facts.collector.add(
                    Fact(
                        key: key.appending("FileName"), element: element, value: name,
                        locus: Locus(address: "OibInfo.txt, \(entry.lastName)")))
            }
            state(block, key, element, place: "\(entry.name), ")
        }
    }

    /// Keys of the main file stand right below `oif`, those of the others below their kind.
    static func key(of suffix: String) -> FactKey {
        switch suffix {
        case "pty": "oif.Pty"
        case "roi": "oif.Roi"
        case "lut": "oif.Lut"
        case "txt": "oif.Txt"
        default: "oif"
        }
    }

    private func state(
        _ block: BinaryBlock, _ key: FactKey, _ element: ElementPath, place: String
    ) {
        let count = OlympusText.textByteCount(of: block.bytes)
        let raw = count < block.bytes.count ? Array(block.bytes.prefix(count)) : block.bytes
        facts.collector.noteMetadata(count, understood: true)
        OlympusText(raw, offset: block.locus(at: 0, count: count).offset)
            .state(key, element: element, place: place, into: facts.collector)
    }

    /// The names of the files that the streams are: `Stream00001` → `Storage00001/s_C001.tif`.
    private static func fileNames(in raw: [UInt8]) -> [String: String] {
        let text = SourceText(raw, offset: nil)
        let lines = KeyValueLines(text.bytes)
        var names: [String: String] = [:]
        for line in lines where line.kind == .pair {
            let key = lines.text(line.key)
            if key.hasPrefix("Stream") { names[key] = lines.text(line.value) }
        }
        return names
    }
}
