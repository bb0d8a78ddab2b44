internal import Extraction

/// The header of a MetroPro file, whose parts differ in byte order.
enum ZygoLayouts {
    /// The 834 bytes that all formats have.
    static let common: [(order: ByteOrder, layout: StructureLayout)] = [
        (
            .big,
            StructureLayout(
                """
                uint32 magic_number
                uint16 header_format
                uint32 header_size B
                int16 swinfo_type
                char[30] swinfo_date
                int16 swinfo_vers_maj?
                int16 swinfo_vers_min?
                int16 swinfo_vers_bug?
                int16 ac_org_x?
                int16 ac_org_y?
                uint16 ac_width px
                uint16 ac_height px
                uint16 ac_n_buckets?
                int16 ac_range?
                uint32 ac_n_bytes? B
                int16 cn_org_x?
                int16 cn_org_y?
                uint16 cn_width px
                uint16 cn_height px
                uint32 cn_n_bytes? B
                unixtime time_stamp
                char[82] comment
                int16 source
                float32 intf_scale_factor
                float32 wavelength_in m
                float32 num_aperture
                float32 obliquity_factor
                float32 magnification
                float32 lateral_res m
                int16 acq_type
                int16 intens_avg_cnt?
                int16 ramp_cal?
                int16 sfac_limit?
                int16 ramp_gain?
                float32 part_thickness? m
                int16 sw_llc?
                float32 target_range? m
                """)
        ),
        (
            .little,
            StructureLayout(
                """
                int16 rad_crv_measure_seq?
                """)
        ),
        (
            .big,
            StructureLayout(
                """
                int32 min_mod?
                int32 min_mod_count?
                int16 phase_res
                int32 min_area?
                int16 discon_action?
                float32 discon_filter?
                int16 connect_order?
                int16 sign?
                int16 camera_width px
                int16 camera_height px
                int16 sys_type?
                int16 sys_board?
                int16 sys_serial?
                int16 inst_id?
                char[12] obj_name
                char[40] part_name
                int16 codev_type?
                int16 phase_avg_cnt?
                int16 sub_sys_err?
                bytes[16] -
                char[40] part_ser_num
                float32 refractive_index?
                int16 rem_tilt_bias?
                int16 rem_fringes?
                int32 max_area?
                int16 setup_type?
                int16 wrapped?
                float32 pre_connect_filter?
                float32 wavelength_in_2? m
                int16 wavelength_fold?
                float32 wavelength_in_1? m
                float32 wavelength_in_3? m
                float32 wavelength_in_4? m
                char[8] wavelen_select
                int16 fda_res?
                char[20] scan_descr
                int16 n_fiducials_a?
                float32[14] fiducials_a?
                float32 pixel_width? m
                float32 pixel_height? m
                float32 exit_pupil_diam? m
                float32 light_level_pct? %
                """)
        ),
        (
            .little,
            StructureLayout(
                """
                int32 coords_state?
                float32 coords_x_pos?
                float32 coords_y_pos?
                float32 coords_z_pos?
                float32 coords_x_rot?
                float32 coords_y_rot?
                float32 coords_z_rot?
                int16 coherence_mode?
                int16 surface_filter?
                char[28] sys_err_file_name
                char[8] zoom_descr
                float32 alpha_part?
                float32 beta_part?
                float32 dist_part?
                int16 cam_split_loc_x?
                int16 cam_split_loc_y?
                int16 cam_split_trans_x?
                int16 cam_split_trans_y?
                char[24] material_a
                char[24] material_b
                int16 cam_split_unused?
                bytes[2] -
                float32 dmi_ctr_x?
                float32 dmi_ctr_y?
                int16 sph_dist_corr?
                bytes[2] -
                float32 sph_dist_part_na?
                float32 sph_dist_part_radius?
                float32 sph_dist_cal_na?
                float32 sph_dist_cal_radius?
                int16 surface_type?
                int16 ac_surface_type?
                float32 z_position?
                float32 power_multiplier?
                float32 focus_multiplier?
                float32 rad_crv_focus_cal_factor?
                float32 rad_crv_power_cal_factor?
                float32 ftp_left_pos?
                float32 ftp_right_pos?
                float32 ftp_pitch_pos?
                float32 ftp_roll_pos?
                float32 min_mod_pct? %
                int32 max_inten?
                int16 ring_of_fire?
                bytes[1] -
                uint8 rc_orientation?
                float32 rc_distance?
                float32 rc_angle?
                float32 rc_diameter?
                """)
        ),
        (
            .big,
            StructureLayout(
                """
                int16 rem_fringes_mode?
                bytes[1] -
                uint8 ftpsi_phase_res?
                """)
        ),
        (
            .little,
            StructureLayout(
                """
                int16 frames_acquired?
                int16 cavity_type?
                float32 cam_frame_rate? Hz
                float32 tune_range?
                int16 cal_pix_loc_x?
                int16 cal_pix_loc_y?
                int16 n_tst_cal_pts?
                int16 n_ref_cal_pts?
                float32[4] tst_cal_pts?
                float32[4] ref_cal_pts?
                float32 tst_cal_pix_opd?
                float32 ref_cal_pix_opd?
                int32 sys_serial2?
                float32 flash_phase_dc_mask?
                float32 flash_phase_alias_mask?
                float32 flash_phase_filter?
                uint8 scan_direction?
                bytes[1] -
                """)
        ),
        (
            .big,
            StructureLayout(
                """
                int16 pre_fda_filter?
                bytes[4] -
                """)
        ),
        (
            .little,
            StructureLayout(
                """
                int32 ftpsi_res_factor?
                bytes[8] -
                """)
        ),
    ]

