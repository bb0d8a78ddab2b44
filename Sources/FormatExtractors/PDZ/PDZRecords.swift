/// The records of PDZ version 25, with their fields.
///
/// Source: <https://github.com/bruker/pdz-tool> (`docs/pdz_version_25_file_format.md`)
enum PDZRecords {
    /// Name and fields by type.
    static let byType: [UInt16: (name: String, script: RecordScript)] = [
        1: (
            "XRFInstrument",
            RecordScript(
                """
                wide serial_number
                wide build_number
                uint8 tube_target_element @element
                uint8 anode_takeoff_angle deg
                uint8 sample_incidence_angle deg
                uint8 sample_takeoff_angle deg
                int16 be_thickness
                wide detector_model
                wide tube_type
                uint8 hw_spot_size
                uint8 sw_spot_size
                wide collimator_type
                uint32 num_versions
                uint16 sw_version_record_num
                wide sw_version
                uint16 xilinx_version_record_num
                wide xilinx_fw_ver
                uint16 sup_version_record_num
                wide sup_fw_ver
                uint16 uup_version_record_num
                wide uup_fw_ver
                uint16 xray_source_version_record_num
                wide xray_src_fw_ver
                uint16 dpp_version_record_num
                wide dpp_fw_ver
                uint16 header_version_record_num
                wide header_fw_ver
                uint16 baseboard_version_record_num
                wide baseboard_fw_ver
                """)
        ),
        2: (
            "XRFAssaySummary",
            RecordScript(
                """
                uint32 number_of_phases
                uint32 raw_counts
                uint32 valid_counts
                uint32 valid_counts_in_range
                uint32 reset_counts
                float32 total_real_time s
                float32 total_packet_time s
                float32 total_dead s
                float32 total_reset s
                float32 total_live s
                float32 elapsed_time s
                wide application_name
                wide application_part_number
                wide user_id
                """)
        ),
        3: (
            "XRFSpectrum",
            RecordScript(
                """
                uint32 phase_number
                uint32 raw_counts
                uint32 valid_counts
                uint32 valid_counts_in_range
                uint32 reset_counts
                float32 time_since_trigger s
                float32 total_packet_time s
                float32 total_dead s
                float32 total_reset s
                float32 total_live s
                float32 tube_voltage kV
                float32 tube_current uA
                repeat 3 filters
                int16 filter_element @element
                int16 filter_thickness um
                end
                int16 filter_wheel_number
                float32 detector_temp degC
                float32 ambient_temp degF
                int32 vacuum
                float32 ev_per_channel eV
                int16 gain_drift_algorithm
                float32 channel_start
                systemtime acquisition_date_time
                float32 atmospheric_pressure
                int16 channels
                int16 nose_temp
                int16 environment
                wide illumination
                int16 normal_packet_start
                """)
        ),
        4: (
            "RawXRFSpectrumPacket",
            RecordScript(
                """
                uint32 phase_number
                uint8 xilinx_fw_ver
                uint8 xilinx_fw_sub_ver
                uint16 packet_len
                uint32 time_since_trigger
                uint32 raw_count
                uint32 valid_count
                uint32 valid_count_in_range
                uint32 packet_time
                uint32 dead_time
                uint32 reset_time
                uint32 live_time
                uint32 service
                uint16 reset_count
                uint16 packet_count
                skip 20
                skip 58
                int16 detector_temp
                uint16 ambient_temp
                uint8 controller_fw_ver
                uint8 controller_fw_sub_ver
                uint32 total_raw_counts
                uint32 total_valid_counts
                uint32 total_valid_counts_in_range
                uint32 total_reset_counts
                float32 total_time_since_trigger
                float32 total_packet_time s
                float32 total_dead s
                float32 total_reset s
                float32 total_live s
                """)
        ),
        5: (
            "CalculatedResults",
            RecordScript(
                """
                uint32 analysis_mode
                uint32 analysis_type
                int16 used_auto_cal_select
                int16 result_type
                uint16 error_multiplier
                wide cal_file_name
                wide cal_pkg_name
                wide cal_pkg_part_number
                wide type_std_set_name
                """)
        ),
        6: (
            "CalculatedResultsDetails",
            RecordScript(
                """
                wide name
                uint32 atomic_number @element
                uint8 units
                float32 result
                float32 type_std_result
                float32 error
                float32 min
                float32 max
                int16 tramp
                int16 nominal
                """)
        ),
        7: (
            "GradeIDResults",
            RecordScript(
                """
                repeat 3 grades
                wide grade_id
                float32 confidence
                end
                float32 match_spread_threshold
                int16 process_tramp_elements
                int16 nominal_chemistry
                uint16 num_grade_libs
                repeat num_grade_libs grade_libraries
                wide grade_lib_file_name
                wide grade_lib_version
                end
                """)
        ),
        8: (
            "PassFailResults",
            RecordScript(
                """
                uint16 passed
                wide limit_file_name
                wide material_name
                """)
        ),
        9: (
            "UserCustomFields",
            RecordScript(
                """
                int16 num_fields
                repeat num_fields fields
                wide field_name
                wide field_value
                end
                """)
        ),
        10: (
            "AverageDetails",
            RecordScript(
                """
                uint32 num_assays
                repeat num_assays assays
                uint32 assay_number
                end
                """)
        ),
        11: (
            "FilterLayers",
            RecordScript(
                """
                uint16 phase_number
                uint16 layers_number
                uint16 filter_layer_element @element
                uint32 filter_layer_thickness
                """)
        ),
        25: (
            "FileHeader",
            RecordScript(
                """
                skip 10
                uint32 instrument_type
                """)
        ),
        137: (
            "ImageDetails",
            RecordScript(
                """
                int32 num_images
                repeat num_images images
                uint32 image_length
                data image_length
                uint32 x_dimension px
                uint32 y_dimension px
                wide annotation
                end
                """)
        ),
        138: (
            "GPSDetails",
            RecordScript(
                """
                int32 gps_valid
                float64 latitude deg
                float64 longitude deg
                float32 altitude m
                """)
        ),
        139: (
            "MiscellaneousInformation",
            RecordScript(
                """
                int32 std_multiplier
                wide active_cal
                wide sample_id
                """)
        ),
        900: (
            "TraceLog",
            RecordScript(
                """
                wide log
                """)
        ),
        1001: (
            "LIBSAlloyResults",
            RecordScript(
                """
                int16 is_auto_selected
                uint16 std_dev_multiplier
                wide library_name
                systemtime created
                wide created_by
                int16 num_elements
                repeat num_elements elements
                wide element_name
                float32 element_percentage
                float32 element_lod
                float32 element_std_dev
                float32 element_max
                float32 element_min
                end
                """)
        ),
        1002: (
            "LIBSGradeIDResults",
            RecordScript(
                """
                uint16 num_grade_ids
                repeat num_grade_ids grade_ids
                wide grade_id
                float32 confidence
                end
                float32 match_spread_threshold
                uint16 num_grade_libs
                repeat num_grade_libs grade_libs
                wide file_name
                wide version
                end
                """)
        ),
        1003: (
            "LIBSAlloyMethod",
            RecordScript(
                """
                wide model_name
                wide base
                uint16 integration_time
                systemtime created
                wide created_by
                """)
        ),
        1004: (
            "LIBSAlloySample",
            RecordScript(
                """
                uint64 scan_index
                wide name
                wide scan_id
                systemtime created
                wide created_by
                int16 num_fields
                wide field_name
                wide field_value
                uint32 spectrum_data_length
                """)
        ),
    ]
}
