internal import Extraction
internal import MetadataModel

/// The tags of one kind of directory in makers' notes.
struct MakerNoteTable: Sendable {
    /// The first segments of the keys: `canon`, `olympus.Equipment`.
    let namespace: String
    let tags: [UInt16: TIFFTag]
    /// Tags that hold, or point to, another directory.
    var directories: [UInt16: MakerNoteTable] = [:]

    /// Reads lines `number name [unit][: code meaning; code meaning …]`.
    ///
    /// - Parameters:
    ///   - records: Fixed structures by tag.
    ///   - directories: Tags that hold, or point to, another directory.
    ///   - blocks: Readers of other structures by tag.
    init(
        _ namespace: String, _ lines: String = "", records: [UInt16: StructureTable] = [:],
        directories: [UInt16: MakerNoteTable] = [:], blocks: [UInt16: any TIFFBlockReader] = [:]
    ) {
        self.namespace = namespace
        self.directories = directories
        var tags: [UInt16: TIFFTag] = [:]
        for line in CodedLine.lines(of: lines) {
            let words = line.text.split(separator: " ")
            guard words.count >= 2, let number = UInt16(words[0]) else {
                preconditionFailure("a tag needs a number and a name: \(line.text)")
            }
            var codes: [Int64: String] = [:]
            for (code, meaning) in line.codes {
                if let number = Int64(code) { codes[number] = meaning }
            }
            let name = String(words[1])
            tags[number] = TIFFTag(
                name: name, key: FactKey(printed: namespace).appending(name),
                unit: words.count > 2 ? .fixed(String(words[2])) : .none,
                codes: codes.isEmpty ? nil : codes,
                reading: (blocks[number] ?? records[number].map { MakerNoteRecordReader(table: $0) })
                    .map { .block($0) } ?? .plain)
        }
        tags[0x0E00] = TIFFTag(
            name: "PrintIM", key: "printim", unit: .none, reading: .block(PrintIMReader()))
        self.tags = tags
    }

    /// Reads the directories of a structure that begins with a TIFF header.
    ///
    /// - Returns: True, where there is a header; what is wrong behind it is reported.
    func state(
        _ block: BinaryBlock, at start: Int, _ layout: TIFFLayout, into collector: FactCollector
    ) -> Bool {
        let part = BinaryBlock(block, at: start, count: block.bytes.count)
        let file = TIFFFile(
            reader: ByteReader(bytes: part.bytes, baseOffset: part.offset), layout: layout,
            nesting: part.nesting + 1)
        do throws(ExtractionError) {
            var offset = try file.firstDirectoryOffset()
            var index = 0
            while offset != 0, index < 16 {
                try MakerNoteDirectory(
                    file: file, table: self, element: ElementPath(index: index),
                    address: "\(namespace) IFD \(index)"
                ).state(at: offset, into: collector)
                offset = try file.directory(
                    at: offset, address: namespace, into: FactCollector { _ in }
                ).next
                index += 1
            }
        } catch {
            collector.report(error.issue)
        }
        return true
    }

    /// The table of a maker whose tags have no names here.
    static func unnamed(_ namespace: String) -> MakerNoteTable {
        MakerNoteTable(namespace)
    }
}

/// Reads a field that is a fixed structure.
struct MakerNoteRecordReader: TIFFBlockReader {
    let table: StructureTable

    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let block = try BinaryBlock(field)
        guard table.leastByteCount <= block.bytes.count else { return false }
        table.state(block, element: field.element, into: collector)
        return true
    }
}

/// Reads the entries of PRINT Image Matching as `printim.`.
///
/// `PrintIM`, a NUL, a version in four digits, two bytes, the number of entries, and for each its
/// number (2 bytes) and value (4 bytes).
///
/// Source: <https://exiftool.org/TagNames/PrintIM.html>.
struct PrintIMReader: TIFFBlockReader {
    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let block = try BinaryBlock(field)
        guard block.has("PrintIM"), let version = block.text(at: 8, count: 4) else { return false }
        collector.text(
            "printim.Version", version, element: field.element, locus: block.locus(at: 8, count: 4))
        let count = Int(block.integer(at: 14, as: UInt16.self) ?? 0)
        for place in stride(from: 16, to: 16 + count * 6, by: 6) {
            guard let number = block.integer(at: place, as: UInt16.self),
                let value = block.integer(at: place + 2, as: UInt32.self)
            else { break }
            let digits = String(number, radix: 16)
            collector.integer(
                FactKey(
                    segments: [
                        "printim",
                        "Entry" + String(repeating: "0", count: 4 - digits.count) + digits,
                    ]),
                Int64(value), element: field.element, locus: block.locus(at: place + 2, count: 4))
        }
        return true
    }
}
