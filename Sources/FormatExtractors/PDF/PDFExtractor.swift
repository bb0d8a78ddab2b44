public import Extraction
internal import MetadataModel

/// Extracts what a PDF document says about itself: never its pages' content.
///
/// | Key | What |
/// |:----|:-----|
/// | `pdf.Version` | the header, or the catalogue where it states another |
/// | `pdf.Info.Title`, `pdf.Info.CreationDate` … | the document's information dictionary |
/// | `pdf.PageCount`, `pdf.MediaBox`, `pdf.Lang`, `pdf.PageLayout` … | the catalogue and the page tree |
/// | `xmp.` | the metadata stream |
///
/// Of an encrypted document the texts cannot be read; that it is encrypted is stated.
///
/// Source: ISO 32000-1 sections 7.5, 7.7, 14.3
/// <https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf>.
public struct PDFExtractor: Extractor {
    public let id = "pdf"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("%PDF-") ? .signature("%PDF") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.prefix(maximum: 16)
        let number = head.dropFirst(5).prefix { $0 > 0x20 }
        collector.text(
            "pdf.Version", String(decoding: number, as: UTF8.self),
            locus: Locus(offset: 5, length: UInt64(number.count), address: "header"))
        let file = try PDFFile(reader, collector.limits)
        if file.trailer["Encrypt"] != nil {
            collector.text("pdf.Encrypted", "yes", locus: Locus(address: "trailer /Encrypt"))
        } else if case .dictionary(let info)? = try file.resolved(file.trailer["Info"]) {
            for (key, value) in info.sorted(by: { $0.key < $1.key }) {
                state(
                    FactKey(segments: ["pdf", "Info", key]), try file.resolved(value),
                    "/Info/\(key)", into: collector)
            }
        }
        guard let root = try file.resolved(file.trailer["Root"]) else { return }
        for key in ["Version", "Lang", "PageLayout", "PageMode"] {
            state(
                FactKey(segments: ["pdf", key]), try file.resolved(root[key]), "/Root/\(key)",
                into: collector)
        }
        try statePages(of: root, in: file, into: collector)
        if case .reference(let object)? = root["Metadata"], file.trailer["Encrypt"] == nil,
            let content = try file.object(object)?.1
        {
            collector.text(
                "pdf.Metadata", TextDecoding.text(of: content).text,
                locus: Locus(address: "/Root/Metadata"))
            collector.noteMetadata(content.count, understood: true)
        }
    }

    /// Adds the number of pages, and the size of the first.
    private func statePages(
        of root: PDFValue, in file: PDFFile, into collector: FactCollector
    ) throws(ExtractionError) {
        var node = try file.resolved(root["Pages"])
        if let count = try file.resolved(node?["Count"])?.integer {
            collector.integer(
                "pdf.PageCount", Int64(count), locus: Locus(address: "/Root/Pages/Count"))
        }
        for _ in 0..<32 {
            if case .array(let box)? = try file.resolved(node?["MediaBox"]) {
                let numbers = box.compactMap { member -> Number? in
                    guard case .number(let value) = member else { return nil }
                    return Int64(exactly: value).map { .integer($0) } ?? .real(value)
                }
                collector.numbers(
                    "pdf.MediaBox", numbers, locus: Locus(address: "/Root/Pages/MediaBox"))
                return
            }
            guard case .array(let kids)? = try file.resolved(node?["Kids"]) else { return }
            node = try file.resolved(kids.first)
        }
    }

    private func state(
        _ key: FactKey, _ value: PDFValue?, _ address: String, into collector: FactCollector
    ) {
        let locus = Locus(address: address)
        switch value {
        case .string(let bytes):
            let text = TextDecoding.text(of: bytes).text
            collector.text(key, text, label: Self.date(text), locus: locus)
            collector.noteMetadata(bytes.count, understood: true)
        case .name(let name): collector.text(key, name, locus: locus)
        case .number(let number):
            if let integer = Int64(exactly: number) {
                collector.integer(key, integer, locus: locus)
            } else {
                collector.real(key, number, locus: locus)
            }
        case .boolean(let truth): collector.text(key, truth ? "true" : "false", locus: locus)
        case .null, .array, .dictionary, .reference, nil: return
        }
    }

    /// `2026-03-14 09:26:53` for `D:20260314092653+01'00'`.
    private static func date(_ text: String) -> String? {
        guard text.hasPrefix("D:") else { return nil }
        let digits = Array(text.utf8.dropFirst(2).prefix { (0x30...0x39).contains($0) })
        guard digits.count >= 8 else { return nil }
        func part(_ range: Range<Int>) -> String {
            String(decoding: digits[range], as: UTF8.self)
        }
        var date = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
        if digits.count >= 14 { date += " \(part(8..<10)):\(part(10..<12)):\(part(12..<14))" }
        return date
    }
}
