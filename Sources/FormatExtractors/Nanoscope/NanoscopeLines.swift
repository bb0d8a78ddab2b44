internal import Extraction
internal import MetadataModel

/// The lines of one NanoScope header.
struct NanoscopeLines {
    /// Bytes of a header that are read at most.
    private static let maximumByteCount = 4 << 20
    private static let base: FactKey = "nanoscope"

    private let reader: ByteReader
    private let collector: FactCollector
    private var list: FactKey?
    private var listElement = ElementPath.root
    private var listCounts: [FactKey: Int] = [:]
    private var keyCounts: [FactKey: Int] = [:]
    private var number = 0

    init(_ reader: ByteReader, _ collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    /// Reads the header in pieces, so that no more is read than it has.
    mutating func read() throws(ExtractionError) {
        var rest: [UInt8] = []
        var restOffset: UInt64 = 0
        var place: UInt64 = 0
        while place < reader.count, !collector.isFull {
            guard place < UInt64(Self.maximumByteCount) else {
                throw ExtractionError(
                    .limitExceeded, "a header of more than \(Self.maximumByteCount) bytes",
                    offset: place)
            }
            let piece = try reader.prefix(from: place, maximum: 16_384)
            place += UInt64(piece.count)
            rest += piece
            var start = 0
            while let end = rest[start...].firstIndex(of: 0x0A) {
                let isOver = take(rest[start..<end], offset: restOffset + UInt64(start))
                start = end + 1
                if isOver { return }
            }
            rest.removeFirst(start)
            restOffset += UInt64(start)
            // A header line is short; a longer one is data behind a header without an end.
            if rest.count > 65_536 { break }
        }
        // The end needs no line end; any other line without one is cut.
        if rest.starts(with: "\\*".utf8), take(rest[...], offset: restOffset) { return }
        throw ExtractionError(
            .truncated, "expected the end of the file list", offset: min(restOffset, reader.count))
    }

    /// Takes a line; true where it ends the header.
    private mutating func take(_ line: ArraySlice<UInt8>, offset: UInt64) -> Bool {
        number += 1
        collector.noteMetadata(line.count + 1, understood: true)
        var line = line
        while line.last.map({ $0 == 0x0D || $0 == 0x20 }) ?? false { line.removeLast() }
        guard let first = line.first else { return false }
        // Control-Z ends the text of old headers.
        if first == 0x1A { return true }
        let start = line.startIndex
        if first == UInt8(ascii: "\\") || first == UInt8(ascii: "?") { line.removeFirst() }
        if line.first == UInt8(ascii: "*") {
            let name = text(line.dropFirst())
            if name.hasSuffix("ile list end") { return true }
            let key = Self.base.appending(name)
            let count = listCounts[key, default: 0]
            listCounts[key] = count + 1
            list = key
            listElement = count == 0 ? .root : ElementPath(segment: 1, index: count)
            keyCounts = [:]
            return false
        }
        state(line, offset: offset + UInt64(line.startIndex - start), from: line.startIndex)
        return false
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String {
        BinaryText.narrow(bytes)
    }

    private mutating func state(_ line: ArraySlice<UInt8>, offset: UInt64, from start: Int) {
        let isCiao = line.first == UInt8(ascii: "@")
        guard let colon = Self.colon(of: line, isCiao: isCiao) else {
            add("line", line, offset: offset, isCiao: false)
            return
        }
        var value = line[(colon + 1)...]
        while value.first == 0x20 { value.removeFirst() }
        add(
            text(line[..<colon]), value, offset: offset + UInt64(value.startIndex - start),
            isCiao: isCiao)
    }

    /// The colon that ends the name; a Ciao name may begin with the number of a channel: `@2:Z scale`.
    private static func colon(of line: ArraySlice<UInt8>, isCiao: Bool) -> Int? {
        var search = line
        if isCiao {
            let digits = line.dropFirst().prefix { (0x30...0x39).contains($0) }
            if !digits.isEmpty, digits.endIndex < line.endIndex,
                line[digits.endIndex] == UInt8(ascii: ":")
            {
                search = line[(digits.endIndex + 1)...]
            }
        }
        return search.firstIndex(of: UInt8(ascii: ":"))
    }

    private mutating func add(
        _ name: String, _ value: ArraySlice<UInt8>, offset: UInt64, isCiao: Bool
    ) {
        let key = (list ?? Self.base).appending(name)
        let count = keyCounts[key, default: 0]
        keyCounts[key] = count + 1
        let segment = list == nil ? 1 : 2
        let element =
            count == 0 ? listElement : listElement.appending(segment: segment, index: count)
        let locus = Locus(
            offset: reader.baseOffset + offset, length: UInt64(value.count),
            address: "line \(number)")
        let written = text(value)
        if isCiao, let ciao = NanoscopeValue(written) {
            ciao.state(key, element: element, locus: locus, into: collector)
        } else {
            collector.text(key, written, element: element, locus: locus)
        }
    }
}