    /// What format 3 has behind them.
    static let films: [(order: ByteOrder, layout: StructureLayout)] = [
        (
            .big,
            StructureLayout(
                """
                bytes[4] -
                int16 films_mode?
                int16 films_reflectivity_ratio?
                float32 films_obliquity_correction?
                float32 films_refraction_index?
                float32 films_min_mod?
                float32 films_min_thickness?
                float32 films_max_thickness?
                float32 films_min_refl_ratio?
                float32 films_max_refl_ratio?
                char[28] films_sys_char_file_name
                int16 films_dfmt?
                int16 films_merit_mode?
                int16 films_h2g?
                char[28] anti_vibration_cal_file_name
                bytes[2] -
                float32 films_fringe_remove_perc?
                char[28] asphere_job_file_name
                char[28] asphere_test_plan_name
                bytes[4] -
                float32 asphere_nzones?
                float32 asphere_rv?
                float32 asphere_voffset?
                float32 asphere_att4?
                float32 asphere_r0?
                float32 asphere_att6?
                float32 asphere_r0_optimization?
                float32 asphere_att8?
                float32 asphere_aperture_pct?
                float32 asphere_optimized_r0?
                """)
        ),
        (
            .little,
            StructureLayout(
                """
                int16 iff_state?
                char[42] iff_idr_filename
                char[42] iff_ise_filename
                bytes[2] -
                """)
        ),
        (
            .big,
            StructureLayout(
                """
                float32 asphere_eqn_r0?
                float32 asphere_eqn_k?
                float32[21] asphere_eqn_coef?
                """)
        ),
        (
            .little,
            StructureLayout(
                """
                int32 awm_enable?
                float32 awm_vacuum_wavelength_nm? nm
                float32 awm_air_wavelength_nm? nm
                float32 awm_air_temperature_degc? °C
                float32 awm_air_pressure_mmhg? mmHg
                float32 awm_air_rel_humidity_pct? %
                float32 awm_air_quality?
                float32 awm_input_power_mw? mW
                """)
        ),
        (
            .big,
            StructureLayout(
                """
                int32 asphere_optimizations?
                int32 asphere_optimization_mode?
                float32 asphere_optimized_k?
                bytes[2] -
                int16 n_fiducials_b?
                float32[14] fiducials_b?
                bytes[2] -
                int16 n_fiducials_c?
                float32[14] fiducials_c?
                bytes[2] -
                int16 n_fiducials_d?
                float32[14] fiducials_d?
                """)
        ),
        (
            .little,
            StructureLayout(
                """
                float32 gpi_enc_zoom_mag?
                """)
        ),
        (
            .big,
            StructureLayout(
                """
                float32 asphere_max_distortion?
                float32 asphere_distortion_uncert?
                char[12] field_stop_name
                char[12] apert_stop_name
                char[12] illum_filt_name
                """)
        ),
    ]
}
