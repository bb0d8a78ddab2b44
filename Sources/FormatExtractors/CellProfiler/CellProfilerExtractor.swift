public import Extraction
internal import MetadataModel

/// Extracts the modules of a CellProfiler pipeline, with their settings in order.
///
/// | In the file | Key | Element |
/// |:------------|:----|:--------|
/// | `Version:3` before the first module | `cellprofiler.Version` | none |
/// | `IdentifyPrimaryObjects:[module_num:5\|enabled:True]` | `cellprofiler.IdentifyPrimaryObjects.module_num` | which of the modules of this name |
/// | indented `Threshold strategy:Global` | ``cellprofiler.IdentifyPrimaryObjects.`Threshold strategy` `` | that, and which of the settings of this name |
///
/// Escapes such as `\x5B` are read as the characters that they stand for.
///
/// Source: <https://github.com/CellProfiler/CellProfiler/wiki/Pipeline-file-format>;
/// `cellprofiler_core.pipeline` for the escapes.
public struct CellProfilerExtractor: Extractor {
    public let id = "cellprofiler"
    public let version = 1

    private static let maximumByteCount = 4 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("CellProfiler Pipeline:") ? .signature("CellProfiler Pipeline") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let bytes = try reader.prefix(maximum: Self.maximumByteCount).prefix { $0 != 0 }
        var pipeline = CellProfilerPipeline(into: collector)
        var number = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        where !collector.isFull {
            number += 1
            let body = line.last == 0x0D ? line.dropLast() : line
            guard !body.isEmpty else { continue }
            let locus = Locus(
                offset: UInt64(body.startIndex), length: UInt64(body.count),
                address: "line \(number)")
            pipeline.state(body, locus)
            collector.noteMetadata(body.count, understood: true)
        }
        pipeline.finish()
    }
}
