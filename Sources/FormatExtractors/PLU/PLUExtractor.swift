public import Extraction
internal import MetadataModel

/// Extracts the header of a Sensofar surface (`.plu`, `.apx`); heights are never read.
///
/// The header has 500 bytes, little-endian: the date as text and as seconds since 1970, a comment, the
/// calibration of the axes (in micrometres) and the settings of the measurement. Keys are `plu.` and
/// the names of the specification.
///
/// Source: Sensofar's PLu format 2000 and 2006, as in Gwyddion's `sensofar` module.
public struct PLUExtractor: Extractor {
    public let id = "plu"
    public let version = 1

    public init() {}

    private static let layout = StructureLayout(
        """
        char[128] date
        unixtime time
        char[256] user_comment
        uint32 yres px
        uint32 xres px
        uint32 N_tall
        float32 dy_multip
        float32 mppx µm
        float32 mppy µm
        float32 x_0 µm
        float32 y_0 µm
        float32 mpp_tall µm
        float32 z_0 µm
        uint32 type
        uint32 algorithm
        uint32 method
        uint32 objective
        uint32 area
        int32 xres_area px
        int32 yres_area px
        int32 measured_xres px
        int32 measured_yres px
        int32 na
        float64 incr_z
        float32 range
        int32 n_planes
        int32 tpc_umbral_F
        uint8 restore
        uint8 num_layers
        uint8 version
        uint8 config_hardware
        uint8 stack_im_num
        uint8 reserved?
        bytes[2] -
        int32 factor_delmacio
        """,
        labels: [
            "type": [
                0: "confocal image", 1: "profile", 2: "multiple profile", 3: "topography",
                4: "coordinates", 5: "thickness", 6: "custom",
            ],
            "method": [
                0: "conventional", 1: "confocal", 2: "PSI", 3: "EPSI", 4: "VSI", 5: "MFI",
            ],
        ])

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard ["plu", "apx"].contains(header.suffix), header.count >= 512,
            header.bytes.count >= 500
        else { return nil }
        let date = header.bytes[..<128].prefix { $0 != 0 }
        guard date.count >= 8, date.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        return header.bytes.withUnsafeBytes { raw in
            let sizes = [388, 392].map { raw.integer(at: $0, .little, as: UInt32.self) }
            return sizes.allSatisfy { (1...65_536).contains($0) } ? .suffix(header.suffix) : nil
        }
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var fields = StructureReading(
            reader, collector, order: .little, key: "plu", place: "header")
        try fields.state(Self.layout)
    }
}
