public import Extraction
internal import MetadataModel

/// Extracts the header of a high-speed AFM movie (`.asd`) of RIBM's and Kanazawa's instruments;
/// frames are never read.
///
/// Versions 0, 1 and 2, little-endian. Keys are `asd.` and the names that the format's readers use,
/// which no public specification gives.
///
/// Source: <https://github.com/AFM-SPM/AFMReader>.
public struct ASDExtractor: Extractor {
    public let id = "asd"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.suffix == "asd", header.bytes.count >= 64, header.bytes[0] <= 2,
            header.bytes[1..<4].allSatisfy({ $0 == 0 })
        else { return nil }
        // The length of the header stands at byte 8 in version 0, else at byte 4.
        let length = header.bytes.withUnsafeBytes {
            $0.integer(at: header.bytes[0] == 0 ? 8 : 4, .little, as: Int32.self)
        }
        return (64...1 << 24).contains(length) ? .suffix("asd") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var fields = StructureReading(reader, collector, order: .little, key: "asd")
        try fields.state(ASDLayouts.version)
        guard let version = fields.integer("file_version"), (0...2).contains(version) else {
            throw ExtractionError(.unsupported, "expected version 0, 1 or 2", offset: 0)
        }
        if version == 0 {
            try fields.state(ASDLayouts.version0)
            try fields.state(
                text: "user_name", byteCount: Int(clamping: fields.count("user_name_size")))
            try fields.state(ASDLayouts.version0Rest)
            try fields.skip(fields.count("comment_offset_size"))
            try fields.state(
                text: "comment", byteCount: Int(clamping: fields.count("comment_size")))
        } else {
            try fields.state(ASDLayouts.version1)
            try fields.state(
                text: "user_name", byteCount: Int(clamping: fields.count("user_name_size")))
            try fields.state(
                text: "comment", byteCount: Int(clamping: fields.count("comment_size")))
            if version == 2 { try fields.state(ASDLayouts.version2Rest) }
        }
        let parts = ["year", "month", "day", "hour", "minute", "second"].map {
            Int(fields.integer($0) ?? 0)
        }
        guard
            let span = TimeSpan(
                year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4],
                second: parts[5])
        else { return }
        collector.text(
            "asd.date", String(TimeSpan.timestamp(ofMicroseconds: span.start).prefix(19)),
            locus: Locus(address: "year to second"))
    }
}

/// The header of a movie, in the order of its fields.
enum ASDLayouts {
    static let version = StructureLayout("int32 file_version")

    static let version0 = StructureLayout(
        """
        char[2] channel1
        char[2] channel2
        int32 header_length B
        int32 frame_header_length B
        int32 user_name_size B
        int32 comment_offset_size B
        int32 comment_size B
        int16 x_pixels px
        int16 y_pixels px
        int16 x_nm nm
        int16 y_nm nm
        float32 frame_time
        float32 z_piezo_extension
        float32 z_piezo_gain
        uint32 analogue_digital_range
        int32 analogue_digital_data_bits_size
        uint8 is_averaged
        int32 averaging_window
        int16 -
        int16 year
        uint8 month
        uint8 day
        uint8 hour
        uint8 minute
        uint8 second
        uint8 rounding_degree
        float32 max_x_scan_range
        float32 max_y_scan_range
        bytes[12] -
        int32 initial_frames
        int32 num_frames
        int32 afm_id
        int16 file_id
        """)

    static let version0Rest = StructureLayout(
        """
        float32 scanner_sensitivity
        float32 phase_sensitivity
        int32 scan_direction
        """)

    static let version1 = StructureLayout(
        """
        int32 header_length B
        int32 frame_header_length B
        int32 text_encoding
        int32 user_name_size B
        int32 comment_size B
        wchar[2] channel1
        wchar[2] channel2
        int32 initial_frames
        int32 num_frames
        int32 scan_direction
        int32 file_id
        int32 x_pixels px
        int32 y_pixels px
        int32 x_nm nm
        int32 y_nm nm
        uint8 is_averaged
        int32 averaging_window
        int32 year
        int32 month
        int32 day
        int32 hour
        int32 minute
        int32 second
        int32 x_rounding_degree
        int32 y_rounding_degree
        float32 frame_time
        float32 scanner_sensitivity
        float32 phase_sensitivity
        int32 offset
        bytes[12] -
        int32 afm_id
        uint32 analogue_digital_range
        int32 analogue_digital_data_bits_size
        float32 max_x_scan_range
        float32 max_y_scan_range
        float32 x_piezo_extension
        float32 y_piezo_extension
        float32 z_piezo_extension
        float32 z_piezo_gain
        """)

    static let version2Rest = StructureLayout(
        """
        int32 number_of_frames
        int32 is_x_feed_forward_integer
        float64 is_x_feed_forward_double
        int32 max_colour_scale
        int32 min_colour_scale
        int32 length_red_anchor_points
        int32 length_green_anchor_points
        int32 length_blue_anchor_points
        """)
}
