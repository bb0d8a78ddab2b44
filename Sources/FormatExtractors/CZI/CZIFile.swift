internal import Extraction
internal import MetadataModel
internal import XMLReading

/// One CZI: a file, or an attachment of another one.
struct CZIFile {
    /// Bytes of a segment's header.
    static let headerByteCount = 32
    /// Segments that are looked at where the file's header does not say where its parts stand.
    private static let maximumSearchCount = 1024
    /// Sub-blocks whose metadata is read at most.
    private static let maximumSubBlockCount = 512

    let reader: ByteReader
    /// Where the CZI begins in the file, and where it ends; its own offsets count from the former.
    let start: UInt64
    let end: UInt64
    let key: FactKey
    let element: ElementPath
    /// How many CZIs hold this one.
    let depth: Int
    let collector: FactCollector

    /// Where the parts stand; 0 where the file has none or was not closed.
    private struct Positions {
        var directory: Int64 = 0
        var metadata: Int64 = 0
        var attachments: Int64 = 0
    }

    /// Adds everything that the CZI says. A part that cannot be read costs itself.
    func state() throws(ExtractionError) {
        let header = try segment(at: 0, named: "ZISRAWFILE")
        var positions = try stateHeader(header)
        if positions.directory == 0, positions.metadata == 0 {
            try search(after: header, for: &positions)
        }
        attempt { () throws(ExtractionError) in try stateMetadata(at: positions.metadata) }
        attempt { () throws(ExtractionError) in
            guard positions.directory > 0 else { return }
            let segment = try segment(at: positions.directory, named: "ZISRAWDIRECTORY")
            let directory = try CZIDirectory(segment, of: self)
            directory.state()
            stateSubBlocks(directory)
        }
        attempt { () throws(ExtractionError) in
            guard positions.attachments > 0 else { return }
            let segment = try segment(at: positions.attachments, named: "ZISRAWATTDIR")
            try CZIAttachments(file: self).state(segment)
        }
    }

    /// Does something whose failure is reported and costs nothing else.
    func attempt(_ body: () throws(ExtractionError) -> Void) {
        do throws(ExtractionError) {
            try body()
        } catch {
            collector.report(error.issue)
        }
    }

    /// The segment at an offset of this CZI.
    func segment(at offset: Int64, named name: String? = nil) throws(ExtractionError) -> CZISegment
    {
        guard offset >= 0, UInt64(offset) < end - start else {
            throw ExtractionError(
                .truncated, "expected a segment at byte \(offset), \(end - start) bytes there are",
                offset: end)
        }
        let place = start + UInt64(offset)
        let block = try BinaryBlock(
            reading: reader, at: place, count: Self.headerByteCount, order: .little,
            address: "segment at byte \(place)")
        let found = block.text(at: 0, count: 16) ?? ""
        guard name == nil || name == found else {
            throw ExtractionError(
                .malformed, "expected a segment \(name ?? ""), found \(found)", offset: place)
        }
        let allocated = block.integer(at: 16, as: Int64.self) ?? 0
        let used = block.integer(at: 24, as: Int64.self) ?? 0
        guard allocated >= 0, used >= 0 else {
            throw ExtractionError(
                .malformed, "expected the size of a segment, found \(allocated)", offset: place)
        }
        return CZISegment(
            name: found, offset: place, allocatedByteCount: UInt64(allocated),
            byteCount: UInt64(used > 0 ? used : allocated))
    }

    // MARK: Header

    private func stateHeader(_ segment: CZISegment) throws(ExtractionError) -> Positions {
        let block = try block(of: segment, count: 80)
        let header = key.appending("FileHeader")
        func add(_ name: String, _ value: Int64?, at place: Int, count: Int) {
            guard let value else { return }
            collector.integer(
                header.appending(name), value, element: element,
                locus: block.locus(at: place, count: count))
        }
        add("Major", block.integer(at: 0, as: Int32.self).map(Int64.init), at: 0, count: 4)
        add("Minor", block.integer(at: 4, as: Int32.self).map(Int64.init), at: 4, count: 4)
        for (name, place) in [("PrimaryFileGuid", 16), ("FileGuid", 32)] {
            guard let identifier = block.identifier(at: place) else { continue }
            collector.add(
                Fact(
                    key: header.appending(name), element: element, value: identifier,
                    locus: block.locus(at: place, count: 16)))
        }
        add("FilePart", block.integer(at: 48, as: Int32.self).map(Int64.init), at: 48, count: 4)
        add(
            "UpdatePending", block.integer(at: 68, as: Int32.self).map(Int64.init), at: 68,
            count: 4)
        collector.noteMetadata(80, understood: true)
        return Positions(
            directory: block.integer(at: 52, as: Int64.self) ?? 0,
            metadata: block.integer(at: 60, as: Int64.self) ?? 0,
            attachments: block.integer(at: 72, as: Int64.self) ?? 0)
    }

