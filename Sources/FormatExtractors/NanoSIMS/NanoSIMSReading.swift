internal import Extraction
internal import MetadataModel

/// The walk over a NanoSIMS header, whose structures follow one another with lengths that
/// depend on the type and the version of the file.
struct NanoSIMSReading {
    private let block: BinaryBlock
    private let collector: FactCollector
    private let type: Int32
    private let version: Int32
    private var place = 124
    private var understood = 0

    /// Entries of a table that are believed.
    private static let maximumCount: Int32 = 1000

    init(_ block: BinaryBlock, into collector: FactCollector) {
        self.block = block
        self.collector = collector
        version = block.integer(at: 0, as: Int32.self) ?? 0
        type = block.integer(at: 4, as: Int32.self) ?? 0
    }

    mutating func run() {
        NanoSIMSTables.analysis.state(block, element: .root, into: collector)
        understood += 124
        collector.integer(
            "nanosims.FileType", Int64(type), label: NanoSIMSExtractor.types[type],
            locus: block.locus(at: 4, count: 4))
        if readMask() {
            readSigRef()
            readMasses()
        }
        if let start = nanoHeaderStart() {
            place = start
            readNanoHeader()
        }
        var beams = NanoSIMSBeamReading(block, into: collector)
        beams.run()
        readImage()
        understood += beams.understood
        collector.noteMetadata(min(understood, block.bytes.count), understood: true)
        collector.noteMetadata(max(0, block.bytes.count - understood), understood: false)
    }

    private mutating func state(
        _ table: StructureTable, _ byteCount: Int? = nil, element: ElementPath = .root
    ) {
        let count = byteCount ?? table.byteCount
        table.state(BinaryBlock(block, at: place, count: count), element: element, into: collector)
        place += count
        understood += count
    }

    /// Reads what is particular to the kind of file; false where its layout is not known.
    private mutating func readMask() -> Bool {
        switch type {
        case 27, 29, 39:
            state(NanoSIMSTables.maskImage, 48)
            state(NanoSIMSTables.autoCal)
        case 22, 41:
            state(NanoSIMSTables.maskStage, 64)
            state(NanoSIMSTables.autoCal)
            state(NanoSIMSTables.hvControl)
            place += 4
        case 21, 26:
            state(NanoSIMSTables.maskIsotopes, 52)
            state(NanoSIMSTables.autoCal)
            state(NanoSIMSTables.hvControl)
            place += 24
        case 31:
            state(NanoSIMSTables.maskSIBC, 32)
        case 35:
            state(NanoSIMSTables.maskStability, 76)
            state(NanoSIMSTables.autoCal)
            state(NanoSIMSTables.hvControl)
        default: return false
        }
        return true
    }

    private mutating func readSigRef() {
        let start = place
        state(NanoSIMSTables.sigRef, 160)
        place = start + 4
        readSpecies(NanoSIMSTables.sigRefSpecies, "nanosims.SigRef.Species", .root)
        place = start + 160
    }

    private mutating func readMasses() {
        guard let count = block.integer(at: place, as: Int32.self) else { return }
        collector.integer(
            "nanosims.Masses", Int64(count), locus: block.locus(at: place, count: 4))
        place += 4
        // A table of pointers, which mean nothing in a file.
        switch type {
        case 21, 26, 27, 29, 35, 39: place += (version >= 4108 ? 60 : 10) * 4
        case 22, 31, 40, 41: place += 20 * 4
        default: break
        }
        if [21, 22, 26, 40, 41, 35].contains(type) { place += 4 }
        guard count >= 0, count <= Self.maximumCount else {
            collector.report(
                Issue(.malformed, "\(count) masses", at: block.locus(at: place - 4, count: 4)))
            return
        }
        let isTrolley = (block.text(at: 28, count: 32) ?? "").lowercased()
            .hasSuffix("trolley step scan")
        for index in 0..<Int(count) where place < block.bytes.count {
            let element = ElementPath(segment: 1, index: index)
            state(NanoSIMSTables.mass, element: element)
            if type == 31 {
                state(
                    isTrolley ? NanoSIMSTables.massRadius : NanoSIMSTables.massVoltage,
                    element: element)
            } else {
                state(NanoSIMSTables.massOffset, element: element)
            }
            readSpecies(NanoSIMSTables.massSpecies, "nanosims.MassTable", element)
            if type == 31 { place += 4 }
        }
    }

    /// Reads an ion: what it is called, and up to five elements, isotopes and how many of each.
    private mutating func readSpecies(
        _ table: StructureTable, _ key: FactKey, _ element: ElementPath
    ) {
        let start = place
        state(table, 144, element: element)
        for (name, offset) in [
            ("AtomicNumber", 84), ("IsotopeNumber", 88), ("StoichNumber", 92),
        ] {
            let numbers = (0..<5).compactMap {
                block.integer(
                    at: start + offset + $0 * 12,
                    as: Int32.self)
            }
            guard numbers.count == 5, numbers.contains(where: { $0 != 0 }) else { continue }
            collector.numbers(
                key.appending(name), numbers.map { .integer(Int64($0)) }, element: element,
                locus: block.locus(at: start + 84, count: 60))
        }
    }

