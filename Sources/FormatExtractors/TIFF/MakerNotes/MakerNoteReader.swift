internal import Extraction
internal import MetadataModel

/// Reads the notes that a camera's maker put into Exif, as `canon.`, `nikon.`, `flir.` …
///
/// Most are a directory like those of TIFF, behind a mark of the maker; see ``MakerNoteForm`` for
/// where it begins and what its offsets are counted from. Tags that no table knows keep their
/// number: `canon.Tag4003`. What is no directory is text, or stays opaque.
struct MakerNoteReader: TIFFBlockReader {
    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let note = try BinaryBlock(field)
        let make = Self.make(of: field.file)
        if Self.isText(note) { return false }
        guard let form = MakerNoteForm.form(of: note, make: make),
            let (file, start) = form.directory(in: note, of: field)
        else {
            try field.stateOpaque(into: collector)
            return true
        }
        let mark = form.mark.utf8.prefix { $0 >= 0x20 && $0 < 0x7F }
        if !mark.isEmpty {
            collector.text(
                FactKey(segments: ["exif", "MakerNote", "Mark"]),
                String(decoding: mark, as: UTF8.self), element: field.element,
                locus: note.locus(at: 0, count: mark.count))
        }
        try MakerNoteDirectory(
            file: file, table: form.table, element: field.element,
            address: "\(field.address) \(form.table.namespace)"
        ).state(at: start, into: collector)
        return true
    }

    /// The maker that the first directory names.
    static func make(of file: TIFFFile) -> String {
        let silent = FactCollector { _ in }
        do throws(ExtractionError) {
            let offset = try file.firstDirectoryOffset()
            let first = try file.directory(at: offset, address: "IFD 0", into: silent)
            guard let entry = first.entry(271), entry.type == .ascii else { return "" }
            let bytes = try file.bytes(of: entry, maximum: 64)
            return TextDecoding.text(of: bytes.prefix { $0 != 0 }).text
        } catch {
            // Without a maker the note's own mark has to do; the directory itself was reported.
            return ""
        }
    }

    private static func isText(_ note: BinaryBlock) -> Bool {
        note.bytes.count >= 4 && note.bytes.prefix(64).allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }
}

/// A directory of a maker's tags.
struct MakerNoteDirectory {
    let file: TIFFFile
    let table: MakerNoteTable
    let element: ElementPath
    let address: String
    /// Directories within directories.
    var depth = 0

    /// Adds the facts of the directory at an offset.
    func state(at offset: UInt64, into collector: FactCollector) throws(ExtractionError) {
        let directory = try file.directory(
            at: offset, address: address, hasNext: false, into: collector)
        var understoodByteCount = 0
        for entry in directory.entries where !collector.isFull {
            let tag = table.tags[entry.tag] ?? .unknown(entry.tag, namespace: table.namespace)
            let field = TIFFField(
                file: file, directory: directory, entry: entry, tag: tag, key: tag.key,
                element: element, directoryAddress: address)
            do throws(ExtractionError) {
                if let below = table.directories[entry.tag] {
                    try state(below, of: field, into: collector)
                } else if try !field.state(into: collector) {
                    collector.noteMetadata(entry.byteCount, understood: false)
                    continue
                }
                understoodByteCount += 12 + (entry.isInline ? 0 : entry.byteCount)
            } catch {
                collector.report(error.issue)
            }
        }
        collector.noteMetadata(understoodByteCount, understood: true)
    }

    /// Adds the facts of a directory that a tag points to, or that is the tag's value.
    private func state(
        _ below: MakerNoteTable, of field: TIFFField, into collector: FactCollector
    ) throws(ExtractionError) {
        var start = field.entry.offset
        if field.entry.type != .undefined, field.entry.count == 1 {
            start = UInt64(max(0, try field.file.integer(of: field.entry) ?? 0))
        }
        // Ricoh's stands behind a text.
        let head = try field.file.bytes(of: field.entry, maximum: 20)
        if head.starts(with: "[Ricoh".utf8) { start += 20 }
        guard depth < 4 else {
            throw ExtractionError(.limitExceeded, "more than 4 nested directories", at: field.locus)
        }
        try MakerNoteDirectory(
            file: file, table: below, element: element, address: field.address, depth: depth + 1
        ).state(at: start, into: collector)
    }
}
