/// The fields of the structure `frame_header_type`, as bytes of the header.
enum MarCCDLayout {
    static let table = HeaderTable(
        """
        0 uint32 header_type
        4 char[16] header_name
        20 uint32 header_major_version
        24 uint32 header_minor_version
        28 uint32 header_byte_order
        32 uint32 data_byte_order
        36 uint32 header_size B
        40 uint32 frame_type
        44 uint32 magic_number
        48 uint32 compression_type
        52 uint32 compression1
        56 uint32 compression2
        60 uint32 compression3
        64 uint32 compression4
        68 uint32 compression5
        72 uint32 compression6
        76 uint32 nheaders
        80 uint32 nfast
        84 uint32 nslow
        88 uint32 depth
        92 uint32 record_length
        96 uint32 signif_bits
        100 uint32 data_type
        104 uint32 saturated_value
        108 uint32 sequence
        112 uint32 nimages
        116 uint32 origin
        120 uint32 orientation
        124 uint32 view_direction
        128 uint32 overflow_location
        132 uint32 over_8_bits
        136 uint32 over_16_bits
        140 uint32 multiplexed
        144 uint32 nfastimages
        148 uint32 nslowimages
        152 uint32 background_applied
        156 uint32 bias_applied
        160 uint32 flatfield_applied
        164 uint32 distortion_applied
        168 uint32 original_header_type
        172 uint32 file_saved
        256 uint32[2] total_counts
        264 uint32[2] special_counts1
        272 uint32[2] special_counts2
        280 uint32 min
        284 uint32 max
        288 uint32 mean
        292 uint32 rms
        296 uint32 p10
        300 uint32 p90
        304 uint32 stats_uptodate
        308 uint32[9] pixel_noise
        384 uint16[128] percentile
        640 int32 xtal_to_detector um
        644 int32 beam_x
        648 int32 beam_y
        652 int32 integration_time ms
        656 int32 exposure_time ms
        660 int32 readout_time ms
        664 int32 nreads
        668 int32 start_twotheta
        672 int32 start_omega
        676 int32 start_chi
        680 int32 start_kappa
        684 int32 start_phi
        688 int32 start_delta
        692 int32 start_gamma
        696 int32 start_xtal_to_detector um
        700 int32 end_twotheta
        704 int32 end_omega
        708 int32 end_chi
        712 int32 end_kappa
        716 int32 end_phi
        720 int32 end_delta
        724 int32 end_gamma
        728 int32 end_xtal_to_detector um
        732 int32 rotation_axis
        736 int32 rotation_range
        740 int32 detector_rotx
        744 int32 detector_roty
        748 int32 detector_rotz
        768 int32 detector_type
        772 int32 pixelsize_x nm
        776 int32 pixelsize_y nm
        780 int32 mean_bias
        784 int32 photons_per_100adu
        788 int32[9] measured_bias
        824 int32[9] measured_temperature mK
        860 int32[9] measured_pressure
        896 int32 source_type
        900 int32 source_dx um
        904 int32 source_dy um
        908 int32 source_wavelength fm
        912 int32 source_power W
        916 int32 source_voltage V
        920 int32 source_current uA
        924 int32 source_bias V
        928 int32 source_polarization_x
        932 int32 source_polarization_y
        952 int32 optics_type
        956 int32 optics_dx
        960 int32 optics_dy
        964 int32 optics_wavelength
        968 int32 optics_dispersion
        972 int32 optics_crossfire_x urad
        976 int32 optics_crossfire_y urad
        980 int32 optics_angle
        984 int32 optics_polarization_x
        988 int32 optics_polarization_y
        1024 char[128] filetitle
        1152 char[128] filepath
        1280 char[64] filename
        1344 char[32] acquire_timestamp
        1376 char[32] header_timestamp
        1408 char[32] save_timestamp
        1440 char[512] file_comments
        2048 char[512] dataset_comments
        """)

    /// A scaled integer in the unit that it stands for.
    struct Quotient: Sendable {
        let name: String
        let offset: Int
        let divisor: Double
        let unit: String
    }

    static let quotients = [
        Quotient(name: "distance", offset: 640, divisor: 1000, unit: "mm"),
        Quotient(name: "beam_center_x", offset: 644, divisor: 1000, unit: "px"),
        Quotient(name: "beam_center_y", offset: 648, divisor: 1000, unit: "px"),
        Quotient(name: "start.twotheta", offset: 668, divisor: 1000, unit: "deg"),
        Quotient(name: "start.omega", offset: 672, divisor: 1000, unit: "deg"),
        Quotient(name: "start.chi", offset: 676, divisor: 1000, unit: "deg"),
        Quotient(name: "start.kappa", offset: 680, divisor: 1000, unit: "deg"),
        Quotient(name: "start.phi", offset: 684, divisor: 1000, unit: "deg"),
        Quotient(name: "start.delta", offset: 688, divisor: 1000, unit: "deg"),
        Quotient(name: "start.gamma", offset: 692, divisor: 1000, unit: "deg"),
        Quotient(name: "end.twotheta", offset: 700, divisor: 1000, unit: "deg"),
        Quotient(name: "end.omega", offset: 704, divisor: 1000, unit: "deg"),
        Quotient(name: "end.chi", offset: 708, divisor: 1000, unit: "deg"),
        Quotient(name: "end.kappa", offset: 712, divisor: 1000, unit: "deg"),
        Quotient(name: "end.phi", offset: 716, divisor: 1000, unit: "deg"),
        Quotient(name: "end.delta", offset: 720, divisor: 1000, unit: "deg"),
        Quotient(name: "end.gamma", offset: 724, divisor: 1000, unit: "deg"),
        Quotient(name: "rotation.range", offset: 736, divisor: 1000, unit: "deg"),
        Quotient(name: "pixel_size_x", offset: 772, divisor: 1000000, unit: "mm"),
        Quotient(name: "pixel_size_y", offset: 776, divisor: 1000000, unit: "mm"),
        Quotient(name: "wavelength", offset: 908, divisor: 100000, unit: "Å"),
    ]
}
