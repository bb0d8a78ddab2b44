public import Extraction
internal import MetadataModel

/// Extracts a Becker & Hickl time-correlated measurement, `.sdt`; counts are never read.
///
/// | Key | What |
/// |:----|:-----|
/// | `sdt.header.revision` … | the file's header |
/// | `sdt.info.Title` … | lines `Name : value` between `*IDENTIFICATION` and `*END` |
/// | `sdt.setup.SP_TAC_R` … | lines `#SP [NAME,type,value]` of the setup |
/// | `sdt.measurement.…` | the description of each measurement |
///
/// Source: Becker & Hickl, "SPCM data file structure", in the TCSPC handbook.
public struct SDTExtractor: Extractor {
    public let id = "sdt"
    public let version = 1

    private static let header = StructureLayout(
        """
        int16 revision
        int32 info_offs B
        int16 info_length B
        int32 setup_offs B
        uint16 setup_length B
        int32 data_block_offs B
        int16 no_of_data_blocks
        uint32 data_block_length B
        int32 meas_desc_block_offs B
        int16 no_of_meas_desc_blocks
        int16 meas_desc_block_length B
        uint16 header_valid
        uint32 reserved1?
        uint16 reserved2?
        uint16 chksum
        """)

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        let isValid = header.has([0x55, 0x55], at: 32)
        return isValid && header.suffix == "sdt" && header.count > 42
            ? .signature("5555 at byte 32") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var reading = StructureReading(reader, collector, order: .little, key: "sdt.header")
        try reading.state(Self.header)
        try stateInfo(reading, reader, collector)
        try stateSetup(reading, reader, collector)
        let place = reading.count("meas_desc_block_offs")
        let length = reading.count("meas_desc_block_length")
        guard place > 0, length >= 60 else { return }
        for index in 0..<min(reading.count("no_of_meas_desc_blocks"), 256) {
            let start = place + index * length
            var block = StructureReading(
                reader, collector, order: .little, key: "sdt.measurement",
                element: ElementPath(segment: 1, index: Int(index)), place: "measurement \(index)",
                from: start, end: start + length)
            try block.state(SDTMeasurement.layout, allowsShort: true)
            if block.left > 0 { try block.state(opaque: "rest", byteCount: block.left) }
        }
    }

    private func text(
        _ reading: StructureReading, _ name: String, _ reader: ByteReader
    ) throws(ExtractionError) -> HeaderText? {
        let place = reading.count("\(name)_offs")
        let length = reading.count("\(name)_length")
        guard place > 0, length > 0 else { return nil }
        return HeaderText(
            try reader.bytes(at: place, count: Int(length)), offset: place, place: "\(name) ")
    }

    private func stateInfo(
        _ reading: StructureReading, _ reader: ByteReader, _ collector: FactCollector
    ) throws(ExtractionError) {
        guard let text = try text(reading, "info", reader) else { return }
        var facts = HeaderFacts(text, key: "sdt.info", into: collector)
        for line in text.lines where !text.has("*", at: text.trimmed(line.range)) {
            guard let pair = text.pair(line.range, by: ":") else { continue }
            facts.add(text.text(pair.key), pair.value, line: line.number)
        }
        collector.noteMetadata(text.bytes.count, understood: true)
    }

    private func stateSetup(
        _ reading: StructureReading, _ reader: ByteReader, _ collector: FactCollector
    ) throws(ExtractionError) {
        guard let text = try text(reading, "setup", reader) else { return }
        var facts = HeaderFacts(text, key: "sdt.setup", into: collector)
        var understood = 0
        for line in text.lines {
            guard let open = text.first("[", in: line.range),
                let close = text.first("]", in: open..<line.range.upperBound),
                let first = text.first(",", in: open..<close),
                let second = text.first(",", in: first + 1..<close)
            else {
                // The binary part of the setup follows its texts.
                if text.has("*END", at: text.trimmed(line.range)) {
                    understood = line.end
                    break
                }
                continue
            }
            let name = text.text(text.trimmed(open + 1..<first))
            facts.add(name, text.trimmed(second + 1..<close), line: line.number)
            understood = line.end
        }
        collector.noteMetadata(understood, understood: true)
        if understood < text.bytes.count, let offset = text.offset {
            collector.opaque(
                "sdt.setup.binary", Array(text.bytes[understood...].prefix(4096)),
                byteCount: text.bytes.count - understood,
                locus: Locus(
                    offset: offset + UInt64(understood),
                    length: UInt64(text.bytes.count - understood), address: "setup"))
            collector.noteMetadata(text.bytes.count - understood, understood: false)
        }
    }
}
