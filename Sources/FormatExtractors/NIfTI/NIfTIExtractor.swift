public import Extraction
internal import MetadataModel

/// Extracts the header of a NIfTI-1 or NIfTI-2 volume, alone, with its data, or within gzip, and
/// its extensions.
///
/// Keys are the fields of the header, `nifti.dim`, `nifti.pixdim` and so on (``NIfTILayout``), with
/// the units that `xyzt_units` states. `dim` and `pixdim` are written in full, and their members as
/// `nifti.dim.x` … with their meaning. An extension is `nifti.extension.ecode` and
/// `nifti.extension.edata`, an element each; its XML, JSON or DICOM is opened.
///
/// Source: <https://nifti.nimh.nih.gov/pub/dist/src/niftilib/nifti1.h>, `nifti2.h` beside it.
public struct NIfTIExtractor: Extractor {
    public let id = "nifti"
    public let version = 1

    /// Bytes of an inflated file that are looked at: the header and its extensions.
    private static let maximumInflatedByteCount = 4 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if let found = NIfTIForm(header.bytes), found.version > 0 {
            return .signature("NIfTI-\(found.version)")
        }
        if let head = InflatedPrefix.head(ofGZip: header.bytes, maximum: 540),
            let found = NIfTIForm(head), found.version > 0
        {
            return .signature("NIfTI-\(found.version) within gzip")
        }
        return nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: 540)
        guard let form = NIfTIForm(head) else {
            try GZipHeaderFacts.state(reader, into: collector)
            let inflated = try InflatedPrefix(
                of: reader, from: 0, .gzip, limits: collector.limits, maximum: 540)
            guard let form = NIfTIForm(inflated.bytes) else {
                throw ExtractionError(.malformed, "expected a NIfTI header within gzip", offset: 0)
            }
            let volume = NIfTIVolume(
                form: form, header: HeaderBytes(inflated.bytes, form.order, offset: nil),
                collector: collector)
            volume.state()
            // What stands before the voxels are extensions; without any, nothing more is inflated.
            let end = min(Int(clamping: volume.voxelOffset ?? 0), Self.maximumInflatedByteCount)
            guard end > form.byteCount + 4 else { return }
            let more = try InflatedPrefix(
                of: reader, from: 0, .gzip, limits: collector.limits, maximum: end)
            try volume.stateExtensions(ByteReader(bytes: more.bytes), hasOffsets: false)
            return
        }
        let volume = NIfTIVolume(
            form: form, header: HeaderBytes(head, form.order, offset: reader.baseOffset),
            collector: collector)
        volume.state()
        guard head.count >= form.byteCount else {
            throw ExtractionError(
                .truncated, "expected a header of \(form.byteCount) bytes, found \(head.count)",
                offset: UInt64(head.count))
        }
        try volume.stateExtensions(reader, hasOffsets: true)
    }
}

/// Which header a file begins with, and its byte order.
struct NIfTIForm {
    let order: ByteOrder
    /// 1 or 2; 0 for Analyze 7.5.
    let version: Int

    var byteCount: Int { version == 2 ? 540 : 348 }

    /// `nil` where the bytes begin as none of these headers.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 8 else { return nil }
        let little = HeaderBytes(bytes, .little, offset: nil)
        let big = HeaderBytes(bytes, .big, offset: nil)
        if little.integer(at: 0, as: Int32.self) == 540
            || little.integer(at: 0, as: Int32.self) == 348
        {
            order = .little
        } else if big.integer(at: 0, as: Int32.self) == 540
            || big.integer(at: 0, as: Int32.self) == 348
        {
            order = .big
        } else {
            return nil
        }
        let size = (order == .little ? little : big).integer(at: 0, as: Int32.self) ?? 0
        let magic = little.text(at: size == 540 ? 4 : 344, count: 4) ?? ""
        switch (size, magic) {
        case (348, "n+1"), (348, "ni1"): version = 1
        case (540, "n+2"), (540, "ni2"): version = 2
        case (348, _):
            let dimension = (order == .little ? little : big).integer(at: 40, as: Int16.self) ?? 0
            let type = (order == .little ? little : big).integer(at: 70, as: Int16.self) ?? 0
            guard (1...7).contains(dimension), (0...4096).contains(type) else { return nil }
            version = 0
        default: return nil
        }
    }
}

/// Reads a volume's header and extensions.
struct NIfTIVolume {
    let form: NIfTIForm
    let header: HeaderBytes
    let collector: FactCollector

    private var table: HeaderTable { form.version == 2 ? NIfTILayout.second : NIfTILayout.first }

    func state() {
        let codes = table.numbers(of: "xyzt_units", in: header).first
        var units: [String: String] = [:]
        var space: String?
        var time: String?
        if case .integer(let code)? = codes {
            space = NIfTILayout.spaceUnits[code & 7]
            time = NIfTILayout.timeUnits[code & 0x38]
        }
        for name in ["qoffset_x", "qoffset_y", "qoffset_z"] { units[name] = space }
        for name in ["slice_duration", "toffset"] { units[name] = time }
        table.state(header, key: "nifti", units: units, into: collector)
        stateAxes(space: space, time: time)
        collector.noteMetadata(min(header.bytes.count, form.byteCount), understood: true)
    }

