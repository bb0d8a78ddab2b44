public import Extraction
internal import JSONReading
internal import MetadataModel

/// Extracts everything that a JSON file states: one value, JSON lines, GeoJSON, notebooks, the
/// attributes of Zarr; see ``TreeFacts`` for the keys and ``JSONScanner`` for what is tolerated.
///
/// Source: <https://www.rfc-editor.org/rfc/rfc8259>
public struct JSONExtractor: Extractor {
    public let id = "json"
    public let version = 1

    public init() {}

    private static let suffixes: Set<String> = [
        "json", "jsonl", "ndjson", "jsonld", "geojson", "ipynb", "zattrs", "zarray", "zgroup",
        "zmetadata",
    ]

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let isWhole = header.count <= UInt64(header.bytes.count)
        if let text = header.text(beginningWith: "{["),
            let opening = JSONShape.opening(of: Array(text.utf8), isWhole: isWhole)
        {
            return .signature("JSON \(opening)")
        }
        guard Self.suffixes.contains(header.suffix),
            header.bytes.isEmpty || TextShape.decoded(header.bytes, isWhole: true) != nil
        else { return nil }
        return .suffix(header.suffix)
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let stream = try JSONStream(reader: reader, limits: collector.limits)
        let facts = TreeFacts(key: FactKey(printed: id), collector: collector)
        try JSONFacts.read(stream, into: facts)
    }
}

/// Opens text that is JSON, under the key that held it.
public struct JSONPayloadReader: PayloadReader {
    public let signs = PayloadSigns(beginnings: ["{", "["])

    public init() {}

    public func claims(_ payload: Payload) -> Bool {
        let first = payload.bytes.first { $0 > 0x20 }
        let last = payload.bytes.last { $0 > 0x20 }
        return first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
            || first == UInt8(ascii: "[") && last == UInt8(ascii: "]")
    }

    public func read(
        _ payload: Payload, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        guard JSONShape.isWhole(payload.bytes) else { return false }
        let stream = try JSONStream(reader: payload.reader, limits: collector.limits)
        let facts = TreeFacts(
            key: payload.key, element: payload.element, holder: PayloadHolder(payload),
            tree: collector.kept(for: payload.key) { KeyTree(root: payload.key) },
            collector: collector)
        try JSONFacts.read(stream, into: facts)
        return true
    }
}
