public import Extraction
internal import MetadataModel

/// Extracts the TEXT segment of a flow cytometry file, `.fcs`; events are never read.
///
/// A header of 58 bytes says where the segments stand, in decimal. The first character of the TEXT
/// segment divides keywords and values; doubled, it is itself.
///
/// | Key | What |
/// |:----|:-----|
/// | `fcs.Version` | FCS2.0, FCS3.0, FCS3.1 |
/// | `fcs.$CYT` … | keywords as the file has them |
/// | `fcs.$P.N` … | keywords of parameters, `$P3N`: the number is the element |
///
/// Source: Spidlen and others, "Data File Standard for Flow Cytometry, version FCS 3.1", 2010.
public struct FCSExtractor: Extractor {
    public let id = "fcs"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let isVersion = ["FCS2.0", "FCS3.0", "FCS3.1", "FCS3.2"].contains { (mark: StaticString) in
            header.has(mark)
        }
        return isVersion ? .signature("FCS") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.bytes(at: 0, count: 58)
        collector.text(
            "fcs.Version", String(decoding: head[..<6], as: UTF8.self),
            locus: Locus(offset: 0, length: 6, address: "header"))
        collector.noteMetadata(58, understood: true)
        func place(_ start: Int) -> UInt64? {
            UInt64(String(decoding: head[start..<start + 8], as: UTF8.self).trimmingSpaces)
        }
        guard let first = place(10), let last = place(18), first >= 58, last > first,
            last - first < 1 << 24
        else {
            throw ExtractionError(.malformed, "expected the place of the text segment", offset: 10)
        }
        try state(
            try reader.prefix(from: first, maximum: Int(last - first + 1)), at: first,
            isWhole: last < reader.count, into: collector)
    }

    private func state(
        _ bytes: [UInt8], at offset: UInt64, isWhole: Bool, into collector: FactCollector
    ) throws(ExtractionError) {
        guard let separator = bytes.first else {
            throw ExtractionError(.truncated, "expected a text segment", offset: offset)
        }
        var name: String?
        var token: [UInt8] = []
        var start = 1
        var index = 1
        while index < bytes.count, !collector.isFull {
            guard bytes[index] == separator else {
                token.append(bytes[index])
                index += 1
                continue
            }
            if index + 1 < bytes.count, bytes[index + 1] == separator, !token.isEmpty {
                token.append(separator)
                index += 2
                continue
            }
            let text = TextDecoding.text(of: token).text
            if let keyword = name {
                let (key, element) = Self.key(keyword)
                collector.text(
                    key, text, element: element,
                    locus: Locus(
                        offset: offset + UInt64(start), length: UInt64(index - start),
                        address: keyword))
                name = nil
            } else {
                name = text
            }
            token = []
            index += 1
            start = index
        }
        collector.noteMetadata(bytes.count, understood: true)
        if !isWhole || name != nil {
            collector.report(
                Issue(
                    .truncated, "the text segment ends within \(name ?? "a keyword")",
                    at: Locus(offset: offset + UInt64(bytes.count), address: "TEXT")))
        }
    }

    /// `$P3N` is the keyword `$P.N` of the parameter 3.
    private static func key(_ keyword: String) -> (FactKey, ElementPath) {
        let hasMark = keyword.hasPrefix("$P")
        let rest = keyword.dropFirst(2)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard hasMark, let number = UInt16(digits), digits.count < rest.count else {
            return (FactKey(segments: ["fcs", keyword]), .root)
        }
        return (
            FactKey(segments: ["fcs", "$P", String(rest.dropFirst(digits.count))]),
            ElementPath(segment: 1, index: Int(number))
        )
    }
}
