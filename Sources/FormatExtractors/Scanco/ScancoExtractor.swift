public import Extraction
internal import MetadataModel

/// Extracts the header of a Scanco micro-CT volume, ISQ or RSQ.
///
/// Lengths are stated as the file has them, in µm, energies in V and currents in µA.
///
/// Source: Scanco Medical, "ISQ file format" <https://www.scanco.ch/faq-customers.html>.
public struct ScancoExtractor: Extractor {
    public let id = "scanco"
    public let version = 1

    public init() {}

    private static let table = HeaderTable(
        """
        char[16] check
        int32 data_type
        int32 nr_of_bytes B
        int32 nr_of_blocks
        int32 patient_index
        int32 scanner_id
        bytes[8] creation_date
        int32 dimx_p px
        int32 dimy_p px
        int32 dimz_p px
        int32 dimx_um um
        int32 dimy_um um
        int32 dimz_um um
        int32 slice_thickness_um um
        int32 slice_increment_um um
        int32 slice_1_pos_um um
        int32 min_data_value
        int32 max_data_value
        int32 mu_scaling
        int32 nr_of_samples
        int32 nr_of_projections
        int32 scandist_um um
        int32 scanner_type
        int32 sampletime_us us
        int32 index_measurement
        int32 site
        int32 reference_line_um um
        int32 recon_alg
        char[40] name
        int32 energy V
        int32 intensity uA
        508 int32 data_offset
        """)

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("CTDATA-HEADER_V1") ? .signature("CTDATA-HEADER_V1") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let bytes = try reader.prefix(maximum: 512)
        let header = HeaderBytes(bytes, .little, offset: 0)
        Self.table.state(header, key: "scanco", omitting: ["creation_date"], into: collector)
        addDate(header, into: collector)
        for (axis, place) in [("x", 44), ("y", 48), ("z", 52)] {
            guard let count = header.integer(at: place, as: Int32.self), count > 0,
                let length = header.integer(at: place + 12, as: Int32.self)
            else { continue }
            collector.real(
                FactKey(printed: "scanco.element_size." + axis), Double(length) / Double(count),
                unit: "um", locus: header.locus(at: place + 12, count: 4))
        }
        collector.noteMetadata(bytes.count, understood: true)
        if bytes.count < 512 {
            throw ExtractionError(
                .truncated, "expected a header of 512 bytes, found \(bytes.count)",
                offset: UInt64(bytes.count))
        }
    }

    /// The date is that of VMS: 100 ns since 17 November 1858.
    private func addDate(_ header: HeaderBytes, into collector: FactCollector) {
        guard let ticks = header.integer(at: 36, as: UInt64.self), ticks > 0,
            ticks < 60_000_000_000_000_000
        else { return }
        let moment = Int64(ticks / 10) - 3_506_716_800_000_000
        let stamp = TimeSpan.timestamp(ofMicroseconds: moment)
        collector.add(
            Fact(
                key: "scanco.creation_date", value: String(ticks),
                label: stamp.hasSuffix("Z") ? String(stamp.dropLast()) : stamp,
                numbers: [NumberSlot(.integer(Int64(ticks)))],
                date: TimeSpan(start: moment, end: moment + 1_000_000, hasZone: false),
                locus: header.locus(at: 36, count: 8)))
    }
}
