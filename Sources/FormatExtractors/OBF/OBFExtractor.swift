public import Extraction
internal import MetadataModel

/// Extracts the stacks of an Imspector file, `.obf` and `.msr`; pixels are skipped.
///
/// Everything is little-endian. A file's header leads to the first stack, each stack to the next.
///
/// | Key | What |
/// |:----|:-----|
/// | `obf.FormatVersion`, `obf.Description` | the file |
/// | `obf.Stack.Name`, `.Description` | a stack, one element each; descriptions are often XML |
/// | `obf.Stack.Size`, `.Length`, `.Offset` | per axis: pixels, extent and place |
/// | `obf.Stack.Label`, `.Unit` | per axis, behind the pixels |
/// | `obf.Stack.Metadata…` | pairs of names and values |
///
/// Source: <https://imspectordocs.readthedocs.io/en/latest/fileformat.html>.
public struct OBFExtractor: Extractor {
    public let id = "obf"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("OMAS_BF\n") && header.has([0xFF, 0xFF], at: 8) ? .signature("OMAS_BF") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var reading = StructureReading(
            reader, collector, order: .little, key: "obf", place: "file header", from: 10)
        try reading.state(numbers: "FormatVersion", .uint32, count: 1)
        var next = try reading.next(UInt64.self)
        let length = try reading.next(UInt32.self)
        if length > 0 {
            try reading.state(text: "Description", byteCount: Int(min(length, 1 << 24)))
        }
        var visited: Set<UInt64> = []
        while next != 0, visited.count < 4096, !collector.isFull {
            guard visited.insert(next).inserted else {
                throw ExtractionError(.malformed, "stacks lead back to each other", offset: next)
            }
            var stack = OBFStack(reader, collector, index: visited.count - 1, at: next)
            next = try stack.read()
        }
    }
}