    /// Looks for the parts of a file that was not closed.
    private func search(
        after header: CZISegment, for positions: inout Positions
    ) throws(ExtractionError) {
        var next = header.nextOffset
        for _ in 0..<Self.maximumSearchCount {
            guard let offset = next, offset < end, offset > start else { return }
            let place = Int64(clamping: offset - start)
            let segment = try segment(at: place)
            switch segment.name {
            case "ZISRAWDIRECTORY": positions.directory = place
            case "ZISRAWMETADATA": positions.metadata = place
            case "ZISRAWATTDIR": positions.attachments = place
            default: break
            }
            next = segment.nextOffset
        }
    }

    /// The first bytes of a segment's data, as many as it has up to `count`.
    func block(of segment: CZISegment, count: Int) throws(ExtractionError) -> BinaryBlock {
        try BinaryBlock(
            reading: reader, at: segment.dataOffset,
            count: Int(min(UInt64(count), segment.byteCount)), order: .little,
            address: segment.name)
    }

    // MARK: XML

    private func stateMetadata(at offset: Int64) throws(ExtractionError) {
        guard offset > 0 else { return }
        let segment = try segment(at: offset, named: "ZISRAWMETADATA")
        let block = try block(of: segment, count: 8)
        guard let count = block.int32(at: 0), count >= 0 else {
            throw ExtractionError(
                .malformed, "expected the size of the XML", offset: segment.dataOffset)
        }
        try stateXML(
            key, element: element, at: segment.dataOffset + 256, count: count,
            address: segment.name)
    }

    /// Adds the facts of a document that stands in the file.
    func stateXML(
        _ key: FactKey, element: ElementPath, at offset: UInt64, count: Int, address: String
    ) throws(ExtractionError) {
        var bytes = try reader.bytes(at: offset, count: count)
        if let last = bytes.lastIndex(where: { $0 != 0 }) {
            bytes.removeSubrange((last + 1)...)
        } else {
            return
        }
        let payload = Payload(
            bytes: bytes, key: key, element: element,
            locus: Locus(offset: offset, length: UInt64(bytes.count), address: address))
        let facts = XMLFacts(
            key: key, element: element, dialect: .czi, holder: PayloadHolder(payload),
            collector: collector)
        try XMLStream(reader: payload.reader, limits: collector.limits).send(to: facts)
        collector.noteMetadata(count, understood: true)
    }

    // MARK: Sub-blocks

    private func stateSubBlocks(_ directory: CZIDirectory) {
        // Each costs a window of the file: together no more than a fiftieth of it.
        let affordable = (end - start) / (50 * 16384)
        let count = min(
            directory.positions.count, Self.maximumSubBlockCount, max(8, Int(clamping: affordable)))
        for index in 0..<count where !collector.isFull {
            attempt { () throws(ExtractionError) in
                try stateSubBlock(at: directory.positions[index], index: index)
            }
        }
    }

    private func stateSubBlock(at position: Int64, index: Int) throws(ExtractionError) {
        let segment = try segment(at: position, named: "ZISRAWSUBBLOCK")
        let block = try block(of: segment, count: 64)
        guard let count = block.int32(at: 0), count > 0, let dimensions = block.int32(at: 44),
            (0...64).contains(dimensions)
        else { return }
        // Sizes of metadata, attachment and pixels; then the entry of the directory once more.
        let head = max(256, 16 + CZIDirectory.entryByteCount + 20 * dimensions)
        let key = key.appending("SubBlock")
        try stateXML(
            key,
            element: element.appending(segment: key.segments.count - 1, index: index),
            at: segment.dataOffset + UInt64(head), count: count,
            address: "sub-block \(index)")
    }
}

/// A segment of a CZI.
struct CZISegment {
    let name: String
    /// Where its header stands in the file.
    let offset: UInt64
    let allocatedByteCount: UInt64
    /// Bytes of its data that are in use.
    let byteCount: UInt64

    var dataOffset: UInt64 { offset + UInt64(CZIFile.headerByteCount) }

    /// Where the next segment stands in the file; `nil` where the number is none.
    var nextOffset: UInt64? {
        let (sum, isTooLarge) = dataOffset.addingReportingOverflow(allocatedByteCount)
        return isTooLarge ? nil : sum
    }
}
