internal import Extraction
internal import MetadataModel

/// The structures that describe the beams, the detectors and the method of a NanoSIMS analysis.
///
/// Sources: those of `NanoSIMSTables`.
enum NanoSIMSBeamTables {
    /// Behind the mark `Anal_param_nano`.
    static let parameters = StructureTable(
        namespace: "nanosims",
        """
        0 int32 AnalysisVersion
        4 int32 N50Large
        16 char[256] Comment
        """)

    static let primaryBeam = StructureTable(
        namespace: "nanosims.PrimaryBeam",
        """
        0 char[8] Source
        8 int32 CurrentStart pA
        12 int32 CurrentEnd pA
        16 int32 Lduo V
        20 int32 L1 V
        24 int32 Dduo
        28 int32[10] DduoWidths um
        68 int32 D0
        72 int32[10] D0Widths um
        112 int32 D1
        116 int32[10] D1Widths um
        160 float64 Raster um
        168 float64 Oct45 V
        176 float64 Oct90 V
        184 float64 E0P V
        192 char[32] PressureAnalysisChamber Torr
        """)

    /// From version 3 of the analysis on.
    static let primaryBeam3 = StructureTable(
        namespace: "nanosims.PrimaryBeam",
        """
        224 int32 L0 V
        """)

    /// From version 4 of the analysis on.
    static let primaryBeam4 = StructureTable(
        namespace: "nanosims.PrimaryBeam",
        """
        228 int32 HVCesium V
        232 int32 HVDuo V
        236 int32 Dcs
        240 int32[10] DcsWidths um
        """)

    static let secondaryBeam = StructureTable(
        namespace: "nanosims.SecondaryBeam",
        """
        0 float64 E0W V
        8 int32 ES
        12 int32[10] ESWidths um
        52 int32[10] ESHeights um
        92 int32 AS
        96 int32[10] ASWidths um
        136 int32[10] ASHeights um
        176 float64 EnS
        184 float64 EnSWidth
        """)

    static func exitSlits(_ namespace: String) -> StructureTable {
        StructureTable(
            namespace: namespace,
            """
            8 int32[5] ExitSlitWidths um
            28 int32[5] ExitSlitWidthsLarge um
            48 int32[5] ExitSlitHeights um
            68 int32[5] ExitSlitHeightsLarge um
            """)
    }

    static func multiplier(_ namespace: String) -> StructureTable {
        StructureTable(
            namespace: namespace,
            """
            0 float64 EMYield %
            8 int32 EMBackground
            12 int32 EMDeadtime ns
            """)
    }

    static let detectors = StructureTable(
        namespace: "nanosims",
        """
        528 float64 Detectors.LD.ExitSlitWidth
        536 float64 Detectors.LD.ExitSlitCoeffA
        544 float64 Detectors.LD.ExitSlitCoeffB
        552 float64 SecondaryBeam.E0S V
        560 char[32] SecondaryBeam.PressureMulticollectionChamber Torr
        592 int32 Detectors.FCs.FCBackgroundSetupPositive
        596 int32 Detectors.FCs.FCBackgroundSetupNegative
        """)

    static let background = StructureTable(
        namespace: "nanosims.Detectors.Detector",
        """
        0 int32 FCBackgroundSetupPositive
        4 int32 FCBackgroundSetupNegative
        """)

    static let sims = StructureTable(
        namespace: "nanosims.SIMSHeader",
        """
        0 int32 Version
        4 char[256] OriginalFileName
        260 char[256] Matrix
        516 int32 SigRefAuto
        520 int32 SigRefPoints
        524 int32 SigRefDelta
        528 int32 SigRefScanTime ds
        532 int32 SigRefMeasureTime s
        536 int32 SigRefBeamOnTime s
        540 int32 EPSCenteringEnabled
        544 int32 EPSEnabled
        548 int32 EPSCentralEnergy
        552 int32 EPSBField
        844 float64 EPSRefMassTubeHV V
        852 float64 EPSRefMassTubeHVMaxVar V
        860 int32 SampleRotation
        864 int32 SampleRotationSpeed
        868 int32 SampleRotationSynced
        872 char[80] SampleName
        952 char[32] UserName
        984 char[256] MethodName
        """)

    static func preset(_ namespace: String) -> StructureTable {
        StructureTable(
            namespace: namespace,
            """
            0 char[256] ISFFileName
            256 char[224] Name
            480 char[32] CalibrationDate
            512 int32 Enabled
            516 int32 Parameters
            """)
    }
}
