public import Extraction
internal import MetadataModel

/// Reads the files of JEOL's Analysis Station: projects, images, maps, spectra and spectrum images.
///
/// | File           | Begins with                        | Holds                                  |
/// |:---------------|:-----------------------------------|:---------------------------------------|
/// | `.asw`         | 12 zeros, then a node              | the tree of the project                |
/// | `.img`, `.map` | 52, a format's name (32 bytes)     | where two trees stand: of the thumbnail, of the image |
/// | `.pts`         | 304, `PTTDFILE`                    | where the tree and the events stand    |
/// | `.apb`         | 284, `APBDATA`                     | group, note and size                   |
/// | `.eds`         | 2, 2                               | see ``JEOLSpectrum``                   |
///
/// Keys are those of the tree, ``JEOLTree``: `jeol.Instrument.AccV`. The size of a pixel follows
/// from three of them: `jeol.Image.PixelSizeX` is `ScanSize` at magnification 1, divided by `Mag`
/// and by the pixels of a line.
///
/// Source: <https://github.com/hyperspy/rosettasciio/blob/main/rsciio/jeol/_api.py>
public struct JEOLExtractor: Extractor {
    public let id = "jeol"
    public let version = 1

    public init() {}

    private enum Kind {
        case project, image, spectrumImage, probe, spectrum
    }

    public func recognizes(_ header: FileHeader) -> Recognition? {
        switch Self.kind(header.bytes) {
        case .project: .signature("of an Analysis Station project")
        case .image: .signature("JED")
        case .spectrumImage: .signature("PTTDFILE")
        case .probe: .signature("APBDATA")
        case .spectrum: header.suffix == "eds" ? .suffix("eds") : nil
        case nil: nil
        }
    }

    private static func kind(_ bytes: [UInt8]) -> Kind? {
        func has(_ text: String, at place: Int) -> Bool {
            bytes.count >= place + text.utf8.count
                && bytes[place..<place + text.utf8.count].elementsEqual(text.utf8)
        }
        guard bytes.count >= 12 else { return nil }
        if bytes[..<12].allSatisfy({ $0 == 0 }), bytes.count > 16, bytes[12] == 1,
            has("FileType\0", at: 17)
        {
            return .project
        }
        if bytes.starts(with: [52, 0, 0, 0]), has("JED", at: 4) { return .image }
        if has("PTTDFILE", at: 4) { return .spectrumImage }
        if has("APBDATA", at: 4) { return .probe }
        return bytes.starts(with: [2, 0, 0, 0, 2, 0, 0, 0]) ? .spectrum : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header = RecordReader(reader, at: 4, key: "jeol", into: collector)
        header.decode = ShiftJIS.textOrUTF8
        switch Self.kind(try reader.prefix(maximum: 64)) {
        case .project:
            var tree = JEOLTree(reader, at: 12, into: collector)
            try tree.read()
        case .image:
            try extractImage(&header)
        case .spectrumImage:
            try extractSpectrumImage(&header)
        case .probe:
            try header.text("Format", count: 8)
            header.skip(6, understood: false)
            try header.numbers("Size", .uint16, count: 2, unit: "px")
            header.skip(6, understood: false)
            try header.text("GroupName", count: 128)
            try header.text("Memo", count: 128)
        case .spectrum, nil:
            try JEOLSpectrum(reader, into: collector).read()
        }
    }

    private func extractImage(_ header: inout RecordReader) throws(ExtractionError) {
        try header.text("Format", count: 32)
        let thumbnail = try header.take(.uint32)
        _ = try header.take(.uint32)
        let image = try header.take(.uint32)
        var tree = JEOLTree(
            header.reader, at: UInt64(image.double) + 12, into: header.collector)
        defer {
            statePixelSize(
                tree.stated, size: "jeol.Image.Size", mag: "jeol.Instrument.Mag",
                scan: "jeol.Instrument.ScanSize", into: header.collector)
        }
        try tree.read()
        guard thumbnail != image, thumbnail.double > 0 else { return }
        // The thumbnail's tree repeats the image's; only what differs is news.
        let known = tree.stated
        let outer = header.collector.accepts
        header.collector.accepts = { fact in
            known[fact.key.description] == nil && fact.key == "jeol.Image.Thumbnail"
                && (outer?(fact) ?? true)
        }
        defer { header.collector.accepts = outer }
        var small = JEOLTree(
            header.reader, at: UInt64(thumbnail.double) + 12, into: header.collector)
        try small.read()
    }

    private func extractSpectrumImage(_ header: inout RecordReader) throws(ExtractionError) {
        try header.text("Format", count: 8)
        header.skip(8, understood: false)
        let place = try header.take(.uint32)
        header.skip(12)
        try header.text("GroupName", count: 128)
        try header.text("Memo", count: 132)
        try header.dayCount("Created")
        var tree = JEOLTree(header.reader, at: UInt64(place.double) + 12, into: header.collector)
        defer {
            let data = "jeol.`PTTD Data`.`AnalyzableMap MeasData`"
            statePixelSize(
                tree.stated, size: "\(data).`Meas Cond`.Pixels", mag: "\(data).MeasCond.Mag",
                scan: "jeol.`PTTD Param`.Params.PARAMPAGE0.ScanSize", into: header.collector)
        }
        try tree.read()
    }

    private func statePixelSize(
        _ stated: [String: String], size: String, mag: String, scan: String,
        into collector: FactCollector
    ) {
        guard let scan = stated[scan].flatMap(Double.init),
            let mag = stated[mag].flatMap(Double.init),
            let sides = stated[size]?.split(separator: "x").compactMap({ Double($0) }),
            sides.count == 2, mag > 0, sides[0] > 0, sides[1] > 0
        else { return }
        for (name, side) in [("PixelSizeX", sides[0]), ("PixelSizeY", sides[1])] {
            let value = scan / mag / side * 1000
            guard value.isFinite, value > 0 else { continue }
            collector.real(
                FactKey(segments: ["jeol", "Image", name]), value,
                written: Fact.spelling(of: Float(value)), unit: "um",
                locus: Locus(address: "ScanSize / Mag / Size"))
        }
    }
}
