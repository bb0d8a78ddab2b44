/// The meanings of coded Exif values, by tag.
///
/// Source: CIPA DC-008, Exif 3.0, sections 4.6.5 and 4.6.6
/// <https://www.cipa.jp/std/documents/download_e.html?DC-008-2024-E>.
enum EXIFCodes {
    static let exif: [UInt16: [Int64: String]] = [
        34850: [
            0: "not defined", 1: "manual", 2: "normal program", 3: "aperture priority",
            4: "shutter priority", 5: "creative program", 6: "action program", 7: "portrait mode",
            8: "landscape mode",
        ],
        34864: [
            0: "unknown", 1: "standard output sensitivity", 2: "recommended exposure index",
            3: "ISO speed", 4: "standard output sensitivity and recommended exposure index",
            5: "standard output sensitivity and ISO speed",
            6: "recommended exposure index and ISO speed",
            7: "standard output sensitivity, recommended exposure index and ISO speed",
        ],
        37121: [0: "-", 1: "Y", 2: "Cb", 3: "Cr", 4: "R", 5: "G", 6: "B"],
        37383: [
            0: "unknown", 1: "average", 2: "center-weighted average", 3: "spot", 4: "multi-spot",
            5: "pattern (multi-segment)", 6: "partial", 255: "other",
        ],
        37384: lightSource,
        37385: flash,
        37392: planeUnit,
        40961: [1: "sRGB", 2: "Adobe RGB", 0xFFFF: "uncalibrated"],
        41488: planeUnit,
        41495: [
            1: "not defined", 2: "one-chip color area sensor", 3: "two-chip color area sensor",
            4: "three-chip color area sensor", 5: "color sequential area sensor",
            7: "trilinear sensor", 8: "color sequential linear sensor",
        ],
        41728: [
            0: "other", 1: "transparent scanner", 2: "reflex scanner", 3: "digital camera (DSC)",
        ],
        41729: [1: "directly photographed"],
        41985: [0: "normal process", 1: "custom process"],
        41986: [0: "auto exposure", 1: "manual exposure", 2: "auto bracket"],
        41987: [0: "auto white balance", 1: "manual white balance"],
        41990: [0: "standard", 1: "landscape", 2: "portrait", 3: "night scene"],
        41991: [
            0: "none", 1: "low gain up", 2: "high gain up", 3: "low gain down", 4: "high gain down",
        ],
        41992: [0: "normal", 1: "soft", 2: "hard"],
        41993: [0: "normal", 1: "low saturation", 2: "high saturation"],
        41994: [0: "normal", 1: "soft", 2: "hard"],
        41996: [0: "unknown", 1: "macro", 2: "close view", 3: "distant view"],
        42080: [
            0: "unknown", 1: "not a composite image", 2: "general composite image",
            3: "composite image captured when shooting",
        ],
    ]

    static let gps: [UInt16: [Int64: String]] = [
        5: [
            0: "above the ellipsoid", 1: "below the ellipsoid", 2: "above sea level",
            3: "below sea level",
        ],
        30: [0: "without differential correction", 1: "with differential correction"],
    ]

    static let lightSource: [Int64: String] = [
        0: "unknown", 1: "daylight", 2: "fluorescent", 3: "tungsten", 4: "flash",
        9: "fine weather", 10: "cloudy weather", 11: "shade", 12: "daylight fluorescent",
        13: "day white fluorescent", 14: "cool white fluorescent", 15: "white fluorescent",
        16: "warm white fluorescent", 17: "standard light A", 18: "standard light B",
        19: "standard light C", 20: "D55", 21: "D65", 22: "D75", 23: "D50",
        24: "ISO studio tungsten", 255: "other",
    ]

    private static let planeUnit: [Int64: String] = [
        1: "none", 2: "inches", 3: "centimeters", 4: "millimeter", 5: "micrometer",
    ]

    /// The bits of `Flash` put into words: fired, return light, mode, function, red-eye reduction.
    private static let flash: [Int64: String] = {
        let returned = [0: "", 4: ", return light not detected", 6: ", return light detected"]
        let modes = [
            0: "", 8: ", compulsory firing", 16: ", compulsory suppression", 24: ", auto mode",
        ]
        var codes: [Int64: String] = [32: "no flash function"]
        for (light, lightText) in returned {
            for (mode, modeText) in modes {
                for (redEye, redEyeText) in [0: "", 64: ", red-eye reduction"] {
                    for (fired, firedText) in [0: "did not fire", 1: "fired"] {
                        codes[Int64(fired + light + mode + redEye)] =
                            firedText + modeText + redEyeText + lightText
                    }
                }
            }
        }
        return codes
    }()
}
