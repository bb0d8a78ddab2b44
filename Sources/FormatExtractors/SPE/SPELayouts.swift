/// The structures of WinView's files, version 2.5.
enum SPELayouts {
    static let header = StructureLayout(
        """
        @0 int16 ControllerVersion
        @2 int16 LogicOutput
        @4 uint16 AmpHiCapLowNoise
        @6 uint16 xDimDet px
        @8 int16 mode
        @10 float32 exp_sec s
        @14 int16 VChipXdim
        @16 int16 VChipYdim
        @18 uint16 yDimDet px
        @20 char[10] date
        @30 int16 VirtualChipFlag
        @32 char[2] Spare_1
        @34 int16 noscan
        @36 float32 DetTemperature °C
        @40 int16 DetType
        @42 uint16 xdim px
        @44 int16 stdiode
        @46 float32 DelayTime
        @50 uint16 ShutterControl
        @52 int16 AbsorbLive
        @54 uint16 AbsorbMode
        @56 int16 CanDoVirtualChipFlag
        @58 int16 ThresholdMinLive
        @60 float32 ThresholdMinVal
        @64 int16 ThresholdMaxLive
        @66 float32 ThresholdMaxVal
        @70 int16 SpecAutoSpectroMode
        @72 float32 SpecCenterWlNm nm
        @76 int16 SpecGlueFlag
        @78 float32 SpecGlueStartWlNm nm
        @82 float32 SpecGlueEndWlNm nm
        @86 float32 SpecGlueMinOvrlpNm nm
        @90 float32 SpecGlueFinalResNm nm
        @94 int16 PulserType
        @96 int16 CustomChipFlag
        @98 int16 XPrePixels
        @100 int16 XPostPixels
        @102 int16 YPrePixels
        @104 int16 YPostPixels
        @106 int16 asynen
        @108 int16 datatype
        @110 int16 PulserMode
        @112 uint16 PulserOnChipAccums
        @114 uint32 PulserRepeatExp
        @118 float32 PulseRepWidth
        @122 float32 PulseRepDelay
        @126 float32 PulseSeqStartWidth
        @130 float32 PulseSeqEndWidth
        @134 float32 PulseSeqStartDelay
        @138 float32 PulseSeqEndDelay
        @142 int16 PulseSeqIncMode
        @144 int16 PImaxUsed
        @146 int16 PImaxMode
        @148 int16 PImaxGain
        @150 int16 BackGrndApplied
        @152 int16 PImax2nsBrdUsed
        @154 uint16 minblk
        @156 uint16 numminblk
        @158 int16[2] SpecMirrorLocation
        @162 int16[4] SpecSlitLocation
        @170 int16 CustomTimingFlag
        @172 char[7] ExperimentTimeLocal
        @179 char[7] ExperimentTimeUTC
        @186 int16 ExposUnits
        @188 uint16 ADCoffset
        @190 uint16 ADCrate
        @192 uint16 ADCtype
        @194 uint16 ADCresolution
        @196 uint16 ADCbitAdjust
        @198 uint16 gain
        @600 uint16 geometric
        @602 char[16] xlabel
        @618 uint16 cleans
        @620 uint16 NumSkpPerCln
        @622 int16[2] SpecMirrorPos
        @626 float32[4] SpecSlitPos
        @642 int16 AutoCleansActive
        @644 int16 UseContCleansInst
        @646 int16 AbsorbStripNum
        @648 int16 SpecSlitPosUnits
        @650 float32 SpecGrooves
        @654 int16 srccmp
        @656 uint16 ydim px
        @658 int16 scramble
        @660 int16 ContinuousCleansFlag
        @662 int16 ExternalTriggerFlag
        @664 int32 lnoscan
        @668 int32 lavgexp
        @672 float32 ReadoutTime
        @676 int16 TriggeredModeFlag
        @678 uint64 XMLOffset B
        @688 char[16] sw_version
        @704 int16 type
        @706 int16 flatFieldApplied
        @708 bytes[16] Spare_3
        @724 int16 kin_trig_mode
        @726 char[16] dlabel
        @742 char[436] Spare_4
        @1178 char[120] PulseFileName
        @1298 char[80] AbsorbFileName
        @1378 uint32 NumExpRepeats
        @1382 uint32 NumExpAccums
        @1386 int16 YT_Flag
        @1388 float32 clkspd_us us
        @1392 int16 HWaccumFlag
        @1394 int16 StoreSync
        @1396 int16 BlemishApplied
        @1398 int16 CosmicApplied
        @1400 int16 CosmicType
        @1402 float32 CosmicThreshold
        @1406 int32 NumFrames
        @1410 float32 MaxIntensity
        @1414 float32 MinIntensity
        @1418 char[16] ylabel
        @1434 uint16 ShutterType
        @1436 float32 shutterComp
        @1440 uint16 readoutMode
        @1442 uint16 WindowSize
        @1444 uint16 clkspd
        @1446 uint16 interface_type
        @1448 int16 NumROIsInExperiment
        @1450 bytes[16] Spare_5
        @1466 uint16 controllerNum
        @1468 uint16 SWmade
        @1510 int16 NumROI
        @1632 char[120] FlatField
        @1752 char[120] background
        @1872 char[120] blemish
        @1992 float32 file_header_ver
        @1996 bytes[1000] YT_Info
        @2996 int32 WinView_id
        @3978 char[40] Istring
        @4018 bytes[25] Spare_6
        @4043 uint8 SpecType
        @4044 uint8 SpecModel
        @4045 uint8 PulseBurstUsed
        @4046 uint32 PulseBurstCount
        @4050 float64 PulseBurstPeriod
        @4058 uint8 PulseBracketUsed
        @4059 uint8 PulseBracketType
        @4060 float64 PulseTimeConstFast
        @4068 float64 PulseAmplitudeFast
        @4076 float64 PulseTimeConstSlow
        @4084 float64 PulseAmplitudeSlow
        @4092 int16 AnalogGain
        @4094 int16 AvGainUsed
        @4096 int16 AvGain
        @4098 int16 lastvalue
        """,
        labels: [
            "datatype": [
                0: "float32", 1: "int32", 2: "int16", 3: "uint16", 5: "float64", 6: "uint8",
                8: "uint32",
            ],
            "ShutterControl": [0: "normal", 1: "disabled open", 2: "disabled closed"],
            "PulserType": [0: "none", 1: "PG200", 2: "PTG", 3: "DG535"],
            "readoutMode": [1: "full frame", 2: "frame transfer", 3: "kinetics"],
        ])

    static let region = StructureLayout(
        """
        uint16 startx px
        uint16 endx px
        uint16 groupx px
        uint16 starty px
        uint16 endy px
        uint16 groupy px
        """)

    static let calibration = StructureLayout(
        """
        float64 offset
        float64 factor
        uint8 current_unit
        uint8 reserved1
        char[40] string
        bytes[40] reserved2
        uint8 calib_valid
        uint8 input_unit
        uint8 polynom_unit
        uint8 polynom_order
        uint8 calib_count
        float64[10] pixel_position
        float64[10] calib_value
        float64[6] polynom_coeff
        float64 laser_position
        uint8 reserved3
        uint8 new_calib_flag
        char[81] calib_label
        bytes[87] expansion
        """)
}
