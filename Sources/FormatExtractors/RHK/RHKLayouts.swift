/// The structures of an SM4 file.
enum RHKLayouts {
    static let fileHeader = StructureLayout(
        """
        uint16 header_size B
        wchar[18] signature
        uint32 page_count
        uint32 object_count
        uint32 object_field_size B
        uint32 -
        uint32 -
        """)

    static let pageIndex = StructureLayout(
        """
        uint16[8] page_id
        uint32 data_type
        uint32 source
        uint32 object_count
        uint32 minor_version
        """,
        labels: [
            "data_type": [
                0: "image", 1: "line", 2: "xy data", 3: "annotated line", 4: "text",
                5: "annotated text", 6: "sequential", 7: "movie",
            ],
            "source": [0: "raw", 1: "processed", 2: "calculated", 3: "imported"],
        ])

    /// Up to the scales, which want the units of the strings.
    static let pageHeader = StructureLayout(
        """
        uint16 field_size B
        uint16 string_count
        uint32 page_type
        uint32 data_sub_source
        uint32 line_type
        int32 x_coord
        int32 y_coord
        uint32 x_size px
        uint32 y_size px
        uint32 image_type
        uint32 scan_dir
        uint32 group_id
        uint32 data_size B
        int32 min_z_value
        int32 max_z_value
        """,
        labels: [
            "page_type": [
                0: "undefined", 1: "topographic", 2: "current", 3: "aux", 4: "force", 5: "signal",
                6: "FFT", 7: "noise power spectrum", 8: "line test", 9: "oscilloscope",
                10: "IV spectra", 11: "IV 4x4", 12: "IV 8x8", 13: "IV 16x16", 14: "IV 32x32",
                15: "IV center", 16: "interactive spectra", 17: "autocorrelation",
                18: "IZ spectra", 19: "4 gain topography", 20: "8 gain topography",
                21: "4 gain current", 22: "8 gain current", 23: "IV 64x64",
                24: "autocorrelation spectrum", 25: "counter", 26: "multichannel analyser",
                27: "AFM 100", 28: "CITS", 29: "GPIB", 30: "video channel",
                31: "image out spectra", 32: "I datalog", 33: "I ecset", 34: "I ecdata",
                35: "I DSP AD", 36: "discrete spectroscopy (present positions)",
                37: "image discrete spectroscopy", 38: "ramp spectroscopy (relative positions)",
                39: "discrete spectroscopy (relative positions)",
            ],
            "line_type": [
                0: "not a line", 1: "histogram", 2: "cross section", 3: "line test",
                4: "oscilloscope", 6: "noise power spectrum", 7: "IV spectrum", 8: "IZ spectrum",
                9: "image x average", 10: "image y average", 11: "noise autocorrelation spectrum",
                12: "multichannel analyser data", 13: "renormalized IV",
                14: "image histogram spectra", 15: "image cross section", 16: "image average",
                17: "image cross section G", 18: "image out spectra", 19: "datalog spectrum",
                20: "Gxy", 21: "electrochemistry", 22: "discrete spectroscopy",
                23: "datalogging",
            ],
            "image_type": [0: "normal", 1: "autocorrelated"],
            "scan_dir": [0: "right", 1: "left", 2: "up", 3: "down"],
        ])

    static let scales = [
        "x_scale", "y_scale", "z_scale", "xy_scale", "x_offset", "y_offset", "z_offset", "period",
        "bias", "current", "angle",
    ]

    static let pageHeaderRest = StructureLayout(
        """
        uint32 color_info_count
        uint32 grid_x_size
        uint32 grid_y_size
        uint32 page_object_count
        bytes[64] -
        """)

    static let driftHeader = StructureLayout(
        """
        filetime start_time
        int16 drift_opt
        uint16 string_count
        """, labels: ["drift_opt": [0: "disabled", 1: "each spectrum", 2: "each location"]])

    static let strings = [
        "Label", "System_Text", "Session_Text", "User_Text", "Path", "Date", "Time", "X_Units",
        "Y_Units", "Z_Units", "X_Label", "Y_Label", "Status_Channel_Text",
        "Completed_Line_Count", "Oversampling_Count", "Sliced_Voltage", "PLL_Pro_Status",
    ]
}
