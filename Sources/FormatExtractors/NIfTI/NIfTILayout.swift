/// The headers of NIfTI-1, NIfTI-2 and Analyze 7.5.
enum NIfTILayout {
    static let first = HeaderTable(
        """
        int32 sizeof_hdr
        char[10] data_type
        char[18] db_name
        int32 extents
        int16 session_error
        char[1] regular
        uint8 dim_info
        int16[8] dim
        float32 intent_p1
        float32 intent_p2
        float32 intent_p3
        int16 intent_code
        int16 datatype
        int16 bitpix bit
        int16 slice_start
        float32[8] pixdim
        float32 vox_offset B
        float32 scl_slope
        float32 scl_inter
        int16 slice_end
        uint8 slice_code
        uint8 xyzt_units
        float32 cal_max
        float32 cal_min
        float32 slice_duration
        float32 toffset
        int32 glmax
        int32 glmin
        char[80] descrip
        char[24] aux_file
        int16 qform_code
        int16 sform_code
        float32 quatern_b
        float32 quatern_c
        float32 quatern_d
        float32 qoffset_x
        float32 qoffset_y
        float32 qoffset_z
        float32[4] srow_x
        float32[4] srow_y
        float32[4] srow_z
        char[16] intent_name
        char[4] magic
        """, labels: labels)

    static let second = HeaderTable(
        """
        int32 sizeof_hdr
        char[4] magic
        uint8[4] eol_check
        int16 datatype
        int16 bitpix bit
        int64[8] dim
        float64 intent_p1
        float64 intent_p2
        float64 intent_p3
        float64[8] pixdim
        int64 vox_offset B
        float64 scl_slope
        float64 scl_inter
        float64 cal_max
        float64 cal_min
        float64 slice_duration
        float64 toffset
        int64 slice_start
        int64 slice_end
        char[80] descrip
        char[24] aux_file
        int32 qform_code
        int32 sform_code
        float64 quatern_b
        float64 quatern_c
        float64 quatern_d
        float64 qoffset_x
        float64 qoffset_y
        float64 qoffset_z
        float64[4] srow_x
        float64[4] srow_y
        float64[4] srow_z
        int32 slice_code
        int32 xyzt_units
        int32 intent_code
        char[16] intent_name
        uint8 dim_info
        """, labels: labels)

    /// Analyze 7.5, with the origin that SPM writes into the field `originator`.
    static let analyze = HeaderTable(
        """
        int32 sizeof_hdr
        char[10] data_type
        char[18] db_name
        int32 extents
        int16 session_error
        char[1] regular
        char[1] hkey_un0
        int16[8] dim
        char[4] vox_units
        char[8] cal_units
        int16 unused1
        int16 datatype
        int16 bitpix bit
        int16 dim_un0
        float32[8] pixdim
        float32 vox_offset B
        float32 funused1
        float32 funused2
        float32 funused3
        float32 cal_max
        float32 cal_min
        float32 compressed
        float32 verified
        int32 glmax
        int32 glmin
        char[80] descrip
        char[24] aux_file
        uint8 orient
        int16[5] origin
        char[10] generated
        char[10] scannum
        char[10] patient_id
        char[10] exp_date
        char[10] exp_time
        char[3] hist_un0
        int32 views
        int32 vols_added
        int32 start_field
        int32 field_skip
        int32 omax
        int32 omin
        int32 smax
        int32 smin
        """,
        labels: [
            "datatype": dataTypes,
            "orient": [
                0: "transverse unflipped", 1: "coronal unflipped", 2: "sagittal unflipped",
                3: "transverse flipped", 4: "coronal flipped", 5: "sagittal flipped",
            ],
        ])

    private static let labels: [String: [Int64: String]] = [
        "datatype": dataTypes,
        "intent_code": intents,
        "qform_code": transforms,
        "sform_code": transforms,
        "slice_code": [
            0: "unknown", 1: "sequential increasing", 2: "sequential decreasing",
            3: "alternating increasing", 4: "alternating decreasing",
            5: "alternating increasing from the second",
            6: "alternating decreasing from the second",
        ],
        "xyzt_units": unitLabels,
    ]

    static let spaceUnits: [Int64: String] = [1: "m", 2: "mm", 3: "um"]
    static let timeUnits: [Int64: String] = [
        8: "s", 16: "ms", 24: "us", 32: "Hz", 40: "ppm", 48: "rad/s",
    ]

    private static let unitLabels: [Int64: String] = {
        var labels: [Int64: String] = [0: "unknown"]
        for (space, name) in spaceUnits {
            labels[space] = name
            for (time, other) in timeUnits {
                labels[time] = other
                labels[space + time] = "\(name), \(other)"
            }
        }
        return labels
    }()

    private static let transforms: [Int64: String] = [
        0: "unknown", 1: "scanner", 2: "aligned", 3: "Talairach", 4: "MNI 152",
        5: "other template",
    ]

    private static let dataTypes: [Int64: String] = [
        0: "unknown", 1: "binary", 2: "uint8", 4: "int16", 8: "int32", 16: "float32",
        32: "complex64", 64: "float64", 128: "RGB24", 255: "all", 256: "int8", 512: "uint16",
        768: "uint32", 1024: "int64", 1280: "uint64", 1536: "float128", 1792: "complex128",
        2048: "complex256", 2304: "RGBA32",
    ]

    private static let intents: [Int64: String] = [
        0: "none", 2: "correlation", 3: "t test", 4: "F test", 5: "z score", 6: "chi squared",
        7: "beta", 8: "binomial", 9: "gamma", 10: "Poisson", 11: "normal", 12: "noncentral F",
        13: "noncentral chi squared", 14: "logistic", 15: "Laplace", 16: "uniform",
        17: "noncentral t", 18: "Weibull", 19: "chi", 20: "inverse Gaussian",
        21: "extreme value I", 22: "p value", 23: "log p value", 24: "log10 p value",
        1001: "estimate", 1002: "label", 1003: "NeuroName", 1004: "general matrix",
        1005: "symmetric matrix", 1006: "displacement vector", 1007: "vector", 1008: "point set",
        1009: "triangle", 1010: "quaternion", 1011: "dimensionless", 2001: "time series",
        2002: "node index", 2003: "RGB vector", 2004: "RGBA vector", 2005: "shape",
        2006: "FSL FNIRT displacement field", 2007: "FSL cubic spline coefficients",
        2008: "FSL DCT coefficients", 2009: "FSL quadratic spline coefficients",
        2016: "FSL topup cubic spline coefficients",
        2017: "FSL topup quadratic spline coefficients", 2018: "FSL topup field",
        3000: "connectivity unknown", 3001: "dense connectivity", 3002: "dense series",
        3003: "parcellated connectivity", 3004: "parcellated series",
        3006: "dense scalar", 3007: "dense label", 3008: "parcellated scalar",
        3009: "parcellated dense", 3010: "dense parcellated",
    ]
}
