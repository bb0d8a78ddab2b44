internal import Extraction
internal import MetadataModel

/// Reads the index of a multi-picture file as `mpf.`: TIFF directories in APP2.
///
/// Each picture has an entry of 16 bytes in tag 45058: attributes (4), size (4), offset (4), and
/// the numbers of two pictures that depend on it (2 each).
///
/// Source: CIPA DC-007, Multi-Picture Format, section 5
/// <https://www.cipa.jp/std/documents/e/DC-007-Translation-2021-E.pdf>.
enum MPFIndex {
    static let read: JPEGMakers.Reader = { block, collector in
        guard let layout = TIFFLayout(header: block.bytes) else { return false }
        return table.state(block, at: 0, layout, into: collector)
    }

    private static let table = MakerNoteTable(
        "mpf",
        """
        45056 MPFVersion
        45057 NumberOfImages
        45058 MPEntry
        45059 ImageUIDList
        45060 TotalFrames
        45313 MPIndividualNum
        45569 PanOrientation
        45570 PanOverlap_H
        45571 PanOverlap_V
        45572 BaseViewpointNum
        45573 ConvergenceAngle deg
        45574 BaselineLength m
        45575 VerticalDivergence deg
        45576 AxisDistance_X m
        45577 AxisDistance_Y m
        45578 AxisDistance_Z m
        45579 YawAngle deg
        45580 PitchAngle deg
        45581 RollAngle deg
        """, blocks: [45058: MPFEntries()])
}

/// Reads the entries of the pictures.
private struct MPFEntries: TIFFBlockReader {
    private static let table = StructureTable(
        namespace: "mpf.MPEntry",
        """
        0 uint32 IndividualImageAttribute
        4 uint32 IndividualImageSize B
        8 uint32 IndividualImageDataOffset
        12 uint16 DependentImage1
        14 uint16 DependentImage2
        """)

    /// The meanings of the lower 24 bits of the attributes.
    private static let types: [UInt32: String] = [
        0x01_0001: "large thumbnail, VGA", 0x01_0002: "large thumbnail, full HD",
        0x02_0001: "panorama", 0x02_0002: "disparity", 0x02_0003: "multi-angle",
        0x03_0000: "baseline primary image",
    ]

    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        let block = try BinaryBlock(field)
        for index in 0..<block.bytes.count / 16 {
            let part = BinaryBlock(block, at: index * 16, count: 16)
            let element = ElementPath(segment: 1, index: index)
            Self.table.state(part, element: element, into: collector)
            guard let attribute = part.integer(at: 0, as: UInt32.self),
                let type = Self.types[attribute & 0xFF_FFFF]
            else { continue }
            collector.text(
                "mpf.MPEntry.Type", type, element: element, locus: part.locus(at: 0, count: 4))
        }
        return true
    }
}
