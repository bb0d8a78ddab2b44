internal import Extraction
internal import MetadataModel

/// One wave, in a file of its own or in a packed experiment.
struct IBWWave {
    private var fields: StructureReading
    private let collector: FactCollector
    private let start: UInt64
    private let base: FactKey
    private let element: ElementPath

    /// - Parameter fields: Stands at the wave's first byte, and ends with the wave.
    init(_ fields: StructureReading) {
        self.fields = fields
        collector = fields.collector
        start = fields.position
        base = fields.key
        element = fields.element
    }

    /// The byte order, which shows in the version; `nil` where the bytes begin no wave.
    static func order(of bytes: [UInt8]) -> ByteOrder? {
        guard bytes.count >= 2 else { return nil }
        if bytes[1] == 0, [1, 2, 3, 5].contains(bytes[0]) { return .little }
        if bytes[0] == 0, [1, 2, 3, 5].contains(bytes[1]) { return .big }
        return nil
    }

    /// Whether the 16-bit words of both headers add up to 0, as the checksum makes them.
    static func isPlausible(_ bytes: [UInt8], _ order: ByteOrder, fileByteCount: UInt64) -> Bool {
        let version = max(bytes[0], bytes[1])
        let count = version == 5 ? 384 : version == 1 ? 118 : version == 2 ? 126 : 130
        guard bytes.count >= count else { return false }
        return bytes.withUnsafeBytes { raw in
            var sum: UInt16 = 0
            for place in stride(from: 0, to: count - 1, by: 2) {
                sum = sum &+ raw.integer(at: place, order, as: UInt16.self)
            }
            return sum == 0
        }
    }

    mutating func read() throws(ExtractionError) {
        try fields.state(IBWLayouts.version)
        let version = fields.integer("version") ?? 0
        switch version {
        case 1: try fields.state(IBWLayouts.binHeader1)
        case 2: try fields.state(IBWLayouts.binHeader2)
        case 3: try fields.state(IBWLayouts.binHeader3)
        default: try fields.state(IBWLayouts.binHeader5)
        }
        let headerStart = fields.position
        let (behind, overflows) = headerStart.addingReportingOverflow(fields.count("wfmSize"))
        let dataEnd = overflows ? UInt64.max : behind
        if version == 5 {
            try readWave5(dataEnd: dataEnd)
        } else {
            try fields.state(IBWLayouts.waveHeader2)
            let unit = fields.texts["xUnits"].flatMap { $0.isEmpty ? nil : $0 }
            for name in ["hsA", "hsB"] {
                try fields.state(numbers: name, .float64, count: 1, unit: unit)
            }
            try fields.state(IBWLayouts.waveHeader2Rest)
            try move(to: dataEnd)
            try readNote(fields.count("noteSize"))
            try readText("formula", fields.count("formulaSize"))
        }
        try readFooter()
        // Writers append parts of their own.
        if fields.left > 0 { try fields.state(opaque: "Trailer", byteCount: fields.left) }
    }

    private mutating func readWave5(dataEnd: UInt64) throws(ExtractionError) {
        let headerStart = fields.position
        try fields.state(IBWLayouts.waveHeader5)
        let sizesPlace = start + 20
        let sizes = try sizes(at: sizesPlace)
        let formulaCount = fields.count("formulaSize")
        let noteCount = fields.count("noteSize")
        let dataUnitCount = fields.count("dataEUnitsSize")
        // The longer units stand behind the data, and the dimensions want them.
        let unitsStart = dataEnd.addingReportingOverflow(
            formulaCount &+ noteCount &+ dataUnitCount)
        var longUnits: [String] = []
        if !unitsStart.overflow {
            var place = unitsStart.partialValue
            for size in sizes.units {
                let raw = try? fields.reader.bytes(at: place, count: Int(clamping: size))
                longUnits.append(BinaryText.narrow(raw ?? []))
                place = place &+ size
            }
        }
        try readDimensions(from: headerStart + 68, longUnits)
        try move(to: dataEnd)
        try readText("formula", formulaCount)
        try readNote(noteCount)
        try readText("dataUnits", dataUnitCount)
        for (index, size) in sizes.units.enumerated() {
            fields.element = dimension(index)
            try readText("dimUnits", size)
        }
        for (index, size) in sizes.labels.enumerated() { try readLabels(index, size) }
        fields.element = element
        try readTexts(fields.count("sIndicesSize"), dataStart: headerStart + 320, dataEnd)
    }

    /// The sizes of the longer units and of the labels of the four dimensions.
    private func sizes(
        at place: UInt64
    ) throws(ExtractionError) -> (units: [UInt64], labels: [UInt64]) {
        var sizes: [UInt64] = []
        for index in 0..<UInt64(8) {
            let size: Int32 = try fields.reader.integer(at: place + index * 4, fields.order)
            sizes.append(UInt64(max(0, size)))
        }
        return (Array(sizes[..<4]), Array(sizes[4...]))
    }

    private func dimension(_ index: Int) -> ElementPath {
        index == 0 ? element : element.appending(segment: base.segments.count, index: index)
    }

