/// The fields of Andor's structures in their order, with the units that Andor fixes.
enum SIFNames {
    static let acquisition: [(name: String, unit: String?)] = [
        ("instrument_version", nil), ("type", nil), ("active", nil), ("structure_version", nil),
        ("timedate", nil), ("temperature", "°C"), ("head", nil), ("store_type", nil),
        ("data_type", nil), ("mode", nil), ("trigger_source", nil), ("trigger_level", nil),
        ("exposure_time", "s"), ("delay", "s"), ("integration_cycle_time", "s"),
        ("no_integrations", nil), ("sync", nil), ("kinetic_cycle_time", "s"),
        ("pixel_readout_time", "s"), ("no_points", nil), ("fast_track_height", nil),
        ("gain", nil), ("gate_delay", nil), ("gate_width", nil), ("gate_step", nil),
        ("track_height", nil), ("series_length", nil), ("read_pattern", nil),
        ("shutter_delay", nil), ("st_centre_row", nil), ("mt_offset", nil),
        ("operation_mode", nil), ("FlipX", nil), ("FlipY", nil), ("Clock", nil),
        ("AClock", nil), ("MCP", nil), ("Prop", nil), ("IOC", nil), ("Freq", nil),
        ("VertClockAmp", nil), ("data_v_shift_speed", "s"), ("OutputAmp", nil),
    ]

    static let shutter = ["version", "type", "mode", "custom_bg_mode", "custom_mode"]

    static let calibration = [
        "version", "x_type", "x_unit", "y_type", "y_unit", "z_type", "z_unit",
    ]

    static let image = [
        "version", "left", "top", "right", "bottom", "no_images", "no_subimages", "total_length",
        "image_length",
    ]

    static let subimage = [
        "version", "left", "top", "right", "bottom", "vertical_bin", "horizontal_bin",
        "subimage_offset",
    ]
}
