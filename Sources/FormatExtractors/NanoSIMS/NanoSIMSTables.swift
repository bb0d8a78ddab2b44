internal import Extraction
internal import MetadataModel

/// The structures of a Cameca NanoSIMS file's header.
///
/// Sources: OpenMIMS <https://github.com/BWHCNI/OpenMIMS>, and the `sims` package, which documents
/// what is known beyond it <https://github.com/zanpeeters/sims>.
enum NanoSIMSTables {
    /// The first 124 bytes of every file.
    static let analysis = StructureTable(
        namespace: "nanosims",
        """
        0 int32 FileVersion
        8 int32 HeaderSize B
        12 int32 SampleType
        16 int32 DataIncluded
        20 int32 SampleX um
        24 int32 SampleY um
        28 char[32] AnalysisType
        60 char[16] UserName
        76 int32 SampleZ um
        92 char[16] Date
        108 char[16] Time
        """)

    /// Images: types 27, 29, 39.
    static let maskImage = StructureTable(
        namespace: "nanosims",
        """
        0 char[16] OriginalFileName
        16 int32 AnalysisDuration s
        20 int32 Frames
        24 int32 ScanType
        28 int16 Magnification
        30 int16 SizeType
        32 int16 SizeDetector
        36 int32 BeamBlanking
        40 int32 Presputtering
        44 int32 PresputteringDuration s
        """)

    /// Depth profiles and isotopes: types 21, 26.
    static let maskIsotopes = StructureTable(
        namespace: "nanosims",
        """
        0 char[16] OriginalFileName
        20 int32 AnalysisDuration s
        24 int32 Frames
        28 int32 ScanType
        32 int16 Magnification
        34 int16 SizeType
        36 int16 SizeDetector
        40 int32 BeamBlanking
        44 int32 Presputtering
        48 int32 PresputteringDuration s
        """)

    /// Scans of the stage: types 22, 41.
    static let maskStage = StructureTable(
        namespace: "nanosims",
        """
        0 char[16] OriginalFileName
        16 int32 AnalysisDuration s
        20 int32 ScanType
        24 int32 Steps
        28 int32 StepSizeX
        32 int32 StepSizeY
        36 int32 StepSize
        40 float64 StepWaitTime
        48 int32 Frames
        52 int32 BeamBlanking
        56 int32 Presputtering
        60 int32 PresputteringDuration s
        """)

    /// Scans of secondary ion beam: type 31.
    static let maskSIBC = StructureTable(
        namespace: "nanosims",
        """
        0 char[16] OriginalFileName
        16 int32 ScanType
        20 int32 BeamBlanking
        24 int32 Presputtering
        """)

    /// Stability of the beam: type 35.
    static let maskStability = StructureTable(
        namespace: "nanosims",
        """
        0 char[16] OriginalFileName
        16 int32 ScanType
        20 int32 AnalysisDuration s
        24 int32 Frames
        28 int32 BeamBlanking
        32 int32 Presputtering
        """)

    static let autoCal = StructureTable(
        namespace: "nanosims.AutoCal",
        """
        0 int32 Enabled
        4 char[64] Label
        68 int32 Begin
        72 int32 Duration
        """)

    static let hvControl = StructureTable(
        namespace: "nanosims.HVControl",
        """
        0 int32 Enabled
        4 char[64] Label
        68 int32 Begin
        72 int32 Duration
        76 float64 LimitLow V
        84 float64 LimitHigh V
        92 float64 Step V
        100 int32 BandpassWidth
        104 float64 CountTime s
        """)

    static let sigRef = StructureTable(
        namespace: "nanosims.SigRef",
        """
        0 int32 Enabled
        148 int32 Detector
        152 int32 Offset
        156 int32 Quantity
        """)

    static let mass = StructureTable(
        namespace: "nanosims.MassTable",
        """
        0 int32 TrolleyIndex
        8 float64 Mass u
        16 int32 MatrixOrTrace
        20 int32 Detector
        24 float64 WaitTime s
        32 float64 FrameCountTime s
        """)

    static let massOffset = StructureTable(
        namespace: "nanosims.MassTable",
        """
        0 int32 Offset
        4 int32 BFieldBits
        """)

    static let massRadius = StructureTable(
        namespace: "nanosims.MassTable",
        """
        0 float64 RadiusStart mm
        8 float64 RadiusEnd mm
        16 float64 RadiusStep um
        24 int32 BFieldBits
        """)

    static let massVoltage = StructureTable(
        namespace: "nanosims.MassTable",
        """
        0 float64 VoltageStart V
        8 float64 VoltageEnd V
        16 float64 VoltageStep V
        24 int32 BFieldBits
        """)

    /// An ion of several atoms, 144 bytes.
    static func species(_ namespace: String) -> StructureTable {
        StructureTable(
            namespace: namespace,
            """
            0 int32 NumericFlag
            4 int32 NumericValue
            8 int32 Elements
            12 int32 Charges
            16 char ChargeLabel
            17 char[64] Label
            """)
    }

    static let massSpecies = species("nanosims.MassTable")
    static let sigRefSpecies = species("nanosims.SigRef.Species")
    static let polySpecies = species("nanosims.PolyList")
    static let epsCentralSpecies = species("nanosims.SIMSHeader.EPSCentralSpecies")
    static let epsReferenceSpecies = species("nanosims.SIMSHeader.EPSReferenceSpecies")

