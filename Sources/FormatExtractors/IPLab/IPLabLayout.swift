/// The structures of an IPLab image.
///
/// Source: <https://docs.openmicroscopy.org/bio-formats/latest/formats/iplab.html>
enum IPLabLayout {
    static let head = StructureTable(
        namespace: "iplab",
        """
        8 int32 Version
        20 int32 Width px
        24 int32 Height px
        28 int32 Channels
        32 int32 ZDepth
        36 int32 TDepth
        40 int32 PixelType: 0 uint8; 1 int16; 2 uint16; 3 int32; 4 float32; 5 Color24; 6 Color48;
         10 float64
        """)

    static let note = StructureTable(
        namespace: "iplab.note",
        """
        0 char[64] Descriptor
        64 char[512] Text
        """)

    static let colours = StructureTable(
        namespace: "iplab.clut",
        """
        4 int32 Type: 0 monochrome; 1 reverse monochrome; 2 BGR; 3 classify; 4 rainbow; 5 red;
         6 green; 7 blue; 8 cyan; 9 magenta; 10 yellow; 11 saturated pixels
        """)

    static let display = StructureTable(
        namespace: "iplab.norm",
        """
        0 int32 Source: 0 user; 1 plane; 2 sequence; 3 saturated plane; 4 saturated sequence; 5 ROI
        4 float64 Min
        12 float64 Max
        20 float64 Gamma
        28 float64 Black
        36 float64 White
        """)

    static let label = StructureTable(
        namespace: "iplab.head",
        """
        0 int16 Number
        2 char[20] Label
        """)

    /// Units of length by their code.
    static let lengths: [Int32: String] = [1: "um", 2: "mm", 3: "cm", 4: "m", 5: "in", 6: "ft"]
    /// Units of time by their code.
    static let times: [Int32: String] = [0: "ms", 1: "s", 2: "min", 3: "h"]
    /// The name of the block of times, which is not in letters.
    static let timeMark: [UInt8] = [0x1A, 0xD9, 0x8B, 0xEF]
}
