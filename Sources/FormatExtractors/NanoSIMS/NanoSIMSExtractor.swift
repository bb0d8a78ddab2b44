public import Extraction
internal import MetadataModel

/// Reads the header of files of Cameca's NanoSIMS ion microprobes: images (`.im`), line scans
/// (`.ls`), depth profiles (`.dp`), isotopes (`.is`), trolley step scans (`.tss`), energy scans
/// (`.nrj`), beam stability (`.bs`); pixels are never read.
///
/// | Key                              | Element      | What                                  |
/// |:---------------------------------|:-------------|:--------------------------------------|
/// | `nanosims.FileType` …            | none         | the general header and the kind's mask |
/// | `nanosims.MassTable.Mass` …      | MassTable    | one mass                              |
/// | `nanosims.NanoSIMSHeader.…`      | none         | frames, modes, centering              |
/// | `nanosims.BField.Trolley.Radius` … | BField, Trolley | one magnetic field, one detector |
/// | `nanosims.PrimaryBeam.…`, `SecondaryBeam`, `Detectors`, `Presets`, `SIMSHeader` | none | instrument settings |
/// | `nanosims.Image.Width` …         | none         | the image                             |
///
/// The byte order is the one in which the type of the file is a small number.
///
/// Sources: those of `NanoSIMSTables`.
public struct NanoSIMSExtractor: Extractor {
    public let id = "nanosims"
    public let version = 1

    public init() {}

    static let types: [Int32: String] = [
        21: "depth profile", 22: "line scan, stage control", 25: "energy scan",
        26: "isotope image", 27: "image", 29: "grain mode image", 31: "SIBC file",
        35: "beam stability file", 39: "line scan image", 40: "line scan, beam control",
        41: "stage scan image",
    ]

    private static let suffixes: Set<String> = [
        "im", "ls", "dp", "is", "tss", "nrj", "hmr", "bs", "sib", "e0s", "phd", "trl", "fld",
    ]

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.bytes.count >= 124, let order = Self.byteOrder(of: header.bytes) else {
            return nil
        }
        func word(_ place: Int) -> Int32 {
            header.bytes.withUnsafeBytes { $0.integer(at: place, order) }
        }
        guard Self.types[word(4)] != nil, (0..<100_000).contains(word(0)),
            (200...(1 << 24)).contains(word(8))
        else { return nil }
        let isWhole = UInt64(word(8)) <= header.count
        // The kind of analysis and the date stand in fixed places, as text.
        let isText = header.bytes[28..<60].prefix { $0 != 0 }.allSatisfy {
            (0x20...0x7E).contains($0)
        }
        let isDate = header.bytes[92..<108].prefix { $0 != 0 }.allSatisfy {
            $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") || $0 == 0x20
                || $0 == UInt8(ascii: "N") || $0 == UInt8(ascii: "A")
        }
        guard isText, isDate, isWhole, header.bytes[28] != 0 else {
            return Self.suffixes.contains(header.suffix) ? .suffix(header.suffix) : nil
        }
        return .signature("type \(word(4)) and its header")
    }

    static func byteOrder(of bytes: [UInt8]) -> ByteOrder? {
        guard bytes.count >= 8 else { return nil }
        for order in [ByteOrder.little, .big] {
            let type = bytes.withUnsafeBytes { $0.integer(at: 4, order, as: Int32.self) }
            if (0..<256).contains(type) { return order }
        }
        return nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let head = try reader.bytes(at: 0, count: 12)
        guard let order = Self.byteOrder(of: head) else {
            throw ExtractionError(.malformed, "expected a type below 256", offset: 4)
        }
        let size = head.withUnsafeBytes { $0.integer(at: 8, order, as: Int32.self) }
        guard size >= 124, size <= 1 << 24 else {
            throw ExtractionError(
                .malformed, "expected a header of 124 bytes to 16 MiB, found \(size)", offset: 8)
        }
        let block = try BinaryBlock(
            of: reader, at: 0, count: Int(size), order: order, address: "header")
        collector.text(
            "nanosims.ByteOrder", order == .little ? "little-endian" : "big-endian",
            locus: block.locus(at: 4, count: 4))
        var reading = NanoSIMSReading(block, into: collector)
        reading.run()
        if block.bytes.count < Int(size) {
            collector.report(
                Issue(
                    .truncated, "expected a header of \(size) bytes, found \(block.bytes.count)",
                    at: block.locus))
        }
    }
}
