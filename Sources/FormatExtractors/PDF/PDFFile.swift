internal import Extraction
internal import MetadataModel

/// The objects of a PDF file, found by its cross-reference tables and streams.
///
/// Source: ISO 32000-1 sections 7.5.4 to 7.5.8.
struct PDFFile {
    private let reader: ByteReader
    private let limits: ExtractionLimits
    private var places: [Int: Place] = [:]
    /// The trailer of the newest revision, with what only older ones state.
    private(set) var trailer: [String: PDFValue] = [:]

    private enum Place {
        case offset(UInt64)
        /// Within a stream of objects.
        case member(of: Int, index: Int)
    }

    private static let objectByteCount = 65536
    private static let streamByteCount = 4 << 20

    init(_ reader: ByteReader, _ limits: ExtractionLimits) throws(ExtractionError) {
        self.reader = reader
        self.limits = limits
        let count = Int(min(reader.count, 2048))
        let tail = try reader.bytes(at: reader.count - UInt64(count), count: count)
        let mark = Array("startxref".utf8)
        guard
            let start = stride(from: tail.count - mark.count, through: 0, by: -1).first(where: {
                tail[$0...].starts(with: mark)
            })
        else {
            throw ExtractionError(
                .truncated, "expected the place of the cross-references", offset: reader.count)
        }
        var parser = PDFParser(bytes: tail, place: start + mark.count)
        var next = UInt64(parser.word())
        var visited: Set<UInt64> = []
        while let offset = next, visited.count < 64, visited.insert(offset).inserted {
            next = try section(at: offset)
        }
    }

    /// Reads a section; returns the place of the one before.
    private mutating func section(at offset: UInt64) throws(ExtractionError) -> UInt64? {
        guard offset < reader.count else {
            throw ExtractionError(.malformed, "expected cross-references", offset: offset)
        }
        var parser = PDFParser(
            bytes: try reader.prefix(from: offset, maximum: Self.streamByteCount / 4), place: 0)
        guard parser.passes("xref") else { return try streamSection(at: offset) }
        while !parser.passes("trailer") {
            guard let first = Int(parser.word()), let count = Int(parser.word()), count >= 0 else {
                throw ExtractionError(.malformed, "expected cross-references", offset: offset)
            }
            for index in 0..<count {
                guard let place = UInt64(parser.word()), Int(parser.word()) != nil else { break }
                let (number, overflows) = first.addingReportingOverflow(index)
                if parser.word() == "n", !overflows, places[number] == nil {
                    places[number] = .offset(place)
                }
            }
        }
        guard case .dictionary(let members)? = parser.value() else { return nil }
        trailer.merge(members) { newer, _ in newer }
        if let hybrid = members["XRefStm"]?.integer, hybrid > 0 {
            _ = try streamSection(at: UInt64(hybrid))
        }
        return members["Prev"]?.integer.flatMap { UInt64(exactly: $0) }
    }

    private mutating func streamSection(at offset: UInt64) throws(ExtractionError) -> UInt64? {
        guard let (value, content) = try object(at: offset, depth: 0),
            case .dictionary(let members) = value, let content,
            case .array(let widthValues)? = members["W"]
        else { return nil }
        trailer.merge(members) { newer, _ in newer }
        let widths = widthValues.compactMap(\.integer)
        guard widths.count == 3, widths.allSatisfy({ (0...8).contains($0) }),
            widths.reduce(0, +) > 0
        else { return nil }
        var sections = [0, members["Size"]?.integer ?? 0]
        if case .array(let index)? = members["Index"] { sections = index.compactMap(\.integer) }
        var place = 0
        func field(_ width: Int) -> UInt64 {
            defer { place += width }
            return content[place..<place + width].reduce(0) { $0 << 8 | UInt64($1) }
        }
        for pair in stride(from: 0, to: sections.count - 1, by: 2) {
            guard sections[pair] >= 0, sections[pair] < 1 << 40 else { break }
            var number = sections[pair]
            while number - sections[pair] < sections[pair + 1],
                place + widths.reduce(0, +) <= content.count
            {
                let type = widths[0] == 0 ? 1 : field(widths[0])
                let second = field(widths[1])
                let third = field(widths[2])
                if places[number] == nil {
                    if type == 1 { places[number] = .offset(second) }
                    if type == 2, let stream = Int(exactly: second), let index = Int(exactly: third)
                    {
                        places[number] = .member(of: stream, index: index)
                    }
                }
                number += 1
            }
        }
        return members["Prev"]?.integer.flatMap { UInt64(exactly: $0) }
    }

