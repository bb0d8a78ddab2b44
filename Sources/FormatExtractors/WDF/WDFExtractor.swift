public import Extraction
internal import MetadataModel

/// Extracts the blocks of a Renishaw WiRE file of Raman and photoluminescence spectra (`.wdf`).
///
/// A file is a row of blocks, each with a four-letter name, a number and its length, little-endian.
/// Keys are `wdf.BLOCK.field`; of several blocks of one name, each is an element at segment 1.
/// Intensities are never read.
///
/// | Block                            | What is stated                                           |
/// |:---------------------------------|:---------------------------------------------------------|
/// | `WDF1`                           | the header: counts, application, times, laser, user, title |
/// | `XLST` `YLST` `BKXL`             | type and unit of an axis, its first values               |
/// | `ORGN`                           | type, unit, annotation and first values of each data origin |
/// | `WMAP`                           | the map's flags, location, step and length                |
/// | `TEXT`                           | the comment                                              |
/// | `WXDA` `WXDM` `WXCS` `WXIS` `ZLDC` `WARP` … | property sets, see ``WDFPropertySet``          |
/// | `MAP `                           | a property set, and how many points the map has           |
/// | `WHTL` `NAIL`                    | the EXIF tags of the picture in JPEG, below `wdf.WHTL.`   |
///
/// Any other block is a property set if it says so, else its first bytes are kept as they are.
///
/// Sources: no specification is public; names are those of Renishaw's own reader in Gwyddion
/// <https://sourceforge.net/p/gwyddion/code/HEAD/tree/trunk/gwyddion/modules/file/renishaw.c>, codes
/// as in RosettaSciIO <https://hyperspy.org/rosettasciio/supported_formats/renishaw.html>.
public struct WDFExtractor: Extractor {
    public let id = "wdf"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("WDF1") ? .signature("WDF1") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var reading = WDFReading(reader, collector)
        try reading.read()
    }
}

/// A block of the file: its name, its number, and where its content stands.
struct WDFBlock {
    static let headerByteCount: UInt64 = 16

    let name: String
    let number: UInt32
    let offset: UInt64
    let end: UInt64
    /// How many blocks of its name stand before it.
    let index: Int
}
