/// What Bruker's ESPRIT and Quantax programs mean beyond what their XML says.
///
/// Every object is a `ClassInstance` whose `Type` is what it is, so the type takes the place of the
/// element's name: `…TRTSEMData.HV`. Older programs write numbers as the computer's settings have
/// them, and days first.
///
/// | Object                     | Fields and units                                             |
/// |:---------------------------|:-------------------------------------------------------------|
/// | `TRTSEMData`               | `HV` kV, `WD` mm, `DX` and `DY` µm                           |
/// | `TRTREMHeader`             | `Energy` keV, `WorkingDistance` mm                           |
/// | `TRTSEMStageData`          | `X`, `Y`, `Z` µm; `Rotation`, `Tilt` °                       |
/// | `TRTSpectrumHardwareHeader` | `RealTime`, `LifeTime` ms; `DeadTime` %; `Amplification` eV |
/// | `TRTSpectrumHeader`        | `CalibAbs`, `CalibLin`, `SigmaAbs`, `SigmaLin` keV           |
/// | `TRTESMAHeader`            | `PrimaryEnergy` keV; angles °; `BeamCurrent` nA              |
/// | `TRTDetectorHeader`        | `DetectorThickness`, `SiDeadLayerThickness` mm               |
/// | `TRTXrfHeader`, `TRTXRFData` | `Voltage` kV, `Current`, `AnodeCurrent` µA, angles °       |
/// | `TRTDSPConfiguration`      | `PixelTime` µs, `TiltAngle` °                                |
///
/// Source: <https://rosettasciio.readthedocs.io/en/latest/supported_formats/bruker.html>
extension XMLDialect {
    static let bruker = XMLDialect(
        units: [
            "TRTSEMData": ["HV": "kV", "WD": "mm", "DX": "um", "DY": "um"],
            "TRTREMHeader": ["Energy": "keV", "WorkingDistance": "mm"],
            "TRTSEMStageData": [
                "X": "um", "Y": "um", "Z": "um", "Rotation": "deg", "Tilt": "deg",
            ],
            "TRTSpectrumHardwareHeader": [
                "RealTime": "ms", "LifeTime": "ms", "DeadTime": "%", "Amplification": "eV",
            ],
            "TRTSpectrumHeader": ["CalibAbs": "keV", "CalibLin": "keV"],
            "TRTESMAHeader": [
                "PrimaryEnergy": "keV", "ElevationAngle": "deg", "AzimutAngle": "deg",
                "TiltAngle": "deg", "BeamCurrent": "nA",
            ],
            "TRTDetectorHeader": ["DetectorThickness": "mm", "SiDeadLayerThickness": "mm"],
            "TRTXrfHeader": [
                "Voltage": "kV", "Current": "uA", "AnodeCurrent": "uA", "ExcitationAngle": "deg",
                "DetectionAngle": "deg",
            ],
            "TRTXRFData": ["Voltage": "kV", "Current": "uA"],
            "TRTDSPConfiguration": ["PixelTime": "us", "TiltAngle": "deg"],
            "TRTSpectrumRegion": ["Energy": "keV", "Width": "keV"],
        ],
        kindAttributes: ["ClassInstance": "Type"],
        isLocal: true,
        listElements: ["Channels", "LineCounter", "ChannelCounts"],
        binaryElements: ["Data"],
        namesByIdentifier: false
    )
}
