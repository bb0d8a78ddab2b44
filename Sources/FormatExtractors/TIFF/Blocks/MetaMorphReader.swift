internal import Extraction
internal import MetadataModel

/// Reads the tags of a MetaMorph stack, UIC1 to UIC4, as `metamorph.`.
///
/// The number of planes is the count of UIC2. What has one value a plane is a list, or a fact a
/// plane with the plane as its element where the values are texts or times.
///
/// | Tag | Content |
/// |:----|:--------|
/// | UIC1 (33628) | pairs of an id and a value or its offset; see ``MetaMorphEntry`` |
/// | UIC2 (33629) | a plane: z distance (rational), created and modified (day, milliseconds) |
/// | UIC3 (33630) | a plane: wavelength (rational), nm |
/// | UIC4 (33631) | 16-bit ids, each followed by its values, up to id 0 |
///
/// Source: Universal Imaging, "MetaMorph Stack (STK) Image File Format", 2005.
struct MetaMorphReader: TIFFBlockReader {
    enum Table: Sendable {
        case first, second, third, fourth
    }

    /// Planes of one stack; the format's count is 32 bits wide.
    static let maximumPlaneCount = 1 << 20

    let table: Table

    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let planeCount = field.directory.entry(33629)?.count ?? 0
        guard planeCount > 0, planeCount <= Self.maximumPlaneCount,
            let offset = try field.pointedOffset()
        else { return false }
        switch table {
        case .first:
            let block = try BinaryBlock(at: offset, count: field.entry.count * 8, of: field)
            try stateIndirect(block, planeCount, field, into: collector)
        case .second:
            let block = try BinaryBlock(at: offset, count: planeCount * 24, of: field)
            statePlanes(block, field.element, into: collector)
        case .third:
            let block = try BinaryBlock(at: offset, count: planeCount * 8, of: field)
            collector.numbers(
                "metamorph.Wavelength", block.rationals(at: 0, count: planeCount),
                element: field.element, unit: "nm",
                locus: block.locus(at: 0, count: block.bytes.count))
        case .fourth:
            let block = try BinaryBlock(at: offset, count: 1 << 22, of: field)
            stateDirect(block, planeCount, field.element, into: collector)
        }
        return true
    }

    /// UIC1: an id and a value, which is an offset for all but single integers.
    private func stateIndirect(
        _ block: BinaryBlock, _ planeCount: Int, _ field: TIFFField, into collector: FactCollector
    ) throws(ExtractionError) {
        var pairs: [(entry: MetaMorphEntry, value: UInt32, place: Int)] = []
        for place in stride(from: 0, to: block.bytes.count - 7, by: 8) {
            guard let id = block.integer(at: place, as: UInt32.self),
                let value = block.integer(at: place + 4, as: UInt32.self)
            else { break }
            pairs.append((MetaMorphEntry(id: Int(id)), value, place))
        }
        var unit: String?
        if let offset = pairs.first(where: { $0.entry.id == 6 })?.value {
            let text = try BinaryBlock(at: UInt64(offset), count: 260, of: field)
            unit = text.countedText(at: 0)?.text
        }
        for (entry, value, place) in pairs {
            guard entry.kind != .integer else {
                collector.integer(
                    entry.key, Int64(value), element: field.element,
                    locus: block.locus(at: place, count: 8))
                continue
            }
            // Offsets below 8 stand for values that were not written.
            guard value >= 8 else { continue }
            let target = try BinaryBlock(
                at: UInt64(value), count: entry.maximumByteCount(planeCount: planeCount), of: field)
            _ = entry.state(
                target, at: 0, planeCount: planeCount, unit: entry.isCalibration ? unit : nil,
                element: field.element, into: collector)
        }
    }

    /// UIC4: ids and values one after the other.
    private func stateDirect(
        _ block: BinaryBlock, _ planeCount: Int, _ element: ElementPath,
        into collector: FactCollector
    ) {
        var place = 0
        while let id = block.integer(at: place, as: UInt16.self), id != 0 {
            let entry = MetaMorphEntry(id: Int(id))
            place += 2
            guard
                let length = entry.state(
                    block, at: place, planeCount: planeCount, unit: nil, element: element,
                    into: collector)
            else {
                collector.report(
                    Issue(
                        .truncated, "expected the values of \(entry.key)",
                        at: block.locus(at: place, count: 0)))
                return
            }
            place += length
        }
    }

    /// UIC2: 24 bytes a plane.
    private func statePlanes(
        _ block: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) {
        let planeCount = block.bytes.count / 24
        let distances = (0..<planeCount).flatMap { block.rationals(at: $0 * 24, count: 1) }
        collector.numbers(
            "metamorph.ZDistance", distances, element: element,
            locus: block.locus(at: 0, count: planeCount * 24))
        for plane in 0..<planeCount {
            for (key, place) in [
                ("metamorph.CreationTime" as FactKey, plane * 24 + 8),
                ("metamorph.ModificationTime", plane * 24 + 16),
            ] {
                guard let text = block.julianTime(at: place) else { continue }
                collector.text(
                    key, text, element: ElementPath(index: plane),
                    locus: block.locus(at: place, count: 8))
            }
        }
    }
}

extension BinaryBlock {
    /// Quotients of pairs of 32-bit integers; pairs with the denominator 0 are left out.
    func rationals(at place: Int, count: Int) -> [Number] {
        (0..<count).compactMap { index in
            guard let numerator = integer(at: place + index * 8, as: UInt32.self),
                let denominator = integer(at: place + index * 8 + 4, as: UInt32.self),
                denominator != 0
            else { return nil }
            return numerator % denominator == 0
                ? .integer(Int64(numerator / denominator))
                : .real(Double(numerator) / Double(denominator))
        }
    }

    /// Text behind its 32-bit length, and how many bytes both take.
    func countedText(at place: Int) -> (text: String, byteCount: Int)? {
        guard let count = integer(at: place, as: UInt32.self), count < 1024,
            let text = text(at: place + 4, count: Int(count))
        else { return nil }
        return (text, 4 + Int(count))
    }

    /// The time of a Julian day number and milliseconds since midnight; `nil` where both are 0.
    func julianTime(at place: Int) -> String? {
        guard let day = integer(at: place, as: UInt32.self), day > 0,
            let milliseconds = integer(at: place + 4, as: UInt32.self)
        else { return nil }
        // Julian day 2440588 is 1970-01-01; the file states no zone.
        let microseconds =
            (Int64(day) - 2_440_588) * 86_400_000_000 + Int64(milliseconds) * 1000
        return String(TimeSpan.timestamp(ofMicroseconds: microseconds).dropLast())
    }
}
