internal import Extraction
internal import MetadataModel

/// The records of one packed experiment.
struct PXPRecords {
    private static let headerByteCount: UInt64 = 8

    private let reader: ByteReader
    private let collector: FactCollector
    private let order: ByteOrder
    private var counts: [String: Int] = [:]

    init(_ reader: ByteReader, _ collector: FactCollector, _ order: ByteOrder) {
        self.reader = reader
        self.collector = collector
        self.order = order
    }

    /// The byte order under which the first record is one: of a known type and within the file.
    static func order(of bytes: [UInt8], fileByteCount: UInt64) -> ByteOrder? {
        guard bytes.count >= 8 else { return nil }
        return [ByteOrder.little, .big].first { order in
            bytes.withUnsafeBytes { raw in
                let type = raw.integer(at: 0, order, as: UInt16.self) & 0x7FFF
                let version = raw.integer(at: 2, order, as: Int16.self)
                let count = raw.integer(at: 4, order, as: Int32.self)
                return type <= 40 && (0...20).contains(version) && count >= 0
                    && UInt64(count) <= fileByteCount - min(fileByteCount, headerByteCount)
            }
        }
    }

    mutating func read() throws(ExtractionError) {
        var place: UInt64 = 0
        while place < reader.count, !collector.isFull {
            var header = StructureReading(
                reader, collector, order: order, key: "pxp", place: "record", from: place)
            let type = try header.next(UInt16.self)
            _ = try header.next(UInt16.self)
            let byteCount = UInt64(try header.next(UInt32.self))
            let end = header.position + byteCount
            guard end <= reader.count else {
                throw ExtractionError(
                    .truncated, "expected a record of \(byteCount) bytes, found \(header.left)",
                    offset: header.position)
            }
            collector.noteMetadata(Int(Self.headerByteCount), understood: true)
            // The highest bit marks a record that a later one replaces.
            if type & 0x8000 == 0 {
                do throws(ExtractionError) {
                    try read(type, from: header.position, end: end)
                } catch {
                    collector.report(error.issue)
                }
            }
            place = end
        }
    }

    private mutating func read(
        _ type: UInt16, from start: UInt64, end: UInt64
    ) throws(ExtractionError) {
        switch type {
        case 0, 10: break
        case 1: try readVariables(&self, from: start, end: end)
        case 2: try state(text: "History", from: start, end: end)
        case 3:
            let head = try reader.bytes(at: start, count: Int(min(2, end - start)))
            guard let order = IBWWave.order(of: head) else {
                throw ExtractionError(.malformed, "expected a wave", offset: start)
            }
            let index = next("Wave")
            var wave = IBWWave(
                StructureReading(
                    reader, collector, order: order, key: "pxp.Wave",
                    element: ElementPath(segment: 1, index: index), place: "wave \(index + 1)",
                    from: start, end: end))
            try wave.read()
        case 4: try state(text: "Recreation", from: start, end: end)
        case 5: try state(text: "Procedure", from: start, end: end)
        case 7: try state(text: "GetHistory", from: start, end: end)
        case 8: try state(opaque: "PackedFile", from: start, end: end)
        case 9: try state(text: "DataFolder", from: start, end: end)
        default: try state(opaque: "Record\(type)", from: start, end: end)
        }
    }

    private mutating func next(_ name: String) -> Int {
        let index = counts[name, default: 0]
        counts[name] = index + 1
        return index
    }

    private mutating func element(_ name: String) -> ElementPath {
        ElementPath(segment: 1, index: next(name))
    }

    /// Programs and logs are kept as text: they are no lists of keys and values.
    private mutating func state(
        text name: String, from start: UInt64, end: UInt64
    ) throws(ExtractionError) {
        let limit = UInt64(collector.limits.maximumTextByteCount)
        let raw = try reader.bytes(at: start, count: Int(min(end - start, limit)))
        let text = TextDecoding.text(of: raw.prefix { $0 != 0 }).text
        collector.noteMetadata(Int(clamping: end - start), understood: true)
        guard !text.isEmpty else { return }
        collector.add(
            Fact(
                key: FactKey(segments: ["pxp", name]), element: element(name), value: text,
                isAbridged: end - start > limit,
                locus: Locus(offset: start, length: end - start, address: name)))
    }

    private mutating func state(
        opaque name: String, from start: UInt64, end: UInt64
    ) throws(ExtractionError) {
        var fields = StructureReading(
            reader, collector, order: order, key: "pxp", element: element(name), from: start,
            end: end)
        try fields.state(opaque: name, byteCount: end - start)
    }

    private func readVariables(
        _ records: inout PXPRecords, from start: UInt64, end: UInt64
    ) throws(ExtractionError) {
        var fields = StructureReading(
            reader, collector, order: order, key: "pxp.Variables",
            element: ElementPath(segment: 1, index: records.next("Variables")),
            place: "variables", from: start, end: end)
        let version = try fields.next(Int16.self)
        let systemCount = max(0, Int(try fields.next(Int16.self)))
        let numberCount = max(0, Int(try fields.next(Int16.self)))
        let textCount = max(0, Int(try fields.next(Int16.self)))
        var dependentCount = 0
        if version >= 2 {
            dependentCount = max(0, Int(try fields.next(Int16.self)))
            try fields.skip(2)
        }
        // The system variables are K0 to K19.
        for index in 0..<systemCount {
            try fields.state(numbers: "K\(index)", .float32, count: 1)
        }
        for _ in 0..<numberCount where !collector.isFull {
            let name = BinaryText.narrow(try fields.bytes(32))
            try fields.skip(2)
            let isComplex = try fields.next(Int16.self) & 1 != 0
            try fields.state(numbers: name, .float64, count: isComplex ? 2 : 1)
            try fields.skip(isComplex ? 4 : 12)
        }
        for _ in 0..<textCount where !collector.isFull {
            let name = BinaryText.narrow(try fields.bytes(32))
            let count =
                version >= 2
                ? Int(try fields.next(UInt32.self)) : Int(try fields.next(UInt16.self))
            try fields.state(text: name, byteCount: count)
        }
        if dependentCount > 0 || fields.left > 0 {
            try fields.state(opaque: "Dependent", byteCount: fields.left)
        }
    }
}
