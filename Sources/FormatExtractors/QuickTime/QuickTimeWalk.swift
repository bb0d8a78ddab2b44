internal import Extraction
internal import MetadataModel

/// Walks the atoms of a movie, one within the other.
struct QuickTimeWalk {
    private static let maximumDepth = 16
    private static let maximumAtomCount = 20_000
    /// Bytes of an atom that become facts; longer ones are tables of samples.
    private static let maximumByteCount: UInt64 = 1 << 20

    /// Atoms that hold atoms and nothing else.
    private static let containers: Set<String> = [
        "moov", "mdia", "minf", "stbl", "dinf", "edts", "udta", "ilst", "tapt", "mvex", "moof",
        "traf", "gmhd",
    ]
    /// Samples, room for them, and tables of where they stand.
    private static let skipped: Set<String> = [
        "mdat", "free", "skip", "wide", "stsc", "stco", "co64", "stss", "ctts", "sdtp", "cslg",
        "sbgp", "sgpd", "trun", "sidx", "mfra", "idat", "imap", "load", "dref", "stps",
    ]

    let reader: ByteReader
    let collector: FactCollector
    private var atomCount = 0
    private var track = -1
    /// The handler of the track that is being read: `vide`, `soun` …
    private var handler = ""
    /// The ticks a second that the last header stated.
    private var timeScale: Int64 = 0
    /// Names of the numbered entries of a list, as its `keys` atom states them.
    private var names: [String] = []
    private var occurrences = OccurrenceCounter()

