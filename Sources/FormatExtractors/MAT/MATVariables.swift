internal import Extraction
internal import MetadataModel

/// Turns matrices of a MATLAB file into facts, fields and cells within them included.
///
/// A matrix is a row of elements: flags and class, dimensions, name, and what the class demands.
/// An element is type (4), size (4) and content, padded to 8 bytes; up to 4 bytes of content stand
/// in the header itself, whose upper 16 bits are then the size.
struct MATVariables {
    private let collector: FactCollector

    private static let maximumDepth = 32
    private static let classes: [Int: String] = [
        1: "cell", 2: "struct", 3: "object", 4: "char", 5: "sparse", 6: "double", 7: "single",
        8: "int8", 9: "uint8", 10: "int16", 11: "uint16", 12: "int32", 13: "uint32", 14: "int64",
        15: "uint64", 16: "function", 17: "opaque",
    ]
    private static let types: [UInt32: String] = [
        1: "int8", 2: "uint8", 3: "int16", 4: "uint16", 5: "int32", 6: "uint32", 7: "float32",
        9: "float64", 12: "int64", 13: "uint64",
    ]

    init(into collector: FactCollector) {
        self.collector = collector
    }

    /// The class of the matrix in a block.
    static func matrixClass(of block: BinaryBlock) -> Int {
        Int(block.integer(at: 8, as: UInt32.self) ?? 0) & 0xFF
    }

    private struct Element {
        let type: UInt32
        let content: BinaryBlock
        /// How many bytes the content is stated to have.
        let count: Int
        let end: Int
    }

    private func element(_ block: BinaryBlock, at place: Int) -> Element? {
        guard let word = block.integer(at: place, as: UInt32.self) else { return nil }
        if word >> 16 != 0 {
            let count = Int(word >> 16)
            guard count <= 4, block.bytes(at: place + 4, count: 4) != nil else { return nil }
            return Element(
                type: word & 0xFFFF, content: BinaryBlock(block, at: place + 4, count: count),
                count: count, end: place + 8)
        }
        guard let size = block.integer(at: place + 4, as: UInt32.self) else { return nil }
        return Element(
            type: word, content: BinaryBlock(block, at: place + 8, count: Int(size)),
            count: Int(size), end: place + 8 + (Int(size) + 7) / 8 * 8)
    }

    /// Adds a variable.
    mutating func state(_ block: BinaryBlock, index: Int) {
        state(block, key: nil, element: .root, index: index, depth: 0)
    }

    /// Adds a matrix, whose key is that of its field, or else its own name.
    private func state(
        _ block: BinaryBlock, key: FactKey?, element path: ElementPath, index: Int, depth: Int
    ) {
        guard depth < Self.maximumDepth, !collector.isFull, let flags = element(block, at: 0),
            let word = flags.content.integer(at: 0, as: UInt32.self),
            let shape = element(block, at: flags.end), let name = element(block, at: shape.end)
        else { return }
        let kind = Int(word & 0xFF)
        let dimensions = numbers(shape).map(\.double)
        let text = name.content.text(at: 0, count: name.content.bytes.count) ?? ""
        if depth == 0 {
            let variable = ElementPath(segment: 1, index: index)
            collector.text(
                "mat.Variable.Name", text, element: variable, locus: name.content.locus)
            collector.text(
                "mat.Variable.Class", Self.classes[kind] ?? String(kind), element: variable,
                label: word & 0x200 != 0 ? "logical" : word & 0x800 != 0 ? "complex" : nil,
                locus: flags.content.locus)
            collector.numbers(
                "mat.Variable.Dimensions", numbers(shape), element: variable,
                locus: shape.content.locus)
        }
        let key = key ?? FactKey(segments: ["mat", text.isEmpty ? "#\(index)" : text])
        let count = dimensions.reduce(1) { $0 * $1 }
        guard count.isFinite, count >= 0, count < 1e15 else { return }
        switch kind {
        case 1: cells(block, from: name.end, Int(count), key, path, depth)
        case 2: structure(block, from: name.end, Int(count), key, path, depth)
        case 3:
            guard let owner = element(block, at: name.end) else { return }
            structure(block, from: owner.end, Int(count), key, path, depth)
        case 4:
            guard let value = element(block, at: name.end) else { return }
            characters(value, rows: dimensions.first.flatMap { Int(exactly: $0) } ?? 1, key, path)
        case 6...15:
            guard let value = element(block, at: name.end), count > 0 else { return }
            let members = numbers(value)
            guard !members.isEmpty else { return }
            collector.numbers(
                key, members, count: Int(count), element: path, locus: value.content.locus)
        default: return
        }
    }

    /// The members of an element, as many as are there.
    private func numbers(_ element: Element) -> [Number] {
        guard let type = Self.types[element.type] else { return [] }
        return StructureTable.numbers(of: element.content, typeName: type)
    }

    private func cells(
        _ block: BinaryBlock, from start: Int, _ count: Int, _ key: FactKey, _ path: ElementPath,
        _ depth: Int
    ) {
        var place = start
        for index in 0..<min(count, 4096) {
            guard let cell = element(block, at: place), cell.type == 14 else { return }
            state(
                cell.content, key: key,
                element: index == 0 ? path : path.appending(segment: 1 + depth, index: index),
                index: index, depth: depth + 1)
            place = cell.end
        }
    }

    private func structure(
        _ block: BinaryBlock, from start: Int, _ count: Int, _ key: FactKey, _ path: ElementPath,
        _ depth: Int
    ) {
        guard let width = element(block, at: start),
            let length = width.content.integer(at: 0, as: Int32.self), length > 0,
            let names = element(block, at: width.end)
        else { return }
        let fields = stride(from: 0, to: names.content.bytes.count, by: Int(length)).map {
            names.content.text(at: $0, count: min(Int(length), names.content.bytes.count - $0))
                ?? ""
        }
        var place = names.end
        for index in 0..<min(count, 4096) {
            for field in fields {
                guard let value = element(block, at: place), value.type == 14 else { return }
                state(
                    value.content, key: key.appending(field),
                    element: index == 0 ? path : path.appending(segment: 1 + depth, index: index),
                    index: index, depth: depth + 1)
                place = value.end
            }
        }
    }

    /// Adds a text; of a matrix of characters, the rows, which are stored column by column.
    private func characters(_ value: Element, rows: Int, _ key: FactKey, _ path: ElementPath) {
        let text: [UnicodeScalar]
        if value.type == 16 || value.type == 1 || value.type == 2 {
            text = Array(TextDecoding.text(of: value.content.bytes).text.unicodeScalars)
        } else {
            text = numbers(
                Element(
                    type: 4, content: value.content, count: value.count, end: value.end)
            ).compactMap { UnicodeScalar(UInt16(truncatingIfNeeded: Int64($0.double))) }
        }
        guard rows > 1, rows <= 4096, text.count % rows == 0 else {
            collector.text(
                key, String(String.UnicodeScalarView(text)), element: path,
                locus: value.content.locus)
            return
        }
        for row in 0..<rows {
            var line = String.UnicodeScalarView()
            for place in stride(from: row, to: text.count, by: rows) { line.append(text[place]) }
            collector.text(key, String(line), element: path, locus: value.content.locus)
        }
    }
}
