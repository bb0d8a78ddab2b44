internal import Extraction
internal import MetadataModel

/// The reading of one file, block by block.
struct WDFReading {
    private let reader: ByteReader
    private let collector: FactCollector
    /// The unit of the map, which is that of the origin that tells the X positions.
    private var lengthUnit: String?
    private var spectrumCount: UInt64 = 0

    init(_ reader: ByteReader, _ collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    mutating func read() throws(ExtractionError) {
        let (blocks, problem) = try blocks()
        for (index, block) in blocks.enumerated() where !collector.isFull {
            list(block, index)
        }
        // Origins state the unit of the map, wherever they stand.
        let ordered =
            blocks.filter { $0.name == "WDF1" || $0.name == "ORGN" }
            + blocks.filter { $0.name != "WDF1" && $0.name != "ORGN" }
        for block in ordered where !collector.isFull {
            do throws(ExtractionError) {
                try read(block)
            } catch {
                collector.report(error.issue)
            }
        }
        if let problem { collector.report(problem) }
    }

    /// The blocks up to the end of the file, or to what cannot be one.
    private func blocks() throws(ExtractionError) -> ([WDFBlock], Issue?) {
        var blocks: [WDFBlock] = []
        var counts: [String: Int] = [:]
        var offset: UInt64 = 0
        while reader.count - offset >= WDFBlock.headerByteCount,
            blocks.count < min(65_536, collector.limits.maximumDirectoryCount)
        {
            let raw = try reader.bytes(at: offset, count: 4)
            let number = try reader.uint32(at: offset + 4, .little)
            let byteCount = try reader.uint64(at: offset + 8, .little)
            let place = Locus(offset: reader.baseOffset + offset, address: "byte \(offset)")
            guard raw.allSatisfy({ (0x20...0x7E).contains($0) }),
                byteCount >= WDFBlock.headerByteCount
            else {
                return (blocks, Issue(.malformed, "expected the header of a block", at: place))
            }
            let name = BinaryText.narrow(raw)
            let index = counts[name, default: 0]
            counts[name] = index + 1
            let available = reader.count - offset
            blocks.append(
                WDFBlock(
                    name: name, number: number, offset: offset,
                    end: offset + min(byteCount, available), index: index))
            guard byteCount <= available else {
                return (
                    blocks,
                    Issue(
                        .truncated, "expected \(byteCount) bytes of \(name), found \(available)",
                        at: place)
                )
            }
            offset += byteCount
        }
        guard offset == reader.count else {
            return (
                blocks,
                Issue(
                    .truncated, "expected the header of a block",
                    at: Locus(offset: reader.baseOffset + offset, address: "byte \(offset)"))
            )
        }
        return (blocks, nil)
    }

    private func list(_ block: WDFBlock, _ index: Int) {
        let element = ElementPath(segment: 1, index: index)
        let offset = reader.baseOffset + block.offset
        collector.text(
            "wdf.Block", block.name, element: element,
            locus: Locus(offset: offset, length: 4, address: "block \(index + 1)"))
        collector.integer(
            "wdf.Block.uid", Int64(block.number), element: element,
            locus: Locus(offset: offset + 4, length: 4, address: "block \(index + 1) uid"))
        collector.integer(
            "wdf.Block.size", Int64(clamping: block.end - block.offset), element: element,
            unit: "B",
            locus: Locus(offset: offset + 8, length: 8, address: "block \(index + 1) size"))
    }

    private mutating func read(_ block: WDFBlock) throws(ExtractionError) {
        var fields = StructureReading(
            reader, collector, order: .little, key: FactKey(segments: ["wdf", block.name]),
            element: block.index == 0 ? .root : ElementPath(segment: 1, index: block.index),
            place: block.name, from: block.offset + WDFBlock.headerByteCount, end: block.end)
        switch block.name {
        case "WDF1": try readHeader(&fields, block)
        case "DATA": break
        case "XLST", "YLST", "BKXL": try readAxis(&fields)
        case "ORGN": try readOrigins(&fields)
        case "WMAP": try readMapArea(&fields)
        case "TEXT": try fields.state(text: "Text", byteCount: Int(clamping: fields.left))
        case "WHTL", "NAIL": try readPicture(fields)
        default: try readProperties(&fields)
        }
    }

    private mutating func readHeader(
        _ fields: inout StructureReading, _ block: WDFBlock
    ) throws(ExtractionError) {
        fields.position = block.offset
        try fields.state(WDFCodes.header, allowsShort: true)
        spectrumCount = fields.count("nspectra")
    }

    private func readAxis(_ fields: inout StructureReading) throws(ExtractionError) {
        let type = try fields.code("Type", WDFCodes.dataTypes)
        let unit = try fields.code("Units", WDFCodes.units)
        _ = type
        try fields.state(
            numbers: "Values", .float32, count: fields.left / 4, unit: WDFCodes.unit(unit))
    }

    private mutating func readOrigins(_ fields: inout StructureReading) throws(ExtractionError) {
        let count = try fields.next(UInt32.self)
        let base = fields.key
        for index in 0..<min(Int(count), 256) where !collector.isFull {
            fields.key = base.appending("Origin")
            fields.element = ElementPath(segment: 2, index: index)
            fields.place = "ORGN origin \(index + 1)"
            // The highest bit tells the primary origin.
            let type = try fields.code("Type", WDFCodes.dataTypes, mask: 0x7FFF_FFFF)
            let code = try fields.code("Units", WDFCodes.units)
            let unit = WDFCodes.unit(code)
            try fields.state(text: "Annotation", byteCount: 16)
            if type == 3 || lengthUnit == nil, (3...5).contains(type) { lengthUnit = unit }
            let isInteger = code == 24 || type == 16 || type == 17
            try fields.state(
                numbers: "Values", isInteger ? .uint64 : .float64, count: spectrumCount,
                unit: unit)
        }
    }

    private func readMapArea(_ fields: inout StructureReading) throws(ExtractionError) {
        try fields.state(WDFCodes.mapFlags)
        let unit = lengthUnit
        for name in ["location", "stepsize"] {
            for axis in ["x", "y", "z"] {
                try fields.state(numbers: "\(name).\(axis)", .float32, count: 1, unit: unit)
            }
        }
        try fields.state(WDFCodes.mapLengths)
    }

    private func readProperties(_ fields: inout StructureReading) throws(ExtractionError) {
        let start = fields.position
        guard fields.left >= 8, try fields.bytes(4).elementsEqual("PSET".utf8) else {
            fields.position = start
            return try fields.state(opaque: "Bytes", byteCount: fields.left)
        }
        let byteCount = UInt64(try fields.next(UInt32.self))
        let available = min(byteCount, fields.left)
        var set = WDFPropertySet(fields)
        set.read(from: fields.position, end: fields.position + available)
        try fields.skip(available)
        guard available == byteCount else {
            throw ExtractionError(
                .truncated, "expected a property set of \(byteCount) bytes, found \(available)",
                offset: reader.baseOffset + fields.position)
        }
        if fields.place == "MAP" {
            try fields.state(numbers: "npoints", .uint64, count: 1)
        } else if fields.left > 0 {
            try fields.state(opaque: "Bytes", byteCount: fields.left)
        }
    }

    private func readPicture(_ fields: StructureReading) throws(ExtractionError) {
        try EmbeddedPicture(
            reader: reader, offset: fields.position, byteCount: fields.left, key: fields.key,
            element: fields.element
        ).state(into: collector)
    }
}

extension StructureReading {
    /// States a 32-bit code with its meaning.
    @discardableResult
    mutating func code(
        _ name: String, _ labels: [Int64: String], mask: UInt32 = .max
    ) throws(ExtractionError) -> Int64 {
        let offset = position
        let code = Int64(try next(UInt32.self) & mask)
        collector.noteMetadata(4, understood: true)
        collector.integer(
            key.appending(name), code, element: element, label: labels[code],
            locus: locus(offset, 4, name))
        return code
    }
}
