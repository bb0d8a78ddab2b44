internal import Extraction
internal import MetadataModel

/// Where the directory of a maker's note begins, and how it is read.
///
/// | Mark | Directory at | Offsets counted from | Byte order |
/// |:-----|-------------:|:---------------------|:-----------|
/// | none (Canon, Casio, FLIR, Minolta, old Nikon …) | 0 | TIFF header | that of the file |
/// | `Nikon` 2    | in a TIFF header at 10 | that header | its own |
/// | `OLYMPUS`    | 12 | note | at 8 |
/// | `FUJIFILM`   | as the 32 bits at 8 say | note | little |
/// | `Apple iOS`  | 14 | note | at 12 |
/// | `QVC`, `DCI` (Casio) | 6 | TIFF header | big |
///
/// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/makernote_types.html>.
struct MakerNoteForm {
    /// What offsets are counted from.
    enum Base {
        case tiffHeader
        case note
        /// A TIFF header within the note, which also names the directory's place.
        case ownHeader(at: Int)
        /// The 32-bit little-endian number at a place says where the directory begins in the note.
        case pointed(at: Int)
    }

    /// What says the byte order of the directory.
    enum Order {
        case file, big
        /// `II` or `MM` at a place.
        case mark(at: Int)
    }

    let mark: String
    let start: Int
    let base: Base
    let order: Order
    let table: MakerNoteTable

    /// Whether the directory begins the note.
    var isUnmarked: Bool { mark.isEmpty && start == 0 }

    private init(
        _ mark: String, _ start: Int, _ base: Base, _ order: Order, _ table: MakerNoteTable
    ) {
        self.mark = mark
        self.start = start
        self.base = base
        self.order = order
        self.table = table
    }

    private static let marked: [MakerNoteForm] = [
        MakerNoteForm("Nikon\0\u{1}", 8, .tiffHeader, .file, .nikonEarly),
        MakerNoteForm("Nikon\0\u{2}", 10, .ownHeader(at: 10), .file, .nikon),
        MakerNoteForm("OLYMPUS\0", 12, .note, .mark(at: 8), .olympus),
        MakerNoteForm("OM SYSTEM\0", 16, .note, .mark(at: 12), .olympus),
        MakerNoteForm("OLYMP\0", 8, .tiffHeader, .file, .olympus),
        MakerNoteForm("EPSON\0", 8, .tiffHeader, .file, .olympus),
        MakerNoteForm("CAMER\0", 8, .tiffHeader, .file, .olympus),
        MakerNoteForm("SONY DSC", 12, .tiffHeader, .file, .sony),
        MakerNoteForm("SONY CAM", 12, .tiffHeader, .file, .sony),
        MakerNoteForm("SONY MOBILE", 12, .tiffHeader, .file, .sony),
        MakerNoteForm("SONY PI\0", 12, .tiffHeader, .file, .olympus),
        MakerNoteForm("Panasonic\0", 12, .tiffHeader, .file, .panasonic),
        MakerNoteForm("LEICA\0\0\0", 8, .tiffHeader, .file, .panasonic),
        MakerNoteForm("FUJIFILM", 12, .pointed(at: 8), .file, .fujifilm),
        MakerNoteForm("GENERALE", 12, .pointed(at: 8), .file, .fujifilm),
        MakerNoteForm("Apple iOS\0", 14, .note, .mark(at: 12), .apple),
        MakerNoteForm("QVC\0", 6, .tiffHeader, .big, .casioSecond),
        MakerNoteForm("DCI\0", 6, .tiffHeader, .big, .casioSecond),
        MakerNoteForm("RICOH", 8, .tiffHeader, .file, .ricoh),
        MakerNoteForm("Ricoh", 8, .tiffHeader, .file, .ricoh),
        MakerNoteForm("AOC\0", 6, .tiffHeader, .file, .pentax),
        MakerNoteForm("PENTAX \0", 10, .note, .mark(at: 8), .pentax),
        MakerNoteForm("SANYO\0", 8, .tiffHeader, .file, .sanyo),
        MakerNoteForm("SIGMA\0", 10, .tiffHeader, .file, .sigma),
        MakerNoteForm("FOVEON\0", 10, .tiffHeader, .file, .sigma),
        MakerNoteForm("KYOCERA", 22, .note, .file, .unnamed("kyocera")),
        MakerNoteForm("GENIC\u{c}", 18, .tiffHeader, .file, .ge),
        MakerNoteForm("GE\0\0", 18, .tiffHeader, .file, .ge),
        MakerNoteForm("GE\u{c}\0\0\0\u{16}\0\0\0", 12, .note, .file, .ge),
        MakerNoteForm("MOT\0", 8, .tiffHeader, .file, .unnamed("motorola")),
        MakerNoteForm("STMN", .max, .note, .file, .unnamed("samsung")),
    ]

