public import Extraction
internal import MetadataModel

/// Extracts the header of an Analyze 7.5 volume; keys are its fields (``NIfTILayout/analyze``).
///
/// Lengths are in what `vox_units` says, else mm. SPM keeps the origin where Analyze has the
/// originator; `analyze.origin` is stated where it can be one, else `analyze.originator`.
///
/// Source: <https://web.archive.org/web/2007/http://www.mayo.edu/bir/PDF/ANALYZE75.pdf>.
public struct AnalyzeExtractor: Extractor {
    public let id = "analyze"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard let form = NIfTIForm(header.bytes), form.version == 0, header.bytes.count >= 348
        else { return nil }
        return .signature("a header of 348 bytes")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let bytes = try reader.prefix(maximum: 348)
        guard let form = NIfTIForm(bytes), bytes.count == 348 else {
            throw ExtractionError(
                .truncated, "expected a header of 348 bytes, found \(bytes.count)",
                offset: UInt64(bytes.count))
        }
        let header = HeaderBytes(bytes, form.order, offset: 0)
        let table = NIfTILayout.analyze
        let isText = header.bytes(at: 253, count: 10)?.allSatisfy {
            $0 == 0 || (0x20...0x7E).contains($0)
        }
        let originator = header.text(at: 253, count: 10) ?? ""
        let hasOriginator = isText == true && originator.utf8.count > 2
        let written = header.text(at: 56, count: 4) ?? ""
        let unit = Fact.isUnit(written) ? written : "mm"
        table.state(
            header, key: "analyze", units: [:],
            omitting: hasOriginator ? ["origin"] : [], into: collector)
        if hasOriginator {
            collector.text(
                "analyze.originator", originator, locus: header.locus(at: 253, count: 10))
        }
        let sizes = table.numbers(of: "dim", in: header)
        let spacings = table.numbers(of: "pixdim", in: header)
        guard case .integer(let count)? = sizes.first, (1...7).contains(count),
            sizes.count == 8, spacings.count == 8
        else { return }
        let names = ["x", "y", "z", "t", "u", "v", "w"]
        for axis in 1...Int(count) {
            guard case .integer(let size) = sizes[axis] else { continue }
            collector.integer(
                FactKey(printed: "analyze.dim." + names[axis - 1]), size,
                locus: header.locus(at: 40 + 2 * axis, count: 2))
            collector.real(
                FactKey(printed: "analyze.pixdim." + names[axis - 1]), spacings[axis].double,
                written: Fact.spelling(of: Float(spacings[axis].double)),
                unit: axis <= 3 ? unit : nil, locus: header.locus(at: 76 + 4 * axis, count: 4))
        }
        collector.noteMetadata(348, understood: true)
    }
}
