internal import Extraction
internal import MetadataModel
internal import XMLReading

/// What a chunk or a box of an ND2 file holds: XML, a variant, numbers of all frames, or bytes
/// that nobody understands.
struct ND2Content {
    private static let maximumOpaqueByteCount = 1 << 16

    let key: FactKey
    let element: ElementPath
    let collector: FactCollector

    /// Adds the facts of the content.
    ///
    /// - Parameter holdsNumbers: Whether what is neither XML nor a variant are numbers.
    func state(_ bytes: [UInt8], locus: Locus, holdsNumbers: Bool = false) {
        do throws(ExtractionError) {
            var isUnderstood = try stateXML(bytes, locus: locus)
            if !isUnderstood { isUnderstood = try stateVariant(bytes, locus: locus) }
            if !isUnderstood, holdsNumbers { isUnderstood = stateNumbers(bytes, locus: locus) }
            if isUnderstood {
                collector.noteMetadata(bytes.count, understood: true)
                return
            }
        } catch {
            collector.report(error.issue)
            return
        }
        guard bytes.contains(where: { $0 != 0 }) else { return }
        collector.opaque(
            key, Array(bytes.prefix(Self.maximumOpaqueByteCount)), byteCount: bytes.count,
            element: element, locus: locus)
        collector.noteMetadata(bytes.count, understood: false)
    }

    private func stateXML(_ bytes: [UInt8], locus: Locus) throws(ExtractionError) -> Bool {
        // Some documents have a mark or zeros around them.
        guard let start = bytes.prefix(8).firstIndex(of: UInt8(ascii: "<")),
            let last = bytes.lastIndex(of: UInt8(ascii: ">")), last > start,
            XMLProlog(bytes[start..<min(bytes.count, start + FileHeader.maximumByteCount)]) != nil
        else { return false }
        let payload = Payload(
            bytes: Array(bytes[start...last]), key: key, element: element,
            locus: Locus(
                offset: locus.offset.map { $0 + UInt64(start) },
                length: UInt64(last - start + 1), address: locus.address))
        let facts = XMLFacts(
            key: key, element: element, dialect: .nikon, holder: PayloadHolder(payload),
            collector: collector)
        try XMLStream(reader: payload.reader, limits: collector.limits).send(to: facts)
        return true
    }

    private func stateVariant(_ bytes: [UInt8], locus: Locus) throws(ExtractionError) -> Bool {
        guard ND2Variant.begins(bytes) else { return false }
        var variant = ND2Variant(
            bytes: bytes, offset: locus.offset, address: locus.address, collector: collector)
        try variant.state(key, element: element)
        return true
    }

    /// Numbers of all frames: doubles, or 32-bit integers where the doubles would be none.
    private func stateNumbers(_ bytes: [UInt8], locus: Locus) -> Bool {
        guard bytes.count % 4 == 0, !bytes.isEmpty else { return false }
        let block = BinaryBlock(
            bytes: bytes, order: .little, offset: locus.offset ?? 0, address: locus.address)
        let name = key.segments.last ?? ""
        if bytes.count % 8 == 0, name != "PFS_STATUS" {
            let doubles = (0..<bytes.count / 8).compactMap { block.double(at: $0 * 8) }
            if doubles.allSatisfy(Self.isPlausible) {
                collector.numbers(
                    key, doubles.map { .real($0) }, element: element,
                    unit: ND2Units.unit(of: name), locus: locus)
                return true
            }
        }
        collector.numbers(
            key,
            (0..<bytes.count / 4).compactMap { block.int32(at: $0 * 4) }.map {
                .integer(Int64($0))
            },
            element: element, locus: locus)
        return true
    }

    private static func isPlausible(_ value: Double) -> Bool {
        value == 0 || value.isFinite && (1e-30...1e30).contains(abs(value))
    }
}

extension XMLDialect {
    /// The documents of NIS-Elements: `<uiWidth runtype="lx_uint32" value="512"/>`.
    static let nikon = XMLDialect(
        replacesRoot: true, units: ["": ND2Units.table], hasTypedValues: true)
}
