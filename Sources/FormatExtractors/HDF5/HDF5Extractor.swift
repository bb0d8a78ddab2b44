public import Extraction
internal import MetadataModel

/// Extracts what a file of the HDF5 family says: every attribute, and the values of every data
/// set that is no image.
///
/// The reader is our own and knows no library, a deliberate deviation from the design's first
/// choice: it stays within the worker's rules on hostile numbers, tells where each value stands,
/// and needs nothing installed. All dialects are read by it alike, since all of them state their
/// metadata as attributes and small data sets: NeXus, NWB, openPMD, EMD, Imaris, BDV, MINC 2,
/// netCDF-4 and many more.
///
/// | Key                              | What                                                       |
/// |:---------------------------------|:-----------------------------------------------------------|
/// | `hdf5.entry.instrument.name`     | the value of the data set `/entry/instrument/name`         |
/// | `hdf5.entry.instrument.name.unit`| its attribute `unit`; attributes of groups likewise        |
/// | `hdf5.….shape`, `.maximum_shape`, `.dtype`, `.chunks`, `.filters`, `.fill_value` | what a data set's header says |
/// | `hdf5.….comment`, `.modification_time`, `.birth_time` … | of any object                       |
/// | `hdf5.superblock.version`        | the superblock                                             |
/// | `hdf5.user_block`                | text before the superblock                                 |
///
/// Values: data sets of up to 64 values, lists of up to 4096 along one axis, and texts, tables
/// and characters up to 4 MiB. See ``HDF5ValueFacts`` for how they become facts and
/// ``HDF5Units`` for units. A link to an object that was stated before, a soft link and an
/// external link state the path they lead to. Loci name the path, with `@` before an attribute.
///
/// Source: <https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html>
public struct HDF5Extractor: Extractor {
    public let id = "hdf5"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        for place in [0, 512, 1024, 2048] where header.has(HDF5Superblock.signature, at: place) {
            return .signature(place == 0 ? "HDF" : "HDF at byte \(place)")
        }
        // A longer user block hides the signature from detection.
        let suffixes = ["h5", "hdf5", "he5"]
        return suffixes.contains(header.suffix) && header.count > 4096
            ? .suffix(header.suffix) : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        guard let start = try HDF5Superblock.place(in: reader) else {
            throw ExtractionError(.malformed, "expected the signature of HDF5", offset: 0)
        }
        var file = HDF5File(reader: reader, limits: collector.limits, base: start)
        let superblock = try HDF5Superblock(of: &file)
        collector.noteMetadata(superblock.byteCount, understood: true)
        collector.integer(
            "hdf5.superblock.version", Int64(superblock.version),
            locus: Locus(offset: start + 8, length: 1, address: "superblock"))
        if let end = superblock.end, end > reader.count {
            collector.report(
                Issue(
                    .truncated, "the file says it has \(end) bytes, it has \(reader.count)",
                    at: Locus(offset: reader.count, address: "end of the file")))
        }
        if start > 0 { try stateUserBlock(of: reader, count: start, into: collector) }
        if let address = superblock.extension {
            do throws(ExtractionError) {
                try file.learnSharedHeaps(from: HDF5ObjectHeader(at: address, of: file))
            } catch {
                collector.report(error.issue)
            }
        }
        var walk = HDF5Walk(file, into: collector)
        walk.run(from: superblock.root)
    }

    /// States what stands before the superblock, such as MATLAB's line of text.
    private func stateUserBlock(
        of reader: ByteReader, count: UInt64, into collector: FactCollector
    ) throws(ExtractionError) {
        let bytes = try reader.bytes(at: 0, count: Int(min(count, 1 << 16)))
        let locus = Locus(offset: 0, length: count, address: "user block")
        let beginning = bytes.prefix { $0 != 0 }
        if let text = HDF5CharacterText.text(of: beginning[...]) {
            collector.text("hdf5.user_block", text, locus: locus)
        } else if bytes.contains(where: { $0 != 0 }) {
            collector.opaque(
                "hdf5.user_block", bytes, byteCount: Int(clamping: count), locus: locus)
        }
    }
}