    static let nano = StructureTable(
        namespace: "nanosims.NanoSIMSHeader",
        """
        0 int32 Version
        4 int32 RegulationMode
        8 int32 Mode
        12 int32 GrainMode
        16 int32 SemigraphicMode
        20 int32 StageDeltaX
        24 int32 StageDeltaY
        28 int32 WorkingFrameWidth px
        32 int32 WorkingFrameHeight px
        36 int32 ScanningFrameX px
        40 int32 ScanningFrameWidth px
        44 int32 ScanningFrameY px
        48 int32 ScanningFrameHeight px
        52 int32 CountingFrameXStart px
        56 int32 CountingFrameXEnd px
        60 int32 CountingFrameYStart px
        64 int32 CountingFrameYEnd px
        68 int32 DetectorType
        72 int32 ElectronScan
        76 int32 ScanningMode
        80 int32 BeamBlanking
        84 int32 PeakCenter.Enabled
        88 int32 PeakCenter.Start
        92 int32 PeakCenter.Frequency
        96 int32 BFields
        388 int32 PrintResults
        392 int32 SibCenterHor.Detector
        396 int32 SibCenterHor.Start
        400 int32 SibCenterHor.StepSize
        408 float64 SibCenterHor.Center
        416 float64 SibCenterHor.Width50
        424 int32 SibCenterHor.CountTime cs
        432 int32 SibCenterVert.Detector
        436 int32 SibCenterVert.Start
        440 int32 SibCenterVert.StepSize
        448 float64 SibCenterVert.Center
        456 float64 SibCenterVert.Width50
        464 int32 SibCenterVert.CountTime cs
        472 int32 SibCenter.BFieldIndex
        476 int32 SibCenter.Enabled
        480 int32 EnergyCenter.Detector
        484 int32 EnergyCenter.Start
        488 int32 EnergyCenter.StepSize
        496 float64 EnergyCenter.Center
        504 float64 EnergyCenter.Delta
        512 int32 EnergyCenter.CountTime cs
        520 int32 EnergyCenter.BFieldIndex
        524 int32 EnergyCenter.Enabled
        528 int32 EnergyCenter.Frequency
        532 int32 E0SCenter.BFieldIndex
        536 int32 E0SCenter.Detector
        540 int32 E0SCenter.Start
        544 int32 E0SCenter.StepSize
        548 int32 E0SCenter.CountTime cs
        552 float64 E0SCenter.Center
        560 float64 E0SCenter.Width80
        568 int32 E0SCenter.Enabled
        572 int32 EnergyCenter.WaitTime
        576 int32 PresputteringRaster
        580 int32 PeakCenter.E0POffset
        584 int32 E0SCenter.Steps
        588 int32 BaselineMeasurement
        592 float64 BaselineOffset
        600 int32 BaselineFrequency
        """)

    static let bField = StructureTable(
        namespace: "nanosims.BField",
        """
        0 int32 Enabled
        4 int32 Bits
        8 int32 WaitTime us
        12 int32 TimePerPixel us
        16 float64 TimePerStep s
        24 int32 WaitTimeComputed
        28 int32 E0WOffset
        32 int32 Q
        36 int32 LF4
        40 int32 HexVal
        44 int32 FramesPerBField
        """)

    static let trolley = StructureTable(
        namespace: "nanosims.BField.Trolley",
        """
        0 char[64] Label
        64 float64 Mass u
        72 float64 Radius mm
        80 int32 DeflectionPlate1
        84 int32 DeflectionPlate2
        92 int32 ExitSlit
        96 int32 RealTrolley
        100 int32 CamecaTrolleyIndex
        104 int32 PeakCenterIndex
        108 int32 PeakCenterFollow
        112 float64 Focus
        120 float64 HMRStart
        128 int32 StartDACPlate1
        132 int32 StartDACPlate2
        136 int32 HMRStep
        140 int32 HMRPoints
        144 int32 HMRCountTime cs
        148 int32 UsedForBaseline
        152 float64 Width50
        164 int32 PeakCenterCountTime cs
        168 int32 UsedForSibCenter
        172 int32 UnitCorrection
        176 float64 Deflection
        184 int32 UsedForEnergyCenter
        188 int32 UsedForE0SCenter
        """)

    static let phd = StructureTable(
        namespace: "nanosims.BField.Trolley",
        """
        0 int32 UsedForPHDScan
        4 int32 PHDStart
        8 int32 PHDStepSize
        12 int32 PHDPoints
        16 int32 PHDCountTime cs
        20 int32 PHDScanRepeat
        """)

    static let image = StructureTable(
        namespace: "nanosims.Image",
        """
        0 int32 HeaderSize B
        4 int16 Type
        6 int16 Width px
        8 int16 Height px
        10 int16 BytesPerPixel B
        12 int16 Masses
        14 int16 Planes
        16 int32 Raster nm
        20 char[64] OriginalFileName
        """)

    static let isotopes = StructureTable(
        namespace: "nanosims.Isotopes",
        """
        0 int32 Blocks
        4 int32 FramesPerBlock
        8 int32 RejectionSigma
        12 int32 Ratios
        """)
}
