internal import Extraction
internal import MetadataModel

/// A compound file (OLE2, structured storage): a file system of sectors within one file.
///
/// | Byte | Type     | Field of the header                                     |
/// |-----:|:---------|:--------------------------------------------------------|
/// |    0 | 8 bytes  | signature D0 CF 11 E0 A1 B1 1A E1                       |
/// |   24 | uint16   | minor version                                           |
/// |   26 | uint16   | major version: 3 (512-byte sectors) or 4 (4096)         |
/// |   30 | uint16   | sector shift                                            |
/// |   32 | uint16   | mini sector shift                                       |
/// |   44 | uint32   | number of FAT sectors                                   |
/// |   48 | uint32   | first directory sector                                  |
/// |   56 | uint32   | mini stream cutoff                                      |
/// |   60 | uint32   | first mini FAT sector                                   |
/// |   68 | uint32   | first DIFAT sector                                      |
/// |   72 | uint32   | number of DIFAT sectors                                 |
/// |   76 | 109 × uint32 | first FAT sectors                                   |
///
/// Every sector number is checked against the file, and every chain against cycles: a chain has no
/// more sectors than the file. The FAT is read as it is needed, never whole.
///
/// Source: MS-CFB <https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb>
final class CompoundFile {
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    /// Sector numbers from here on are marks: free, end of chain, FAT, DIFAT.
    static let endOfNumbers: UInt32 = 0xFFFF_FFFA

    let reader: ByteReader
    let majorVersion: UInt16
    let minorVersion: UInt16
    let sectorShift: Int
    let miniSectorShift: Int
    let miniCutoff: UInt64
    /// Every storage and stream, in the order of the directory's tree; the root first.
    private(set) var entries: [CompoundEntry] = []
    /// A problem that cost a part of the directory.
    private(set) var problem: Issue?

    private let firstDirectorySector: UInt32
    private let firstMiniFATSector: UInt32
    private var fatSectors: [UInt32] = []
    private var fatCache: [Int: [UInt32]] = [:]
    private var miniFAT: [UInt32]?
    private var miniStream: [StoredPiece]?

    init(_ reader: ByteReader, limits: ExtractionLimits) throws(ExtractionError) {
        self.reader = reader
        let header = try reader.bytes(at: 0, count: 512)
        guard header.starts(with: Self.signature) else {
            throw ExtractionError(.malformed, "expected a compound file's signature", offset: 0)
        }
        func half(_ place: Int) -> UInt16 {
            header.withUnsafeBytes { $0.integer(at: place, .little) }
        }
        func word(_ place: Int) -> UInt32 {
            header.withUnsafeBytes { $0.integer(at: place, .little) }
        }
        minorVersion = half(24)
        majorVersion = half(26)
        guard (7...16).contains(half(30)), (4...12).contains(half(32)), half(32) < half(30) else {
            throw ExtractionError(
                .malformed, "expected sectors of 2^9 or 2^12 bytes, found 2^\(half(30))",
                offset: 30)
        }
        sectorShift = Int(half(30))
        miniSectorShift = Int(half(32))
        miniCutoff = UInt64(word(56))
        firstDirectorySector = word(48)
        firstMiniFATSector = word(60)
        for place in stride(from: 76, to: 512, by: 4) where word(place) < Self.endOfNumbers {
            fatSectors.append(word(place))
        }
        try readDIFAT(from: word(68))
        try readDirectory(limits)
    }

    var sectorByteCount: Int { 1 << sectorShift }

    /// Sectors that the file has room for.
    private var sectorCount: UInt64 { reader.count >> UInt64(sectorShift) }

    /// Where a sector stands; the header takes the place of sector -1.
    private func offset(of sector: UInt32) -> UInt64? {
        let offset = (UInt64(sector) + 1) << UInt64(sectorShift)
        return sector < Self.endOfNumbers && offset < reader.count ? offset : nil
    }

    private func readDIFAT(from first: UInt32) throws(ExtractionError) {
        var sector = first
        var visited: Set<UInt32> = []
        while let offset = offset(of: sector), visited.insert(sector).inserted,
            UInt64(fatSectors.count) <= sectorCount
        {
            let bytes = try reader.prefix(from: offset, maximum: sectorByteCount)
            let words = bytes.littleEndianWords()
            guard words.count == sectorByteCount / 4, let next = words.last else {
                problem = Issue(
                    .truncated, "the file ends within a DIFAT sector",
                    at: Locus(offset: offset, address: "DIFAT"))
                return
            }
            fatSectors += words.dropLast().filter { $0 < Self.endOfNumbers }
            sector = next
        }
    }