    /// The place of the NanoSIMS header: behind the last list that has a mark.
    private mutating func nanoHeaderStart() -> Int? {
        let marks = ["Poly_list", "Champs_list", "Offset_list"].compactMap { name in
            block.lastPlace(of: Array(name.utf8) + [0]).map { (name, $0) }
        }
        guard let last = marks.max(by: { $0.1 < $1.1 }) else {
            return unmarkedHeaderStart()
        }
        for (name, mark) in marks {
            guard let count = block.integer(at: mark + 16, as: Int32.self) else { return nil }
            collector.integer(
                FactKey(printed: "nanosims.\(name).Count"), Int64(count),
                locus: block.locus(at: mark + 16, count: 4))
        }
        let count = block.integer(at: last.1 + 16, as: Int32.self) ?? 0
        place = last.1 + 20
        if last.0 == "Poly_list", count > 0, count <= Self.maximumCount {
            for index in 0..<Int(count) where place < block.bytes.count {
                readSpecies(
                    NanoSIMSTables.polySpecies, "nanosims.PolyList",
                    ElementPath(segment: 1, index: index))
            }
        }
        return place + 4
    }

    /// The place of a NanoSIMS header that no list's mark precedes, as in files of scans and of
    /// beam stability: some bytes behind the masses, where its numbers make sense.
    private func unmarkedHeaderStart() -> Int? {
        let end = block.firstPlace(of: Array("Anal_param".utf8)) ?? block.bytes.count
        func number(_ place: Int) -> Int32 { block.integer(at: place, as: Int32.self) ?? -1 }
        return stride(from: place, to: max(place, end - 1600), by: 4).first { start in
            (1...100).contains(number(start)) && (0...1).contains(number(start + 4))
                && (0...1).contains(number(start + 12)) && (0...1).contains(number(start + 16))
                && (1...8192).contains(number(start + 40))
                && (1...8192).contains(number(start + 48))
                && (1...50).contains(number(start + 96))
                && (0...1).contains(number(start + 1552)) && number(start + 1556) >= 0
        }
    }

    private mutating func readNanoHeader() {
        let start = place
        let fieldCount = block.integer(at: start + 96, as: Int32.self) ?? 0
        state(NanoSIMSTables.nano, 604)
        place += 948
        guard fieldCount >= 0, fieldCount <= Self.maximumCount else {
            collector.report(
                Issue(
                    .malformed, "\(fieldCount) magnetic fields",
                    at: block.locus(at: start + 96, count: 4)))
            return
        }
        for index in 0..<Int(fieldCount) where place < block.bytes.count {
            readField(ElementPath(segment: 1, index: index))
        }
    }

    private static let sides: [Int32: String] = [0: "left", 1: "right", 2: "both"]
    static let detectors: [Int32: String] = [0: "EM", 1: "FC"]

    private mutating func readField(_ element: ElementPath) {
        state(NanoSIMSTables.bField, 48, element: element)
        place += 8
        for index in 0..<12 {
            let start = place
            let trolley = element.appending(segment: 2, index: index)
            state(NanoSIMSTables.trolley, 192, element: trolley)
            code(
                "nanosims.BField.Trolley.Detector", at: start + 88, Self.detectors, trolley)
            code(
                "nanosims.BField.Trolley.PeakCenterSide", at: start + 160, Self.sides, trolley)
            if version >= 4108 { place += 16 }
        }
        for index in 0..<12 {
            state(
                NanoSIMSTables.phd, 24, element: element.appending(segment: 2, index: index))
            if version >= 4108 { place += 24 }
        }
    }

    private func code(
        _ key: FactKey, at place: Int, _ labels: [Int32: String], _ element: ElementPath
    ) {
        guard let value = block.integer(at: place, as: Int32.self) else { return }
        collector.integer(
            key, Int64(value), element: element, label: labels[value],
            locus: block.locus(at: place, count: 4))
    }

    /// The header of the image stands at the end of the header.
    private mutating func readImage() {
        switch type {
        case 26:
            place = block.bytes.count - 176
            guard place >= 124 else { return }
            let start = place
            state(NanoSIMSTables.isotopes, 16)
            guard let count = block.integer(at: start + 12, as: Int32.self),
                (0...20).contains(count)
            else { return }
            for index in 0..<Int(count) {
                let pair = [0, 4].compactMap {
                    block.integer(at: start + 16 + index * 8 + $0, as: Int32.self)
                }
                collector.numbers(
                    "nanosims.Isotopes.Ratio", pair.map { .integer(Int64($0)) },
                    element: ElementPath(segment: 2, index: index),
                    locus: block.locus(at: start + 16 + index * 8, count: 8))
            }
        case 27, 29, 39, 41, 40:
            place = block.bytes.count - 84
            guard place >= 124, block.integer(at: place, as: Int32.self) == 84 else { return }
            state(NanoSIMSTables.image, 84)
        default: return
        }
    }
}

extension BinaryBlock {
    /// Where bytes stand in the block for the first time.
    func firstPlace(of wanted: [UInt8]) -> Int? {
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { place in
            bytes[place] == first && bytes[place..<place + wanted.count].elementsEqual(wanted)
        }
    }

    /// Where bytes stand in the block for the last time.
    func lastPlace(of wanted: [UInt8]) -> Int? {
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).last { place in
            bytes[place] == first && bytes[place..<place + wanted.count].elementsEqual(wanted)
        }
    }
}
