public import Extraction
internal import MetadataModel

/// Extracts the object tree of a Gwyddion native file (`.gwy`).
///
/// A file is `GWYP` and one `GwyContainer`. An object is its type's name, a 32-bit length and its
/// components; a component is a name, a type letter and a value, all little-endian:
///
/// | Letter      | Value                                                       |
/// |:------------|:------------------------------------------------------------|
/// | `b` `c`     | truth value, character                                       |
/// | `i` `q` `d` | integer of 32 or 64 bits, double                             |
/// | `s` `o`     | text up to a NUL, object                                     |
/// | `C` … `O`   | a 32-bit count and an array of such values                    |
///
/// Keys are `gwy.` and the components' names; numbers in names are elements: `/2/data/title` is
/// `gwy.data.title`, element 2 at segment 1. The key of an object has the type's name as its value.
/// The samples of fields, lines and bricks are never read. Lengths and offsets take the unit that
/// their object states in `si_unit_xy`, values that in `si_unit_z`.
///
/// Files of version 1 begin with `GWYO` and have no container of their own around the tree.
///
/// Source: <http://gwyddion.net/documentation/user-guide-en/gwyfile-format.html>.
public struct GWYExtractor: Extractor {
    public let id = "gwy"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("GWYP") ? .signature("GWYP") : header.has("GWYO") ? .signature("GWYO") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let magic = try reader.bytes(at: 0, count: 4)
        collector.add(
            Fact(
                key: "gwy.Version", value: BinaryText.narrow(magic),
                label: magic.last == UInt8(ascii: "P") ? "2" : "1",
                locus: Locus(offset: 0, length: 4, address: "header")))
        var tree = GWYTree(reader, collector)
        try tree.read(from: 4)
    }
}
