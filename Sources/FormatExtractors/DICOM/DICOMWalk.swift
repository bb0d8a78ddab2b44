internal import Extraction
internal import MetadataModel

/// One data set: the whole file, or an item of a sequence.
final class DICOMDataSet {
    let key: FactKey
    let element: ElementPath
    let depth: Int
    var text: DICOMText
    var isSigned: Bool
    /// The creators of private elements by the block that they reserved.
    var creators: [UInt32: String] = [:]
    /// Of the data set's private creators and group lengths: how many there were.
    var repetitions = OccurrenceCounter()

    init() {
        key = "dicom"
        element = .root
        depth = 0
        text = DICOMText(terms: [])
        isSigned = false
    }

    /// An item of the sequence that `key` names.
    init(itemOf parent: DICOMDataSet, key: FactKey, element: ElementPath) {
        self.key = key
        self.element = element
        depth = parent.depth + 1
        text = parent.text
        isSigned = parent.isSigned
    }
}

/// The header of a data element.
struct DICOMElement {
    var tag: DICOMTag
    var vr: String
    /// `nil` where a delimiter ends the value.
    var length: UInt32?
    /// Where the element begins, and where its value does.
    var start: UInt64
    var offset: UInt64
}

/// The walk over the elements of data sets.
struct DICOMWalk {
    let reader: ByteReader
    let collector: FactCollector
    /// Whether the bytes stand in the file as they are.
    var hasOffsets = true
    /// Whether the reader holds only the beginning of the data set.
    var isCut = false
    /// What element (0002,0010) says.
    private(set) var transferSyntax: String?
    /// What element (0028,0008) says.
    private var frameCount: String?
    var summary: DICOMItemSummary?

