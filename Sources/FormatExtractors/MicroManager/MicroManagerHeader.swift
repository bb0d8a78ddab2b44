internal import Extraction
internal import MetadataModel

/// What Micro-Manager keeps between the header and the first directory of its TIFF files.
///
/// | Place | Image stack                         | NDTiff                       |
/// |------:|:------------------------------------|:-----------------------------|
/// |     8 | 54773648, offset of the index map   | 483729, major version        |
/// |    16 | 483765892, offset of the display settings | minor version (not in version 2) |
/// |    24 | 99384722, offset of the comments    |                              |
/// |    32 | 2355492, bytes of the summary       | 2355492, bytes of the summary, behind the versions |
///
/// The summary, the display settings and the comments are JSON. Index map: 3453623, the number of
/// entries, and for each channel, slice, frame, position and offset. All are 32-bit integers.
///
/// Sources: <https://micro-manager.org/Micro-Manager_File_Formats>,
/// <https://github.com/micro-manager/NDTiffStorage>.
struct MicroManagerHeader {
    private static let summaryMark: UInt32 = 2_355_492
    private static let maximumEntryCount = 1 << 20

    private let reader: ByteReader
    private let block: BinaryBlock

    /// `nil` where the file is none of Micro-Manager's.
    init?(reader: ByteReader, layout: TIFFLayout) {
        guard let bytes = try? reader.prefix(maximum: 40) else { return nil }
        block = BinaryBlock(bytes: bytes, order: layout.order, offset: 0, address: "header")
        self.reader = reader
        guard !layout.isBig, let mark = block.integer(at: 8, as: UInt32.self),
            mark == 54_773_648 || mark == 483_729
        else { return nil }
    }

    private var isStack: Bool { block.integer(at: 8, as: UInt32.self) == 54_773_648 }

    /// Adds the facts; a part that cannot be read costs itself.
    func state(into collector: FactCollector) {
        attempt(collector) { () throws(ExtractionError) in
            if isStack {
                try stateStack(into: collector)
            } else {
                try stateNDTiff(into: collector)
            }
        }
    }

    private func attempt(
        _ collector: FactCollector, _ body: () throws(ExtractionError) -> Void
    ) {
        do throws(ExtractionError) {
            try body()
        } catch {
            collector.report(error.issue)
        }
    }

    private func stateStack(into collector: FactCollector) throws(ExtractionError) {
        if block.integer(at: 32, as: UInt32.self) == Self.summaryMark {
            attempt(collector) { () throws(ExtractionError) in
                try stateText("Summary", countPlace: 36, into: collector)
            }
        }
        attempt(collector) { () throws(ExtractionError) in
            try stateIndexMap(at: block.integer(at: 12, as: UInt32.self) ?? 0, into: collector)
        }
        for (name, place, mark) in [
            ("DisplaySettings", 16, UInt32(347_834_724)), ("Comments", 24, UInt32(84_720_485)),
        ] {
            let offset = UInt64(block.integer(at: place + 4, as: UInt32.self) ?? 0)
            guard offset > 0 else { continue }
            attempt(collector) { () throws(ExtractionError) in
                let head = try BinaryBlock(
                    reading: reader, at: offset, count: 8, order: block.order, address: name)
                guard head.integer(at: 0, as: UInt32.self) == mark else {
                    throw ExtractionError(.malformed, "expected \(mark)", offset: offset)
                }
                try stateText(
                    name, at: offset + 8, count: head.integer(at: 4, as: UInt32.self) ?? 0,
                    into: collector)
            }
        }
    }

    private func stateNDTiff(into collector: FactCollector) throws(ExtractionError) {
        var place = 12
        for name in ["MajorVersion", "MinorVersion"] {
            guard let value = block.integer(at: place, as: UInt32.self),
                value != Self.summaryMark
            else { break }
            collector.integer(
                FactKey(segments: ["micromanager", "NDTiff", name]), Int64(value),
                locus: block.locus(at: place, count: 4))
            place += 4
        }
        guard block.integer(at: place, as: UInt32.self) == Self.summaryMark else {
            throw ExtractionError(
                .malformed, "expected the summary's mark \(Self.summaryMark)",
                offset: UInt64(place))
        }
        try stateText("Summary", countPlace: place + 4, into: collector)
    }

    private func stateText(
        _ name: String, countPlace: Int, into collector: FactCollector
    ) throws(ExtractionError) {
        try stateText(
            name, at: UInt64(countPlace) + 4,
            count: block.integer(at: countPlace, as: UInt32.self) ?? 0, into: collector)
    }

    private func stateText(
        _ name: String, at offset: UInt64, count: UInt32, into collector: FactCollector
    ) throws(ExtractionError) {
        guard count > 0 else { return }
        let bytes = try reader.bytes(at: offset, count: Int(count))
        let text = TextDecoding.text(of: bytes.prefix { $0 != 0 }).text
        collector.text(
            FactKey(segments: ["micromanager", name]), text,
            locus: Locus(offset: offset, length: UInt64(text.utf8.count), address: name))
        collector.noteMetadata(bytes.count, understood: true)
    }

    private func stateIndexMap(
        at offset: UInt32, into collector: FactCollector
    ) throws(ExtractionError) {
        guard offset > 0 else { return }
        let head = try BinaryBlock(
            reading: reader, at: UInt64(offset), count: 8, order: block.order,
            address: "index map")
        guard head.integer(at: 0, as: UInt32.self) == 3_453_623,
            let stated = head.integer(at: 4, as: UInt32.self)
        else {
            throw ExtractionError(
                .malformed, "expected the index map's mark", offset: UInt64(offset))
        }
        let key: FactKey = "micromanager.IndexMap"
        collector.integer(
            key.appending("Count"), Int64(stated), locus: head.locus(at: 4, count: 4))
        let count = min(Int(stated), Self.maximumEntryCount)
        let entries = try BinaryBlock(
            reading: reader, at: UInt64(offset) + 8, count: count * 20, order: block.order,
            address: "index map")
        for (column, name) in ["Channel", "Slice", "Frame", "Position"].enumerated() {
            var list = NumberList(limits: collector.limits)
            for index in 0..<count {
                let value = entries.int32(at: index * 20 + column * 4) ?? 0
                list.append(.integer(Int64(value)), written: String(value))
            }
            guard list.count > 0 else { continue }
            collector.add(
                list.fact(
                    key.appending(name), element: .root, unit: nil,
                    locus: entries.locus(at: 0, count: count * 20)))
        }
        collector.noteMetadata(8 + count * 20, understood: true)
    }
}
