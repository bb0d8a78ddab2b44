internal import Extraction
internal import MetadataModel

/// The parts of one VK4 file.
struct KeyenceFile {
    private let reader: ByteReader
    private let collector: FactCollector
    private let place: String

    init(_ reader: ByteReader, _ collector: FactCollector, isPacked: Bool = false) {
        self.reader = reader
        self.collector = collector
        place = isPacked ? "packed VK4" : ""
    }

    private func fields(_ key: FactKey, at offset: UInt64) -> StructureReading {
        var fields = StructureReading(
            reader, collector, order: .little, key: key, place: place, from: offset)
        fields.hasOffsets = place.isEmpty
        return fields
    }

    mutating func read() throws(ExtractionError) {
        var header = fields("keyence", at: 0)
        try header.state(KeyenceLayouts.header)
        header.key = "keyence.Offset"
        try header.state(KeyenceLayouts.offsets)
        let offsets = header
        try part(offsets, "setting") { fields throws(ExtractionError) in
            fields.key = "keyence"
            try fields.state(KeyenceLayouts.conditions, allowsShort: true)
            Self.stateDate(&fields)
        }
        for (name, key) in KeyenceLayouts.images {
            try part(offsets, name) { fields throws(ExtractionError) in
                fields.key = FactKey(segments: ["keyence", key])
                try fields.state(KeyenceLayouts.image)
            }
        }
        try part(offsets, "assemble") { fields throws(ExtractionError) in
            fields.key = "keyence.Assembly"
            try fields.state(KeyenceLayouts.assembly, allowsShort: true)
        }
        try part(offsets, "string_data") { fields throws(ExtractionError) in
            fields.key = "keyence"
            for name in ["Title", "LensName"] {
                let count = Int(try fields.next(UInt32.self))
                guard count < 1 << 20 else { return }
                try fields.state(text: name, byteCount: count * 2, isWide: true)
            }
        }
    }

    /// Reads the part at an offset of the table, where it has one.
    private func part(
        _ offsets: StructureReading, _ name: String,
        _ read: (inout StructureReading) throws(ExtractionError) -> Void
    ) throws(ExtractionError) {
        let offset = offsets.count(name)
        guard offset > 0 else { return }
        var fields = fields("keyence", at: offset)
        do throws(ExtractionError) {
            guard offset < reader.count else {
                throw ExtractionError(
                    .truncated, "expected \(name) at byte \(offset)", offset: reader.count)
            }
            try read(&fields)
        } catch {
            collector.report(error.issue)
        }
    }

    private static func stateDate(_ fields: inout StructureReading) {
        let parts = ["year", "month", "day", "hour", "minute", "second"].map {
            Int(fields.integer($0) ?? 0)
        }
        guard parts[0] > 0,
            let span = TimeSpan(
                year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4],
                second: parts[5])
        else { return }
        fields.collector.text(
            "keyence.Date", String(TimeSpan.timestamp(ofMicroseconds: span.start).prefix(19)),
            locus: Locus(address: "year to second"))
    }
}

/// The structures of a VK4 file.
enum KeyenceLayouts {
    static let header = StructureLayout(
        """
        char[4] magic
        uint8[4] dll_version
        bytes[4] -
        """)

    static let offsets = StructureLayout(
        """
        uint32 setting
        uint32 color_peak
        uint32 color_light
        uint32 light0
        uint32 light1
        uint32 light2
        uint32 height0
        uint32 height1
        uint32 height2
        uint32 color_peak_thumbnail
        uint32 color_thumbnail
        uint32 light_thumbnail
        uint32 height_thumbnail
        uint32 assemble
        uint32 line_measure
        uint32 line_thickness
        uint32 string_data
        uint32 -
        """)

    /// Images by the name of their offset.
    static let images = [
        ("color_peak", "ColorPeak"), ("color_light", "ColorLight"), ("light0", "Light"),
        ("height0", "Height"),
    ]

    static let image = StructureLayout(
        """
        uint32 width px
        uint32 height px
        uint32 bit_depth
        uint32 compression
        uint32 byte_size B
        """)

    static let assembly = StructureLayout(
        """
        uint32 size B
        uint16 file_type
        uint16 stage_type
        uint32 x_position
        uint32 y_position
        uint8 auto_adjustment
        uint8 source
        uint16 thin_out
        uint16 count_x
        uint16 count_y
        """)

    static let conditions = StructureLayout(
        """
        uint32 size B
        uint32 year
        uint32 month
        uint32 day
        uint32 hour
        uint32 minute
        uint32 second
        int32 diff_utc_by_minutes min
        uint32 image_attributes
        uint32 user_interface_mode
        uint32 color_composite_mode
        uint32 num_layer
        uint32 run_mode
        uint32 peak_mode
        uint32 sharpening_level
        uint32 speed
        uint32 distance
        uint32 pitch
        uint32 optical_zoom
        uint32 num_line
        uint32 line0_pos
        uint32[3] -
        uint32 lens_mag
        uint32 pmt_gain_mode
        uint32 pmt_gain
        uint32 pmt_offset
        uint32 nd_filter
        uint32 -
        uint32 persist_count
        uint32 shutter_speed_mode
        uint32 shutter_speed
        uint32 white_balance_mode
        uint32 white_balance_red
        uint32 white_balance_blue
        uint32 camera_gain
        uint32 plane_compensation
        uint32 xy_length_unit
        uint32 z_length_unit
        uint32 xy_decimal_place
        uint32 z_decimal_place
        uint32 x_length_per_pixel pm
        uint32 y_length_per_pixel pm
        uint32 z_length_per_digit pm
        uint32[5] -
        uint32 light_filter_type
        uint32 -
        uint32 gamma_reverse
        uint32 gamma
        uint32 gamma_offset
        uint32 ccd_bw_offset
        uint32 numerical_aperture
        uint32 head_type
        uint32 pmt_gain2
        uint32 omit_color_image
        uint32 lens_id
        uint32 light_lut_mode
        uint32 light_lut_in0
        uint32 light_lut_out0
        uint32 light_lut_in1
        uint32 light_lut_out1
        uint32 light_lut_in2
        uint32 light_lut_out2
        uint32 light_lut_in3
        uint32 light_lut_out3
        uint32 light_lut_in4
        uint32 light_lut_out4
        uint32 upper_position
        uint32 lower_position
        uint32 light_effective_bit_depth
        uint32 height_effective_bit_depth
        """)
}