    /// Tables of makers whose notes have no mark, by the beginning of the maker's name.
    private static let unmarked: [(make: String, table: MakerNoteTable)] = [
        ("canon", .canon), ("nikon", .nikon), ("casio", .casio), ("flir", .flir),
        ("minolta", .minolta), ("konica minolta", .minolta), ("samsung", .samsung),
        ("sony", .sony), ("olympus", .olympus), ("pentax", .pentax), ("asahi", .pentax),
        ("ricoh", .ricoh), ("panasonic", .panasonic), ("leica", .panasonic),
        ("fuji", .fujifilm), ("sigma", .sigma), ("dji", .dji),
    ]

    /// The form of a note, by its mark, or by the maker.
    static func form(of note: BinaryBlock, make: String) -> MakerNoteForm? {
        if let form = marked.first(where: { note.has($0.mark) }) { return form }
        let maker = make.lowercased()
        if let table = unmarked.first(where: { maker.hasPrefix($0.make) })?.table {
            return MakerNoteForm("", 0, .tiffHeader, .file, table)
        }
        let word = maker.utf8.prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        let name = word.isEmpty ? "makernote" : String(Substring(word))
        return MakerNoteForm("", 0, .tiffHeader, .file, .unnamed(name))
    }

    /// The bytes that the directory and its values stand in, and the directory's offset in them;
    /// `nil` where no directory stands there.
    func directory(
        in note: BinaryBlock, of field: TIFFField
    ) -> (file: TIFFFile, start: UInt64)? {
        var file = field.file
        var place = start
        switch base {
        case .tiffHeader:
            guard start <= note.bytes.count else { return nil }
        case .note:
            file = file.within(note)
        case .pointed(let pointer):
            guard let low = note.bytes(at: pointer, count: 4) else { return nil }
            place = low.reversed().reduce(0) { $0 << 8 | Int($1) }
            file = file.within(note)
            file.layout.order = .little
        case .ownHeader(let header):
            let part = BinaryBlock(note, at: header, count: note.bytes.count)
            guard let layout = TIFFLayout(header: part.bytes) else { return nil }
            file = TIFFFile(
                reader: ByteReader(bytes: part.bytes, baseOffset: part.offset), layout: layout,
                nesting: note.nesting)
            guard let first = try? file.firstDirectoryOffset() else { return nil }
            return (file, first)
        }
        switch order {
        case .file: break
        case .big: file.layout.order = .big
        case .mark(let place):
            if note.has("II", at: place) { file.layout.order = .little }
            if note.has("MM", at: place) { file.layout.order = .big }
        }
        guard let order = Self.order(of: note, at: place, file.layout.order) else { return nil }
        file.layout.order = order
        if case .tiffHeader = base { return (file, field.entry.offset + UInt64(place)) }
        return (file, UInt64(place))
    }

    /// The byte order in which a directory stands at a place: the likely one, or else the other;
    /// some cameras write their notes in the other order than the rest of the file.
    private static func order(
        of note: BinaryBlock, at place: Int, _ likely: ByteOrder
    ) -> ByteOrder? {
        for order in [likely, likely == .little ? ByteOrder.big : .little] {
            let block = BinaryBlock(note.bytes, order: order, at: 0, address: "")
            guard let count = block.integer(at: place, as: UInt16.self), (1...1000).contains(count)
            else { continue }
            let isDirectory = (0..<min(3, Int(count))).allSatisfy { index in
                let type = block.integer(at: place + 2 + index * 12 + 2, as: UInt16.self) ?? 0
                return (1...13).contains(type)
            }
            if isDirectory { return order }
        }
        return nil
    }
}

extension TIFFFile {
    /// The same way of writing, with offsets counted from the beginning of a block.
    fileprivate func within(_ block: BinaryBlock) -> TIFFFile {
        TIFFFile(
            reader: ByteReader(bytes: block.bytes, baseOffset: block.offset), layout: layout,
            nesting: block.nesting)
    }
}
