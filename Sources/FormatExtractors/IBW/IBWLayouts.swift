/// The structures of a wave as Igor's header files declare them.
enum IBWLayouts {
    static let version = StructureLayout("int16 version")

    static let binHeader1 = StructureLayout(
        """
        int32 wfmSize B
        int16 checksum
        """)

    static let binHeader2 = StructureLayout(
        """
        int32 wfmSize B
        int32 noteSize B
        int32 pictSize? B
        int16 checksum
        """)

    static let binHeader3 = StructureLayout(
        """
        int32 wfmSize B
        int32 noteSize B
        int32 formulaSize B
        int32 pictSize? B
        int16 checksum
        """)

    static let binHeader5 = StructureLayout(
        """
        int16 checksum
        int32 wfmSize B
        int32 formulaSize B
        int32 noteSize B
        int32 dataEUnitsSize B
        int32[4] dimEUnitsSize? B
        int32[4] dimLabelsSize? B
        int32 sIndicesSize? B
        int32 optionsSize1? B
        int32 optionsSize2? B
        """)

    static let waveHeader2 = StructureLayout(
        """
        int16 type
        uint32 next?
        char[20] bname
        int16 whVersion?
        int16 srcFldr?
        uint32 fileName?
        char[4] dataUnits
        char[4] xUnits
        int32 npnts
        int16 aModified?
        """, labels: ["type": types])

    static let waveHeader2Rest = StructureLayout(
        """
        int16 wModified?
        int16 swModified?
        int16 fsValid
        float64 topFullScale?
        float64 botFullScale?
        uint8 useBits?
        uint8 kindBits?
        uint32 formula?
        int32 depID?
        mactime creationDate
        bytes[2] -
        mactime modDate
        uint32 waveNoteH?
        """)

    /// Without the dimensions, which are stated one by one.
    static let waveHeader5 = StructureLayout(
        """
        uint32 next?
        mactime creationDate
        mactime modDate
        int32 npnts
        int16 type
        int16 dLock?
        bytes[6] -
        int16 whVersion
        char[32] bname
        int32 -
        uint32 dFolder?
        @148 char[4] dataUnits
        @168 int16 fsValid
        int16 whpad3?
        float64 topFullScale?
        float64 botFullScale?
        uint32 dataEUnits?
        uint32[4] dimEUnits?
        uint32[4] dimLabelsH?
        uint32 waveNoteH?
        int32[16] whUnused?
        int16 aModified?
        int16 wModified?
        int16 swModified?
        uint8 useBits?
        uint8 kindBits?
        uint32 formulaH?
        int32 depID?
        int16 whpad4?
        int16 srcFldr?
        uint32 fileName?
        uint32 sIndicesH?
        """, labels: ["type": types])

    /// The flags of a type, as far as one wave can have them together.
    private static let types: [Int64: String] = {
        let bases: [Int64: String] = [
            2: "32-bit real", 4: "64-bit real", 8: "8-bit integer", 16: "16-bit integer",
            32: "32-bit integer", 128: "64-bit integer",
        ]
        var types: [Int64: String] = [0: "text"]
        for (code, name) in bases {
            types[code] = name
            types[code | 1] = "complex " + name
            types[code | 0x40] = "unsigned " + name
            types[code | 0x41] = "complex unsigned " + name
        }
        return types
    }()
}
