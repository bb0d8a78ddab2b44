internal import Extraction

/// The description of a measurement in a Becker & Hickl file.
enum SDTMeasurement {
    static let layout = StructureLayout(
        """
        char[9] time
        char[11] date
        char[16] mod_ser_no
        int16 meas_mode
        float32 cfd_ll mV
        float32 cfd_lh mV
        float32 cfd_zc mV
        float32 cfd_hf mV
        float32 syn_zc mV
        int16 syn_fd
        float32 syn_hf mV
        float32 tac_r s
        int16 tac_g
        float32 tac_of %
        float32 tac_ll %
        float32 tac_lh %
        int16 adc_re
        int16 eal_de
        int16 ncx
        int16 ncy
        uint16 page
        float32 col_t s
        float32 rep_t s
        int16 stopt
        char[1] overfl
        int16 use_motor
        uint16 steps
        float32 offset
        int16 dither
        int16 incr
        int16 mem_bank
        char[16] mod_type
        float32 syn_th mV
        int16 dead_time_comp
        int16 polarity_l
        int16 polarity_f
        int16 polarity_p
        int16 linediv
        int16 accumulate
        int32 flbck_y
        int32 flbck_x
        int32 bord_u
        int32 bord_l
        float32 pix_time s
        int16 pix_clk
        int16 trigger
        int32 scan_x px
        int32 scan_y px
        int32 scan_rx
        int32 scan_ry
        int16 fifo_typ
        int32 epx_div
        uint16 mod_type_code
        uint16 mod_fpga_ver
        float32 overflow_corr_factor
        int32 adc_zoom
        int32 cycles
        """)
}
