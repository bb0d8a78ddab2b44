internal import Extraction
internal import MetadataModel

/// The walk over the members of one archive.
struct TARMembers {
    private let reader: ByteReader
    private let collector: FactCollector
    /// What pax and GNU headers state of the member that follows.
    private var stated: [(key: String, value: String)] = []
    private var count = 0
    private var textCount = 0

    private static let maximumMemberCount = 20_000
    private static let maximumTextByteCount: UInt64 = 1 << 20
    private static let maximumTextCount = 100

    private static let types: [UInt8: String] = [
        0: "file", 0x30: "file", 0x31: "hard link", 0x32: "symbolic link",
        0x33: "character device", 0x34: "block device", 0x35: "folder", 0x36: "FIFO",
    ]

    init(_ reader: ByteReader, into collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    mutating func run() throws(ExtractionError) {
        var place: UInt64 = 0
        defer {
            collector.integer("tar.MemberCount", Int64(count), locus: Locus(address: "members"))
        }
        while place < reader.count, !collector.isFull {
            let bytes = try reader.bytes(at: place, count: TARHeader.byteCount)
            // A block of zeros ends the archive.
            if bytes.allSatisfy({ $0 == 0 }) { return }
            guard let header = TARHeader(bytes, at: place), let padded = header.paddedByteCount
            else {
                throw ExtractionError(.malformed, "expected the header of a member", offset: place)
            }
            let start = place + UInt64(TARHeader.byteCount)
            guard header.size <= reader.count - start else {
                if !Self.isExtension(header.type) { state(header, at: start, isWhole: false) }
                throw ExtractionError(
                    .truncated, "expected \(header.size) bytes of \(header.name)", offset: start)
            }
            if Self.isExtension(header.type) {
                try readExtension(header, at: start)
            } else {
                guard count < Self.maximumMemberCount else {
                    throw ExtractionError(
                        .limitExceeded, "more than \(Self.maximumMemberCount) members",
                        offset: place)
                }
                state(header, at: start, isWhole: true)
                stated = []
                count += 1
            }
            collector.noteMetadata(TARHeader.byteCount, understood: true)
            guard padded < reader.count - start else { return }
            place = start + padded
        }
    }

    private static func isExtension(_ type: UInt8) -> Bool {
        [UInt8(ascii: "x"), UInt8(ascii: "g"), UInt8(ascii: "L"), UInt8(ascii: "K")].contains(type)
    }

    private mutating func readExtension(
        _ header: TARHeader, at start: UInt64
    ) throws(ExtractionError) {
        guard header.size <= Self.maximumTextByteCount else {
            throw ExtractionError(.limitExceeded, "a header of \(header.size) bytes", offset: start)
        }
        let bytes = try reader.bytes(at: start, count: Int(header.size))
        switch header.type {
        case UInt8(ascii: "L"):
            stated.append(("path", TextDecoding.text(of: bytes.prefix { $0 != 0 }).text))
        case UInt8(ascii: "K"):
            stated.append(("linkpath", TextDecoding.text(of: bytes.prefix { $0 != 0 }).text))
        case UInt8(ascii: "g"):
            for (key, value) in Self.records(bytes) {
                collector.text(
                    FactKey(segments: ["tar", "pax", key]), value,
                    locus: Locus(offset: start, length: header.size, address: "pax header"))
            }
        default:
            stated += Self.records(bytes)
        }
    }

    /// Records of pax: length in decimal, a space, key, `=`, value, line end.
    private static func records(_ bytes: [UInt8]) -> [(key: String, value: String)] {
        var records: [(key: String, value: String)] = []
        var place = 0
        while place < bytes.count {
            let digits = bytes[place...].prefix { (0x30...0x39).contains($0) }
            guard let length = Int(String(decoding: digits, as: UTF8.self)),
                length > digits.count + 1, length <= bytes.count - place
            else { break }
            let body = bytes[(place + digits.count + 1)..<(place + length)].dropLast()
            if let mark = body.firstIndex(of: UInt8(ascii: "=")) {
                records.append(
                    (
                        TextDecoding.text(of: body[..<mark]).text,
                        TextDecoding.text(of: body[(mark + 1)...]).text
                    ))
            }
            place += length
        }
        return records
    }

    private mutating func state(_ header: TARHeader, at start: UInt64, isWhole: Bool) {
        let element = ElementPath(segment: 1, index: count)
        let block = header.block
        func text(_ name: String, _ value: String, _ place: Int, _ count: Int, label: String? = nil)
        {
            guard !value.isEmpty else { return }
            collector.text(
                FactKey(segments: ["tar", "Member", name]), value, element: element, label: label,
                locus: block.locus(at: place, count: count))
        }
        let name = stated.last { $0.key == "path" }?.value ?? header.name
        text("Name", name, 0, 100)
        text(
            "LinkName",
            stated.last { $0.key == "linkpath" }?.value ?? block.text(at: 157, count: 100) ?? "",
            157, 100)
        collector.integer(
            "tar.Member.Size", Int64(clamping: header.size), element: element, unit: "B",
            locus: block.locus(at: 124, count: 12))
        let digits = block.bytes[100..<108].filter { (0x30...0x37).contains($0) }
        text("Mode", String(decoding: digits, as: UTF8.self), 100, 8)
        if let seconds = TARHeader.number(block.bytes[136..<148]), seconds > 0, seconds < 1 << 40 {
            text(
                "Modified", TimeSpan.timestamp(ofMicroseconds: Int64(seconds) * 1_000_000), 136, 12)
        }
        if block.has("ustar", at: 257) {
            text("User", block.text(at: 265, count: 32) ?? "", 265, 32)
            text("Group", block.text(at: 297, count: 32) ?? "", 297, 32)
        }
        let type = header.type == 0 ? "0" : String(UnicodeScalar(header.type))
        text("Type", type, 156, 1, label: Self.types[header.type])
        for (key, value) in stated where key != "path" && key != "linkpath" {
            collector.text(
                FactKey(segments: ["tar", "Member", "pax", key]), value, element: element,
                locus: block.locus)
        }
        guard isWhole, header.type == 0 || header.type == 0x30, header.size > 0,
            header.size <= Self.maximumTextByteCount, textCount < Self.maximumTextCount,
            ZIPExtractor.isText(name)
        else { return }
        textCount += 1
        open(name, header, at: start, element)
    }

    private func open(
        _ name: String, _ header: TARHeader, at start: UInt64, _ element: ElementPath
    ) {
        do throws(ExtractionError) {
            let bytes = try reader.bytes(at: start, count: Int(header.size))
            guard let text = TextShape.decoded(bytes, isWhole: true) else { return }
            collector.text(
                "tar.Member.Content", String(decoding: text, as: UTF8.self), element: element,
                locus: Locus(offset: start, length: header.size, address: name))
        } catch {
            collector.report(error.issue)
        }
    }
}