    /// Adds the sizes and spacings by axis.
    private func stateAxes(space: String?, time: String?) {
        let sizes = table.numbers(of: "dim", in: header)
        let spacings = table.numbers(of: "pixdim", in: header)
        guard case .integer(let count)? = sizes.first, (1...7).contains(count),
            sizes.count == 8, spacings.count == 8
        else { return }
        let dim = table.fields.first { $0.name == "dim" }
        let pixdim = table.fields.first { $0.name == "pixdim" }
        guard let dim, let pixdim else { return }
        let names = ["x", "y", "z", "t", "u", "v", "w"]
        for axis in 1...Int(count) {
            guard case .integer(let size) = sizes[axis] else { continue }
            let width = dim.type.byteCount
            collector.integer(
                FactKey(printed: "nifti.dim." + names[axis - 1]), size,
                locus: header.locus(at: dim.offset + axis * width, count: width))
            let step = pixdim.type.byteCount
            let value = spacings[axis].double
            collector.real(
                FactKey(printed: "nifti.pixdim." + names[axis - 1]), value,
                written: step == 4 ? Fact.spelling(of: Float(value)) : nil,
                unit: axis <= 3 ? space : axis == 4 ? time : nil,
                locus: header.locus(at: pixdim.offset + axis * step, count: step))
        }
    }

    /// Where the voxels begin, if they follow in the same file.
    var voxelOffset: UInt64? {
        guard let offset = table.numbers(of: "vox_offset", in: header).first?.double,
            offset.isFinite, offset >= 0, offset < 1e15
        else { return nil }
        return UInt64(offset)
    }

    /// Adds the extensions between header and voxels.
    func stateExtensions(_ reader: ByteReader, hasOffsets: Bool) throws(ExtractionError) {
        let isSingle = (header.text(at: form.version == 2 ? 4 : 344, count: 3) ?? "").hasPrefix(
            "n+")
        let end = isSingle ? min(voxelOffset ?? 0, reader.count) : reader.count
        var position = UInt64(form.byteCount) + 4
        guard position < end, try reader.uint8(at: UInt64(form.byteCount)) != 0 else { return }
        var index = 0
        while end - position >= 8, !collector.isFull, index < 4096 {
            let size = try reader.uint32(at: position, form.order)
            let code = try reader.uint32(at: position + 4, form.order)
            guard size >= 8, UInt64(size) <= end - position else {
                throw ExtractionError(
                    .malformed,
                    "expected an extension of 8 to \(end - position) bytes, found \(size)",
                    offset: position)
            }
            try stateExtension(
                Int64(code), index, reader, at: position + 8, count: Int(size) - 8, hasOffsets)
            position += UInt64(size)
            index += 1
        }
    }

    private static let extensionNames: [Int64: String] = [
        0: "ignore", 2: "DICOM", 4: "AFNI", 6: "comment", 8: "XCEDE", 10: "JIM dimension info",
        12: "workflow forwards", 14: "FreeSurfer", 16: "Python pickle", 18: "MiND identifier",
        20: "b value", 22: "spherical direction", 24: "DT component", 26: "SHC degree and order",
        28: "voxel-based", 30: "Caret", 32: "CIFTI", 34: "variable frame timing", 38: "eval",
        40: "MATLAB", 42: "Quantiphyse", 44: "MRS",
    ]

    private func stateExtension(
        _ code: Int64, _ index: Int, _ reader: ByteReader, at offset: UInt64, count: Int,
        _ hasOffsets: Bool
    ) throws(ExtractionError) {
        let element = index == 0 ? ElementPath.root : ElementPath(segment: 1, index: index)
        let address = "extension \(index)"
        func locus(_ offset: UInt64, _ length: Int) -> Locus {
            hasOffsets
                ? Locus(offset: offset, length: UInt64(length), address: address)
                : Locus(address: address)
        }
        collector.integer(
            "nifti.extension.ecode", code, element: element, label: Self.extensionNames[code],
            locus: locus(offset - 4, 4))
        let key: FactKey = "nifti.extension.edata"
        let bytes = try reader.bytes(at: offset, count: min(count, 16 << 20))
        let text = bytes.prefix { $0 != 0 }
        if code == 2, let syntax = DICOMSyntax.guessed(from: bytes) {
            var walk = DICOMWalk(
                reader: ByteReader(bytes: bytes, baseOffset: offset), collector: collector)
            walk.hasOffsets = hasOffsets
            try walk.walk(DICOMDataSet(), from: 0, to: UInt64(bytes.count), syntax)
        } else if !text.isEmpty, bytes[text.count...].allSatisfy({ $0 == 0 }),
            Array(text).withUnsafeBytes(TIFFText.isReadable)
        {
            collector.text(
                key, TextDecoding.text(of: text).text, element: element,
                locus: locus(offset, text.count))
        } else {
            collector.opaque(
                key, bytes, byteCount: count, element: element, locus: locus(offset, count))
            return collector.noteMetadata(count, understood: false)
        }
        collector.noteMetadata(count + 8, understood: true)
    }
}
