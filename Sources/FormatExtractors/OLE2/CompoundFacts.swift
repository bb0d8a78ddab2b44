internal import Extraction
internal import MetadataModel

/// What every compound file states, whatever stands in it: its header, its storages and streams
/// with their sizes, and its property sets.
///
/// | Key                  | Element | What                                           | Unit |
/// |:---------------------|:--------|:-----------------------------------------------|:-----|
/// | `ole2.MajorVersion`, `ole2.MinorVersion` | none | version of the container       |      |
/// | `ole2.SectorSize`    | none    | bytes of a sector                              | B    |
/// | `ole2.Entry.Name`    | Entry   | the path of a storage or stream                |      |
/// | `ole2.Entry.Type`    | Entry   | 1 storage, 2 stream, 5 root                    |      |
/// | `ole2.Entry.Size`    | Entry   | bytes of a stream                              | B    |
/// | `ole2.Entry.CLSID`   | Entry   | class of a storage                             |      |
/// | `ole2.Entry.Created`, `ole2.Entry.Modified` | Entry | times of a storage, in UTC |      |
struct CompoundFacts {
    let file: CompoundFile
    let collector: FactCollector

    init(_ reader: ByteReader, into collector: FactCollector) throws(ExtractionError) {
        file = try CompoundFile(reader, limits: collector.limits)
        self.collector = collector
    }

    /// Bytes of a property set that are read.
    static let maximumPropertySetByteCount = 1 << 20

    /// Adds the facts of the header and the directory.
    func stateDirectory() {
        collector.noteMetadata(76, understood: true)
        collector.integer(
            "ole2.MajorVersion", Int64(file.majorVersion),
            locus: Locus(offset: 26, length: 2, address: "header"))
        collector.integer(
            "ole2.MinorVersion", Int64(file.minorVersion),
            locus: Locus(offset: 24, length: 2, address: "header"))
        collector.integer(
            "ole2.SectorSize", Int64(file.sectorByteCount), unit: "B",
            locus: Locus(address: "header byte 30"))
        for (index, entry) in file.entries.enumerated() where !collector.isFull {
            state(entry, ElementPath(segment: 1, index: index))
        }
    }

    /// Reports the first problem that the container itself had, the streams' chains included.
    func reportProblem() {
        if let problem = file.problem { collector.report(problem) }
    }

    private func state(_ entry: CompoundEntry, _ element: ElementPath) {
        collector.noteMetadata(128, understood: true)
        func locus(_ place: UInt64, _ length: UInt64) -> Locus {
            guard let start = entry.locus.offset else { return entry.locus }
            return Locus(
                offset: start + place, length: length,
                address: entry.kind == .root ? "root" : entry.name)
        }
        if entry.kind != .root {
            collector.add(
                Fact(
                    key: "ole2.Entry.Name", element: element, value: entry.name,
                    locus: locus(0, 64)))
        }
        switch entry.kind {
        case .root:
            collector.integer(
                "ole2.Entry.Type", 5, element: element, label: "root storage",
                locus: locus(66, 1))
        case .storage:
            collector.integer(
                "ole2.Entry.Type", 1, element: element, label: "storage",
                locus: locus(66, 1))
        case .stream:
            collector.integer(
                "ole2.Entry.Size", Int64(clamping: entry.count), element: element, unit: "B",
                locus: locus(120, 8))
        }
        if let id = entry.classID {
            collector.add(
                Fact(key: "ole2.Entry.CLSID", element: element, value: id, locus: locus(80, 16)))
        }
        if let created = FileTime.text(entry.created) {
            collector.text(
                "ole2.Entry.Created", created, element: element, locus: locus(100, 8))
        }
        if let modified = FileTime.text(entry.modified) {
            collector.text(
                "ole2.Entry.Modified", modified, element: element, locus: locus(108, 8))
        }
    }

    /// The bytes of a stream up to a maximum; `nil`, with a report, where they cannot be read.
    ///
    /// A stream whose chain ends before its size is reported, and what there is is returned.
    func block(
        _ entry: CompoundEntry, maximum: Int, order: ByteOrder = .little
    ) -> BinaryBlock? {
        do throws(ExtractionError) {
            let block = try file.block(entry, maximum: maximum, order: order)
            if UInt64(block.bytes.count) < min(entry.count, UInt64(maximum)) {
                collector.report(
                    Issue(
                        .truncated,
                        "expected \(entry.count) bytes of a stream, found \(block.bytes.count)",
                        at: Locus(address: entry.name)))
            }
            return block
        } catch {
            collector.report(error.issue)
            return nil
        }
    }

    /// Adds the properties of a stream that is a property set; false where it is none.
    ///
    /// - Parameter base: What the keys begin with; the name of the stream follows.
    func statePropertySet(
        _ entry: CompoundEntry, base: FactKey, element: ElementPath = .root
    ) -> Bool {
        guard entry.isPropertySet,
            let block = block(entry, maximum: Self.maximumPropertySetByteCount)
        else { return false }
        let isRead = PropertySetReader(
            base: base.appending(Self.withoutNumber(entry.lastName).name), element: element
        ).read(block, into: collector)
        collector.noteMetadata(block.bytes.count, understood: isRead)
        return isRead
    }

    /// A name without the number at its end or in its brackets, and that number: `Item(3)`,
    /// `Data Object Store 000001`, `Camera 2`.
    static func withoutNumber(_ name: String) -> (name: String, number: Int?) {
        var bytes = Array(name.utf8)
        let isBracketed = bytes.last == UInt8(ascii: ")")
        if isBracketed { bytes.removeLast() }
        let digitCount = bytes.reversed().prefix(while: \.isDigit).count
        guard digitCount > 0, digitCount < 10, digitCount < bytes.count else { return (name, nil) }
        let number = Int(String(decoding: bytes.suffix(digitCount), as: UTF8.self))
        bytes.removeLast(digitCount)
        if isBracketed, bytes.last == UInt8(ascii: "(") { bytes.removeLast() }
        while bytes.last == 0x20 || bytes.last == UInt8(ascii: "_") { bytes.removeLast() }
        guard !bytes.isEmpty else { return (name, nil) }
        return (String(decoding: bytes, as: UTF8.self), number)
    }

    /// The structure that names the program that made an object, which OLE keeps in `CompObj`.
    func stateCompObj(_ entry: CompoundEntry, base: FactKey, element: ElementPath) {
        guard let block = block(entry, maximum: 4096) else { return }
        collector.noteMetadata(block.bytes.count, understood: true)
        if let id = block.bytes(at: 12, count: 16), id.contains(where: { $0 != 0 }),
            let text = GUIDText.text(id)
        {
            collector.add(
                Fact(
                    key: base.appending("CLSID"), element: element, value: text,
                    locus: block.locus(at: 12, count: 16)))
        }
        var place = 28
        for name in ["UserType", "ClipboardFormat", "ProgID"] {
            guard let length = block.integer(at: place, as: UInt32.self) else { return }
            // A mark in place of a length: a format that Windows has a number for.
            if name == "ClipboardFormat", length >= 0xFFFF_FFFE {
                if let code = block.integer(at: place + 4, as: UInt32.self) {
                    collector.integer(
                        base.appending(name), Int64(code), element: element,
                        locus: block.locus(at: place + 4, count: 4))
                }
                place += 8
                continue
            }
            guard length < 4096, let text = block.text(at: place + 4, count: Int(length)) else {
                return
            }
            if !text.isEmpty {
                collector.text(
                    base.appending(name), text, element: element,
                    locus: block.locus(at: place + 4, count: Int(length)))
            }
            place += 4 + Int(length)
        }
    }
}
