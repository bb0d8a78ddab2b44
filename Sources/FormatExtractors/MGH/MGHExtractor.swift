public import Extraction
internal import MetadataModel

/// Extracts the header of a FreeSurfer volume, `.mgh` or `.mgz`, and what stands behind its voxels.
///
/// | Key | Offset | Type | Unit |
/// |:----|-------:|:-----|:-----|
/// | `mgh.version` | 0  | int32 | |
/// | `mgh.dims`    | 4  | int32[4], also as `mgh.dims.width` … | |
/// | `mgh.type`    | 20 | int32 | |
/// | `mgh.dof`     | 24 | int32 | |
/// | `mgh.goodRASFlag` | 28 | int16 | |
/// | `mgh.delta`   | 30 | float32[3] | mm |
/// | `mgh.Mdc`     | 42 | float32[9] | |
/// | `mgh.Pxyz_c`  | 78 | float32[3] | mm |
/// | `mgh.tr`, `mgh.flip_angle`, `mgh.te`, `mgh.ti`, `mgh.fov` | behind the voxels | float32 | ms, rad, ms, ms, mm |
/// | `mgh.tag.…`   | behind these | tags: names of files, command lines | |
///
/// Source: <https://surfer.nmr.mgh.harvard.edu/fswiki/FsTutorial/MghFormat>.
public struct MGHExtractor: Extractor {
    public let id = "mgh"
    public let version = 1

    private static let headerByteCount = 284
    /// Bytes of an inflated file that are looked at for what stands behind its voxels.
    private static let maximumInflatedByteCount = 1 << 20

    public init() {}

    private static let table = HeaderTable(
        """
        int32 version
        int32[4] dims
        int32 type
        int32 dof
        int16 goodRASFlag
        float32[3] delta mm
        float32[9] Mdc
        float32[3] Pxyz_c mm
        """,
        labels: [
            "type": [
                0: "uint8", 1: "int32", 2: "int64", 3: "float32", 4: "int16", 5: "bitmap",
                6: "tensor", 10: "uint16",
            ]
        ])

