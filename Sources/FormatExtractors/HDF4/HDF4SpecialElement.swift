internal import Extraction
internal import MetadataModel

/// An element that is stored in pieces or compressed.
///
/// | Code | What       | Behind the code                                                          |
/// |-----:|:-----------|:-------------------------------------------------------------------------|
/// |    1 | linked     | length, length of a block, blocks of a table (4 bytes each), first table   |
/// |    2 | external   | length, offset, length of the name, name of the file                       |
/// |    3 | compressed | version (2), length (4), reference of the bytes (2), model (2), method (2) |
/// |    5 | chunked    | not read                                                                  |
///
/// A table of linked blocks is the reference of the next table, and those of its blocks.
struct HDF4SpecialElement {
    /// Tables of one element.
    static let maximumTableCount = 4096

    private let element: HDF4Element
    private let directory: HDF4Directory
    private let maximum: Int

    init(_ element: HDF4Element, of directory: HDF4Directory, maximum: Int) {
        self.element = element
        self.directory = directory
        self.maximum = maximum
    }

    func bytes() throws(ExtractionError) -> [UInt8]? {
        var head = HDF4Cursor(
            try directory.reader.bytes(at: element.offset, count: min(element.count, 4096)),
            offset: element.offset)
        switch try head.uint16() {
        case 1: return try linked(&head)
        case 3: return try compressed(&head)
        default: return nil
        }
    }

    private func linked(_ head: inout HDF4Cursor) throws(ExtractionError) -> [UInt8]? {
        let count = try head.uint32()
        _ = try head.uint32()
        let blockCount = try head.uint32()
        var reference = try head.uint16()
        guard count <= maximum else { return nil }
        var bytes: [UInt8] = []
        var visited: Set<Int> = []
        while reference != 0, bytes.count < count {
            guard visited.insert(reference).inserted, visited.count <= Self.maximumTableCount else {
                throw ExtractionError(
                    .malformed, "linked blocks come back to a table", offset: element.offset)
            }
            guard let table = directory.elements[HDF4Name(tag: 20, reference: reference)],
                !table.isSpecial
            else { return nil }
            var cursor = HDF4Cursor(
                try directory.reader.bytes(
                    at: table.offset, count: min(table.count, 2 + blockCount * 2, 1 << 18)),
                offset: table.offset)
            reference = try cursor.uint16()
            while cursor.remaining >= 2, bytes.count < count {
                let name = HDF4Name(tag: 20, reference: try cursor.uint16())
                guard let block = directory.elements[name], !block.isSpecial else { continue }
                bytes += try directory.reader.bytes(
                    at: block.offset, count: min(block.count, count - bytes.count))
            }
        }
        return bytes
    }

    private func compressed(_ head: inout HDF4Cursor) throws(ExtractionError) -> [UInt8]? {
        _ = try head.uint16()
        let count = try head.uint32()
        let name = HDF4Name(tag: 40, reference: try head.uint16())
        _ = try head.uint16()
        let method = try head.uint16()
        guard count <= maximum, let part = directory.elements[name],
            let stored = try part.isSpecial
                ? HDF4SpecialElement(part, of: directory, maximum: maximum).plainOrLinked()
                : directory.reader.bytes(at: part.offset, count: min(part.count, maximum))
        else { return nil }
        switch method {
        case 0: return stored
        case 4:
            var inflated: [UInt8] = []
            var limits = ExtractionLimits()
            limits.maximumInflatedByteCount = count + 8
            var inflation = try Inflation(.zlib, limits: limits)
            try inflation.inflate(stored, offset: part.offset) { inflated += $0 }
            return inflated
        default: return nil
        }
    }

    /// Compressed bytes may stand in linked blocks, and in nothing else.
    private func plainOrLinked() throws(ExtractionError) -> [UInt8]? {
        var head = HDF4Cursor(
            try directory.reader.bytes(at: element.offset, count: min(element.count, 64)),
            offset: element.offset)
        return try head.uint16() == 1 ? try linked(&head) : nil
    }
}
