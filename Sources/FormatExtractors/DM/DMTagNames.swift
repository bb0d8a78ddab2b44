/// What the specification and DigitalMicrograph's own names fix about tags, by a tag's name.
enum DMTagNames {
    /// Units of numbers that name none.
    static let units: [String: String] = [
        "Voltage": "V",
        "STEM Camera Length": "mm",
        "HT Offset": "V",
        "PixelDepth": "B",
    ]

    /// What codes mean.
    static let codes: [String: [Int64: String]] = [
        "DataType": [
            0: "null", 1: "int16", 2: "float32", 3: "complex64", 5: "packed complex64",
            6: "uint8", 7: "int32", 8: "RGB", 9: "int8", 10: "uint16", 11: "uint32",
            12: "float64", 13: "complex128", 14: "binary", 23: "RGBA", 39: "int64", 40: "uint64",
        ],
        "ImageDisplayType": [
            1: "raster", 2: "surface plot", 3: "RGB", 4: "line plot", 5: "table",
        ],
    ]
}
