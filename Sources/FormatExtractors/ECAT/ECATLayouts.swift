internal import Extraction

/// The headers of ECAT 7, as CTI's `matrix_extra.h` has them.
enum ECATLayouts {
    static let main = StructureLayout(
        """
        char[14] magic_number
        char[32] original_file_name
        int16 sw_version
        int16 system_type
        int16 file_type
        char[10] serial_number
        unixtime scan_start_time
        char[8] isotope_name
        float32 isotope_halflife s
        char[32] radiopharmaceutical
        float32 gantry_tilt deg
        float32 gantry_rotation deg
        float32 bed_elevation cm
        float32 intrinsic_tilt deg
        int16 wobble_speed rpm
        int16 transm_source_type
        float32 distance_scanned cm
        float32 transaxial_fov cm
        int16 angular_compression
        int16 coin_samp_mode
        int16 axial_samp_mode
        float32 ecat_calibration_factor
        int16 calibration_units
        int16 calibration_units_label
        int16 compression_code
        char[12] study_type
        char[16] patient_id
        char[32] patient_name
        char[1] patient_sex
        char[1] patient_dexterity
        float32 patient_age
        float32 patient_height cm
        float32 patient_weight kg
        int32 patient_birth_date
        char[32] physician_name
        char[32] operator_name
        char[32] study_description
        int16 acquisition_type
        int16 patient_orientation
        char[20] facility_name
        int16 num_planes
        int16 num_frames
        int16 num_gates
        int16 num_bed_pos
        float32 init_bed_position cm
        float32[15] bed_position cm
        float32 plane_separation cm
        int16 lwr_sctr_thres keV
        int16 lwr_true_thres keV
        int16 upr_true_thres keV
        char[10] user_process_code
        int16 acquisition_mode
        float32 bin_size cm
        float32 branching_fraction
        unixtime dose_start_time
        float32 dosage
        float32 well_counter_corr_factor
        char[32] data_units
        int16 septa_state
        """,
        labels: [
            "file_type": [
                0: "unknown", 1: "2D sinogram", 2: "16-bit image", 3: "attenuation correction",
                4: "2D normalisation", 5: "polar map", 6: "8-bit volume", 7: "16-bit volume",
                8: "8-bit projection", 9: "16-bit projection", 10: "8-bit image",
                11: "3D 16-bit sinogram", 12: "3D 8-bit sinogram", 13: "3D normalisation",
                14: "3D float sinogram",
            ],
            "acquisition_type": [
                0: "undefined", 1: "blank", 2: "transmission", 3: "static emission",
                4: "dynamic emission", 5: "gated emission", 6: "rectilinear transmission",
                7: "rectilinear emission",
            ],
            "septa_state": [0: "extended", 1: "retracted"],
            "calibration_units": [0: "uncalibrated", 1: "calibrated", 2: "processed"],
        ])

    static let entry = StructureLayout(
        """
        uint32 id
        int32 first_block
        int32 last_block
        int32 status
        """,
        labels: ["status": [1: "exists", 0: "not yet written", -1: "deleted"]])

    static let image = StructureLayout(
        """
        int16 data_type
        int16 num_dimensions
        int16 x_dimension px
        int16 y_dimension px
        int16 z_dimension px
        float32 x_offset cm
        float32 y_offset cm
        float32 z_offset cm
        float32 recon_zoom
        float32 scale_factor
        int16 image_min
        int16 image_max
        float32 x_pixel_size cm
        float32 y_pixel_size cm
        float32 z_pixel_size cm
        int32 frame_duration ms
        int32 frame_start_time ms
        int16 filter_code
        float32 x_resolution cm
        float32 y_resolution cm
        float32 z_resolution cm
        float32 num_r_elements
        float32 num_angles
        float32 z_rotation_angle deg
        float32 decay_corr_fctr
        int32 processing_code
        int32 gate_duration ms
        int32 r_wave_offset
        int32 num_accepted_beats
        float32 filter_cutoff_frequency
        float32 filter_resolution
        float32 filter_ramp_slope
        int16 filter_order
        float32 filter_scatter_fraction
        float32 filter_scatter_slope
        char[40] annotation
        @152 float32[9] mt
        float32 rfilter_cutoff
        float32 rfilter_resolution
        int16 rfilter_code
        int16 rfilter_order
        float32 zfilter_cutoff
        float32 zfilter_resolution
        int16 zfilter_code
        int16 zfilter_order
        float32[3] mt_4
        int16 scatter_type
        int16 recon_type
        int16 recon_views
        """,
        labels: [
            "data_type": [
                0: "unknown", 1: "byte", 2: "VAX int16", 3: "VAX int32", 4: "VAX float32",
                5: "IEEE float32", 6: "int16", 7: "int32",
            ]
        ])
}
