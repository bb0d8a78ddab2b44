internal import Extraction
internal import MetadataModel

/// The walk over the part of a NanoSIMS header that describes beams, detectors and presets.
struct NanoSIMSBeamReading {
    private let block: BinaryBlock
    private let collector: FactCollector
    private var place = 0
    /// Bytes that became facts.
    private(set) var understood = 0

    init(_ block: BinaryBlock, into collector: FactCollector) {
        self.block = block
        self.collector = collector
    }

    mutating func run() {
        guard let mark = block.firstPlace(of: Array("Anal_param_nano".utf8) + [0]) else { return }
        place = mark + 16
        let version = block.integer(at: place, as: Int32.self) ?? 0
        state(NanoSIMSBeamTables.parameters, 272)
        let beam = place
        state(NanoSIMSBeamTables.primaryBeam, 552)
        if version >= 3 { add(NanoSIMSBeamTables.primaryBeam3, at: beam) }
        if version >= 4 { add(NanoSIMSBeamTables.primaryBeam4, at: beam) }
        state(NanoSIMSBeamTables.secondaryBeam, 192)
        readDetectors()
        guard block.integer(at: place, as: Int32.self) == 2306 else { return }
        place += 4
        let header = place
        state(NanoSIMSBeamTables.sims, 1240)
        species(NanoSIMSTables.epsCentralSpecies, at: header + 556)
        species(NanoSIMSTables.epsReferenceSpecies, at: header + 700)
        guard version >= 5,
            let mark = block.firstPlace(of: Array("Anal_param_nano_bis".utf8) + [0])
        else { return }
        place = mark + 24
        readLargeDetectors()
        readPresets()
        if version >= 6 { readBackgrounds() }
    }

    private mutating func state(
        _ table: StructureTable, _ byteCount: Int, element: ElementPath = .root
    ) {
        table.state(
            BinaryBlock(block, at: place, count: byteCount), element: element, into: collector)
        place += byteCount
        understood += byteCount
    }

    private func add(_ table: StructureTable, at start: Int, element: ElementPath = .root) {
        table.state(
            BinaryBlock(block, at: start, count: table.byteCount), element: element,
            into: collector)
    }

    private func species(_ table: StructureTable, at start: Int) {
        // Ions that nobody chose have no name.
        guard block.integer(at: start + 17, as: UInt8.self) ?? 0 != 0 else { return }
        add(table, at: start)
    }

    private static let slitLabels: [Int32: String] = [0: "slit 1", 1: "slit 2", 2: "slit 3"]
    private static let sizeLabels: [Int32: String] = [
        0: "normal", 1: "large", 2: "extra large",
    ]

    private mutating func exitSlits(_ name: String, _ element: ElementPath = .root) {
        let key = FactKey(printed: "nanosims.Detectors.\(name)")
        for (field, offset, labels) in [
            ("ExitSlit", 0, Self.slitLabels), ("ExitSlitSize", 4, Self.sizeLabels),
        ] {
            guard let code = block.integer(at: place + offset, as: Int32.self) else { continue }
            collector.integer(
                key.appending(field), Int64(code), element: element, label: labels[code],
                locus: block.locus(at: place + offset, count: 4))
        }
        state(NanoSIMSBeamTables.exitSlits(key.description), 88, element: element)
    }

    private mutating func multiplier(_ name: String, _ element: ElementPath = .root) {
        state(NanoSIMSBeamTables.multiplier("nanosims.Detectors.\(name)"), 16, element: element)
    }

    private func detector(_ number: Int) -> ElementPath {
        ElementPath(segment: 2, index: number - 1)
    }

    private mutating func readDetectors() {
        let start = place
        exitSlits("FCs")
        for number in 1...5 { exitSlits("Detector", detector(number)) }
        add(NanoSIMSBeamTables.detectors, at: start)
        place = start + 600
        understood += 72
        for number in 1...5 { multiplier("Detector", detector(number)) }
        multiplier("LD")
        exitSlits("EMBig")
        multiplier("EMBig")
        place += 8
    }

    private mutating func readLargeDetectors() {
        for number in 6...7 {
            exitSlits("Detector", detector(number))
            multiplier("Detector", detector(number))
        }
        // Seven detectors, each five widths and five heights of its extra large slit.
        for index in 0..<14 {
            let numbers = (0..<5).compactMap {
                block.integer(at: place + index * 20 + $0 * 4, as: Int32.self)
            }
            guard numbers.count == 5 else { break }
            collector.numbers(
                FactKey(
                    printed: "nanosims.Detectors.Detector.ExitSlit"
                        + (index % 2 == 0 ? "Widths" : "Heights") + "ExtraLarge"),
                numbers.map { .integer(Int64($0)) }, element: detector(index / 2 + 1), unit: "um",
                locus: block.locus(at: place + index * 20, count: 20))
        }
        place += 280
        understood += 280
    }

    private mutating func readBackgrounds() {
        multiplier("TIC")
        for number in 1...7 {
            state(NanoSIMSBeamTables.background, 8, element: detector(number))
        }
        for number in 1...7 {
            guard let code = block.integer(at: place, as: Int32.self) else { return }
            collector.integer(
                "nanosims.Detectors.Detector.Type", Int64(code), element: detector(number),
                label: NanoSIMSReading.detectors[code], locus: block.locus(at: place, count: 4))
            place += 4
            understood += 4
        }
    }

    /// Presets of slits (1080 bytes) and lenses (3640 bytes) for presputtering and measuring, with
    /// two places of 1080 bytes left empty before, between or behind.
    private mutating func readPresets() {
        var padding = 0
        for group in ["Presputter", "Measure"] {
            if !beginsPreset, padding < 2 {
                place += 1080
                padding += 1
            }
            preset("\(group).Slits", 1080)
            preset("\(group).Lenses", 3640)
        }
        place += 1080 * (2 - padding)
    }

    /// Whether a path of a file begins here: `/usr…` or `D:…`.
    private var beginsPreset: Bool {
        guard let start = block.bytes(at: place, count: 2).map(Array.init) else { return false }
        return start[0] == UInt8(ascii: "/") && start[1] != 0
            || (0x41...0x5A).contains(start[0]) && start[1] == UInt8(ascii: ":")
    }

    private mutating func preset(_ name: String, _ byteCount: Int) {
        let start = place
        let namespace = "nanosims.Presets.\(name)"
        let isUsed = (block.integer(at: start, as: UInt8.self) ?? 0) != 0
        if isUsed {
            add(NanoSIMSBeamTables.preset(namespace), at: start)
            let count = block.integer(at: start + 516, as: Int32.self) ?? 0
            for index in 0..<max(0, min(Int(count), (byteCount - 520) / 28)) {
                parameter(namespace, at: start + 520 + index * 28)
            }
        }
        place = start + byteCount
        understood += byteCount
    }

    private func parameter(_ namespace: String, at place: Int) {
        guard let id = block.integer(at: place, as: Int32.self),
            let value = block.integer(at: place + 4, as: Int32.self),
            let name = block.text(at: place + 8, count: 20)
        else { return }
        collector.integer(
            FactKey(printed: namespace).appending(name.isEmpty ? String(id) : name), Int64(value),
            locus: block.locus(at: place + 4, count: 4))
    }
}
