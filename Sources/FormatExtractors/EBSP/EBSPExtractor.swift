public import Extraction
internal import MetadataModel

/// Reads the header of Oxford Instruments' file of EBSD patterns, and what stands around the first
/// patterns.
///
/// | Bytes             | Meaning                                                               |
/// |:------------------|:----------------------------------------------------------------------|
/// | int64             | the version, negative; version 0 has none                             |
/// | 1 byte            | unknown, from version 4 on                                            |
/// | int64 each        | where the pattern of each point stands; 0 where it is not kept        |
/// | pattern: int32    | column and line of the map (from version 5 on), whether compressed, rows, columns, bytes |
/// | pixels            | never read                                                            |
/// | float64           | x and y of the beam in µm; from version 2 on each behind a byte that is 0 where it is absent |
///
/// The numbers of the first patterns are lists, `ebsp.Pattern.BeamX`.
///
/// Source: <https://github.com/pyxem/kikuchipy/blob/develop/src/kikuchipy/io/plugins/oxford_binary/_api.py>
public struct EBSPExtractor: Extractor {
    public let id = "ebsp"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.suffix == "ebsp" && header.bytes.count >= 32 ? .suffix("ebsp") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let first: Int64 = try reader.integer(at: 0, .little)
        let version = first < 0 && first > -1000 ? Int(-first) : 0
        let locus = Locus(offset: 0, length: 8, address: "header")
        collector.integer("ebsp.Version", Int64(version), locus: locus)
        let start: UInt64 = version == 0 ? 0 : version > 3 ? 9 : 8
        if version > 3 {
            var header = RecordReader(reader, at: 8, key: "ebsp", into: collector)
            try header.number("Unknown", .uint8)
        }
        let index = try PatternIndex(reader, at: start)
        let tableLocus = Locus(
            offset: start, length: UInt64(index.count) * 8, address: "positions")
        collector.noteMetadata(index.count * 8, understood: true)
        collector.integer("ebsp.PatternCount", Int64(index.count), locus: tableLocus)
        collector.integer("ebsp.StoredPatternCount", Int64(index.storedCount), locus: tableLocus)
        var lists = PatternLists(version: version, storedCount: index.storedCount)
        defer { lists.state(in: collector) }
        for place in index.first { try lists.read(reader, at: place) }
    }
}

/// Where the patterns stand.
private struct PatternIndex {
    /// Points of the map.
    private(set) var count = 0
    /// Patterns that are kept.
    private(set) var storedCount = 0
    /// Where the first of them stand.
    private(set) var first: [UInt64] = []

    /// Points without a pattern before the first that has one.
    private static let maximumVacantCount = 1_000_000

    /// The list ends where the pattern that stands first begins.
    init(_ reader: ByteReader, at start: UInt64) throws(ExtractionError) {
        var end = reader.count
        var place = start
        while place < end {
            let position = try reader.uint64(at: place, .little)
            place += 8
            count += 1
            guard position != 0 else {
                guard storedCount > 0 || count < Self.maximumVacantCount else { break }
                continue
            }
            guard position > start, position < reader.count else {
                throw ExtractionError(
                    position > start ? .truncated : .malformed,
                    "a pattern at byte \(position), the file has \(reader.count)",
                    offset: place - 8)
            }
            end = min(end, position)
            storedCount += 1
            if first.count < 16 { first.append(position) }
        }
        guard storedCount > 0, place == end else {
            throw ExtractionError(.malformed, "no list of patterns", offset: start)
        }
    }
}

/// What stands around the first patterns, field by field.
private struct PatternLists {
    let version: Int
    let storedCount: Int
    private var values: [String: [Number]] = [:]
    private var order: [String] = []
    private var offset: UInt64?

    init(version: Int, storedCount: Int) {
        self.version = version
        self.storedCount = storedCount
    }

    mutating func read(_ reader: ByteReader, at place: UInt64) throws(ExtractionError) {
        offset = offset ?? place
        var place = place
        var byteCount: Int32 = 0
        let names =
            (version >= 5 ? ["MapX", "MapY"] : [])
            + ["IsCompressed", "Rows", "Columns", "ByteCount"]
        for name in names {
            byteCount = try reader.integer(at: place, .little)
            add(name, .integer(Int64(byteCount)))
            place += 4
        }
        guard byteCount >= 0 else {
            throw ExtractionError(
                .malformed, "a pattern of \(byteCount) bytes", offset: place - 4)
        }
        place += UInt64(byteCount)
        guard version >= 1 else { return }
        for name in ["BeamX", "BeamY"] {
            if version > 1 {
                place += 1
                guard try reader.uint8(at: place - 1) != 0 else { continue }
            }
            add(name, .real(Double(bitPattern: try reader.uint64(at: place, .little))))
            place += 8
        }
    }

    private mutating func add(_ name: String, _ value: Number) {
        if values[name] == nil { order.append(name) }
        values[name, default: []].append(value)
    }

    /// States the fields; one that all read patterns share is a number, else a list.
    func state(in collector: FactCollector) {
        for name in order {
            guard let list = values[name], let first = list.first else { continue }
            let unit = name.hasPrefix("Beam") ? "um" : name == "ByteCount" ? "B" : nil
            let locus = Locus(offset: offset, address: "patterns")
            let key = FactKey(segments: ["ebsp", "Pattern", name])
            if name.hasPrefix("Beam") || name.hasPrefix("Map") {
                collector.numbers(
                    key, list, count: max(storedCount, list.count), unit: unit, locus: locus)
            } else if list.allSatisfy({ $0 == first }) {
                collector.numbers(key, [first], unit: unit, locus: locus)
            } else {
                collector.numbers(key, list, unit: unit, locus: locus)
            }
        }
    }
}
