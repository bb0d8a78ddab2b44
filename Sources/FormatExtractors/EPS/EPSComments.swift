internal import Extraction
internal import MetadataModel

/// Reads the comments of PostScript, line by line.
struct EPSComments {
    private let collector: FactCollector
    private var counts: [String: Int] = [:]
    /// Bytes of Photoshop's resources, while they are read from hexadecimal digits.
    private var resources: (bytes: [UInt8], offset: UInt64)?

    init(into collector: FactCollector) {
        self.collector = collector
    }

    /// Reads the lines of a part of the file.
    mutating func read(_ part: BinaryBlock) {
        var place = 0
        let bytes = part.bytes
        while place < bytes.count, !collector.isFull {
            if bytes[place] == UInt8(ascii: "<"), let end = packet(in: part, from: place) {
                place = end
                continue
            }
            let end = bytes[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            if bytes[place] == UInt8(ascii: "%") {
                state(bytes[place..<end], in: part)
            }
            place = end + 1
        }
        if let resources { finish(resources.bytes, resources.offset) }
    }

    /// Adds the XMP packet that begins at a place; returns the place behind it.
    private func packet(in part: BinaryBlock, from place: Int) -> Int? {
        guard part.has("<?xpacket begin", at: place) || part.has("<x:x", at: place) else {
            return nil
        }
        let mark = Array("<?xpacket end".utf8)
        var end = place + 1
        while let next = part.bytes[end...].firstIndex(of: mark[0]) {
            if part.bytes[next...].starts(with: mark) {
                collector.text(
                    "eps.XMP", TextDecoding.text(of: part.bytes[place..<next]).text,
                    locus: part.locus(at: place, count: next - place))
                collector.noteMetadata(next - place, understood: true)
                return next + mark.count
            }
            end = next + 1
        }
        return nil
    }

    private mutating func state(_ line: ArraySlice<UInt8>, in part: BinaryBlock) {
        if let resources {
            if line.starts(with: "%EndPhotoshop".utf8) {
                finish(resources.bytes, resources.offset)
                self.resources = nil
            } else {
                self.resources?.bytes += Self.hexadecimal(line.dropFirst())
            }
            return
        }
        if line.starts(with: "%BeginPhotoshop".utf8) {
            resources = ([], part.offset + UInt64(line.startIndex))
            return
        }
        if line.starts(with: "%!PS".utf8) {
            add("Version", line.dropFirst(2), in: part)
            return
        }
        let isDouble = line.dropFirst().first == UInt8(ascii: "%")
        let body = line.dropFirst(isDouble ? 2 : 1)
        guard let colon = body.firstIndex(of: UInt8(ascii: ":")), colon > body.startIndex,
            body[..<colon].allSatisfy({
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                    || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_")
            }), isDouble || body.starts(with: "ImageData".utf8) || body.starts(with: "AI".utf8)
        else { return }
        let name = String(decoding: body[..<colon], as: UTF8.self)
        let value = body[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        // The value follows in the trailer.
        guard !value.elementsEqual("(atend)".utf8), !name.hasPrefix("BeginData"),
            !name.hasPrefix("BeginBinary")
        else { return }
        add(name, value, in: part)
    }

    private mutating func add(_ name: String, _ value: ArraySlice<UInt8>, in part: BinaryBlock) {
        let index = counts[name, default: 0]
        counts[name] = index + 1
        var text = TextDecoding.text(of: value).text
        if text.hasPrefix("("), text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
        collector.text(
            FactKey(segments: ["eps", name]), text,
            element: index == 0 ? .root : ElementPath(segment: 1, index: index),
            locus: part.locus(at: value.startIndex, count: value.count))
        collector.noteMetadata(value.count, understood: true)
    }

    private func finish(_ bytes: [UInt8], _ offset: UInt64) {
        var block = BinaryBlock(bytes, order: .big, at: offset, address: "Photoshop")
        block.isAssembled = true
        PhotoshopReader.read(block, element: .root, into: collector)
    }

    /// The bytes that pairs of hexadecimal digits stand for.
    static func hexadecimal(_ text: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in text {
            let value: UInt8
            switch digit {
            case 0x30...0x39: value = digit - 0x30
            case 0x41...0x46: value = digit - 0x37
            case 0x61...0x66: value = digit - 0x57
            default: continue
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }
}
