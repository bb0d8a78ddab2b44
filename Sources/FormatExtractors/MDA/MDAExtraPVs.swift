internal import Extraction
internal import MetadataModel

/// Reads the process variables that an MDA file keeps beside its scans.
///
/// A variable is a name, a description, a type, and unless it is a text a count and a unit:
///
/// | Type | Value          | | Type | Value          |
/// |-----:|:---------------|-|-----:|:---------------|
/// |    0 | text           | |   32 | bytes          |
/// |   29 | int16 as int32 | |   33 | int32          |
/// |   30 | float32        | |   34 | float64        |
struct MDAExtraPVs {
    private let collector: FactCollector

    init(into collector: FactCollector) {
        self.collector = collector
    }

    private static let types: [Int32: String] = [
        0: "string", 29: "short", 30: "float", 32: "char", 33: "long", 34: "double",
    ]

    func read(_ first: MDAStream) throws(ExtractionError) {
        var stream = first
        stream.address = "extra PVs"
        let (count, locus) = try stream.integer()
        collector.integer("mda.ExtraPVCount", Int64(count), locus: locus)
        guard count >= 0 else {
            throw ExtractionError(.malformed, "\(count) extra PVs", at: locus)
        }
        for index in 0..<Int(count) where !collector.isFull {
            stream.address = "extra PV \(index + 1)"
            try readVariable(&stream, ElementPath(segment: 1, index: index))
        }
        collector.noteMetadata(Int(clamping: stream.place - first.place), understood: true)
    }

    private func readVariable(
        _ stream: inout MDAStream, _ element: ElementPath
    ) throws(ExtractionError) {
        let (name, nameLocus) = try stream.text()
        collector.text("mda.ExtraPV.Name", name, element: element, locus: nameLocus)
        let (description, descriptionLocus) = try stream.text()
        if !description.isEmpty {
            collector.text(
                "mda.ExtraPV.Description", description, element: element, locus: descriptionLocus)
        }
        let (type, typeLocus) = try stream.integer()
        collector.integer(
            "mda.ExtraPV.Type", Int64(type), element: element, label: Self.types[type],
            locus: typeLocus)
        guard Self.types[type] != nil else {
            throw ExtractionError(.unsupported, "a variable of type \(type)", at: typeLocus)
        }
        if type == 0 {
            let (value, locus) = try stream.text()
            collector.text("mda.ExtraPV.Value", value, element: element, locus: locus)
            return
        }
        let (count, countLocus) = try stream.integer()
        let (unit, unitLocus) = try stream.text()
        if !unit.isEmpty {
            collector.text("mda.ExtraPV.Unit", unit, element: element, locus: unitLocus)
        }
        guard count >= 0, UInt64(count) <= stream.reader.count else {
            throw ExtractionError(.malformed, "\(count) values", at: countLocus)
        }
        if type == 32, try readBytes(&stream, Int(count), element) { return }
        let start = stream.place
        let width: UInt64 = type == 34 ? 8 : 4
        var numbers: [Number] = []
        var written: [String]? = type == 30 ? [] : nil
        for _ in 0..<min(Int(count), 65_536) {
            switch type {
            case 30:
                let value = try stream.real().0
                numbers.append(.real(Double(value)))
                written?.append(Fact.spelling(of: value))
            case 34:
                numbers.append(
                    .real(Double(bitPattern: try stream.reader.uint64(at: stream.place, .big))))
                stream.place += 8
            default: numbers.append(.integer(Int64(try stream.integer().0)))
            }
        }
        stream.place = start
        stream.skip(UInt64(count) * width)
        guard !numbers.isEmpty else { return }
        collector.numbers(
            "mda.ExtraPV.Value", numbers, count: Int(count), written: written, element: element,
            unit: unit.isEmpty ? nil : unit,
            locus: Locus(offset: start, length: UInt64(count) * width, address: stream.address))
    }

    /// Reads bytes that stand together, as newer writers have them; false where each byte takes
    /// four, which shows as a name that does not follow.
    private func readBytes(
        _ stream: inout MDAStream, _ count: Int, _ element: ElementPath
    ) throws(ExtractionError) -> Bool {
        let padded = UInt64((count + 3) & ~3)
        var after = stream
        after.skip(padded)
        if after.place < stream.reader.count {
            guard (try? after.text()) != nil else { return false }
        }
        let bytes = try stream.reader.bytes(at: stream.place, count: count)
        let locus = Locus(
            offset: stream.place, length: UInt64(count), address: stream.address)
        if let text = TextShape.decoded(Array(bytes.prefix { $0 != 0 }), isWhole: true) {
            collector.text(
                "mda.ExtraPV.Value", String(decoding: text, as: UTF8.self), element: element,
                locus: locus)
        } else if !bytes.isEmpty {
            collector.numbers(
                "mda.ExtraPV.Value", bytes.map { .integer(Int64($0)) }, element: element,
                locus: locus)
        }
        stream.skip(padded)
        return true
    }
}
