public import Extraction
internal import MetadataModel

/// Extracts the data elements of a DICOM file: of an image, a slide, a report, a DICOMDIR.
///
/// Read are files with and without preamble and group 0002, in implicit and explicit VR, of either
/// byte order and deflated. Pixels are never read.
///
/// | Key | What |
/// |:----|:-----|
/// | `dicom.PatientName` …                     | an element by its keyword |
/// | `dicom.SharedFunctionalGroupsSequence.PixelMeasuresSequence.PixelSpacing` … | an element of an item; the item is the element of its sequence's segment |
/// | `dicom.(0018,9999)`                       | an element that the standard does not have |
/// | ``dicom.`SIEMENS CSA HEADER`.(0029,xx10)``| a private element: creator, and number within the creator's block |
/// | `dicom.(0029,1010)`                       | a private element without a creator |
/// | `dicom.PixelData.ByteCount`, `….FragmentCount` | of the pixels, which stay unread |
///
/// Several values of one element are written as the file writes them, divided by `\`; numbers are
/// a list. Of a sequence of many items the first are read in full, and of the others what differs
/// (``DICOMItemSummary``). A unit is the one that the attribute's definition fixes; an identifier
/// that the standard assigns has its name as label.
///
/// Source: DICOM PS3.5 and PS3.10 <https://dicom.nema.org/medical/dicom/current/output/html/part05.html>.
public struct DICOMExtractor: Extractor {
    public let id = "dicom"
    public let version = 2

    public init() {}

    private static let suffixes: Set<String> = ["dcm", "dicom", "dic", "ima", ""]

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has("DICM", at: 128) { return .signature("DICM") }
        if header.has("DICM") { return .signature("DICM") }
        guard Self.suffixes.contains(header.suffix),
            let first = DICOMSyntax.guessed(from: header.bytes)
        else { return nil }
        return first.isImplicit
            ? .appearance("a DICOM data set") : .signature("a DICOM data element")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: 256)
        let header = FileHeader(bytes: head, name: "", count: reader.count)
        var start: UInt64 = 0
        if header.has("DICM", at: 128) {
            start = 132
            collector.noteMetadata(132, understood: true)
            let preamble = head[..<128]
            if preamble.contains(where: { $0 != 0 }) {
                collector.opaque(
                    "dicom.Preamble", Array(preamble),
                    locus: Locus(offset: 0, length: 128, address: "preamble"))
            }
        } else if header.has("DICM") {
            start = 4
        }
        guard let first = DICOMSyntax.guessed(from: try reader.prefix(from: start, maximum: 16))
        else {
            throw ExtractionError(.malformed, "expected a data element", offset: start)
        }
        let root = DICOMDataSet()
        var walk = DICOMWalk(reader: reader, collector: collector)
        guard first.group == 2 else {
            try walk.walk(root, from: start, to: reader.count, first)
            return
        }
        let end = try walk.walk(root, from: start, to: reader.count, first, only: 2)
        guard end < reader.count else { return }
        let next = try reader.prefix(from: end, maximum: 16)
        if walk.transferSyntax == "1.2.840.10008.1.2.1.99" {
            try inflate(root, reader, from: end, into: collector)
            return
        }
        // What the first element shows counts more than what the header promises.
        let stated = DICOMSyntax(transferSyntax: walk.transferSyntax)
        let shown = DICOMSyntax.guessed(from: next)
        try walk.walk(root, from: end, to: reader.count, shown ?? stated)
    }

    /// Bytes of an inflated data set that are looked at; pixels stand at its end.
    private static let maximumInflatedByteCount = 32 << 20

    private func inflate(
        _ root: DICOMDataSet, _ reader: ByteReader, from start: UInt64,
        into collector: FactCollector
    ) throws(ExtractionError) {
        let inflated = try InflatedPrefix(
            of: reader, from: start, .none, limits: collector.limits,
            maximum: Self.maximumInflatedByteCount)
        var walk = DICOMWalk(reader: ByteReader(bytes: inflated.bytes), collector: collector)
        walk.hasOffsets = false
        walk.isCut = !inflated.isWhole
        try walk.walk(
            root, from: 0, to: UInt64(inflated.bytes.count),
            DICOMSyntax(isImplicit: false, order: .little))
    }
}

/// How data elements are encoded.
struct DICOMSyntax: Hashable {
    var isImplicit: Bool
    var order: ByteOrder
    /// The group of the element it was guessed from.
    var group: UInt32 = 0

    init(isImplicit: Bool, order: ByteOrder, group: UInt32 = 0) {
        self.isImplicit = isImplicit
        self.order = order
        self.group = group
    }

    init(transferSyntax: String?) {
        switch transferSyntax {
        case "1.2.840.10008.1.2": self.init(isImplicit: true, order: .little)
        case "1.2.840.10008.1.2.2": self.init(isImplicit: false, order: .big)
        default: self.init(isImplicit: false, order: .little)
        }
    }

    /// The encoding that the beginning of a data set shows; `nil` where it begins as none does.
    static func guessed(from bytes: [UInt8]) -> DICOMSyntax? {
        guard bytes.count >= 8 else { return nil }
        return bytes.withUnsafeBytes { raw in
            for order in [ByteOrder.little, .big] {
                let group = UInt32(raw.integer(at: 0, order, as: UInt16.self))
                let element = UInt32(raw.integer(at: 2, order, as: UInt16.self))
                guard (1...0x50).contains(group), group != 3, group != 1 else { continue }
                let tag = DICOMTag(value: group << 16 | element)
                if DICOMVR.isName(bytes[4], bytes[5]) {
                    return DICOMSyntax(isImplicit: false, order: order, group: group)
                }
                let length = raw.integer(at: 4, order, as: UInt32.self)
                if length <= 1 << 16, order == .little || group == 8,
                    DICOMDictionary.entry(tag) != nil
                {
                    return DICOMSyntax(isImplicit: true, order: order, group: group)
                }
            }
            return nil
        }
    }
}

/// What a value representation says about the layout of its element.
enum DICOMVR {
    private static let names: Set<String> = [
        "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FL", "FD", "IS", "LO", "LT", "OB", "OD", "OF",
        "OL", "OV", "OW", "PN", "SH", "SL", "SQ", "SS", "ST", "SV", "TM", "UC", "UI", "UL", "UN",
        "UR", "US", "UT", "UV",
    ]

    private static let long: Set<String> = [
        "OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV",
    ]

    static func isName(_ first: UInt8, _ second: UInt8) -> Bool {
        names.contains(String(decoding: [first, second], as: UTF8.self))
    }

    /// Whether the length has 32 bits, behind two bytes that mean nothing.
    static func isLong(_ name: String) -> Bool { long.contains(name) }
}
