/// The units of what FEI and Thermo Fisher electron microscopes write into their images.
///
/// All are SI: `[EBeam] HV` is in volts, `HFW` in metres, `StageTa` in radians. Sections that
/// share a key share its unit.
enum FEIUnits {
    /// Units by `Section.Key`.
    static let byKey: [String: String] = {
        var units: [String: String] = [:]
        for (sections, keys) in groups {
            for section in sections {
                for (key, unit) in keys { units["\(section).\(key)"] = unit }
            }
        }
        return units
    }()

    private static let groups: [([String], [String: String])] = [
        (
            [
                "Beam", "EBeam", "IBeam", "IRBeam", "GBeam", "EScan", "IScan", "Scan", "Stage",
                "System",
            ],
            [
                "HV": "V", "HFW": "m", "VFW": "m", "WD": "m", "WorkingDistance": "m", "EucWD": "m",
                "FreeWD": "m", "BeamCurrent": "A", "EmissionCurrent": "A",
                "TiltCorrectionAngle": "rad", "ScanRotation": "rad", "PreTilt": "rad",
                "StageX": "m", "StageY": "m", "StageZ": "m", "StageR": "rad", "StageT": "rad",
                "StageTa": "rad", "StageTb": "rad", "SpecTilt": "rad", "BeamShiftX": "m",
                "BeamShiftY": "m", "SourceTiltX": "rad", "SourceTiltY": "rad",
                "ApertureDiameter": "m", "ATubeVoltage": "V",
                "PixelWidth": "m", "PixelHeight": "m", "HorFieldsize": "m", "VerFieldsize": "m",
                "Dwell": "s", "Dwelltime": "s", "LineTime": "s", "FrameTime": "s",
                "DisplayWidth": "m", "DisplayHeight": "m",
            ]
        ),
        (["Image"], ["MagCanvasRealWidth": "m", "ScreenMagCanvasRealWidth": "m"]),
        (["Vacuum"], ["ChPressure": "Pa", "Humidity": "%"]),
        (["Specimen"], ["Temperature": "K", "SpecimenCurrent": "A"]),
        (["EBeamDeceleration"], ["LandingEnergy": "eV", "StageBias": "V"]),
        (
            ["ETD", "TLD", "ICE", "CDEM", "CBS", "ABS", "T1", "T2", "T3", "LFD", "MD"],
            [
                "Grid": "V", "Setting": "V", "SuctionTube": "V", "Mirror": "V",
                "ContrastDB": "dB", "MinimumDwellTime": "s",
            ]
        ),
        (
            ["HotStageMEMS"],
            [
                "HeatingCurrent": "A", "HeatingVoltage": "V", "HeatingPower": "W",
                "TargetTemperature": "K", "ActualTemperature": "K", "SampleBias": "V",
            ]
        ),
        (
            ["HotStage", "HotStageHVHS", "ColdStage"],
            [
                "TargetTemperature": "K", "ActualTemperature": "K", "SampleBias": "V",
                "ShieldBias": "V", "Humidity": "%",
            ]
        ),
        (["EasyLift"], ["Rotation": "rad"]),
    ]
}
