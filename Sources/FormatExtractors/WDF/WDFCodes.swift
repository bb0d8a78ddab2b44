/// The fixed structures of a WiRE file, and what its codes mean.
enum WDFCodes {
    static let header = StructureLayout(
        """
        char[4] signature
        uint32 version
        uint64 size B
        uint64 flags
        uint32[4] uuid
        bytes[12] -
        uint32 ntracks
        uint32 status
        uint32 npoints
        uint64 nspectra
        uint64 ncollected
        uint32 naccum
        uint32 ylistcount
        uint32 xlistcount
        uint32 origincount
        char[24] appname
        uint16[4] appversion
        uint32 scantype
        uint32 type
        filetime time_start
        filetime time_end
        uint32 units
        float32 laserwavenum cm-1
        bytes[48] -
        char[32] user
        char[160] title
        bytes[48] -
        bytes[32] free
        bytes[32] reserved
        """,
        labels: [
            "scantype": [
                0: "Unspecified", 1: "Static", 2: "Continuous", 3: "StepRepeat", 4: "FilterScan",
                5: "FilterImage", 6: "StreamLine", 7: "StreamLineHR", 8: "PointDetector",
            ],
            "type": [0: "Unspecified", 1: "Single", 2: "Series", 3: "Mapping"],
            "units": units,
        ])

    static let mapFlags = StructureLayout(
        """
        uint32 flags
        uint32 -
        """,
        labels: [
            "flags": [
                1: "randompoints", 2: "column_major", 4: "alternating", 8: "linefocus_mapping",
                16: "inverted_rows", 32: "inverted_columns", 64: "surface_profile", 128: "xyline",
            ]
        ])

    static let mapLengths = StructureLayout(
        """
        uint32 length.x
        uint32 length.y
        uint32 length.z
        uint32 linefocus_size
        """)

    static let dataTypes: [Int64: String] = [
        0: "Arbitrary", 1: "Spectral", 2: "Intensity", 3: "X", 4: "Y", 5: "Z", 6: "Spatial_R",
        7: "Spatial_Theta", 8: "Spatial_Phi", 9: "Temperature", 10: "Pressure", 11: "Time",
        12: "Derivative", 13: "Polarization", 14: "FocusTrack_Z", 15: "TempRampRate",
        16: "SpectrumDataChecksum", 17: "BitFlags", 18: "ElapsedTimeIntervals", 19: "Frequency",
        22: "Mp_Well_Spatial_X", 23: "Mp_Well_Spatial_Y", 24: "Mp_LocationIndex",
        25: "Mp_WellReference", 26: "EndMarker", 27: "ExposureTime",
    ]

    static let units: [Int64: String] = [
        0: "arbitrary", 1: "raman_shift", 2: "wavelength", 3: "nanometer", 4: "electron_volt",
        5: "micrometer", 6: "counts", 7: "electrons", 8: "millimeter", 9: "meter", 10: "kelvin",
        11: "pascal", 12: "seconds", 13: "milliseconds", 14: "hours", 15: "days", 16: "pixels",
        17: "intensity", 18: "relative_intensity", 19: "degrees", 20: "radians", 21: "celsius",
        22: "fahrenheit", 23: "kelvin_per_minute", 24: "windows_file_time", 25: "microseconds",
    ]

    /// How a unit is written.
    static func unit(_ code: Int64) -> String? {
        switch code {
        case 1: "cm-1"
        case 2, 3: "nm"
        case 4: "eV"
        case 5: "µm"
        case 8: "mm"
        case 9: "m"
        case 10: "K"
        case 11: "Pa"
        case 12: "s"
        case 13: "ms"
        case 14: "h"
        case 15: "d"
        case 16: "px"
        case 19: "deg"
        case 20: "rad"
        case 21: "°C"
        case 22: "°F"
        case 23: "K/min"
        case 25: "µs"
        default: nil
        }
    }

    /// Properties whose numbers are the same in every file; the names are those that files write
    /// beside the numbers where they list them by name.
    static let properties: [UInt16: String] = [
        3: "CreationTime", 6: "ETA", 7: "wizardclsid", 8: "ExpectedDatasetCount",
        9: "AcquisitionCount", 13: "MeasurementType", 14: "responseCalibration",
        15: "restoreInstrumentState", 16: "closeLaserShutter", 17: "FocusTrackEnabled",
        18: "FocusTrackInterval", 19: "LineFocusMode", 201: "DepthSeriesInterval",
        202: "DepthSeriesStartPos", 203: "DepthSeriesFinalPos", 411: "Label", 412: "MapType",
        430: "Operator",
    ]
}