    /// The sector after another in its chain; `nil` at the end.
    private func next(after sector: UInt32) throws(ExtractionError) -> UInt32? {
        let perSector = sectorByteCount / 4
        let index = Int(sector) / perSector
        if fatCache[index] == nil {
            guard index < fatSectors.count, let offset = offset(of: fatSectors[index]) else {
                problem =
                    problem
                    ?? Issue(
                        .truncated, "sector \(sector) is in no table of the file",
                        at: Locus(address: "FAT"))
                return nil
            }
            fatCache[index] = try reader.prefix(from: offset, maximum: sectorByteCount)
                .littleEndianWords()
        }
        guard let words = fatCache[index], Int(sector) % perSector < words.count else {
            return nil
        }
        let next = words[Int(sector) % perSector]
        return next < Self.endOfNumbers ? next : nil
    }

    /// Where the first `count` bytes of a chain stand, runs of neighbours joined.
    ///
    /// Fewer bytes where the chain ends, leaves the file or returns into itself.
    private func pieces(from first: UInt32, count: Int) throws(ExtractionError) -> [StoredPiece] {
        var pieces: [StoredPiece] = []
        var place = 0
        var sector: UInt32? = first
        var steps: UInt64 = 0
        while place < count, let current = sector, current < Self.endOfNumbers {
            guard let offset = offset(of: current), steps <= sectorCount else {
                problem =
                    problem
                    ?? Issue(
                        steps <= sectorCount ? .truncated : .malformed,
                        "sector \(current) of a chain is beyond the file or met twice",
                        at: Locus(address: "chain from sector \(first)"))
                break
            }
            let room = min(UInt64(sectorByteCount), reader.count - offset)
            let length = min(count - place, Int(room))
            pieces.append(piece: StoredPiece(place: place, offset: offset, count: length))
            place += length
            if length < sectorByteCount { break }
            steps += 1
            sector = try next(after: current)
        }
        return pieces
    }

    private func bytes(of pieces: [StoredPiece]) throws(ExtractionError) -> [UInt8] {
        var bytes: [UInt8] = []
        for piece in pieces {
            bytes += try reader.bytes(at: piece.offset, count: piece.count)
        }
        return bytes
    }
}

extension CompoundFile {
    /// The first bytes of a stream, at most `maximum`, with the places where they stand.
    ///
    /// Fewer where its chain ends before.
    func block(
        _ entry: CompoundEntry, maximum: Int, order: ByteOrder = .little
    ) throws(ExtractionError) -> BinaryBlock {
        let count = Int(clamping: min(entry.count, UInt64(max(0, maximum))))
        let pieces =
            entry.count < miniCutoff
            ? try miniPieces(from: entry.start, count: count)
            : try pieces(from: entry.start, count: count)
        return BinaryBlock(
            stored: try bytes(of: pieces), order: order, pieces: pieces, address: entry.name)
    }

    /// Where the first bytes of a small stream stand, which is kept in the mini stream.
    private func miniPieces(
        from first: UInt32, count: Int
    ) throws(ExtractionError) -> [StoredPiece] {
        let (fat, stream) = try miniStorage()
        var pieces: [StoredPiece] = []
        let byteCount = 1 << miniSectorShift
        var sector = first
        var place = 0
        var steps = 0
        while place < count, sector < Self.endOfNumbers, steps <= fat.count {
            let start = Int(sector) << miniSectorShift
            guard let offset = stream.offset(of: start) else { break }
            let length = min(count - place, min(byteCount, offset.room))
            pieces.append(piece: StoredPiece(place: place, offset: offset.offset, count: length))
            place += length
            guard Int(sector) < fat.count else { break }
            sector = fat[Int(sector)]
            steps += 1
        }
        return pieces
    }

    /// The mini FAT, and where the mini stream stands.
    private func miniStorage() throws(ExtractionError) -> ([UInt32], [StoredPiece]) {
        if let miniFAT, let miniStream { return (miniFAT, miniStream) }
        guard let root = entries.first else { return ([], []) }
        let limit = ExtractionLimits().maximumBlockByteCount
        let stream = try pieces(from: root.start, count: Int(clamping: min(root.count, 1 << 31)))
        let length = stream.last.map { $0.place + $0.count } ?? 0
        let sectors = (length >> miniSectorShift) + 1
        let fat = try bytes(
            of: pieces(from: firstMiniFATSector, count: min(sectors * 4, limit))
        ).littleEndianWords()
        miniFAT = fat
        miniStream = stream
        return (fat, stream)
    }

    /// Reads the directory and walks its trees.
    private func readDirectory(_ limits: ExtractionLimits) throws(ExtractionError) {
        let maximum = min(limits.maximumBlockByteCount, limits.maximumDirectoryCount * 128)
        let pieces = try pieces(from: firstDirectorySector, count: maximum)
        let block = BinaryBlock(
            stored: try bytes(of: pieces), order: .little, pieces: pieces, address: "directory")
        guard block.bytes.count >= 128 else {
            throw ExtractionError(
                .truncated, "expected a directory in sector \(firstDirectorySector)", offset: 48)
        }
        var walk = DirectoryWalk(block, isLong: majorVersion >= 4)
        walk.run(limits)
        entries = walk.entries
        if let found = walk.problem { problem = found }
    }
}

