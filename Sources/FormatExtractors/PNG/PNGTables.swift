internal import MetadataModel

/// Chunks that are fixed structures.
///
/// Sources: <https://www.w3.org/TR/png-3/> section 11; <http://www.libpng.org/pub/mng/spec/>;
/// <https://ftp-osl.osuosl.org/pub/libpng/documents/pngext-1.5.0.html> for oFFs, pCAL and gIFg;
/// ImageMagick's `caNv` and `vpAg` by their use.
enum PNGTables {
    static let tables: [String: StructureTable] = [
        "IHDR": StructureTable(
            namespace: "png.IHDR",
            """
            0 uint32 Width px
            4 uint32 Height px
            8 uint8 BitDepth
            9 uint8 ColorType: 0 Grayscale; 2 RGB; 3 Palette; 4 Grayscale with Alpha;
             6 RGB with Alpha
            10 uint8 CompressionMethod: 0 deflate
            11 uint8 FilterMethod: 0 adaptive
            12 uint8 InterlaceMethod: 0 none; 1 Adam7
            """),
        "gAMA": StructureTable(namespace: "png.gAMA", "0 scaled5 ImageGamma"),
        "cHRM": StructureTable(
            namespace: "png.cHRM",
            """
            0 scaled5 WhitePointX
            4 scaled5 WhitePointY
            8 scaled5 RedX
            12 scaled5 RedY
            16 scaled5 GreenX
            20 scaled5 GreenY
            24 scaled5 BlueX
            28 scaled5 BlueY
            """),
        "sRGB": StructureTable(
            namespace: "png.sRGB",
            """
            0 uint8 RenderingIntent: 0 perceptual; 1 relative colorimetric; 2 saturation;
             3 absolute colorimetric
            """),
        "cICP": StructureTable(
            namespace: "png.cICP",
            """
            0 uint8 ColorPrimaries
            1 uint8 TransferFunction
            2 uint8 MatrixCoefficients
            3 uint8 VideoFullRangeFlag
            """),
        "cLLI": StructureTable(
            namespace: "png.cLLI",
            """
            0 uint32 MaximumContentLightLevel
            4 uint32 MaximumFrameAverageLightLevel
            """),
        "acTL": StructureTable(
            namespace: "png.acTL",
            """
            0 uint32 NumberOfFrames
            4 uint32 NumberOfPlays
            """),
        "fcTL": StructureTable(
            namespace: "png.fcTL",
            """
            0 uint32 SequenceNumber
            4 uint32 Width px
            8 uint32 Height px
            12 uint32 XOffset px
            16 uint32 YOffset px
            20 uint16 DelayNumerator
            22 uint16 DelayDenominator
            24 uint8 DisposeOperation: 0 none; 1 background; 2 previous
            25 uint8 BlendOperation: 0 source; 1 over
            """),
        "oFFs": StructureTable(
            namespace: "png.oFFs",
            """
            0 int32 PositionX
            4 int32 PositionY
            8 uint8 UnitSpecifier: 0 pixel; 1 micrometre
            """),
        "sTER": StructureTable(
            namespace: "png.sTER", "0 uint8 Mode: 0 cross-fuse layout; 1 diverging-fuse layout"),
        "gIFg": StructureTable(
            namespace: "png.gIFg",
            """
            0 uint8 DisposalMethod
            1 uint8 UserInputFlag
            2 uint16 DelayTime
            """),
        "gIFx": StructureTable(
            namespace: "png.gIFx",
            """
            0 char[8] ApplicationIdentifier
            8 char[3] AuthenticationCode
            """),
        "vpAg": StructureTable(
            namespace: "png.vpAg",
            """
            0 uint32 VirtualImageWidth px
            4 uint32 VirtualImageHeight px
            8 uint8 Units
            """),
        "caNv": StructureTable(
            namespace: "png.caNv",
            """
            0 uint32 VirtualImageWidth px
            4 uint32 VirtualImageHeight px
            8 int32 OffsetX px
            12 int32 OffsetY px
            """),
        "MHDR": StructureTable(
            namespace: "png.MHDR",
            """
            0 uint32 FrameWidth px
            4 uint32 FrameHeight px
            8 uint32 TicksPerSecond
            12 uint32 NominalLayerCount
            16 uint32 NominalFrameCount
            20 uint32 NominalPlayTime
            24 uint32 SimplicityProfile
            """),
        "JHDR": StructureTable(
            namespace: "png.JHDR",
            """
            0 uint32 Width px
            4 uint32 Height px
            8 uint8 ColorType: 8 gray; 10 color; 12 gray with alpha; 14 color with alpha
            9 uint8 ImageSampleDepth
            10 uint8 ImageCompressionMethod: 8 Huffman-coded baseline JPEG
            11 uint8 ImageInterlaceMethod: 0 sequential; 8 progressive
            12 uint8 AlphaSampleDepth
            13 uint8 AlphaCompressionMethod
            14 uint8 AlphaFilterMethod
            15 uint8 AlphaInterlaceMethod
            """),
    ]
}
