/// The structures of IMOD's models, as the specification orders their fields.
enum IMODLayouts {
    static let header = StructureLayout(
        """
        char[4] id
        char[4] version
        char[128] name
        int32 xmax px
        int32 ymax px
        int32 zmax px
        int32 objsize
        uint32 flags
        int32 drawmode
        int32 mousemode
        int32 blacklevel
        int32 whitelevel
        float32 xoffset
        float32 yoffset
        float32 zoffset
        float32 xscale
        float32 yscale
        float32 zscale
        int32 object
        int32 contour
        int32 point
        int32 res
        int32 thresh
        float32 pixelsize
        int32 units
        int32 csum
        float32 alpha deg
        float32 beta deg
        float32 gamma deg
        """,
        labels: [
            "units": [
                0: "pixels", 3: "km", 1: "m", -2: "cm", -3: "mm", -6: "um", -9: "nm", -10: "Å",
                -12: "pm",
            ]
        ])

    static let object = StructureLayout(
        """
        char[64] name
        uint32[16] extra
        int32 contsize
        uint32 flags
        int32 axis
        int32 drawmode
        float32 red
        float32 green
        float32 blue
        int32 pdrawsize
        uint8 symbol
        uint8 symsize
        uint8 linewidth2
        uint8 linewidth
        uint8 linesty
        uint8 symflags
        uint8 sympad
        uint8 trans
        int32 meshsize
        int32 surfsize
        """)

    static let mesh = StructureLayout(
        "int32 vsize\nint32 lsize\nuint32 flag\nint16 time\nint16 surf")

    private static let clip = StructureLayout(
        """
        uint8 count
        uint8 flags
        uint8 trans
        uint8 plane
        float32[3] normal
        float32[3] point
        """)

    static let chunks: [String: StructureLayout] = [
        "IMAT": StructureLayout(
            """
            uint8 ambient
            uint8 diffuse
            uint8 specular
            uint8 shininess
            uint8 fillred
            uint8 fillgreen
            uint8 fillblue
            uint8 quality
            uint32 mat2
            uint8 valblack
            uint8 valwhite
            uint8 matflags2
            uint8 mat3b3
            """),
        "MINX": StructureLayout(
            """
            float32[3] oscale
            float32[3] otrans
            float32[3] orot deg
            float32[3] cscale
            float32[3] ctrans
            float32[3] crot deg
            """),
        "CLIP": clip, "MCLP": clip,
        "VIEW": StructureLayout(
            """
            float32 fovy
            float32 rad
            float32 aspect
            float32 cnear
            float32 cfar
            float32[3] rot deg
            float32[3] trans
            float32[3] scale
            float32[16] mat
            uint32 world
            char[32] label
            float32 dcstart
            float32 dcend
            float32 lightx
            float32 lighty
            float32 plax
            int32 objvsize
            int32 objectByteCount B
            """),
        "SLAN": StructureLayout(
            """
            int32 time
            float32[3] angles deg
            float32[3] center px
            char[32] label
            """),
        "MEPA": StructureLayout(
            """
            uint32 flags
            int32 cap
            int32 passes
            int32 capSkipNz
            int32 inczLowRes
            int32 inczHighRes
            int32 minz
            int32 maxz
            int32 reservedInt
            float32 overlap
            float32 tubeDiameter
            float32 xmin
            float32 xmax
            float32 ymin
            float32 ymax
            float32 tolLowRes
            float32 tolHighRes
            float32 flatCrit
            float32 reservedFloat
            """),
    ]
}