/// The walk over a directory's red-black trees, every record once.
private struct DirectoryWalk {
    private let block: BinaryBlock
    private let isLong: Bool
    private var visited: Set<UInt32> = []
    private(set) var entries: [CompoundEntry] = []
    private(set) var problem: Issue?

    init(_ block: BinaryBlock, isLong: Bool) {
        self.block = block
        self.isLong = isLong
    }

    /// A record whose left branch is done, or that is yet to be opened.
    private struct Step {
        let record: UInt32
        let parent: [String]
        let isOpen: Bool
    }

    mutating func run(_ limits: ExtractionLimits) {
        guard let root = entry(0, below: [], isRoot: true) else { return }
        visited.insert(0)
        entries.append(root)
        var stack = [Step(record: link(0, 76), parent: [], isOpen: false)]
        while let step = stack.popLast() {
            let place = Int(step.record) * 128
            if step.isOpen {
                state(step, &stack, limits)
                continue
            }
            guard step.record < CompoundFile.endOfNumbers, place <= block.bytes.count - 128 else {
                continue
            }
            guard visited.insert(step.record).inserted else {
                problem = Issue(
                    .malformed, "directory record \(step.record) is met twice",
                    at: block.locus(at: place, count: 128))
                continue
            }
            stack.append(Step(record: step.record, parent: step.parent, isOpen: true))
            stack.append(Step(record: link(step.record, 68), parent: step.parent, isOpen: false))
        }
    }

    private mutating func state(
        _ step: Step, _ stack: inout [Step], _ limits: ExtractionLimits
    ) {
        stack.append(Step(record: link(step.record, 72), parent: step.parent, isOpen: false))
        guard let entry = entry(step.record, below: step.parent, isRoot: false) else { return }
        entries.append(entry)
        guard entry.kind == .storage else { return }
        if entry.path.count >= limits.maximumDepth {
            problem = Issue(
                .limitExceeded, "more than \(limits.maximumDepth) nested storages", at: entry.locus)
            return
        }
        stack.append(Step(record: link(step.record, 76), parent: entry.path, isOpen: false))
    }

    private func link(_ record: UInt32, _ field: Int) -> UInt32 {
        block.integer(at: Int(record) * 128 + field, as: UInt32.self) ?? .max
    }

    private func entry(_ record: UInt32, below parent: [String], isRoot: Bool) -> CompoundEntry? {
        let place = Int(record) * 128
        guard let nameByteCount = block.integer(at: place + 64, as: UInt16.self),
            let type = block.integer(at: place + 66, as: UInt8.self),
            let start = block.integer(at: place + 116, as: UInt32.self),
            let count = block.integer(at: place + 120, as: UInt64.self),
            let name = block.bytes(at: place, count: min(64, Int(nameByteCount)))
        else { return nil }
        let kind: CompoundEntry.Kind
        switch type {
        case 1: kind = .storage
        case 2: kind = .stream
        case 5: kind = .root
        default:
            guard isRoot else { return nil }
            kind = .root
        }
        if kind == .root, !isRoot { return nil }
        return CompoundEntry(
            kind: kind, path: isRoot ? [] : parent + [TextDecoding.utf16(upToZero: name, .little)],
            classID: classID(at: place + 80),
            created: block.integer(at: place + 100, as: UInt64.self) ?? 0,
            modified: block.integer(at: place + 108, as: UInt64.self) ?? 0, start: start,
            // Writers of version 3 leave rubbish in the upper half.
            count: isLong ? count : count & 0xFFFF_FFFF,
            locus: block.locus(at: place, count: 128))
    }

    private func classID(at place: Int) -> String? {
        guard let bytes = block.bytes(at: place, count: 16), bytes.contains(where: { $0 != 0 })
        else { return nil }
        return GUIDText.text(bytes)
    }
}

extension [UInt8] {
    /// The little-endian 32-bit numbers that the bytes are.
    fileprivate func littleEndianWords() -> [UInt32] {
        withUnsafeBytes { raw in
            stride(from: 0, to: raw.count - 3, by: 4).map { raw.integer(at: $0, .little) }
        }
    }
}

extension [StoredPiece] {
    /// Adds a piece, which becomes part of the last one where it stands right behind it.
    fileprivate mutating func append(piece: StoredPiece) {
        if let last, last.offset + UInt64(last.count) == piece.offset,
            last.place + last.count == piece.place
        {
            self[count - 1] = StoredPiece(
                place: last.place, offset: last.offset, count: last.count + piece.count)
        } else {
            append(piece)
        }
    }

    /// Where the byte at a place stands, and how many bytes of its piece there are from it.
    fileprivate func offset(of place: Int) -> (offset: UInt64, room: Int)? {
        // Pieces stand in ascending order of their places.
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].place + self[middle].count <= place {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < count, place >= self[low].place else { return nil }
        let piece = self[low]
        return (
            piece.offset + UInt64(place - piece.place), piece.place + piece.count - place
        )
    }
}
