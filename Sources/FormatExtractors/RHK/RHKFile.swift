internal import Extraction
internal import MetadataModel

/// The objects of one SM4 file.
struct RHKFile {
    private struct Object {
        let type: UInt32
        let offset: UInt64
        let byteCount: UInt64
    }

    private let reader: ByteReader
    private let collector: FactCollector

    init(_ reader: ByteReader, _ collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    private func fields(
        _ key: FactKey, at offset: UInt64, byteCount: UInt64? = nil, element: ElementPath = .root,
        place: String
    ) -> StructureReading {
        StructureReading(
            reader, collector, order: .little, key: key, element: element, place: place,
            from: offset, end: byteCount.map { $0.addingReportingOverflow(offset).partialValue })
    }

    mutating func read() throws(ExtractionError) {
        var header = fields("rhk", at: 0, place: "header")
        try header.state(RHKLayouts.fileHeader)
        let objects = try objects(&header, header.count("object_count"))
        do throws(ExtractionError) {
            try readParameters(objects)
        } catch {
            collector.report(error.issue)
        }
        guard let index = objects.first(where: { $0.type == 1 }) else {
            throw ExtractionError(.malformed, "expected a page index header", offset: 58)
        }
        var indexHeader = fields("rhk", at: index.offset, place: "page index header")
        let pageCount = try indexHeader.next(UInt32.self)
        let objectCount = try indexHeader.next(UInt32.self)
        try indexHeader.skip(8)
        let indexObjects = try self.objects(&indexHeader, UInt64(objectCount))
        guard let array = indexObjects.first(where: { $0.type == 2 }) else {
            throw ExtractionError(.malformed, "expected a page index", offset: index.offset)
        }
        var place = array.offset
        for page in 0..<min(Int(pageCount), 65_536) where !collector.isFull {
            var entry = fields(
                "rhk.Page", at: place, element: ElementPath(segment: 1, index: page),
                place: "page \(page + 1)")
            try entry.state(RHKLayouts.pageIndex)
            let pageObjects = try self.objects(&entry, entry.count("object_count"))
            place = entry.position
            do throws(ExtractionError) {
                try readPage(pageObjects, page)
            } catch {
                collector.report(error.issue)
            }
        }
    }

    private func objects(
        _ fields: inout StructureReading, _ count: UInt64
    ) throws(ExtractionError) -> [Object] {
        guard count <= 4096 else {
            throw ExtractionError(.malformed, "\(count) objects", offset: fields.position)
        }
        var objects: [Object] = []
        for _ in 0..<count {
            let type = try fields.next(UInt32.self)
            let offset = UInt64(try fields.next(UInt32.self))
            let byteCount = UInt64(try fields.next(UInt32.self))
            collector.noteMetadata(12, understood: true)
            if offset > 0, byteCount > 0 {
                objects.append(Object(type: type, offset: offset, byteCount: byteCount))
            }
        }
        return objects
    }

    private func readPage(_ objects: [Object], _ index: Int) throws(ExtractionError) {
        guard let header = objects.first(where: { $0.type == 3 }) else { return }
        let element = ElementPath(segment: 1, index: index)
        let place = "page \(index + 1)"
        var page = fields("rhk.Page", at: header.offset, element: element, place: place)
        try page.state(RHKLayouts.pageHeader)
        let scales = page.position
        page.position = scales + 44
        try page.state(RHKLayouts.pageHeaderRest)
        let inner = try self.objects(&page, page.count("page_object_count"))
        var texts: [String: String] = [:]
        for object in inner + objects {
            switch object.type {
            case 7:
                var drift = fields(
                    "rhk.Page.SpecDrift", at: object.offset, byteCount: object.byteCount,
                    element: element, place: place)
                try drift.state(RHKLayouts.driftHeader, allowsShort: true)
            case 10:
                var strings = fields(
                    "rhk.Page", at: object.offset, byteCount: object.byteCount, element: element,
                    place: place)
                texts = try readStrings(&strings, page.count("string_count"))
            default: continue
            }
        }
        func unit(_ name: String) -> String? { texts[name].flatMap { $0.isEmpty ? nil : $0 } }
        page.position = scales
        let units = [unit("X_Units"), unit("Y_Units"), unit("Z_Units")]
        for (name, unit) in zip(
            RHKLayouts.scales, units + [nil] + units + ["s", "V", "A", "deg"])
        {
            try page.state(numbers: name, .float32, count: 1, unit: unit)
        }
    }

    /// Strings of a 16-bit count and UTF-16 units; those beyond the known ones get their number.
    private func readStrings(
        _ fields: inout StructureReading, _ count: UInt64
    ) throws(ExtractionError) -> [String: String] {
        for index in 0..<Int(min(count, 256)) {
            let length = Int(try fields.next(UInt16.self))
            let name =
                RHKLayouts.strings.indices.contains(index)
                ? RHKLayouts.strings[index] : "String\(index)"
            try fields.state(text: name, byteCount: length * 2, isWide: true)
        }
        return fields.texts
    }

    /// The parameters: text of sections and `<0001> Name ::value` lines, deflated or not.
    private func readParameters(_ objects: [Object]) throws(ExtractionError) {
        guard let header = objects.first(where: { $0.type == 15 }),
            let object = objects.first(where: { $0.type == 13 })
        else { return }
        var fields = fields("rhk", at: header.offset, byteCount: 12, place: "PRM header")
        let isCompressed = try fields.next(UInt32.self) != 0
        let raw = try reader.bytes(
            at: object.offset, count: Int(clamping: min(object.byteCount, 1 << 24)))
        collector.noteMetadata(raw.count, understood: true)
        var text = raw
        if isCompressed {
            text = []
            var inflation = try Inflation(.zlib, limits: collector.limits)
            try inflation.inflate(raw, offset: object.offset) { block in
                if text.count <= 4 << 20 { text += block }
            }
        }
        stateParameters(TextDecoding.text(of: text).text, isCompressed ? nil : object.offset)
    }

    private func stateParameters(_ text: String, _ offset: UInt64?) {
        var section: FactKey = "rhk.PRM"
        var counts: [FactKey: Int] = [:]
        for (number, line) in text.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() where !collector.isFull {
            let bare = line.filter { $0 != "*" }
            let trimmed = BinaryText.narrow(Array(bare.utf8))
            if trimmed.hasPrefix("["), trimmed.hasSuffix("]") {
                section = FactKey(printed: "rhk.PRM").appending(
                    String(trimmed.dropFirst().dropLast()))
                continue
            }
            guard trimmed.hasPrefix("<"), let close = trimmed.firstIndex(of: ">"),
                let range = trimmed[close...].firstRange(of: "::")
            else { continue }
            let name = BinaryText.narrow(
                Array(trimmed[close..<range.lowerBound].utf8.dropFirst()))
            guard !name.isEmpty else { continue }
            let key = section.appending(name)
            let count = counts[key, default: 0]
            counts[key] = count + 1
            collector.text(
                key, BinaryText.narrow(Array(trimmed[range.upperBound...].utf8)),
                element: count == 0
                    ? .root : ElementPath(segment: key.segments.count - 1, index: count),
                locus: Locus(address: "PRM line \(number + 1)"))
        }
    }
}