    init(_ reader: ByteReader, _ collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    /// Reads the atoms in a part of the file.
    mutating func read(
        from start: UInt64, to end: UInt64, key: FactKey, depth: Int
    ) throws(ExtractionError) {
        guard depth < Self.maximumDepth else {
            throw ExtractionError(
                .limitExceeded, "more than \(Self.maximumDepth) atoms in each other", offset: start)
        }
        var place = start
        while place < end, end - place >= 8, !collector.isFull {
            atomCount += 1
            guard atomCount <= Self.maximumAtomCount else {
                throw ExtractionError(
                    .limitExceeded, "more than \(Self.maximumAtomCount) atoms", offset: place)
            }
            var size = UInt64(try reader.uint32(at: place, .big))
            // Lists of what people wrote end with a zero.
            if size == 0, depth > 0 { return }
            let code = try reader.bytes(at: place + 4, count: 4)
            var content = place + 8
            if size == 1 {
                size = try reader.uint64(at: place + 8, .big)
                content += 8
            } else if size == 0 {
                size = end - place
            }
            guard size >= content - place else {
                throw ExtractionError(
                    .malformed, "an atom of \(size) bytes, less than its header", offset: place)
            }
            let name = Self.name(code)
            if size > end - place {
                let isMedia = Self.skipped.contains(name)
                collector.report(
                    Issue(
                        .truncated,
                        "the atom \(name) states \(size) bytes, there are \(end - place)",
                        at: Locus(offset: place, address: "atom \(name)")))
                if isMedia { return }
                size = end - place
            }
            collector.noteMetadata(Int(content - place), understood: true)
            do throws(ExtractionError) {
                try state(name, code, content, place + size, key, depth)
            } catch {
                collector.report(error.issue)
            }
            place += size
        }
    }

    private static func name(_ code: [UInt8]) -> String {
        code.map { byte in
            byte >= 0x20 && byte < 0x7F
                ? String(UnicodeScalar(byte)) : byte == 0xA9 ? "©" : "x" + String(byte, radix: 16)
        }.joined()
    }

    private var element: ElementPath {
        track < 0 ? .root : ElementPath(segment: 1, index: track)
    }

    private func structure(_ key: FactKey, _ start: UInt64, _ end: UInt64) -> StructureReading {
        StructureReading(
            reader, collector, order: .big, key: key, element: element,
            place: "atom \(key.segments.last ?? "")", from: start, end: end)
    }

    private mutating func state(
        _ name: String, _ code: [UInt8], _ start: UInt64, _ end: UInt64, _ key: FactKey,
        _ depth: Int
    ) throws(ExtractionError) {
        if Self.skipped.contains(name) { return }
        if name == "trak" {
            track += 1
            handler = ""
            try read(from: start, to: end, key: "quicktime.trak", depth: depth + 1)
            return
        }
        if name == "meta" {
            // A full atom in MP4, a plain one in QuickTime.
            guard end - start >= 8 else { return }
            let isPlain = Self.name(try reader.bytes(at: start + 4, count: 4)) == "hdlr"
            try read(
                from: isPlain ? start : start + 4, to: end, key: key.appending("meta"),
                depth: depth + 1)
            return
        }
        if Self.containers.contains(name) {
            if name == "moov" || name == "udta" && depth == 1 { track = -1 }
            let hasName = name == "udta" || name == "ilst" && !key.description.hasSuffix("meta")
            try read(
                from: start, to: end, key: hasName ? key.appending(name) : key, depth: depth + 1)
            return
        }
        let own = key.appending(name)
        if key.segments.last == "udta" || key.segments.last == "meta" {
            if try stateEntry(name, code, start, end, key, depth) { return }
        }
        if let layout = QuickTimeLayouts.layout(
            name, version: end > start ? try reader.uint8(at: start) : 0)
        {
            var reading = structure(own, start, end)
            try reading.state(layout, allowsShort: true)
            if let scale = reading.integer("TimeScale") { timeScale = scale }
            stateDuration(reading, own)
            if name == "hdlr" { try stateHandler(&reading) }
            return
        }
        switch name {
        case "stsd": try stateDescriptions(own, start, end)
        case "stts": try stateSampleTimes(own, start, end)
        case "stsz", "stz2":
            var reading = structure(own, start, end)
            try reading.skip(4)
            try reading.state(numbers: "SampleSize", .uint32, count: 1)
            try reading.state(numbers: "SampleCount", .uint32, count: 1)
        case "ftyp": try stateBrands(own, start, end)
        default: try stateUnknown(own, start, end)
        }
    }

    /// Takes the kind of a track's samples and states the handler's name, which QuickTime counts and
    /// MP4 ends with NUL. A data handler (`dhlr`) tells how samples are stored, not what they are.
    private mutating func stateHandler(
        _ reading: inout StructureReading
    ) throws(ExtractionError) {
        if let type = reading.texts["ComponentSubType"], reading.texts["ComponentType"] != "dhlr" {
            handler = type
        }
        guard reading.left > 12, reading.left <= 268 else { return }
        try reading.skip(8)
        let first = UInt64(try reader.uint8(at: reading.position))
        if first == reading.left - 1 { try reading.skip(1) }
        try reading.state(text: "ComponentName", byteCount: Int(reading.left))
    }

    /// States a length of time in seconds beside the ticks that the file counts.
    private func stateDuration(_ reading: StructureReading, _ key: FactKey) {
        guard let ticks = reading.integer("Duration"), timeScale > 0, ticks > 0 else { return }
        let seconds = Double(ticks) / Double(timeScale)
        collector.real(
            key.appending("DurationSeconds"), (seconds * 1e6).rounded() / 1e6, element: element,
            unit: "s",
            locus: Locus(address: "Duration \(ticks) by \(timeScale) a second"))
    }

    private func stateBrands(
        _ key: FactKey, _ start: UInt64, _ end: UInt64
    ) throws(ExtractionError) {
        var reading = structure(key, start, end)
        try reading.state(text: "MajorBrand", byteCount: 4)
        try reading.state(numbers: "MinorVersion", .uint32, count: 1)
        var index = 0
        while reading.left >= 4, index < 64 {
            reading.element = ElementPath(segment: 2, index: index)
            try reading.state(text: "CompatibleBrands", byteCount: 4)
            index += 1
        }
    }

    private func stateSampleTimes(
        _ key: FactKey, _ start: UInt64, _ end: UInt64
    ) throws(ExtractionError) {
        var reading = structure(key, start, end)
        try reading.skip(4)
        let count = UInt64(try reading.next(UInt32.self))
        var samples: UInt64 = 0
        var ticks: UInt64 = 0
        for _ in 0..<min(count, reading.left / 8, 65_536) {
            let alike = UInt64(try reading.next(UInt32.self))
            samples &+= alike
            ticks &+= alike &* UInt64(try reading.next(UInt32.self))
        }
        collector.integer(
            key.appending("SampleCount"), Int64(clamping: samples), element: element,
            locus: reading.locus(start, Int(end - start), "SampleCount"))
        guard handler == "vide", ticks > 0, timeScale > 0, ticks < 1 << 52 else { return }
        let rate = Double(samples) * Double(timeScale) / Double(ticks)
        collector.real(
            key.appending("VideoFrameRate"), (rate * 1000).rounded() / 1000, element: element,
            unit: "1/s", locus: reading.locus(start, Int(end - start), "samples by time"))
    }

    private mutating func stateDescriptions(
        _ key: FactKey, _ start: UInt64, _ end: UInt64
    ) throws(ExtractionError) {
        var reading = structure(key, start, end)
        try reading.skip(4)
        let count = try reading.next(UInt32.self)
        var place = reading.position
        for _ in 0..<min(count, 16) where end > place && end - place >= 16 {
            let size = UInt64(try reader.uint32(at: place, .big))
            guard size >= 16, size <= end - place else { return }
            var entry = structure(key, place + 4, place + size)
            try entry.state(text: "Format", byteCount: 4)
            try entry.skip(8)
            let layout =
                handler == "vide"
                ? QuickTimeLayouts.video : handler == "soun" ? QuickTimeLayouts.audio : nil
            if let layout { try entry.state(layout, allowsShort: true) }
            if handler == "vide", entry.left >= 8 {
                try read(from: entry.position, to: place + size, key: key, depth: 8)
            }
            place += size
        }
    }

    /// States an entry of a list of texts; false where it is another atom.
    private mutating func stateEntry(
        _ name: String, _ code: [UInt8], _ start: UInt64, _ end: UInt64, _ key: FactKey,
        _ depth: Int
    ) throws(ExtractionError) -> Bool {
        guard name != "hdlr", end > start else { return false }
        if name == "keys" {
            try takeNames(start, end)
            return true
        }
        if end - start >= 16, Self.name(try reader.bytes(at: start + 4, count: 4)) == "data" {
            let number = code.reduce(0) { $0 << 8 | Int($1) }
            let own = key.appending(names.indices.contains(number - 1) ? names[number - 1] : name)
            var reading = structure(own, start + 8, end)
            let type = try reading.next(UInt32.self)
            try reading.skip(4)
            try stateValue(&reading, own, type)
            return true
        }
        // A length of 16 bits, a language, and the text; several may follow each other.
        guard code[0] == 0xA9, end - start >= 4 else { return false }
        var place = start
        while end - place >= 4 {
            let length = UInt64(try reader.uint16(at: place, .big))
            guard length <= end - place - 4 else { break }
            let bytes = try reader.bytes(at: place + 4, count: Int(length))
            state(
                text: TextDecoding.text(of: bytes.prefix { $0 != 0 }).text, key.appending(name),
                Locus(
                    offset: reader.baseOffset + place + 4, length: length, address: "atom \(name)"))
            place += 4 + length
        }
        return true
    }

    private mutating func state(text: String, _ key: FactKey, _ locus: Locus) {
        let index = occurrences.next("\(track) \(key)")
        var element = element
        if index > 0 { element = element.appending(segment: key.segments.count - 1, index: index) }
        collector.text(key, text, element: element, locus: locus)
        collector.noteMetadata(Int(clamping: locus.length ?? 0), understood: true)
    }

    /// States a value of a typed entry: a text, a number, or bytes.
    private mutating func stateValue(
        _ reading: inout StructureReading, _ key: FactKey, _ type: UInt32
    ) throws(ExtractionError) {
        let offset = reading.position
        let count = Int(min(reading.left, 65_536))
        let locus = reading.locus(offset, count, "value")
        let bytes = try reading.bytes(count)
        switch type {
        case 1, 4:
            state(text: TextDecoding.text(of: bytes).text, key, locus)
        case 21, 22, 23, 24, 65, 66, 67, 74, 75, 76, 77, 78:
            let isFloat = type == 23 || type == 24
            var number: Number?
            switch bytes.count {
            case 1: number = .integer(Int64(Int8(bitPattern: bytes[0])))
            case 2: number = .integer(Int64(try reader.integer(at: offset, .big, as: Int16.self)))
            case 4:
                let bits = try reader.uint32(at: offset, .big)
                number =
                    isFloat
                    ? .real(Double(Float(bitPattern: bits)))
                    : .integer(Int64(Int32(bitPattern: bits)))
            case 8:
                let bits = try reader.uint64(at: offset, .big)
                number =
                    isFloat ? .real(Double(bitPattern: bits)) : .integer(Int64(bitPattern: bits))
            default: break
            }
            if let number {
                collector.numbers(key, [number], element: element, locus: locus)
                collector.noteMetadata(count, understood: true)
            } else {
                collector.opaque(key, bytes, element: element, locus: locus)
            }
        default:
            collector.opaque(
                key, Array(bytes.prefix(4096)), byteCount: bytes.count, element: element,
                locus: locus)
            collector.noteMetadata(count, understood: false)
        }
    }

    private mutating func takeNames(_ start: UInt64, _ end: UInt64) throws(ExtractionError) {
        names = []
        guard end - start >= 8 else { return }
        var place = start + 8
        while end > place, end - place >= 8, names.count < 4096 {
            let size = UInt64(try reader.uint32(at: place, .big))
            guard size >= 8, size <= end - place else { return }
            let bytes = try reader.bytes(at: place + 8, count: Int(size - 8))
            names.append(TextDecoding.text(of: bytes).text)
            collector.noteMetadata(Int(size), understood: true)
            place += size
        }
    }

    /// States an atom that no table knows: its text, or that it is there.
    private mutating func stateUnknown(
        _ key: FactKey, _ start: UInt64, _ end: UInt64
    ) throws(ExtractionError) {
        let count = end - start
        guard count > 0 else { return }
        let locus = Locus(
            offset: reader.baseOffset + start, length: count,
            address: "atom \(key.segments.last ?? "")")
        let bytes = try reader.bytes(at: start, count: Int(min(count, Self.maximumByteCount)))
        // XMP stands behind the 16 bytes of its identifier.
        let text = key.segments.last == "uuid" ? Array(bytes.dropFirst(16)) : bytes
        if count <= Self.maximumByteCount, text.count > 3,
            text.withUnsafeBytes(TIFFText.isReadable)
        {
            state(text: TextDecoding.text(of: text.prefix { $0 != 0 }).text, key, locus)
            return
        }
        collector.opaque(
            key, Array(bytes.prefix(4096)), byteCount: Int(clamping: count), element: element,
            locus: locus)
        collector.noteMetadata(Int(clamping: count), understood: false)
    }
}
