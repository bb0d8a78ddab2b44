internal import Extraction
internal import MetadataModel

/// The segments that say how the image is coded, and comments.
///
/// Source: ITU-T T.81 sections B.2.2 to B.2.4 <https://www.w3.org/Graphics/JPEG/itu-t81.pdf>.
struct JPEGFrame {
    private let collector: FactCollector

    init(_ collector: FactCollector) {
        self.collector = collector
    }

    private static let table = StructureTable(
        namespace: "jpeg.Frame",
        """
        0 uint8 SamplePrecision
        1 uint16 NumberOfLines px
        3 uint16 SamplesPerLine px
        5 uint8 NumberOfComponents
        """)

    private static let component = StructureTable(
        namespace: "jpeg.Frame.Component",
        """
        0 uint8 Identifier
        2 uint8 QuantizationTable
        """)

    private static let processes: [Int: String] = [
        0: "JPEG, baseline DCT, Huffman coding", 1: "JPEG, extended sequential DCT, Huffman coding",
        2: "JPEG, progressive DCT, Huffman coding", 3: "JPEG, lossless, Huffman coding",
        5: "JPEG, differential sequential DCT, Huffman coding",
        6: "JPEG, differential progressive DCT, Huffman coding",
        7: "JPEG, differential lossless, Huffman coding",
        9: "JPEG, extended sequential DCT, arithmetic coding",
        10: "JPEG, progressive DCT, arithmetic coding", 11: "JPEG, lossless, arithmetic coding",
        13: "JPEG, differential sequential DCT, arithmetic coding",
        14: "JPEG, differential progressive DCT, arithmetic coding",
        15: "JPEG, differential lossless, arithmetic coding",
    ]

    func header(_ segment: BinaryBlock, number: Int) {
        collector.add(
            Fact(
                key: "jpeg.Frame.Process", value: segment.address, label: Self.processes[number],
                locus: segment.locus))
        Self.table.state(segment, element: .root, into: collector)
        let count = Int(segment.bytes.dropFirst(5).first ?? 0)
        guard segment.bytes(at: 6, count: count * 3) != nil else {
            collector.report(
                Issue(
                    .truncated, "expected \(count) components in the frame header",
                    at: segment.locus))
            return
        }
        for index in 0..<count {
            let element = ElementPath(segment: 2, index: index)
            let part = BinaryBlock(segment, at: 6 + index * 3, count: 3)
            Self.component.state(part, element: element, into: collector)
            let factors = part.bytes[1]
            for (name, value) in [("Horizontal", factors >> 4), ("Vertical", factors & 15)] {
                collector.integer(
                    FactKey(printed: "jpeg.Frame.Component.\(name)SamplingFactor"), Int64(value),
                    element: element, locus: part.locus(at: 1, count: 1))
            }
        }
    }

    func quantizationTables(_ segment: BinaryBlock) {
        var place = 0
        while let first = segment.integer(at: place, as: UInt8.self) {
            let isWide = first >> 4 != 0
            let count = isWide ? 128 : 64
            guard segment.bytes(at: place + 1, count: count) != nil else { break }
            let element = ElementPath(segment: 1, index: Int(first & 15))
            collector.integer(
                "jpeg.QuantizationTable.Precision", isWide ? 16 : 8, element: element,
                locus: segment.locus(at: place, count: 1))
            place += 1 + count
        }
    }

    func huffmanTables(_ segment: BinaryBlock) {
        var place = 0
        while let first = segment.integer(at: place, as: UInt8.self),
            let lengths = segment.bytes(at: place + 1, count: 16)
        {
            let count = lengths.reduce(0) { $0 + Int($1) }
            collector.integer(
                first >> 4 == 0
                    ? "jpeg.HuffmanTable.DC.CodeCount" : "jpeg.HuffmanTable.AC.CodeCount",
                Int64(count), element: ElementPath(segment: 2, index: Int(first & 15)),
                locus: segment.locus(at: place, count: 17 + count))
            place += 17 + count
        }
    }

    func restart(_ segment: BinaryBlock) {
        guard let interval = segment.integer(at: 0, as: UInt16.self) else { return }
        collector.integer(
            "jpeg.RestartInterval", Int64(interval), locus: segment.locus(at: 0, count: 2))
    }

    func scan(_ segment: BinaryBlock) {
        guard let count = segment.bytes.first.map({ Int($0) }) else { return }
        collector.integer(
            "jpeg.Scan.NumberOfComponents", Int64(count), locus: segment.locus(at: 0, count: 1))
        let names = ["SpectralSelectionStart", "SpectralSelectionEnd", "SuccessiveApproximation"]
        for (index, name) in names.enumerated() {
            let place = 1 + count * 2 + index
            guard let value = segment.integer(at: place, as: UInt8.self) else { return }
            collector.integer(
                FactKey(printed: "jpeg.Scan.\(name)"), Int64(value),
                locus: segment.locus(at: place, count: 1))
        }
    }

    func comment(_ segment: BinaryBlock) {
        let bytes = segment.bytes.last == 0 ? segment.bytes.dropLast() : segment.bytes[...]
        guard bytes.withUnsafeBytes(TIFFText.isReadable) else {
            collector.opaque("jpeg.Comment", segment.bytes, locus: segment.locus)
            return
        }
        collector.text(
            "jpeg.Comment", TextDecoding.text(of: bytes).text,
            locus: segment.locus(at: 0, count: bytes.count))
    }
}