    private static let footer = HeaderTable(
        """
        float32 tr ms
        float32 flip_angle rad
        float32 te ms
        float32 ti ms
        float32 fov mm
        """)

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let isNamed = ["mgh", "mgz", "gz"].contains(header.suffix)
        guard isNamed else { return nil }
        if Self.isHeader(header.bytes) { return .signature("MGH") }
        let head = InflatedPrefix.head(ofGZip: header.bytes, maximum: 90)
        return head.map(Self.isHeader) == true ? .signature("MGH within gzip") : nil
    }

    private static func isHeader(_ bytes: [UInt8]) -> Bool {
        let header = HeaderBytes(bytes, .big, offset: nil)
        guard bytes.count >= 30, header.integer(at: 0, as: Int32.self) == 1,
            let type = header.integer(at: 20, as: Int32.self), (0...10).contains(type),
            let flag = header.integer(at: 28, as: Int16.self), flag == 0 || flag == 1
        else { return false }
        return (1...4).allSatisfy { (header.integer(at: $0 * 4, as: Int32.self) ?? 0) > 0 }
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        guard try reader.prefix(maximum: 2) == [0x1F, 0x8B] else {
            return try state(reader, hasOffsets: true, isWhole: true, into: collector)
        }
        try GZipHeaderFacts.state(reader, into: collector)
        let inflated = try InflatedPrefix(
            of: reader, from: 0, .gzip, limits: collector.limits,
            maximum: Self.maximumInflatedByteCount)
        if let problem = inflated.problem { collector.report(problem.issue) }
        try state(
            ByteReader(bytes: inflated.bytes), hasOffsets: false,
            isWhole: inflated.isWhole, into: collector)
    }

    private func state(
        _ reader: ByteReader, hasOffsets: Bool, isWhole: Bool, into collector: FactCollector
    ) throws(ExtractionError) {
        let bytes = try reader.prefix(maximum: Self.headerByteCount)
        let header = HeaderBytes(bytes, .big, offset: hasOffsets ? 0 : nil)
        let hasRAS = header.integer(at: 28, as: Int16.self) == 1
        Self.table.state(
            header, key: "mgh", omitting: hasRAS ? [] : ["delta", "Mdc", "Pxyz_c"],
            into: collector)
        for (axis, name) in ["width", "height", "depth", "frames"].enumerated() {
            guard let size = header.integer(at: 4 + 4 * axis, as: Int32.self) else { continue }
            collector.integer(
                FactKey(printed: "mgh.dims." + name), Int64(size),
                locus: header.locus(at: 4 + 4 * axis, count: 4))
        }
        if hasRAS {
            for (axis, name) in ["x", "y", "z"].enumerated() {
                guard let size = header.float(at: 30 + 4 * axis) else { continue }
                collector.real(
                    FactKey(printed: "mgh.delta." + name), Double(size),
                    written: Fact.spelling(of: size), unit: "mm",
                    locus: header.locus(at: 30 + 4 * axis, count: 4))
            }
        }
        collector.noteMetadata(min(bytes.count, 90), understood: true)
        guard bytes.count == Self.headerByteCount else {
            throw ExtractionError(
                .truncated,
                "expected a header of \(Self.headerByteCount) bytes, found \(bytes.count)",
                offset: UInt64(bytes.count))
        }
        guard let end = voxelEnd(header) else { return }
        guard end <= reader.count else {
            if isWhole {
                collector.report(
                    Issue(
                        .truncated, "expected voxels up to byte \(end), found \(reader.count)",
                        at: Locus(offset: hasOffsets ? reader.count : nil)))
            }
            return
        }
        let rest = try reader.prefix(from: end, maximum: Self.footer.byteCount)
        Self.footer.state(
            HeaderBytes(rest, .big, offset: hasOffsets ? end : nil, address: "footer"), key: "mgh",
            into: collector)
        collector.noteMetadata(rest.count, understood: true)
        try stateTags(
            reader, from: end + UInt64(Self.footer.byteCount), hasOffsets, into: collector)
    }

    private func voxelEnd(_ header: HeaderBytes) -> UInt64? {
        let widths: [Int32: UInt64] = [0: 1, 1: 4, 2: 8, 3: 4, 4: 2, 10: 2]
        guard let type = header.integer(at: 20, as: Int32.self), var count = widths[type] else {
            return nil
        }
        for axis in 1...4 {
            guard let size = header.integer(at: 4 * axis, as: Int32.self), size > 0 else {
                return nil
            }
            let product = count.multipliedReportingOverflow(by: UInt64(size))
            guard !product.overflow else { return nil }
            count = product.partialValue
        }
        let end = count.addingReportingOverflow(UInt64(Self.headerByteCount))
        return end.overflow ? nil : end.partialValue
    }

    private static let tagNames: [Int32: String] = [
        1: "OLD_COLORTABLE", 2: "OLD_USEREALRAS", 3: "CMDLINE", 4: "USEREALRAS", 5: "COLORTABLE",
        10: "GCAMORPH_GEOM", 11: "GCAMORPH_TYPE", 12: "GCAMORPH_LABELS", 20: "OLD_SURF_GEOM",
        21: "SURF_GEOM", 30: "OLD_MGH_XFORM", 31: "MGH_XFORM", 32: "GROUP_AVG_SURFACE_AREA",
        33: "AUTO_ALIGN", 40: "SCALAR_DOUBLE", 41: "PEDIR", 42: "MRI_FRAME", 43: "FIELDSTRENGTH",
    ]

    /// Adds the tags at the end of the file: a number, a length of 64 bits (of 32 for the old
    /// transform), a text.
    private func stateTags(
        _ reader: ByteReader, from start: UInt64, _ hasOffsets: Bool,
        into collector: FactCollector
    ) throws(ExtractionError) {
        var position = start
        var occurrences = OccurrenceCounter()
        while position < reader.count, reader.count - position >= 8, !collector.isFull {
            let tag = try reader.integer(at: position, .big, as: Int32.self)
            let isOld = tag == 30 || tag == 1 || tag == 20
            let width: UInt64 = isOld ? 4 : 8
            guard tag != 0, reader.count - position >= 4 + width, !isOld || tag == 30 else {
                return
            }
            let length =
                isOld
                ? UInt64(try reader.uint32(at: position + 4, .big))
                : try reader.uint64(at: position + 4, .big)
            position += 4 + width
            guard length <= reader.count - position, length <= 1 << 24 else {
                throw ExtractionError(
                    .malformed, "expected a tag within the file, found one of \(length) bytes",
                    at: Locus(offset: hasOffsets ? position : nil, address: "tag \(tag)"))
            }
            let bytes = try reader.bytes(at: position, count: Int(length))
            let name = Self.tagNames[tag] ?? String(tag)
            let index = occurrences.next(name)
            let element: ElementPath = index == 0 ? .root : ElementPath(segment: 2, index: index)
            let locus = Locus(
                offset: hasOffsets ? position : nil, length: hasOffsets ? length : nil,
                address: "tag \(tag)")
            let key = FactKey(segments: ["mgh", "tag", name])
            let text = Array(bytes.prefix { $0 != 0 })
            if !text.isEmpty, text.withUnsafeBytes(TIFFText.isReadable) {
                collector.text(
                    key, TextDecoding.text(of: text).text, element: element, locus: locus)
            } else if !bytes.isEmpty {
                collector.opaque(key, bytes, element: element, locus: locus)
            }
            collector.noteMetadata(bytes.count, understood: !text.isEmpty)
            position += length
        }
    }
}
