/// The members of the header of a Rigaku R-AXIS or RAPID image.
///
/// Source: Rigaku, "R-AXIS image file format", as FabIO documents it
/// <https://www.silx.org/doc/fabio/latest/api/formats.html>.
enum RAXISLayout {
    static let table = HeaderTable(
        """
        0 char[10] InstrumentType
        10 char[10] Version
        20 char[20] Crystal_Name
        40 char[12] Crystal_System
        52 float32 A Å
        56 float32 B Å
        60 float32 C Å
        64 float32 Alpha deg
        68 float32 Beta deg
        72 float32 Gamma deg
        76 char[12] Space_Group
        88 float32 Mosaicity
        92 char[80] Memo
        172 char[12] Date
        268 char[20] User
        288 char[4] Xray_Target
        292 float32 Wavelength Å
        296 char[20] Monochromator
        316 float32 Monochromator_2theta deg
        320 char[20] Collimator
        340 char[4] Filter
        344 float32 Crystal_to_detector_Distance mm
        348 float32 Generator_Voltage kV
        352 float32 Generator_Current mA
        356 char[12] Focus
        368 char[80] Xray_Memo
        448 int32 IP_shape
        452 float32 Oscillation_Type
        512 char[4] Crystal_Mount_spindle_axis
        516 char[4] Crystal_Mount_beam_axis
        520 float32 Phi_Datum deg
        524 float32 Phi_Oscillation_Start deg
        528 float32 Phi_Oscillation_Stop deg
        532 int32 Frame_Number
        536 float32 Exposure_Time min
        540 float32 Direct_beam_X_position px
        544 float32 Direct_beam_Y_position px
        548 float32 Omega_Angle deg
        552 float32 Chi_Angle deg
        556 float32 2Theta_Angle deg
        560 float32 Mu_Angle deg
        564 char[204] Image_Template
        768 int32 X_Pixels px
        772 int32 Y_Pixels px
        776 float32 X_Pixel_Length mm
        780 float32 Y_Pixel_Length mm
        784 int32 Record_Length B
        788 int32 Total
        792 int32 Starting_Line
        796 int32 IP_Number
        800 float32 Photomultiplier_Ratio
        804 float32 Fade_Time_to_start_of_read min
        808 float32 Fade_Time_to_end_of_read min
        812 char[10] Host_Type_Endian
        822 char[10] IP_Type
        832 int32 Horizontal_Scan
        836 int32 Vertical_Scan
        840 int32 Front_Back_Scan
        844 float32 Pixel_Shift_RAXIS_V
        848 float32 Even_Odd_Intensity_Ratio_RAXIS_V
        852 int32 Magic_number
        856 int32 Number_of_Axes
        860 float32 Goniometer_Vector_ax_1_1
        864 float32 Goniometer_Vector_ax_1_2
        868 float32 Goniometer_Vector_ax_1_3
        872 float32 Goniometer_Vector_ax_2_1
        876 float32 Goniometer_Vector_ax_2_2
        880 float32 Goniometer_Vector_ax_2_3
        884 float32 Goniometer_Vector_ax_3_1
        888 float32 Goniometer_Vector_ax_3_2
        892 float32 Goniometer_Vector_ax_3_3
        896 float32 Goniometer_Vector_ax_4_1
        900 float32 Goniometer_Vector_ax_4_2
        904 float32 Goniometer_Vector_ax_4_3
        908 float32 Goniometer_Vector_ax_5_1
        912 float32 Goniometer_Vector_ax_5_2
        916 float32 Goniometer_Vector_ax_5_3
        920 float32 Goniometer_Start_ax_1
        924 float32 Goniometer_Start_ax_2
        928 float32 Goniometer_Start_ax_3
        932 float32 Goniometer_Start_ax_4
        936 float32 Goniometer_Start_ax_5
        940 float32 Goniometer_End_ax_1
        944 float32 Goniometer_End_ax_2
        948 float32 Goniometer_End_ax_3
        952 float32 Goniometer_End_ax_4
        956 float32 Goniometer_End_ax_5
        960 float32 Goniometer_Offset_ax_1
        964 float32 Goniometer_Offset_ax_2
        968 float32 Goniometer_Offset_ax_3
        972 float32 Goniometer_Offset_ax_4
        976 float32 Goniometer_Offset_ax_5
        980 int32 Goniometer_Scan_Axis
        984 char[40] Axes_Names
        1024 char[16] file
        1040 char[20] cmnt
        1060 char[20] smpl
        1080 int32 iext
        1084 int32 reso
        1088 int32 save
        1092 int32 dint
        1096 int32 byte
        1100 int32 init
        1104 int32 ipus
        1108 int32 dexp
        1112 int32 expn
        1116 char[20] posx
        1136 char[20] posy
        1156 int32 xray
        """,
        labels: ["IP_shape": [0: "flat", 1: "cylindrical"]])
}
