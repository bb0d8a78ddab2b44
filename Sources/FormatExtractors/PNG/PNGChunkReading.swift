internal import Extraction
internal import MetadataModel

/// Turns one chunk into facts.
struct PNGChunkReading {
    let collector: FactCollector
    let content: BinaryBlock
    let element: ElementPath

    /// Adds what the chunk says; false where it is kept opaque.
    func state(_ type: String) throws(ExtractionError) -> Bool {
        if let table = PNGTables.tables[type] {
            table.state(content, element: element, into: collector)
            return true
        }
        switch type {
        case "tEXt": return stateText(type)
        case "zTXt": return try stateCompressedText(type)
        case "iTXt": return try stateInternationalText()
        case "iCCP": return try stateProfile()
        case "pHYs": return stateDensity()
        case "eXIf", "zxIf", "exIf":
            return EmbeddedTIFF.read(
                content, from: content.has("Exif\0\0") ? 6 : 0, into: collector)
        case "PLTE":
            integer("png.PLTE.EntryCount", content.bytes.count / 3)
        case "sPLT":
            collector.text(
                "png.sPLT.Name", latin(content.bytes.prefix { $0 != 0 }), element: element,
                locus: content.locus)
        case "tRNS", "bKGD", "sBIT", "hIST":
            collector.numbers(
                FactKey(printed: "png.\(type)"), numbers(wide: type == "hIST"), element: element,
                locus: content.locus)
        case "tIME": stateTime()
        case "sCAL": stateScale()
        case "caBX":
            ISOBoxes(collector, namespace: "jumbf", content).run()
        default: return stateUnknown(type)
        }
        return true
    }

    private func integer(_ key: FactKey, _ value: Int) {
        collector.integer(key, Int64(value), element: element, locus: content.locus)
    }

    private func numbers(wide: Bool) -> [Number] {
        guard wide else { return content.bytes.map { .integer(Int64($0)) } }
        return stride(from: 0, to: content.bytes.count - 1, by: 2).map {
            .integer(Int64(content.bytes[$0]) << 8 | Int64(content.bytes[$0 + 1]))
        }
    }

    private func stateUnknown(_ type: String) -> Bool {
        let key = FactKey(segments: ["png", type])
        let bytes = content.bytes
        if bytes.count > 3, bytes.withUnsafeBytes(TIFFText.isReadable) {
            collector.text(
                key, TextDecoding.text(of: bytes.prefix { $0 != 0 }).text, element: element,
                locus: content.locus)
            return true
        }
        if bytes.count == 4 {
            collector.integer(
                key, bytes.reduce(0) { $0 << 8 | Int64($1) }, element: element,
                locus: content.locus)
            return true
        }
        collector.opaque(key, bytes, element: element, locus: content.locus)
        return bytes.isEmpty
    }

    private func stateTime() {
        let bytes = content.bytes
        guard bytes.count >= 7 else { return }
        func two(_ value: UInt8) -> String { (value < 10 ? "0" : "") + String(value) }
        let year = Int(bytes[0]) << 8 | Int(bytes[1])
        collector.text(
            "png.tIME",
            "\(year)-\(two(bytes[2]))-\(two(bytes[3]))T"
                + "\(two(bytes[4])):\(two(bytes[5])):\(two(bytes[6]))Z", element: element,
            locus: content.locus)
    }

    /// Pixels a unit, which is the metre or none.
    private func stateDensity() -> Bool {
        guard content.bytes.count >= 9 else { return false }
        let isMetre = content.bytes[8] == 1
        for (name, place) in [("PixelsPerUnitX", 0), ("PixelsPerUnitY", 4)] {
            guard let value = content.integer(at: place, as: UInt32.self) else { continue }
            collector.integer(
                FactKey(printed: "png.pHYs.\(name)"), Int64(value), element: element,
                unit: isMetre ? "1/m" : nil, locus: content.locus(at: place, count: 4))
        }
        collector.integer(
            "png.pHYs.UnitSpecifier", Int64(content.bytes[8]), element: element,
            label: isMetre ? "metre" : "unknown", locus: content.locus(at: 8, count: 1))
        return true
    }

    /// The physical size of a pixel: a unit, and two numbers in ASCII.
    private func stateScale() {
        let unit = [1: "m", 2: "rad"][content.bytes.first ?? 0]
        var place = 1
        for name in ["PixelWidth", "PixelHeight"] where place < content.bytes.count {
            let digits = content.bytes[place...].prefix { $0 != 0 }
            collector.text(
                FactKey(printed: "png.sCAL.\(name)"), latin(digits), element: element, unit: unit,
                locus: content.locus(at: place, count: digits.count))
            place = digits.endIndex + 1
        }
    }

    // MARK: Texts

    /// Latin-1, of which UTF-8 is told apart.
    private func latin(_ bytes: ArraySlice<UInt8>) -> String {
        TextDecoding.text(of: bytes).text
    }

