/// Where an XML document begins and ends among other text.
enum XMLExtent {
    /// The first whole document with a declaration, or of one element with content.
    static func first(in text: [UInt8], from start: Int) -> Range<Int>? {
        var place = start
        while let open = text[place...].firstIndex(of: UInt8(ascii: "<")) {
            if let end = end(in: text, from: open) { return open..<end }
            place = open + 1
        }
        return nil
    }

    /// Where the document that begins at a place ends; `nil` where none begins there.
    private static func end(in text: [UInt8], from open: Int) -> Int? {
        var root = open
        // The declaration, comments and the type stand before the root.
        while text[root...].starts(with: "<?".utf8) || text[root...].starts(with: "<!".utf8) {
            guard let close = text[root...].firstIndex(of: UInt8(ascii: ">")),
                let next = text[close...].firstIndex(of: UInt8(ascii: "<"))
            else { return nil }
            root = next
        }
        let name = text[(root + 1)...].prefix(while: isNameByte)
        guard let first = name.first, isLetter(first), name.count < 256 else { return nil }
        let closing = Array("</".utf8) + name + Array(">".utf8)
        var place = root
        var last: Int?
        // The last of several elements alike, but not beyond another declaration.
        while let next = text[place...].firstIndex(of: UInt8(ascii: "<")) {
            if next > root, text[next...].starts(with: "<?xml".utf8) { break }
            if text[next...].starts(with: closing) {
                last = next + closing.count
                if root == open { break }
            }
            place = next + 1
        }
        return last
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x3A].contains(byte)
            || byte >= 0x80
    }
}
