internal import Extraction
internal import MetadataModel

/// Structures that are cut into several segments, put together again.
///
/// | Structure | In each segment, behind the identifier |
/// |:----------|:---------------------------------------|
/// | ICC profile  | number from 1 and count, a byte each |
/// | extended XMP | identifier of the whole (32), size (4), offset (4) |
/// | Photoshop    | nothing: the parts follow one another |
/// | FLIR         | `1`, number from 0, number of the last |
/// | JUMBF        | instance (2), number (4), and the box's header again |
struct JPEGParts {
    enum Whole: Int, CaseIterable {
        case profile, extendedXMP, photoshop, flir, jumbf
    }

    private struct Part {
        let order: UInt64
        let bytes: BinaryBlock
    }

    private var parts: [Whole: [Part]] = [:]

    /// Keeps a part; `order` says where it stands among the others.
    mutating func add(_ whole: Whole, _ bytes: BinaryBlock, order: UInt64) {
        parts[whole, default: []].append(Part(order: order, bytes: bytes))
    }

    /// How many parts there are so far.
    func count(of whole: Whole) -> UInt64 { UInt64(parts[whole]?.count ?? 0) }

    /// Adds the facts of all structures.
    func state(into collector: FactCollector) {
        for whole in Whole.allCases {
            // Each instance of JUMBF is a structure; the others are one.
            let groups = Dictionary(grouping: parts[whole] ?? []) { part in
                whole == .jumbf ? part.order >> 32 : 0
            }
            for key in groups.keys.sorted() {
                guard let block = Self.joined(groups[key] ?? []) else { continue }
                state(whole, block, into: collector)
            }
        }
    }

    private func state(_ whole: Whole, _ block: BinaryBlock, into collector: FactCollector) {
        let isRead =
            switch whole {
            case .profile: ICCProfileReader.read(block, element: .root, into: collector)
            case .photoshop: PhotoshopReader.read(block, element: .root, into: collector)
            case .flir: FLIRRecords.read(block, into: collector)
            case .jumbf:
                jumbf(block, into: collector)
            case .extendedXMP: false
            }
        guard !isRead else { return }
        if whole == .extendedXMP {
            collector.text(
                "jpeg.ExtendedXMP", TextDecoding.text(of: block.bytes).text, locus: block.locus)
        } else {
            collector.opaque(
                FactKey(printed: "jpeg.\(whole)"), block.bytes, locus: block.locus)
        }
    }

    private func jumbf(_ block: BinaryBlock, into collector: FactCollector) -> Bool {
        ISOBoxes(collector, namespace: "jumbf", block).run()
        return true
    }

    private static func joined(_ parts: [Part]) -> BinaryBlock? {
        let sorted = parts.sorted { $0.order < $1.order }
        guard var block = sorted.first?.bytes else { return nil }
        if sorted.count > 1 {
            let first = block
            block = BinaryBlock(
                sorted.flatMap(\.bytes.bytes), order: first.order, at: first.offset,
                address: first.address)
            block.nesting = first.nesting
            block.isAssembled = true
        }
        return block
    }
}
