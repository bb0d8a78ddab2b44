public import Extraction
internal import FormatExtractors
internal import MetadataModel

/// Reads a format that a YAML file describes, or has a program read it that the file names.
public struct DeclarativeExtractor: Extractor {
    let description: FormatDescription

    public var id: String { description.id }
    public var version: Int { description.version }

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.count >= description.leastByteCount else { return nil }
        for signature in description.signatures
        where header.has(signature.bytes, at: signature.offset) {
            return .signature("at byte \(signature.offset)")
        }
        guard description.suffixes.contains(header.suffix) else { return nil }
        switch description.body {
        case .header(let layout):
            // Without a signature a name proves little: the numbers must make sense.
            guard !layout.plausible.isEmpty else {
                return description.signatures.isEmpty ? .suffix(header.suffix) : nil
            }
            let isPlausible = [ByteOrder.little, .big].contains {
                layout.isPlausible(header.bytes, $0)
            }
            return isPlausible ? .suffix(header.suffix) : nil
        case .program:
            return description.signatures.isEmpty ? .suffix(header.suffix) : nil
        case .lines:
            return header.bytes.contains(0) ? nil : .suffix(header.suffix)
        }
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        switch description.body {
        case .header(let layout):
            let head = try reader.prefix(maximum: FileHeader.maximumByteCount)
            try HeaderReading(id: id, reader: reader, collector: collector)
                .read(layout, layout.byteOrder(of: head))
        case .lines(let syntax, let units):
            try KeyValueFacts(base: FactKey(segments: [id]), units: units)
                .collect(reading: reader, syntax: syntax, into: collector)
        case .program(let program):
            try ProgramReading(id: id, program: program).run(reader, into: collector)
        }
    }
}

extension HeaderDescription {
    /// Whether all conditions hold in a byte order; of a file that was cut, those that it still
    /// has the bytes for, which must be half of them at least.
    func isPlausible(_ head: [UInt8], _ order: ByteOrder) -> Bool {
        head.withUnsafeBytes { bytes in
            let met = plausible.filter { condition in
                condition.offset + (condition.type.byteCount ?? 0) <= bytes.count
            }
            return met.count * 2 >= plausible.count
                && met.allSatisfy { condition in
                    let value = bytes.number(condition.type, at: condition.offset, order).double
                    return value.isFinite && value >= condition.least ?? -.infinity
                        && value <= condition.greatest ?? .infinity
                        && (condition.values.isEmpty || condition.values.contains(value))
                }
        }
    }

    func byteOrder(of head: [UInt8]) -> ByteOrder {
        switch byteOrder {
        case .fixed(let order): return order
        case .mark(let offset, let little, let big):
            if offset < head.count, head[offset] == little { return .little }
            if offset < head.count, head[offset] == big { return .big }
        case .plausible: break
        }
        return !isPlausible(head, .little) && isPlausible(head, .big) ? .big : .little
    }
}
