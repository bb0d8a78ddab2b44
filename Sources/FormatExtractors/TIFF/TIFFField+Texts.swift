internal import Extraction
internal import MetadataModel

extension TIFFField {
    /// Adds the texts of the value where it is text; else its bytes as numbers while they are few.
    ///
    /// - Parameter leastCount: Bytes that a text has at least: fewer may be letters by chance.
    /// - Returns: False where the bytes are neither.
    func stateReadable(
        leastCount: Int, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        let isText = try file.withValue(of: entry) { bytes throws(ExtractionError) in
            TIFFText.isReadable(bytes) && bytes.count >= leastCount
        }
        if isText {
            try stateTexts(into: collector)
        } else if entry.type == .ascii, let text = try textBeforeGarbage() {
            collector.text(
                key, TextDecoding.text(of: text).text, element: element,
                locus: locus(at: 0, count: text.count))
        } else if entry.count <= collector.limits.maximumListCount {
            collector.numbers(
                key, try file.numbers(of: entry), element: element, locus: locus)
        } else {
            try stateOpaque(into: collector)
            return false
        }
        return true
    }

    /// A text that a NUL ends, behind which a writer left what stood in its memory.
    private func textBeforeGarbage() throws(ExtractionError) -> ArraySlice<UInt8>? {
        let text = try file.bytes(of: entry, maximum: Self.maximumOpaqueByteCount).prefix {
            $0 != 0
        }
        return text.isEmpty || !text.withUnsafeBytes(TIFFText.isReadable) ? nil : text
    }

    /// Adds the texts of the value: one fact for each of the strings that NUL bytes divide.
    func stateTexts(into collector: FactCollector) throws(ExtractionError) {
        let bytes = try bytes()
        let parts = TIFFText.parts(of: bytes)
        guard parts.count <= collector.limits.maximumListCount else {
            try stateOpaque(into: collector)
            return
        }
        for part in parts {
            let locus = locus(at: part.startIndex, count: part.count)
            let decoded = TextDecoding.text(of: part)
            if !decoded.isExact {
                collector.report(
                    Issue(.malformed, "expected text, found bytes that are none", at: locus))
            }
            collector.text(key, decoded.text, element: element, locus: locus)
        }
        if parts.isEmpty {
            collector.text(key, "", element: element, locus: locus)
        }
    }

    /// Adds a version in four digits, `0221`, which means 2.21, or in four bytes.
    func stateVersion(into collector: FactCollector) throws(ExtractionError) {
        let bytes = try bytes()
        if entry.type == .byte, bytes.count <= 8 {
            collector.numbers(
                key, bytes.map { .integer(Int64($0)) }, element: element,
                label: bytes.map { String($0) }.joined(separator: "."), locus: locus)
            return
        }
        guard bytes.count == 4, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return try stateTexts(into: collector)
        }
        let digits = bytes.map { String(UnicodeScalar($0)) }
        let major = digits[0] == "0" ? digits[1] : digits[0] + digits[1]
        collector.text(
            key, digits.joined(), element: element, label: "\(major).\(digits[2])\(digits[3])",
            locus: locus)
    }

    /// Adds a text behind its character code: `ASCII`, `UNICODE` (UTF-16 in the order of the file),
    /// `JIS`, or eight zeros for none.
    func stateCodedText(into collector: FactCollector) throws(ExtractionError) {
        let bytes = try bytes()
        guard bytes.count >= 8 else { return try stateTexts(into: collector) }
        let body = bytes.dropFirst(8)
        let locus = locus(at: 8, count: body.count)
        let text: String
        if bytes.starts(with: "UNICODE\0".utf8), !body.starts(with: [0xFF, 0xFE]),
            !body.starts(with: [0xFE, 0xFF])
        {
            text = TextDecoding.utf16(upToZero: body, file.order)
        } else if bytes.starts(with: "JIS\0\0\0\0\0".utf8) {
            return try stateOpaque(into: collector)
        } else {
            text = TextDecoding.text(of: body).text
        }
        // Cameras fill the rest of the field with zeros or spaces.
        let end = text.unicodeScalars.lastIndex { $0 != "\0" && $0 != " " }
        let trimmed = end.map { String(text.unicodeScalars[...$0]) } ?? ""
        collector.text(key, trimmed, element: element, locus: locus)
    }
}

/// Tells text from other bytes, and one text from the next.
enum TIFFText {
    /// Whether bytes hold no control character but tabulators and line ends; zeros divide texts.
    static func isReadable(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let end = bytes.lastIndex(where: { $0 != 0 }) else { return bytes.isEmpty }
        if isWide(bytes) { return true }
        var zeroCount = 0
        for byte in bytes[...end] {
            switch byte {
            case 0: zeroCount += 1
            case 0x09...0x0D, 0x20...0x7E, 0x80...0xFF: continue
            default: return false
            }
        }
        return zeroCount <= end / 4
    }

    /// The strings that NUL bytes divide; UTF-16 text is one.
    static func parts(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        let isWide = bytes.withUnsafeBytes(isWide)
        if isWide {
            let end = (bytes.lastIndex { $0 != 0 } ?? -1) + 1
            return [bytes[..<min(bytes.count, end + end % 2)]]
        }
        return bytes.split(separator: 0)
    }

    /// Whether the bytes begin as UTF-16 text of Latin letters does.
    private static func isWide(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= 8 else { return false }
        func isLetters(from first: Int) -> Bool {
            stride(from: first, to: 8, by: 2).allSatisfy { bytes[$0] >= 0x09 && bytes[$0] < 0x7F }
        }
        func isZero(from first: Int) -> Bool {
            stride(from: first, to: 8, by: 2).allSatisfy { bytes[$0] == 0 }
        }
        return isLetters(from: 0) && isZero(from: 1) || isZero(from: 0) && isLetters(from: 1)
    }
}
