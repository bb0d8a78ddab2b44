internal import Extraction
internal import MetadataModel

/// Reads the tree of scan settings in an LSM file as `lsm.Recording.`.
///
/// A list of entries of three 32-bit words, id, type and byte count, and the bytes. An entry of
/// type 0 opens a group, id `FFFFFFFF` closes it. Groups such as `Track` that occur several times
/// are elements of their segment: `lsm.Recording.Track.DetectionChannel.DetectorGainFirst`.
///
/// Source: Carl Zeiss, "LSM 5 / LSM 7 file format", scan information subblocks.
struct LSMScanInformation {
    private struct Group {
        let name: String?
        /// How many groups of each name it held so far.
        var counts: [String: Int] = [:]
    }

    private var groups: [Group] = []
    private var steps: [ElementStep] = []
    private var keyParts: [String] = ["lsm"]

    /// Adds the facts of the tree at the beginning of a block.
    mutating func state(
        _ block: BinaryBlock, into collector: FactCollector
    ) throws(ExtractionError) {
        var place = 0
        repeat {
            guard let id = block.integer(at: place, as: UInt32.self),
                let type = block.integer(at: place + 4, as: UInt32.self),
                let count = block.integer(at: place + 8, as: UInt32.self),
                let bytes = block.bytes(at: place + 12, count: Int(count))
            else {
                throw ExtractionError(
                    .truncated, "expected the end of the scan information",
                    at: block.locus(at: place, count: 12))
            }
            let locus = block.locus(at: place + 12, count: Int(count))
            if id == 0xFFFF_FFFF {
                close()
            } else if type == 0 {
                guard groups.count < collector.limits.maximumDepth else {
                    throw ExtractionError(
                        .limitExceeded, "more than \(collector.limits.maximumDepth) nested groups",
                        at: locus)
                }
                open(Self.groupNames[id])
            } else {
                state(id, type, bytes, locus, into: collector)
            }
            place += 12 + Int(count)
        } while !groups.isEmpty
    }

    private mutating func open(_ name: String?) {
        if let name {
            if let parent = groups.lastIndex(where: { $0.name != nil }) {
                let index = groups[parent].counts[name, default: 0]
                groups[parent].counts[name] = index + 1
                steps.append(ElementStep(segment: keyParts.count, index: index))
            }
            keyParts.append(name)
        }
        groups.append(Group(name: name))
    }

    private mutating func close() {
        guard let group = groups.popLast(), group.name != nil else { return }
        keyParts.removeLast()
        if groups.contains(where: { $0.name != nil }) { steps.removeLast() }
    }

    private func state(
        _ id: UInt32, _ type: UInt32, _ bytes: ArraySlice<UInt8>, _ locus: Locus,
        into collector: FactCollector
    ) {
        let known = Self.names[id]
        let name = known?.name ?? "Entry" + String(id, radix: 16, uppercase: true)
        let key = FactKey(segments: keyParts + [name])
        let element = ElementPath(steps: steps)
        let raw = Array(bytes)
        switch type {
        case 2:
            collector.text(
                key, TextDecoding.text(of: raw.prefix { $0 != 0 }).text, element: element,
                unit: known?.unit, locus: locus)
        case 4 where raw.count == 4:
            let value = raw.withUnsafeBytes { $0.integer(at: 0, .little, as: Int32.self) }
            collector.integer(key, Int64(value), element: element, unit: known?.unit, locus: locus)
        case 5 where raw.count == 8:
            let bits = raw.withUnsafeBytes { $0.integer(at: 0, .little, as: UInt64.self) }
            collector.real(
                key, Double(bitPattern: bits), element: element, unit: known?.unit, locus: locus)
        default:
            collector.opaque(key, raw, element: element, locus: locus)
        }
    }

    /// Groups that mean one thing; those that merely list others have no name.
    private static let groupNames: [UInt32: String] = [
        0x1000_0000: "Recording", 0x4000_0000: "Track", 0x5000_0000: "Laser",
        0x7000_0000: "DetectionChannel", 0x9000_0000: "IlluminationChannel",
        0xB000_0000: "BeamSplitter", 0xD000_0000: "DataChannel", 0x1200_0000: "Timer",
        0x1400_0000: "Marker",
    ]

    private static let names: [UInt32: (name: String, unit: String?)] = {
        var names: [UInt32: (name: String, unit: String?)] = [:]
        for line in LSMEntryNames.lines.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count >= 2, let id = UInt32(words[0], radix: 16) else {
                preconditionFailure("an entry needs an id and a name: \(line)")
            }
            names[id] = (String(words[1]), words.count > 2 ? String(words[2]) : nil)
        }
        return names
    }()
}
