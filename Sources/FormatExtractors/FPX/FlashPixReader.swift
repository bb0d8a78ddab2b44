internal import Extraction
internal import MetadataModel

/// Reads the property sets and the headers of the resolutions of a FlashPix file.
struct FlashPixReader {
    private let facts: CompoundFacts

    init(_ facts: CompoundFacts) {
        self.facts = facts
    }

    /// The header of one resolution, 28 bytes into its stream.
    private static let subimage = StructureTable(
        namespace: "fpx.Resolution",
        """
        28 uint32 HeaderLength B
        32 uint32 Width px
        36 uint32 Height px
        40 uint32 TileCount
        44 uint32 TileWidth px
        48 uint32 TileHeight px
        52 uint32 ChannelCount
        """)

    func read() {
        for entry in facts.file.entries where entry.kind == .stream && !facts.collector.isFull {
            let store = entry.path.dropLast().last.flatMap {
                CompoundFacts.withoutNumber(CompoundEntry.printable($0)).number
            }
            let element: ElementPath =
                store.map { $0 > 1 ? ElementPath(segment: 0, index: $0 - 1) : .root } ?? .root
            if facts.statePropertySet(entry, base: "fpx", element: element) { continue }
            switch CompoundFacts.withoutNumber(entry.lastName).name {
            case "CompObj":
                facts.stateCompObj(entry, base: "fpx.CompObj", element: element)
            case "Subimage 0000 Header":
                stateResolution(entry)
            case "ICC Profile":
                stateICCProfile(entry, element)
            default: continue
            }
        }
    }

    private func stateResolution(_ entry: CompoundEntry) {
        let number = entry.path.dropLast().last.flatMap { CompoundFacts.withoutNumber($0).number }
        guard let block = facts.block(entry, maximum: 80) else { return }
        let element = ElementPath(segment: 1, index: number ?? 0)
        Self.subimage.state(block, element: element, into: facts.collector)
        facts.collector.noteMetadata(block.bytes.count, understood: true)
        // The first entry of the table of tiles says how tiles are compressed.
        guard let table = block.integer(at: 56, as: UInt32.self),
            let code = block.integer(at: 28 + Int(table) + 8, as: UInt32.self)
        else { return }
        let names: [UInt32: String] = [0: "uncompressed", 1: "single colour", 2: "JPEG"]
        facts.collector.integer(
            "fpx.Resolution.Compression", Int64(code), element: element, label: names[code],
            locus: block.locus(at: 28 + Int(table) + 8, count: 4))
    }

    private func stateICCProfile(_ entry: CompoundEntry, _ element: ElementPath) {
        guard entry.count > 28, let block = facts.block(entry, maximum: 1 << 16) else { return }
        facts.collector.opaque(
            "fpx.ICC Profile", Array(block.bytes.dropFirst(28)),
            byteCount: Int(clamping: entry.count - 28), element: element,
            locus: block.locus(at: 28, count: max(0, block.bytes.count - 28)))
        facts.collector.noteMetadata(block.bytes.count, understood: false)
    }
}
