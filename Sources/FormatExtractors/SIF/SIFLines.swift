internal import Extraction
internal import MetadataModel

/// Reads lines, words and texts of a SIF file one after the other.
final class SIFLines {
    let reader: ByteReader
    let collector: FactCollector
    var position: UInt64 = 0
    var element = ElementPath.root
    var place = ""
    private(set) var number = 0
    /// Where what was read last stands.
    private var start: UInt64 = 0
    private var byteCount = 0
    private var unknownCount = 0

    /// Bytes of the longest line.
    private static let maximumByteCount = 1 << 16

    init(reader: ByteReader, collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    /// The rest of the line, without its end.
    func line() throws(ExtractionError) -> String {
        start = position
        var bytes: [UInt8] = []
        while true {
            let byte = try reader.uint8(at: position)
            position += 1
            if byte == 0x0A { break }
            guard bytes.count < Self.maximumByteCount else {
                throw ExtractionError(
                    .malformed, "a line of more than \(Self.maximumByteCount) bytes", offset: start)
            }
            bytes.append(byte)
        }
        number += 1
        byteCount = bytes.count
        collector.noteMetadata(bytes.count + 1, understood: true)
        return TextDecoding.text(of: bytes).text
    }

    /// The next word. Its first byte may be any, since single bytes stand for numbers.
    func word() throws(ExtractionError) -> (text: String, code: UInt8?) {
        start = position
        var bytes = [try reader.uint8(at: position)]
        position += 1
        while true {
            let byte = try reader.uint8(at: position)
            guard byte != 0x0A else { break }
            position += 1
            guard byte != 0x20, bytes.count < 64 else { break }
            bytes.append(byte)
        }
        byteCount = bytes.count
        collector.noteMetadata(bytes.count + 1, understood: true)
        let isCode = bytes.count == 1 && bytes[0] < 0x20
        return (TextDecoding.text(of: bytes).text, isCode ? bytes[0] : nil)
    }

    /// A text behind the line that states its length.
    func text(_ name: String, count: Int) throws(ExtractionError) {
        guard count >= 0, count <= 1 << 20 else {
            throw ExtractionError(
                .malformed, "expected a text of at most 1 MiB, found \(count) bytes",
                offset: position)
        }
        start = position
        let bytes = try reader.bytes(at: position, count: count)
        position += UInt64(count)
        byteCount = count
        collector.noteMetadata(count, understood: true)
        let isText = TextShape.decoded(bytes, isWhole: true) != nil
        guard bytes.contains(where: { $0 > 0x20 }) else { return }
        if isText {
            state(name, BinaryText.narrow(bytes))
        } else {
            collector.opaque(
                key(name), bytes, element: element, locus: locus(name))
        }
    }

    /// Whether the next section is there; `nil` where its flag is not.
    func flag() throws(ExtractionError) -> Bool? {
        let bytes = try reader.prefix(from: position, maximum: 2)
        guard bytes.count == 2, bytes[1] == 0x0A, bytes[0] == 0x30 || bytes[0] == 0x31 else {
            return nil
        }
        position += 2
        return bytes[0] == 0x31
    }

    private func key(_ name: String) -> FactKey {
        FactKey(printed: "sif." + name)
    }

    private func locus(_ name: String) -> Locus {
        Locus(
            offset: reader.baseOffset + start, length: UInt64(byteCount),
            address: place + name)
    }

    /// States what was read last, or the part of it that is given.
    func state(_ name: String, _ text: String, unit: String? = nil, index: Int? = nil) {
        guard !text.isEmpty else { return }
        var path = element
        if let index, index > 0 { path = element.appending(segment: 1, index: index) }
        collector.text(
            key(name), text, element: path, unit: unit,
            locus: locus(name))
    }

    /// States a number that one byte or a word is.
    func state(_ name: String, _ word: (text: String, code: UInt8?), unit: String? = nil) {
        if name == "timedate", let seconds = Int64(word.text) {
            collector.add(
                BinaryMoment(unixSeconds: seconds).fact(
                    key(name), element: element, locus: locus(name)))
        } else if let code = word.code {
            collector.integer(
                key(name), Int64(code), element: element, unit: unit,
                locus: locus(name))
        } else {
            state(name, word.text, unit: unit)
        }
    }

    /// Keeps a line whose fields are not known.
    func stateLine(_ text: String) {
        guard !text.isEmpty else { return }
        var path = element
        if unknownCount > 0 { path = element.appending(segment: 1, index: unknownCount) }
        unknownCount += 1
        collector.text(
            "sif.Line", text, element: path,
            locus: locus("line \(number)"))
    }
}
