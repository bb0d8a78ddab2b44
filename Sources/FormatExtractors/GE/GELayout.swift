/// The members of the header of an image of a GE a-Si detector.
///
/// Source: GE Healthcare, "Adept image file format", as FabIO documents it
/// <https://www.silx.org/doc/fabio/latest/api/formats.html>.
enum GELayout {
    static let table = HeaderTable(
        """
        0 char[10] ImageFormat
        10 uint16 VersionOfStandardHeader
        12 uint32 StandardHeaderSizeInBytes B
        16 uint16 VersionOfUserHeader
        18 uint32 UserHeaderSizeInBytes B
        22 uint16 NumberOfFrames
        24 uint16 NumberOfRowsInFrame px
        26 uint16 NumberOfColsInFrame px
        28 uint16 ImageDepthInBits bit
        30 char[20] AcquisitionDate
        50 char[20] AcquisitionTime
        70 char[20] DUTID
        90 char[50] Operator
        140 char[20] DetectorSignature
        160 char[20] TestSystemName
        180 char[20] TestStationRevision
        200 char[20] CoreBundleRevision
        220 char[40] AcquisitionName
        260 char[20] AcquisitionParameterRevision
        280 uint16 OriginalNumberOfRows
        282 uint16 OriginalNumberOfColumns
        284 uint16 RowNumberUpperLeftPointArchiveROI
        286 uint16 ColNumberUpperLeftPointArchiveROI
        288 uint16 Swapped
        290 uint16 Reordered
        292 uint16 HorizontalFlipped
        294 uint16 VerticalFlipped
        296 uint16 WindowValueDesired
        298 uint16 LevelValueDesired
        300 uint16 AcquisitionMode
        302 uint16 AcquisitionType
        304 char[100] UserAcquisitionCoffFileName1
        404 char[100] UserAcquisitionCoffFileName2
        504 uint16 FramesBeforeExpose
        506 uint16 FramesDuringExpose
        508 uint16 FramesAfterExpose
        510 uint16 IntervalBetweenFrames
        512 float64 ExposeTimeDelayInMicrosecs us
        520 float64 TimeBetweenFramesInMicrosecs us
        528 uint16 FramesToSkipExpose
        530 uint16 ExposureMode
        532 float64 PrepPresetTimeInMicrosecs us
        540 float64 ExposePresetTimeInMicrosecs us
        548 float32 AcquisitionFrameRateInFps
        552 uint16 FOVSelect
        554 uint16 ExpertMode
        556 float64 SetVCommon1
        564 float64 SetVCommon2
        572 float64 SetAREF
        580 uint32 SetAREFTrim
        584 float64 SetSpareVoltageSource
        592 float64 SetCompensationVoltageSource
        600 float64 SetRowOffVoltage
        608 float64 SetRowOnVoltage
        616 uint32 StoreCompensationVoltage
        620 uint16 RampSelection
        622 uint16 TimingMode
        624 uint16 Bandwidth
        626 uint16 ARCIntegrator
        628 uint16 ARCPostIntegrator
        630 uint32 NumberOfRows
        634 uint16 RowEnable
        636 uint16 EnableStretch
        638 uint16 CompEnable
        640 uint16 CompStretch
        642 uint16 LeftEvenTristate
        644 uint16 RightOddTristate
        646 uint32 TestModeSelect
        650 uint32 AnalogTestSource
        654 uint32 VCommonSelect
        658 uint32 DRCColumnSum
        662 uint32 TestPatternFrameDelta
        666 uint32 TestPatternRowDelta
        670 uint32 TestPatternColumnDelta
        674 uint16 DetectorHorizontalFlip
        676 uint16 DetectorVerticalFlip
        678 uint16 DFNAutoScrubOnOff
        680 uint32 FiberChannelTimeOutInMicrosecs us
        684 uint32 DFNAutoScrubDelayInMicrosecs us
        688 uint16 StoreAECROI
        690 uint16 TestPatternSaturationValue
        692 uint32 TestPatternSeed
        696 float32 ExposureTimeInMillisecs ms
        700 float32 FrameRateInFps
        704 float32 kVp
        708 float32 mA
        712 float32 mAs
        716 float32 FocalSpotInMM
        720 char[20] GeneratorType
        740 float32 StrobeIntensityInFtL
        744 uint16 NDFilterSelection
        746 float64 RefRegTemp1
        754 float64 RefRegTemp2
        762 float64 RefRegTemp3
        770 float32 Humidity1
        774 float32 Humidity2
        778 float64 DetectorControlTemp
        786 float64 DoseValueInmR
        794 uint16 TargetLevelROIRow0
        796 uint16 TargetLevelROICol0
        798 uint16 TargetLevelROIRow1
        800 uint16 TargetLevelROICol1
        802 uint16 FrameNumberForTargetLevelROI
        804 uint16 PercentRangeForTargetLevel
        806 uint16 TargetValue
        808 uint16 ComputedMedianValue
        810 uint16 LoadZero
        812 uint16 MaxLUTOut
        814 uint16 MinLUTOut
        816 uint16 MaxLinear
        818 uint16 Reserved
        820 uint16 ElectronsPerCount
        822 uint16 ModeGain
        824 float64 TemperatureInDegC
        832 uint16 LineRepaired
        834 char[100] LineRepairFileName
        934 float32 CurrentLongitudinalInMM
        938 float32 CurrentTransverseInMM
        942 float32 CurrentCircularInMM
        946 uint32 CurrentFilterSelection
        950 uint16 DisableScrubAck
        952 uint16 ScanModeSelect
        954 char[20] DetectorAppSwVersion
        974 char[20] DetectorNIOSVersion
        994 char[20] DetectorPeripheralSetVersion
        1014 char[20] DetectorPhysicalAddress
        1034 uint16 PowerDown
        1036 float64 InitialVoltageLevel_VCOMMON
        1044 float64 FinalVoltageLevel_VCOMMON
        1052 char[10] DmrCollimatorSpotSize
        1062 char[5] DmrTrack
        1067 char[5] DmrFilter
        1072 uint16 FilterCarousel
        1074 char[20] Phantom
        1094 uint16 SetEnableHighTime
        1096 uint16 SetEnableLowTime
        1098 uint16 SetCompHighTime
        1100 uint16 SetCompLowTime
        1102 uint16 SetSyncLowTime
        1104 uint16 SetConvertLowTime
        1106 uint16 SetSyncHighTime
        1108 uint16 SetEOLTime
        1110 uint16 SetRampOffsetTime
        1112 uint16 FOVStartingValue
        1114 uint16 ColumnBinning
        1116 uint16 RowBinning
        1118 uint16 BorderColumns64
        1120 uint16 BorderRows64
        1122 uint16 FETOffRows64
        1124 uint16 FOVStartColumn128
        1126 uint16 FOVStartRow128
        1128 uint16 NumberOfColumns128
        1130 uint16 NumberOfRows128
        1132 char[2000] VFPAquisition
        3132 char[200] Comment
        """)
}
