internal import Extraction
internal import MetadataModel

/// The smaller blocks that `CZ_LSMINFO` points to.
///
/// | Offset stands at | Block                                                | Key                    |
/// |-----------------:|:-----------------------------------------------------|:-----------------------|
/// |              108 | size, numbers of colours and names, their offsets    | `lsm.Channel.Color`    |
/// |              120 | a type for each channel                              | `lsm.Channel.DataType` |
/// |              136 | size, number of events; events                       | `lsm.Event.Time` …     |
/// |              204 | number of channels, begin and end of each            | `lsm.Channel.WavelengthStart`, `…End` |
/// |              336 | number of tiles, three coordinates of each           | `lsm.TilePosition`     |
/// |              376 | number of positions, likewise                        | `lsm.Position`         |
///
/// An event is its size, time, type, and text.
struct LSMBlocks {
    private static let maximumCount = 65536
    private static let dataTypes: [Int64: String] = [
        0: "data types differ", 1: "uint8", 2: "uint12", 3: "uint16", 5: "float32",
    ]
    private static let eventTypes: [Int64: String] = [
        0: "marker", 1: "timer change", 2: "bleach start", 3: "bleach stop", 4: "trigger",
    ]

    let collector: FactCollector

    /// The number at the beginning of a block, as far as it can be true.
    private func count(at place: Int, in block: BinaryBlock, each width: Int, from start: Int)
        -> Int
    {
        let stated = Int(block.integer(at: place, as: UInt32.self) ?? 0)
        return min(stated, max(0, block.bytes.count - start) / width, Self.maximumCount)
    }

    private func element(_ index: Int) -> ElementPath {
        ElementPath(segment: 1, index: index)
    }

    func stateColors(_ block: BinaryBlock) {
        let start = Int(block.integer(at: 12, as: UInt32.self) ?? 0)
        for index in 0..<count(at: 4, in: block, each: 4, from: start) {
            let place = start + 4 * index
            guard let color = block.bytes(at: place, count: 4) else { return }
            collector.numbers(
                "lsm.Channel.Color", color.map { .integer(Int64($0)) }, element: element(index),
                locus: block.locus(at: place, count: 4))
        }
    }

    func stateDataTypes(_ block: BinaryBlock, channelCount: Int) {
        for index in 0..<max(0, min(channelCount, Self.maximumCount)) {
            guard let type = block.integer(at: 4 * index, as: UInt32.self).map(Int64.init) else {
                return
            }
            collector.integer(
                "lsm.Channel.DataType", type, element: element(index),
                label: Self.dataTypes[type], locus: block.locus(at: 4 * index, count: 4))
        }
    }

    func stateEvents(_ block: BinaryBlock) {
        var place = 8
        for index in 0..<count(at: 4, in: block, each: 16, from: 8) {
            guard let size = block.integer(at: place, as: UInt32.self).map(Int.init),
                let time = block.double(at: place + 4),
                let type = block.integer(at: place + 12, as: UInt32.self).map(Int64.init),
                size >= 16, let text = block.text(at: place + 16, count: size - 16)
            else { return }
            collector.real(
                "lsm.Event.Time", time, element: element(index), unit: "s",
                locus: block.locus(at: place + 4, count: 8))
            collector.integer(
                "lsm.Event.Type", type, element: element(index), label: Self.eventTypes[type],
                locus: block.locus(at: place + 12, count: 4))
            if !text.isEmpty {
                collector.text(
                    "lsm.Event.Description", text, element: element(index),
                    locus: block.locus(at: place + 16, count: size - 16))
            }
            place += size
        }
    }

    func stateWavelengths(_ block: BinaryBlock) {
        for index in 0..<count(at: 0, in: block, each: 16, from: 4) {
            for (name, offset) in [("WavelengthStart", 4), ("WavelengthEnd", 12)] {
                let place = offset + 16 * index
                guard let value = block.double(at: place) else { return }
                collector.real(
                    FactKey(segments: ["lsm", "Channel", name]), value, element: element(index),
                    unit: "m", locus: block.locus(at: place, count: 8))
            }
        }
    }

    func statePositions(_ block: BinaryBlock, _ name: String) {
        for index in 0..<count(at: 0, in: block, each: 24, from: 4) {
            let place = 4 + 24 * index
            let values = [0, 8, 16].compactMap { block.double(at: place + $0) }
            collector.numbers(
                FactKey(segments: ["lsm", name]), values.map { .real($0) },
                element: element(index), unit: "m", locus: block.locus(at: place, count: 24))
        }
    }
}
