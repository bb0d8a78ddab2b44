public import Extraction
internal import MetadataModel

/// Extracts DeltaVision's files (IVE, priism): the header, and the extended header's record of
/// every section.
///
/// The layout is that of MRC with other meanings from byte 92 on. Samples are passed over.
///
/// | Key             | Byte | Meaning                                                  | Unit |
/// |:----------------|-----:|:---------------------------------------------------------|:-----|
/// | `dv.NumCol`     |    0 | columns                                                  | px   |
/// | `dv.NumRow`     |    4 | rows                                                     | px   |
/// | `dv.NumSections` |   8 | sections: Z × wavelengths × times                        |      |
/// | `image.SizeZ`   |      | sections of one wavelength and time                      |      |
/// | `dv.dx` to `dz` |   40 | pixel size                                               | um   |
/// | `dv.lensID`     |  162 | number of the lens in DeltaVision's own list             |      |
/// | `dv.ImgSequence` | 182 | order of the sections                                    |      |
/// | `dv.wave1` …    |  198 | wavelengths                                              | nm   |
/// | `dv.Title`      |  224 | titles, an element each                                  |      |
/// | `dv.Section.…`  | 1024 | records of sections: integers, then times, stage, exposure … |  |
///
/// Source: <http://msg.ucsf.edu/IVE/IVE4_HTML/IM_ref2.html>
public struct DVExtractor: Extractor {
    public let id = "dv"
    public let version = 2

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.count >= 1024 else { return nil }
        if header.has([0xA0, 0xC0], at: 96) { return .signature("0xC0A0, little-endian") }
        if header.has([0xC0, 0xA0], at: 96) { return .signature("0xC0A0, big-endian") }
        return nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let order: ByteOrder = try reader.uint8(at: 96) == 0xA0 ? .little : .big
        var header = StructureReading(reader, collector, order: order, key: "dv", place: "header")
        try header.state(DVLayouts.header)
        let planes = max(1, header.count("NumWaves")) * max(1, header.count("NumTimes"))
        let sections = header.count("NumSections")
        if sections > 0, sections.isMultiple(of: planes) {
            collector.extent(
                z: Int64(sections / planes),
                locus: Locus(offset: 8, length: 4, address: "header"))
        }
        let titleCount = min(10, header.count("NumTitles"))
        for index in 0..<titleCount {
            header.element = index == 0 ? .root : ElementPath(segment: 1, index: Int(index))
            try header.state(text: "Title", byteCount: 80)
        }
        try readSections(header)
    }

    /// Records that are read at most.
    private static let maximumRecordCount: UInt64 = 100_000

    /// The extended header: for every section `NumIntegers` integers and `NumFloats` floats.
    private func readSections(_ header: StructureReading) throws(ExtractionError) {
        let integerCount = header.count("NumIntegers")
        let floatCount = header.count("NumFloats")
        let byteCount = header.count("ExtendedHeaderSize")
        let stride = (integerCount + floatCount) * 4
        guard stride > 0, byteCount >= stride else { return }
        let (end, _) = UInt64(1024).addingReportingOverflow(byteCount)
        let count = min(header.count("NumSections"), byteCount / stride, Self.maximumRecordCount)
        for index in 0..<count where !header.collector.isFull {
            var section = StructureReading(
                header.reader, header.collector, order: header.order, key: "dv.Section",
                element: ElementPath(segment: 1, index: Int(index)),
                place: "section \(index + 1)", from: 1024 + index * stride, end: end)
            try section.state(numbers: "Integers", .int32, count: integerCount)
            var left = floatCount
            for name in DVLayouts.sectionFloats where left > 0 {
                try section.state(StructureLayout("float32 " + name))
                left -= 1
            }
            let rest = section.position
            guard left > 0, left < 1 << 16 else { continue }
            let bytes = try section.bytes(Int(left) * 4)
            // Floats beyond the known ones are spare, mostly zeros.
            guard bytes.contains(where: { $0 != 0 }) else { continue }
            section.position = rest
            try section.state(numbers: "Floats", .float32, count: left)
        }
    }
}
