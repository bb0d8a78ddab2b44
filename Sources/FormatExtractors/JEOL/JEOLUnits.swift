/// The units of what JEOL's Analysis Station writes, which its files do not state.
///
/// Source: the reader of RosettaSciIO, <https://rosettasciio.readthedocs.io/en/latest/supported_formats/jeol.html>,
/// and the limits that the files state for the voltage (`kV`) and the current (`nA`).
enum JEOLUnits {
    /// The unit of a field, by its name.
    static func unit(of name: String) -> String? { byName[name] }

    private static let byName: [String: String] = [
        "AccV": "kV", "AccKV": "kV", "Volt": "kV", "Currnnt": "nA", "AccNA": "nA",
        "ScanSize": "mm", "WorkD": "mm", "WD": "mm", "InsD": "mm", "DetH": "mm", "StageZ": "mm",
        "PositionMM": "mm", "PositionMM2": "mm", "StageLimits": "mm", "HolderSize": "mm",
        "PositionPX": "px", "Size": "px",
        "ScanR": "deg", "Rotation": "deg", "Tilt": "deg", "Rotate": "deg", "XtiltAng": "deg",
        "TakeAng": "deg", "IncAng": "deg", "DirAng": "deg", "XtalAng": "deg", "ElevAng": "deg",
        "DetGapAng": "deg",
        "MnKaRES": "eV", "E Noise": "eV", "CH Res": "keV", "CoefA": "keV", "CoefB": "keV",
        "LiveTime": "s", "RealTime": "s", "DwellTime": "ms", "DwellTime(msec)": "ms",
        "tout": "ms", "itval": "ms",
    ]
}