    private mutating func move(to place: UInt64) throws(ExtractionError) {
        guard place >= fields.position, place <= fields.end else {
            throw ExtractionError(
                .truncated, "expected the wave's data up to byte \(place)", offset: fields.end)
        }
        fields.position = place
    }

    /// States number of points, step, start and unit of each dimension that the wave has.
    private mutating func readDimensions(
        from place: UInt64, _ longUnits: [String]
    ) throws(ExtractionError) {
        let end = fields.position
        for index in 0..<4 {
            let step = UInt64(index)
            let count: Int32 = try fields.reader.integer(at: place + step * 4, fields.order)
            guard count != 0 || index == 0 else { break }
            fields.element = dimension(index)
            fields.position = place + step * 4
            try fields.state(numbers: "nDim", .int32, count: 1)
            fields.position = place + 84 + step * 4
            let short = try fields.state(text: "dimUnits", byteCount: 4)
            let long = longUnits.indices.contains(index) ? longUnits[index] : ""
            let unit = long.isEmpty ? (short.isEmpty ? nil : short) : long
            fields.position = place + 16 + step * 8
            try fields.state(numbers: "sfA", .float64, count: 1, unit: unit)
            fields.position = place + 48 + step * 8
            try fields.state(numbers: "sfB", .float64, count: 1, unit: unit)
        }
        fields.element = element
        fields.position = end
    }

    /// Asylum Research's files end in `KEY:value;` pairs, the count of the bytes from there to the
    /// end in four digits, and the kind of the file.
    private mutating func readFooter() throws(ExtractionError) {
        guard fields.left >= 16 else { return }
        let tail = try fields.reader.bytes(at: fields.end - 16, count: 16)
        let words = String(decoding: tail, as: UTF8.self).split(separator: " ")
        guard words.count >= 2, ["Force", "MFP3D"].contains(words[words.count - 1]),
            let count = UInt64(words[words.count - 2]), count >= 16, count <= fields.left
        else { return }
        let start = fields.end - count
        let raw = try fields.reader.bytes(at: start, count: Int(count))
        let place = fields.end - 5
        collector.text(
            base.appending("FileType"), String(words[words.count - 1]), element: element,
            locus: fields.locus(place, 5, "footer"))
        for pair in raw.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
            if let colon = pair.firstIndex(of: UInt8(ascii: ":")) {
                let value = pair[(colon + 1)...]
                collector.text(
                    base.appending("Footer").appending(BinaryText.narrow(pair[..<colon])),
                    BinaryText.narrow(value), element: element,
                    locus: fields.locus(start + UInt64(value.startIndex), value.count, "footer"))
            }
        }
        collector.noteMetadata(raw.count, understood: true)
        fields.end = start
    }

    private mutating func readText(_ name: String, _ count: UInt64) throws(ExtractionError) {
        guard count > 0 else { return }
        try fields.state(text: name, byteCount: Int(clamping: count))
    }

    /// The note is text of any length; lines end in CR.
    private mutating func readNote(_ count: UInt64) throws(ExtractionError) {
        guard count > 0 else { return }
        let offset = fields.position
        let raw = try fields.bytes(Int(clamping: count))
        collector.noteMetadata(raw.count, understood: true)
        let text = TextDecoding.text(of: raw.prefix { $0 != 0 }).text
        collector.text(
            base.appending("note"), text, element: element,
            locus: fields.locus(offset, raw.count, "note"))
    }

    /// Labels of 32 bytes: that of the dimension, then those of its members.
    private mutating func readLabels(_ index: Int, _ size: UInt64) throws(ExtractionError) {
        let count = size / 32
        let end = fields.position &+ size
        let key = base.appending("dimLabels")
        for label in 0..<min(count, 1024) {
            let offset = fields.position
            let text = BinaryText.narrow(try fields.bytes(32))
            guard !text.isEmpty else { continue }
            let path = dimension(index).appending(
                segment: base.segments.count + (index == 0 ? 0 : 1), index: Int(label))
            collector.text(
                key, text, element: path, locus: fields.locus(offset, 32, "dimLabels"))
        }
        try move(to: end)
    }

    /// The members of a text wave; the indices tell where each ends.
    private mutating func readTexts(
        _ byteCount: UInt64, dataStart: UInt64, _ dataEnd: UInt64
    ) throws(ExtractionError) {
        guard byteCount >= 4 else { return }
        let offset = fields.position
        try fields.state(numbers: "sIndices", .int32, count: byteCount / 4)
        let behind = fields.position
        guard fields.integer("type") == 0 else { return }
        fields.position = offset
        var place: UInt64 = 0
        for index in 0..<min(byteCount / 4, 64) {
            let end = UInt64(max(0, try fields.next(Int32.self)))
            guard end >= place, end <= dataEnd - min(dataEnd, dataStart) else { break }
            let raw = try fields.reader.bytes(at: dataStart + place, count: Int(end - place))
            collector.text(
                base.appending("text"), BinaryText.narrow(raw),
                element: element.appending(segment: base.segments.count, index: Int(index)),
                locus: fields.locus(dataStart + place, raw.count, "text"))
            place = end
        }
        fields.position = behind
    }
}
