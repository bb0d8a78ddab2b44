public import Extraction
internal import MetadataModel

/// Extracts the lists in which MetaMorph and MetaXpress describe a data set of many files: `.nd`
/// of a multi-dimensional acquisition, `.HTD` of a plate.
///
/// A line is a name in quotes and values, divided by commas; texts stand in quotes. A number at
/// the end of a name counts: `"WaveName2", "GFP"` is `metamorph.WaveName`, element 1 of segment
/// `WaveName`.
///
/// | Key | Unit |
/// |:----|:-----|
/// | `metamorph.NDInfoFile`, `metamorph.HTSInfoFile` (the version) | |
/// | `metamorph.ZStepSize` | µm |
///
/// Source: no specification is public; MetaMorph's own files.
public struct MetaMorphListExtractor: Extractor {
    public let id = "metamorph"
    public let version = 1

    private static let units = ["ZStepSize": "µm"]
    private static let maximumByteCount = 16 << 20

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        for name: StaticString in ["\"NDInfoFile\"", "\"HTSInfoFile\""] where header.has(name) {
            return .signature("\(name)")
        }
        return nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let padded = try reader.textPrefix(maximum: Self.maximumByteCount)
        let bytes = Array(padded[..<TextEnd.byteCount(of: padded)])
        var place = 0
        var number = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            state(line, at: place, number: number, into: collector)
            place += line.count + 1
            if collector.isFull { return }
        }
        collector.noteMetadata(bytes.count, understood: true)
    }

    private func state(
        _ line: ArraySlice<UInt8>, at place: Int, number: Int, into collector: FactCollector
    ) {
        let cells = Self.cells(of: line)
        guard let first = cells.first, !first.isEmpty else { return }
        let (name, index) = Self.numbered(first)
        let value = cells.dropFirst().joined(separator: ", ")
        guard first != "EndFile" else { return }
        let unit = Double(value) == nil ? nil : Self.units[name]
        collector.text(
            FactKey(segments: [id, name]), value,
            element: index.map { ElementPath(segment: 1, index: $0) } ?? .root, unit: unit,
            locus: Locus(
                offset: UInt64(place), length: UInt64(line.count), address: "line \(number)"))
    }

    /// The cells of a line, without their quotes and the space around them.
    private static func cells(of line: ArraySlice<UInt8>) -> [String] {
        var cells: [String] = []
        var isQuoted = false
        var cell: [UInt8] = []
        func end() {
            let text = TextDecoding.text(of: cell).text
            let start = text.drop { $0.isWhitespace }
            cells.append(String(start.reversed().drop { $0.isWhitespace }.reversed()))
            cell = []
        }
        for byte in line {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: ","), !isQuoted {
                end()
            } else {
                cell.append(byte)
            }
        }
        end()
        return cells
    }

    /// A name without the number at its end, and that number from 0.
    private static func numbered(_ name: String) -> (name: String, index: Int?) {
        let digits = name.utf8.reversed().prefix { $0.isDigit }.count
        guard digits > 0, digits < name.utf8.count, digits < 6,
            let number = Int(name.suffix(digits)), number > 0
        else { return (name, nil) }
        return (String(name.dropLast(digits)), number - 1)
    }
}
