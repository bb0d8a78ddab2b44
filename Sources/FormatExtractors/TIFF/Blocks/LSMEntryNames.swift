/// The entries of an LSM file's scan information by id, one a line, with their unit.
///
/// Source: Carl Zeiss, "LSM 5 / LSM 7 file format", scan information subblocks.
enum LSMEntryNames {
    static let lines = """
        10000001 Name
        10000002 Description
        10000003 Notes
        10000004 Objective
        10000005 ProcessingSummary
        10000006 SpecialScanMode
        10000007 ScanType
        10000008 ScanMode
        10000009 NumberOfStacks
        1000000A LinesPerPlane
        1000000B SamplesPerLine
        1000000C PlanesPerVolume
        1000000D ImagesWidth
        1000000E ImagesHeight
        1000000F ImagesNumberPlanes
        10000010 ImagesNumberStacks
        10000011 ImagesNumberChannels
        10000012 LinscanXySize
        10000013 ScanDirection
        10000014 TimeSeries
        10000015 OriginalScanData
        10000016 ZoomX
        10000017 ZoomY
        10000018 ZoomZ
        10000019 Sample0X
        1000001A Sample0Y
        1000001B Sample0Z
        1000001C SampleSpacing um
        1000001D LineSpacing um
        1000001E PlaneSpacing um
        1000001F PlaneWidth um
        10000020 PlaneHeight um
        10000021 VolumeDepth um
        10000023 Nutation
        10000034 Rotation
        10000035 Precession
        10000036 Sample0time
        10000037 StartScanTriggerIn
        10000038 StartScanTriggerOut
        10000039 StartScanEvent
        10000040 StartScanTime
        10000041 StopScanTriggerIn
        10000042 StopScanTriggerOut
        10000043 StopScanEvent
        10000044 StopScanTime
        10000045 UseRois
        10000046 UseReducedMemoryRois
        10000047 User
        10000048 UseBcCorrection
        10000049 PositionBcCorrection1
        10000050 PositionBcCorrection2
        10000051 InterpolationY
        10000052 CameraBinning
        10000053 CameraSupersampling
        10000054 CameraFrameWidth
        10000055 CameraFrameHeight
        10000056 CameraOffsetX
        10000057 CameraOffsetY
        10000059 RtBinning
        1000005A RtFrameWidth
        1000005B RtFrameHeight
        1000005C RtRegionWidth
        1000005D RtRegionHeight
        1000005E RtOffsetX
        1000005F RtOffsetY
        10000060 RtZoom
        10000061 RtLinePeriod
        10000062 Prescan
        10000063 ScanDirectionZ
        40000001 MultiplexType
        40000002 MultiplexOrder
        40000003 SamplingMode
        40000004 SamplingMethod
        40000005 SamplingNumber
        40000006 Acquire
        40000007 SampleObservationTime
        4000000B TimeBetweenStacks
        4000000C Name
        4000000D Collimator1Name
        4000000E Collimator1Position
        4000000F Collimator2Name
        40000010 Collimator2Position
        40000011 IsBleachTrack
        40000012 IsBleachAfterScanNumber
        40000013 BleachScanNumber
        40000014 TriggerIn
        40000015 TriggerOut
        40000016 IsRatioTrack
        40000017 BleachCount
        40000018 SpiCenterWavelength nm
        40000019 PixelTime us
        40000021 CondensorFrontlens
        40000023 FieldStopValue
        40000024 IdCondensorAperture
        40000025 CondensorAperture
        40000026 IdCondensorRevolver
        40000027 CondensorFilter
        40000028 IdTransmissionFilter1
        40000029 IdTransmission1
        40000030 IdTransmissionFilter2
        40000031 IdTransmission2
        40000032 RepeatBleach
        40000033 EnableSpotBleachPos
        40000034 SpotBleachPosx
        40000035 SpotBleachPosy
        40000036 SpotBleachPosz
        40000037 IdTubelens
        40000038 IdTubelensPosition
        40000039 TransmittedLight
        4000003A ReflectedLight
        4000003B SimultanGrabAndBleach
        4000003C BleachPixelTime
        50000001 Name
        50000002 Acquire
        50000003 Power
        70000001 IntegrationMode
        70000002 SpecialMode
        70000003 DetectorGainFirst
        70000004 DetectorGainLast
        70000005 AmplifierGainFirst
        70000006 AmplifierGainLast
        70000007 AmplifierOffsFirst
        70000008 AmplifierOffsLast
        70000009 PinholeDiameter um
        7000000A CountingTrigger
        7000000B Acquire
        7000000C PointDetectorName
        7000000D AmplifierName
        7000000E PinholeName
        7000000F FilterSetName
        70000010 FilterName
        70000013 IntegratorName
        70000014 ChannelName
        70000015 DetectorGainBc1
        70000016 DetectorGainBc2
        70000017 AmplifierGainBc1
        70000018 AmplifierGainBc2
        70000019 AmplifierOffsetBc1
        70000020 AmplifierOffsetBc2
        70000021 SpectralScanChannels
        70000022 SpiWavelengthStart nm
        70000023 SpiWavelengthStop nm
        70000026 DyeName
        70000027 DyeFolder
        90000001 Name
        90000002 Power
        90000003 Wavelength nm
        90000004 Aquire
        90000005 DetchannelName
        90000006 PowerBc1
        90000007 PowerBc2
        B0000001 FilterSet
        B0000002 Filter
        B0000003 Name
        D0000001 Name
        D0000003 Acquire
        D0000004 Color
        D0000005 SampleType
        D0000006 BitsPerSample
        D0000007 RatioType
        D0000008 RatioTrack1
        D0000009 RatioTrack2
        D000000A RatioChannel1
        D000000B RatioChannel2
        D000000C RatioConst1
        D000000D RatioConst2
        D000000E RatioConst3
        D000000F RatioConst4
        D0000010 RatioConst5
        D0000011 RatioConst6
        D0000012 RatioFirstImages1
        D0000013 RatioFirstImages2
        D0000014 DyeName
        D0000015 DyeFolder
        D0000016 Spectrum
        D0000017 Acquire
        12000001 Name
        12000002 Description
        12000003 Interval
        12000004 TriggerIn
        12000005 TriggerOut
        12000006 ActivationTime
        12000007 ActivationNumber
        14000001 Name
        14000002 Description
        14000003 TriggerIn
        14000004 TriggerOut
        """
}
