internal import Extraction
internal import MetadataModel

/// A data element, with what its facts need: key, unit, place.
final class DICOMField {
    let element: DICOMElement
    let dataSet: DICOMDataSet
    let key: FactKey
    let path: ElementPath
    /// The segment that names the element.
    let position: Int
    /// As in the file, or of the dictionary where the file leaves it open.
    let vr: String
    let unit: String?
    let order: ByteOrder
    let address: String
    private let hasOffsets: Bool
    private let baseOffset: UInt64
    let creator: String?
    /// The value, where it is a short text.
    var statedText: String?

    init(
        _ element: DICOMElement, in dataSet: DICOMDataSet, walk: DICOMWalk, _ syntax: DICOMSyntax
    ) {
        self.element = element
        self.dataSet = dataSet
        order = syntax.order
        hasOffsets = walk.hasOffsets
        baseOffset = walk.reader.baseOffset
        let tag = element.tag
        let entry = DICOMDictionary.entry(tag)
        address = "(\(tag.written()))"
        creator = tag.isPrivate ? dataSet.creators[tag.block] : nil
        unit = entry.flatMap { DICOMUnits.unit(of: $0.keyword) }
        var vr = element.vr
        if vr == "UN", let entry { vr = entry.vr }
        if vr == "XS" { vr = dataSet.isSigned ? "SS" : "US" }
        if vr == "OX" { vr = "OW" }
        self.vr = vr
        var position = dataSet.key.segments.count
        if let creator {
            key = dataSet.key.appending(creator).appending("(\(tag.written(hidingBlock: true)))")
            position += 1
        } else {
            key = dataSet.key.appending(entry?.keyword ?? address)
        }
        self.position = position
        var index = tag.repetition
        if tag.isCreator || tag.element == 0 {
            index = dataSet.repetitions.next(entry?.keyword ?? address)
        }
        path =
            index == 0
            ? dataSet.element
            : dataSet.element.appending(
                segment: position, index: index)
    }

    /// Whether the element is the list of records that a DICOMDIR consists of.
    var isDirectory: Bool { element.tag.value == 0x0004_1220 }

    func locus(at place: Int = 0, length: Int) -> Locus {
        guard hasOffsets else { return Locus(address: address) }
        return Locus(
            offset: baseOffset + element.offset + UInt64(place), length: UInt64(length),
            address: address)
    }

    /// Adds a number that is no value of the element, but about it.
    func add(_ name: String, _ value: UInt64, unit: String? = nil, to collector: FactCollector) {
        collector.integer(
            key.appending(name), Int64(clamping: value), element: path, unit: unit,
            locus: Locus(address: address))
    }

    func addEmpty(to collector: FactCollector) {
        collector.add(Fact(key: key, element: path, value: "", locus: locus(length: 0)))
    }
}

/// The fragments of pixels that are stored in pieces: compressed ones.
struct DICOMFragments {
    let field: DICOMField
    let reader: ByteReader
    let collector: FactCollector

    /// Bytes that may be read to count fragments, beside two in a hundred of the file's.
    private static let readableByteCount: UInt64 = 1 << 20

    /// Counts the fragments, and returns where they end. Of very many, the number stays open.
    func state(to end: UInt64) throws(ExtractionError) -> UInt64 {
        var position = field.element.offset
        var count = 0
        var byteCount: UInt64 = 0
        let budget = reader.bytesRead + max(Self.readableByteCount, reader.count / 50)
        while position < end {
            guard end - position >= 8 else {
                throw problem(.truncated, "expected a fragment", at: position)
            }
            let group = try reader.uint16(at: position, field.order)
            let number = try reader.uint16(at: position + 2, field.order)
            let length = UInt64(try reader.uint32(at: position + 4, field.order))
            let tag = DICOMTag(value: UInt32(group) << 16 | UInt32(number))
            position += 8
            if tag == .sequenceEnd {
                collector.noteMetadata(8 * (count + 2), understood: true)
                break
            }
            guard tag == .item else {
                throw problem(
                    .malformed, "expected a fragment, found (\(tag.written()))", at: position - 8)
            }
            guard length <= end - position else {
                add(count, byteCount)
                throw problem(
                    .truncated, "expected a fragment of \(length) bytes, found \(end - position)",
                    at: position)
            }
            if count == 0, length > 0 {
                field.add("BasicOffsetTable.Count", length / 4, to: collector)
            }
            if count > 0 { byteCount += length }
            count += 1
            position += length
            if reader.bytesRead > budget { return end }
        }
        add(count, byteCount)
        return position
    }

    private func add(_ count: Int, _ byteCount: UInt64) {
        field.add("FragmentCount", UInt64(max(0, count - 1)), to: collector)
        field.add("ByteCount", byteCount, unit: "B", to: collector)
    }

    private func problem(
        _ kind: Issue.Kind, _ detail: String, at position: UInt64
    ) -> ExtractionError {
        ExtractionError(kind, detail, at: Locus(offset: position, address: field.address))
    }
}
