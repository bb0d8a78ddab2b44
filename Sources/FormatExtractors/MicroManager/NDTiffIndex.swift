internal import Extraction
internal import MetadataModel

/// The entries of an NDTiff index, summarised.
struct NDTiffIndex {
    private static let maximumTextByteCount = 1 << 16
    /// Distinct values of one kind that are told apart.
    private static let maximumDistinctCount = 65536

    /// Distinct values in the order of their coming.
    private struct Values {
        var list: [String] = []
        var known: Set<String> = []

        mutating func insert(_ value: String) {
            guard known.count < NDTiffIndex.maximumDistinctCount else { return }
            if known.insert(value).inserted { list.append(value) }
        }
    }

    private let reader: ByteReader
    private var place: UInt64 = 0
    private var entryCount: Int64 = 0
    private var axes: [(name: String, values: Values)] = []
    private var columns: [Values] = Array(repeating: Values(), count: Self.columnNames.count)

    private static let columnNames = [
        "FileName", "ImageWidth", "ImageHeight", "PixelType", "PixelCompression",
        "MetadataCompression",
    ]

    private static let pixelTypes = [
        "0": "8 bit", "1": "16 bit", "2": "8 bit RGB", "3": "10 bit", "4": "12 bit", "5": "14 bit",
        "6": "11 bit",
    ]

    init(reader: ByteReader) {
        self.reader = reader
    }

    /// Reads the entries up to the end.
    mutating func read(limits: ExtractionLimits) throws(ExtractionError) {
        while place < reader.count, entryCount < limits.maximumDirectoryCount {
            let axes = try text()
            let name = try text()
            let numbers = try BinaryBlock(
                reading: reader, at: place, count: 32, order: .little, address: "index")
            place += 32
            take(axes: axes)
            columns[0].insert(name)
            for (column, source) in [(1, 4), (2, 8), (3, 12), (4, 16), (5, 28)] {
                columns[column].insert(String(numbers.int32(at: source) ?? 0))
            }
            entryCount += 1
        }
    }

    /// A text behind its number of bytes.
    private mutating func text() throws(ExtractionError) -> String {
        let count = try reader.uint32(at: place, .little)
        guard count <= Self.maximumTextByteCount else {
            throw ExtractionError(
                .malformed, "expected a text of an index, found \(count) bytes", offset: place)
        }
        let bytes = try reader.bytes(at: place + 4, count: Int(count))
        place += 4 + UInt64(count)
        return TextDecoding.text(of: bytes).text
    }

    private mutating func take(axes text: String) {
        for (name, value) in FlatJSONObject.members(of: text) {
            if let index = axes.firstIndex(where: { $0.name == name }) {
                axes[index].values.insert(value)
            } else if axes.count < 64 {
                axes.append((name, Values()))
                axes[axes.count - 1].values.insert(value)
            }
        }
    }

    /// Adds the facts of the entries read so far.
    func state(into collector: FactCollector) {
        let locus = Locus(offset: 0, length: place, address: "index")
        collector.integer("ndtiff.EntryCount", entryCount, locus: locus)
        for axis in axes {
            state(axis.values, FactKey(segments: ["ndtiff", "Axes", axis.name]), into: collector)
        }
        for (name, values) in zip(Self.columnNames, columns) {
            state(values, FactKey(segments: ["ndtiff", name]), into: collector)
        }
        collector.noteMetadata(Int(clamping: place), understood: true)
    }

    private func state(_ values: Values, _ key: FactKey, into collector: FactCollector) {
        let locus = Locus(offset: 0, length: place, address: "index")
        if let list = NumberList(
            text: values.list.joined(separator: " "), limits: collector.limits),
            list.count == values.list.count, list.count > 0
        {
            var fact = list.fact(key, element: .root, unit: nil, locus: locus)
            if key == "ndtiff.PixelType", values.list.count == 1 {
                fact.label = Self.pixelTypes[values.list[0]]
            }
            return collector.add(fact)
        }
        for (index, value) in values.list.enumerated() where !collector.isFull {
            collector.text(
                key, value,
                element: index == 0
                    ? .root : ElementPath(segment: key.segments.count - 1, index: index),
                locus: locus)
        }
    }
}

/// An object of JSON whose members are scalars, as `{"z":3,"channel":"GFP"}`.
enum FlatJSONObject {
    /// The members in order; none where the text is something else.
    static func members(of text: String) -> [(name: String, value: String)] {
        var members: [(String, String)] = []
        var bytes = ArraySlice(text.utf8)
        func skip(_ isWanted: (UInt8) -> Bool) { bytes = bytes.drop(while: isWanted) }
        func quoted() -> String? {
            guard bytes.first == UInt8(ascii: "\"") else { return nil }
            var content: [UInt8] = []
            var isEscaped = false
            for (offset, byte) in bytes.dropFirst().enumerated() {
                if !isEscaped, byte == UInt8(ascii: "\"") {
                    bytes = bytes.dropFirst(offset + 2)
                    return String(decoding: content, as: UTF8.self)
                }
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                if !isEscaped { content.append(byte) }
            }
            return nil
        }
        while true {
            skip { $0 <= 0x20 || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: ",") }
            guard let name = quoted() else { return members }
            skip { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
            if let value = quoted() {
                members.append((name, value))
            } else {
                let end = bytes.firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") }
                let value = bytes[..<(end ?? bytes.endIndex)]
                guard !value.isEmpty else { return members }
                bytes = bytes[value.endIndex...]
                members.append((name, String(decoding: value, as: UTF8.self)))
            }
        }
    }
}