    /// The keyword, and the place behind its NUL.
    private func keyword() -> (text: String, end: Int)? {
        guard let end = content.bytes.firstIndex(of: 0), (1...79).contains(end) else { return nil }
        return (latin(content.bytes[..<end]), end + 1)
    }

    private func add(
        _ type: String, _ keyword: String, _ text: String, from place: Int, label: String? = nil
    ) {
        let locus = content.locus(at: place, count: content.bytes.count - place)
        if keyword.hasPrefix("Raw profile type "), stateRawProfile(keyword, text) { return }
        collector.text(
            FactKey(segments: ["png", type, keyword]), text, element: element, label: label,
            locus: locus)
    }

    private func stateText(_ type: String) -> Bool {
        guard let (keyword, place) = keyword() else { return stateUnknown(type) }
        add(type, keyword, latin(content.bytes[place...]), from: place)
        return true
    }

    private func stateCompressedText(_ type: String) throws(ExtractionError) -> Bool {
        guard let (keyword, place) = keyword(), place < content.bytes.count else {
            return stateUnknown(type)
        }
        let text = try inflated(from: place + 1)
        add(type, keyword, latin(text[...]), from: place + 1)
        return true
    }

    private func stateInternationalText() throws(ExtractionError) -> Bool {
        guard let (keyword, place) = keyword(),
            let flag = content.bytes(at: place, count: 2)?.first,
            let language = content.bytes[(place + 2)...].firstIndex(of: 0),
            let translated = content.bytes[(language + 1)...].firstIndex(of: 0)
        else { return stateUnknown("iTXt") }
        let start = translated + 1
        let bytes = flag == 1 ? try inflated(from: start)[...] : content.bytes[start...]
        let tag = latin(content.bytes[(place + 2)..<language])
        add(
            "iTXt", keyword, TextDecoding.text(of: bytes).text, from: start,
            label: tag.isEmpty ? nil : tag)
        if translated > language + 1 {
            collector.text(
                FactKey(segments: ["png", "iTXt", keyword, "TranslatedKeyword"]),
                latin(content.bytes[(language + 1)..<translated]), element: element,
                locus: content.locus(at: language + 1, count: translated - language - 1))
        }
        return true
    }

    private func stateProfile() throws(ExtractionError) -> Bool {
        guard let (name, place) = keyword() else { return stateUnknown("iCCP") }
        collector.text(
            "png.iCCP.ProfileName", name, element: element,
            locus: content.locus(at: 0, count: place - 1))
        var profile = BinaryBlock(
            try inflated(from: place + 1), order: .big, at: content.offset, address: "iCCP")
        profile.isAssembled = true
        return ICCProfileReader.read(profile, element: .root, into: collector)
    }

    private func inflated(from place: Int) throws(ExtractionError) -> [UInt8] {
        var bytes: [UInt8] = []
        var inflation = try Inflation(.zlib, limits: collector.limits)
        guard place < content.bytes.count else { return [] }
        try inflation.inflate(
            Array(content.bytes[place...]), offset: content.offset + UInt64(place)
        ) { block throws(ExtractionError) in
            guard bytes.count + block.count <= collector.limits.maximumBlockByteCount else {
                throw ExtractionError(
                    .limitExceeded, "the text of a chunk is too long", offset: content.offset)
            }
            bytes += block
        }
        return bytes
    }

    /// A profile of ImageMagick: a name, a length in decimal, and hexadecimal digits.
    private func stateRawProfile(_ keyword: String, _ text: String) -> Bool {
        let lines = text.utf8.split(maxSplits: 2) { $0 == 0x0A }
        guard lines.count == 3 else { return false }
        let bytes = EPSComments.hexadecimal(lines[2])
        var block = BinaryBlock(bytes, order: .big, at: content.offset, address: keyword)
        block.isAssembled = true
        switch keyword.dropFirst("Raw profile type ".count) {
        case "exif", "APP1":
            if block.has("http://ns.adobe.com/xap/1.0/\0") {
                collector.text(
                    "png.RawProfile.XMP", TextDecoding.text(of: bytes.dropFirst(29)).text,
                    locus: block.locus)
                return true
            }
            return EmbeddedTIFF.read(block, from: block.has("Exif\0\0") ? 6 : 0, into: collector)
        case "iptc", "8bim":
            return PhotoshopReader.read(block, element: .root, into: collector)
                || IPTCReader.read(
                    block, from: 0, count: bytes.count, element: .root, into: collector)
        case "icc", "icm":
            return ICCProfileReader.read(block, element: .root, into: collector)
        case "xmp":
            collector.text(
                "png.RawProfile.XMP", TextDecoding.text(of: bytes).text, locus: block.locus)
            return true
        default: return false
        }
    }
}
