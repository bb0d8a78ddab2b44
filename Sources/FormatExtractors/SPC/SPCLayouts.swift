/// The header of a Galactic spectrum.
enum SPCLayouts {
    static let beginning = StructureLayout(
        """
        uint8 ftflgs
        uint8 fversn
        uint8 fexper
        int8 fexp
        int32 fnpts
        """,
        labels: [
            "fversn": [0x4B: "little-endian", 0x4C: "big-endian"],
            "fexper": [
                0: "General SPC", 1: "Gas chromatogram", 2: "General chromatogram",
                3: "HPLC chromatogram", 4: "FT-IR, FT-NIR, FT-Raman spectrum", 5: "NIR spectrum",
                7: "UV-VIS spectrum", 8: "X-ray diffraction spectrum", 9: "Mass spectrum",
                10: "NMR spectrum", 11: "Raman spectrum", 12: "Fluorescence spectrum",
                13: "Atomic spectrum", 14: "Chromatography diode array spectra",
            ],
        ])

    /// Behind first and last X and the number of subfiles.
    static let rest = StructureLayout(
        """
        uint8 fxtype
        uint8 fytype
        uint8 fztype
        uint8 fpost
        uint32 fdate
        char[9] fres
        char[9] fsource
        int16 fpeakpt
        float32[8] fspare?
        char[130] fcmnt
        char[30] fcatxt
        int32 flogoff
        int32 fmods?
        uint8 fprocs?
        uint8 flevel?
        int16 fsampin?
        float32 ffactor?
        char[48] fmethod
        float32 fzinc?
        int32 fwplanes?
        float32 fwinc?
        uint8 fwtype?
        bytes[187] -
        """,
        labels: ["fxtype": xTypes, "fytype": yTypes, "fztype": xTypes, "fwtype": xTypes])

    static let old = StructureLayout(
        """
        uint8 oftflgs
        uint8 oversn
        int16 oexp
        float32 onpts
        float32 ofirst
        float32 olast
        uint8 oxtype
        uint8 oytype
        uint16 oyear
        uint8 omonth
        uint8 oday
        uint8 ohour
        uint8 ominute
        char[8] ores
        int16 opeakpt
        int16 onscans
        float32[7] ospare?
        char[130] ocmnt
        char[30] ocatxt
        bytes[32] osubh1
        """, labels: ["oxtype": xTypes, "oytype": yTypes])

    static let log = StructureLayout(
        """
        int32 logsizd B
        int32 logsizm B
        int32 logtxto B
        int32 logbins B
        int32 logdsks B
        bytes[44] -
        """)

    private static let xTypes: [Int64: String] = [
        0: "Arbitrary", 1: "Wavenumber (cm-1)", 2: "Micrometers", 3: "Nanometers", 4: "Seconds",
        5: "Minutes", 6: "Hertz", 7: "Kilohertz", 8: "Megahertz", 9: "Mass (M/z)",
        10: "Parts per million", 11: "Days", 12: "Years", 13: "Raman shift (cm-1)", 14: "eV",
        15: "XYZ text labels in fcatxt", 16: "Diode number", 17: "Channel", 18: "Degrees",
        19: "Temperature (F)", 20: "Temperature (C)", 21: "Temperature (K)", 22: "Data points",
        23: "Milliseconds", 24: "Microseconds", 25: "Nanoseconds", 26: "Gigahertz",
        27: "Centimeters", 28: "Meters", 29: "Millimeters", 30: "Hours",
        255: "Double interferogram",
    ]

    private static let yTypes: [Int64: String] = [
        0: "Arbitrary intensity", 1: "Interferogram", 2: "Absorbance", 3: "Kubelka-Munk",
        4: "Counts", 5: "Volts", 6: "Degrees", 7: "Milliamps", 8: "Millimeters", 9: "Millivolts",
        10: "Log(1/R)", 11: "Percent", 12: "Intensity", 13: "Relative intensity", 14: "Energy",
        16: "Decibel", 19: "Temperature (F)", 20: "Temperature (C)", 21: "Temperature (K)",
        22: "Index of refraction", 23: "Extinction coefficient", 24: "Real", 25: "Imaginary",
        26: "Complex", 128: "Transmission", 129: "Reflectance",
        130: "Arbitrary or single beam with valley peaks", 131: "Emission",
    ]

    /// How the unit of an X type is written.
    static func unit(_ type: Int64) -> String? {
        let units: [Int64: String] = [
            1: "cm-1", 2: "µm", 3: "nm", 4: "s", 5: "min", 6: "Hz", 7: "kHz", 8: "MHz", 11: "d",
            13: "cm-1", 14: "eV", 18: "deg", 19: "°F", 20: "°C", 21: "K", 23: "ms", 24: "µs",
            25: "ns", 26: "GHz", 27: "cm", 28: "m", 29: "mm", 30: "h",
        ]
        return units[type]
    }
}