    /// The object of a number with its stream; `nil` where there is none.
    func object(_ number: Int, depth: Int = 0) throws(ExtractionError) -> (PDFValue, [UInt8]?)? {
        guard depth < 4, let place = places[number] else { return nil }
        switch place {
        case .offset(let offset): return try object(at: offset, depth: depth + 1)
        case .member(let stream, let index):
            guard let (value, content) = try object(stream, depth: depth + 1), let content,
                let first = value["First"]?.integer, (0...content.count).contains(first)
            else { return nil }
            var header = PDFParser(bytes: content, place: 0)
            for current in 0...max(0, min(index, 65536)) {
                guard Int(header.word()) != nil, let offset = Int(header.word()) else { return nil }
                guard current == index else { continue }
                guard offset >= 0, offset <= content.count - first else { return nil }
                var parser = PDFParser(bytes: content, place: first + offset)
                return parser.value().map { ($0, nil) }
            }
            return nil
        }
    }

    /// The value itself, or the object that it refers to.
    func resolved(_ value: PDFValue?) throws(ExtractionError) -> PDFValue? {
        guard case .reference(let number)? = value else { return value }
        return try object(number)?.0
    }

    private func object(
        at offset: UInt64, depth: Int
    ) throws(ExtractionError) -> (PDFValue, [UInt8]?)? {
        var parser = PDFParser(
            bytes: try reader.prefix(from: offset, maximum: Self.objectByteCount), place: 0)
        guard Int(parser.word()) != nil, Int(parser.word()) != nil, parser.passes("obj"),
            let value = parser.value()
        else { return nil }
        guard parser.passes("stream") else { return (value, nil) }
        if parser.place < parser.bytes.count, parser.bytes[parser.place] == 0x0D {
            parser.place += 1
        }
        if parser.place < parser.bytes.count, parser.bytes[parser.place] == 0x0A {
            parser.place += 1
        }
        // The length may be an object of its own.
        var length = value["Length"]?.integer
        if case .reference(let number)? = value["Length"] {
            length = try object(number, depth: depth + 1)?.0.integer
        }
        guard let length, length > 0,
            length <= Self.streamByteCount
        else { return (value, nil) }
        let start = offset + UInt64(parser.place)
        let content = try reader.bytes(at: start, count: length)
        return (value, try decoded(content, value, at: start))
    }

    private func decoded(
        _ content: [UInt8], _ value: PDFValue, at offset: UInt64
    ) throws(ExtractionError) -> [UInt8]? {
        var filter = value["Filter"]
        var parameters = value["DecodeParms"]
        if case .array(let filters)? = filter {
            guard filters.count <= 1 else { return nil }
            filter = filters.first
        }
        if case .array(let all)? = parameters { parameters = all.first }
        guard let filter else { return content }
        guard case .name("FlateDecode") = filter else { return nil }
        var bytes: [UInt8] = []
        var inflation = try Inflation(.zlib, limits: limits)
        try inflation.inflate(content, offset: offset) { block throws(ExtractionError) in
            guard bytes.count < Self.streamByteCount * 4 else {
                throw ExtractionError(.limitExceeded, "a stream is too long", offset: offset)
            }
            bytes += block
        }
        guard let predictor = parameters?["Predictor"]?.integer, predictor >= 10 else {
            return bytes
        }
        return Self.unpredicted(bytes, columns: parameters?["Columns"]?.integer ?? 1)
    }

    /// Undoes the predictors of PNG, for samples of one byte.
    private static func unpredicted(_ bytes: [UInt8], columns: Int) -> [UInt8]? {
        guard (1...65536).contains(columns) else { return nil }
        var result: [UInt8] = []
        var above = [UInt8](repeating: 0, count: columns)
        for start in stride(from: 0, to: bytes.count - columns, by: columns + 1) {
            var row = Array(bytes[(start + 1)...(start + columns)])
            for column in 0..<columns {
                let left = column > 0 ? row[column - 1] : 0
                switch bytes[start] {
                case 1: row[column] &+= left
                case 2: row[column] &+= above[column]
                case 3: row[column] &+= UInt8((Int(left) + Int(above[column])) / 2)
                case 4:
                    let corner = column > 0 ? Int(above[column - 1]) : 0
                    let guess = Int(left) + Int(above[column]) - corner
                    let distances = [
                        abs(guess - Int(left)), abs(guess - Int(above[column])),
                        abs(guess - corner),
                    ]
                    let best =
                        distances[0] <= distances[1] && distances[0] <= distances[2]
                        ? left : distances[1] <= distances[2] ? above[column] : UInt8(corner)
                    row[column] &+= best
                default: break
                }
            }
            result += row
            above = row
        }
        return result
    }
}