    init(reader: ByteReader, collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    /// Adds the facts of a data set; returns where it ends.
    ///
    /// - Parameter group: The only group to read; the first element of another one ends the walk.
    @discardableResult
    mutating func walk(
        _ dataSet: DICOMDataSet, from start: UInt64, to end: UInt64, _ syntax: DICOMSyntax,
        only group: UInt32? = nil
    ) throws(ExtractionError) -> UInt64 {
        var position = start
        while position < end, !collector.isFull {
            let element = try header(at: position, to: end, syntax)
            if element.tag == .itemEnd || element.tag == .sequenceEnd {
                return element.tag == .itemEnd ? element.offset : position
            }
            if let group, element.tag.group != group { return position }
            // Nothing has the tag zero; files are padded with it.
            if element.tag.value == 0, dataSet.depth == 0 { return end }
            do throws(ExtractionError) {
                position = try state(element, in: dataSet, to: end, syntax)
            } catch {
                guard let length = element.length, end - element.offset >= UInt64(length) else {
                    if isCut, error.issue.kind == .truncated { return end }
                    throw error
                }
                collector.report(error.issue)
                position = element.offset + UInt64(length)
            }
        }
        return position
    }

    private func header(
        at position: UInt64, to end: UInt64, _ syntax: DICOMSyntax
    ) throws(ExtractionError) -> DICOMElement {
        let byteCount = Int(min(12, end - position))
        guard byteCount >= 8 else {
            throw ExtractionError(
                .truncated, "expected a data element, found \(byteCount) bytes",
                at: locus(position, UInt64(byteCount), "data element"))
        }
        return try reader.withBytes(at: position, count: byteCount) {
            raw throws(ExtractionError) in
            let tag = DICOMTag(
                value: UInt32(raw.integer(at: 0, syntax.order, as: UInt16.self)) << 16
                    | UInt32(raw.integer(at: 2, syntax.order, as: UInt16.self)))
            func element(_ vr: String, _ length: UInt32, _ byteCount: UInt64) -> DICOMElement {
                DICOMElement(
                    tag: tag, vr: vr, length: length == .max ? nil : length, start: position,
                    offset: position + byteCount)
            }
            let isMarked =
                !syntax.isImplicit && tag.group != 0xFFFE && Self.isCapital(raw[4])
                && Self.isCapital(raw[5])
            guard isMarked else {
                return element(
                    DICOMDictionary.entry(tag)?.vr ?? "UN",
                    raw.integer(at: 4, syntax.order, as: UInt32.self), 8)
            }
            let vr = String(decoding: [raw[4], raw[5]], as: UTF8.self)
            let isUnknown = !DICOMVR.isName(raw[4], raw[5]) && raw[6] == 0 && raw[7] == 0
            guard DICOMVR.isLong(vr) || isUnknown else {
                return element(vr, UInt32(raw.integer(at: 6, syntax.order, as: UInt16.self)), 8)
            }
            guard raw.count >= 12 else {
                throw ExtractionError(
                    .truncated, "expected the length of (\(tag.written()))",
                    at: locus(position, UInt64(raw.count), tag.written()))
            }
            return element(vr, raw.integer(at: 8, syntax.order, as: UInt32.self), 12)
        }
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    /// Adds the facts of an element; returns where it ends.
    private mutating func state(
        _ element: DICOMElement, in dataSet: DICOMDataSet, to end: UInt64, _ syntax: DICOMSyntax
    ) throws(ExtractionError) -> UInt64 {
        let field = DICOMField(element, in: dataSet, walk: self, syntax)
        let isPixels =
            element.tag.group == 0x7FE0 && element.tag.element >= 8 && field.vr != "SQ"
            && element.tag.element <= 0x10
        if isPixels, dataSet.depth == 0, frameCount ?? "1" == "1" {
            collector.extent(z: 1, times: 1, locus: locus(element.start, 8, field.address))
        }
        guard let length = element.length else {
            if isPixels || field.vr == "OB" || field.vr == "OW" {
                return try DICOMFragments(field: field, reader: reader, collector: collector)
                    .state(to: end)
            }
            return try sequence(
                field, in: dataSet, to: end,
                element.vr == "UN" ? DICOMSyntax(isImplicit: true, order: .little) : syntax,
                isDelimited: true)
        }
        let after = element.offset + UInt64(length)
        if isPixels {
            field.add("ByteCount", UInt64(length), unit: "B", to: collector)
            guard after <= end else {
                guard !isCut else { return end }
                throw ExtractionError(
                    .truncated, "expected \(length) bytes of pixels, found \(end - element.offset)",
                    at: locus(element.offset, end - element.offset, field.address))
            }
            collector.noteMetadata(Int(element.offset - element.start), understood: true)
            return after
        }
        guard after <= end else {
            throw ExtractionError(
                .truncated,
                "expected a value of \(length) bytes, found \(end - element.offset)",
                at: locus(element.offset, end - element.offset, field.address))
        }
        var isSequence = field.vr == "SQ"
        if field.vr == "UN", length >= 8 {
            let mark = try reader.bytes(at: element.offset, count: 4)
            isSequence = mark == [0xFE, 0xFF, 0x00, 0xE0]
        }
        if isSequence {
            return try sequence(
                field, in: dataSet, to: after,
                element.vr == "UN" ? DICOMSyntax(isImplicit: true, order: .little) : syntax,
                isDelimited: false)
        }
        let isUnderstood = try field.state(length: Int(length), reader: reader, into: collector)
        collector.noteMetadata(Int(after - element.start), understood: isUnderstood)
        if element.tag == .transferSyntax { transferSyntax = field.statedText }
        if element.tag == .frameCount, dataSet.depth == 0 { frameCount = field.statedText }
        return after
    }

    /// Adds the facts of the items of a sequence; returns where it ends.
    private mutating func sequence(
        _ field: DICOMField, in dataSet: DICOMDataSet, to end: UInt64, _ syntax: DICOMSyntax,
        isDelimited: Bool
    ) throws(ExtractionError) -> UInt64 {
        guard dataSet.depth < collector.limits.maximumDepth / 2 else {
            throw ExtractionError(
                .limitExceeded, "more than \(dataSet.depth) nested sequences",
                at: locus(field.element.start, 8, field.address))
        }
        collector.noteMetadata(
            Int(field.element.offset - field.element.start), understood: true)
        var position = field.element.offset
        var index = 0
        let outerSummary = summary
        defer {
            if outerSummary == nil { summary?.finish(into: collector) }
            summary = outerSummary
        }
        while position < end, !collector.isFull {
            let item = try header(
                at: position, to: end, DICOMSyntax(isImplicit: true, order: syntax.order))
            collector.noteMetadata(8, understood: true)
            if item.tag == .sequenceEnd { return item.offset }
            guard item.tag == .item else {
                throw ExtractionError(
                    .malformed, "expected an item, found (\(item.tag.written()))",
                    at: locus(position, 8, field.address))
            }
            let length = item.length.map(UInt64.init)
            guard length ?? 0 <= end - item.offset else {
                throw ExtractionError(
                    .truncated, "expected an item of \(length ?? 0) bytes, found fewer",
                    at: locus(item.offset, end - item.offset, field.address))
            }
            if index == DICOMItemSummary.fullItemCount, summary == nil, !field.isDirectory {
                summary = DICOMItemSummary(collector)
            }
            let child = DICOMDataSet(
                itemOf: dataSet, key: field.key,
                element: index == 0
                    ? field.path : field.path.appending(segment: field.position, index: index))
            let itemEnd = length.map { item.offset + $0 } ?? end
            position = try walk(child, from: item.offset, to: itemEnd, syntax)
            if length != nil { position = itemEnd }
            index += 1
        }
        if index == 0 { field.addEmpty(to: collector) }
        if isDelimited, position >= end, dataSet.depth == 0, !collector.isFull, !isCut {
            throw ExtractionError(
                .truncated, "expected the end of a sequence", at: locus(end, 0, field.address))
        }
        return position
    }

    func locus(_ offset: UInt64, _ length: UInt64, _ address: String) -> Locus {
        hasOffsets
            ? Locus(offset: reader.baseOffset + offset, length: length, address: address)
            : Locus(address: address)
    }
}
