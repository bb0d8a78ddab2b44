internal import Extraction

/// The chunks of fixed layout, as Microsoft's references have them.
enum RIFFLayouts {
    /// The layout of a chunk; `nil` where it has none.
    ///
    /// - Parameter stream: The type of the stream that the chunk belongs to.
    static func layout(_ name: String, _ stream: String) -> StructureLayout? {
        switch name {
        case "strf": stream == "vids" ? bitmap : stream == "auds" ? wave : nil
        default: layouts[name]
        }
    }

    private static let layouts: [String: StructureLayout] = [
        "avih": StructureLayout(
            """
            uint32 MicroSecPerFrame us
            uint32 MaxBytesPerSec
            uint32 PaddingGranularity
            uint32 Flags
            uint32 TotalFrames
            uint32 InitialFrames
            uint32 Streams
            uint32 SuggestedBufferSize B
            uint32 Width px
            uint32 Height px
            uint32[4] -
            """),
        "strh": StructureLayout(
            """
            char[4] Type
            char[4] Handler
            uint32 Flags
            uint16 Priority
            uint16 Language
            uint32 InitialFrames
            uint32 Scale
            uint32 Rate
            uint32 Start
            uint32 Length
            uint32 SuggestedBufferSize B
            int32 Quality
            uint32 SampleSize
            int16[4] Frame
            """),
        "dmlh": StructureLayout("uint32 TotalFrames"),
        "vprp": StructureLayout(
            """
            uint32 VideoFormatToken
            uint32 VideoStandard
            uint32 VerticalRefreshRate
            uint32 HTotalInT
            uint32 VTotalInLines
            uint32 FrameAspectRatio
            uint32 FrameWidth px
            uint32 FrameHeight px
            uint32 FieldsPerFrame
            """),
        "fmt": wave,
        "fact": StructureLayout("uint32 SampleCount"),
        "bext": StructureLayout(
            """
            char[256] Description
            char[32] Originator
            char[32] OriginatorReference
            char[10] OriginationDate
            char[8] OriginationTime
            uint64 TimeReference
            uint16 Version
            bytes[64] UMID
            bytes[190] -
            """),
    ]

    private static let bitmap = StructureLayout(
        """
        uint32 Size B
        int32 Width px
        int32 Height px
        uint16 Planes
        uint16 BitCount
        char[4] Compression
        uint32 SizeImage B
        int32 XPelsPerMeter? 1/m
        int32 YPelsPerMeter? 1/m
        uint32 ClrUsed
        uint32 ClrImportant
        """)

    private static let wave = StructureLayout(
        """
        uint16 FormatTag
        uint16 Channels
        uint32 SamplesPerSec Hz
        uint32 AvgBytesPerSec
        uint16 BlockAlign B
        uint16 BitsPerSample
        """,
        labels: [
            "FormatTag": [
                1: "PCM", 2: "Microsoft ADPCM", 3: "IEEE float", 6: "A-law", 7: "µ-law",
                80: "MPEG", 85: "MPEG layer 3", 65534: "extensible",
            ]
        ])
}
