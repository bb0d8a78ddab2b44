internal import MetadataModel

/// The headers of bitmaps, all little-endian.
///
/// Source: <https://learn.microsoft.com/en-us/windows/win32/api/wingdi/ns-wingdi-bitmapv5header>.
enum BMPTables {
    static let file = StructureTable(
        namespace: "bmp",
        """
        2 uint32 FileSize B
        10 uint32 PixelOffset
        """)

    static let core = StructureTable(
        namespace: "bmp",
        """
        0 uint32 HeaderSize B: 12 OS/2 1
        4 uint16 Width px
        6 uint16 Height px
        8 uint16 Planes
        10 uint16 BitCount
        """)

    static let windows = StructureTable(
        namespace: "bmp",
        """
        0 uint32 HeaderSize B: 16 OS/2 2, short; 40 Windows 3; 52 Windows 3 with masks;
         56 Windows 3 with alpha mask; 64 OS/2 2; 108 Windows 4; 124 Windows 5
        4 int32 Width px
        8 int32 Height px
        12 uint16 Planes
        14 uint16 BitCount
        16 uint32 Compression: 0 none; 1 RLE8; 2 RLE4; 3 bit fields; 4 JPEG; 5 PNG;
         6 alpha bit fields
        20 uint32 SizeImage B
        24 int32 XPelsPerMeter 1/m
        28 int32 YPelsPerMeter 1/m
        32 uint32 ClrUsed
        36 uint32 ClrImportant
        40 uint32 RedMask
        44 uint32 GreenMask
        48 uint32 BlueMask
        52 uint32 AlphaMask
        96 uint32 GammaRed
        100 uint32 GammaGreen
        104 uint32 GammaBlue
        108 uint32 Intent: 1 graphics; 2 proof; 4 picture; 8 absolute colorimetric
        """)

    static let icon = StructureTable(
        namespace: "bmp.Icon",
        """
        2 uint8 ColorCount
        4 uint16 Planes
        6 uint16 BitCount
        8 uint32 ByteCount B
        12 uint32 Offset
        """)

    static let cursor = StructureTable(
        namespace: "bmp.Icon",
        """
        2 uint8 ColorCount
        4 uint16 HotspotX px
        6 uint16 HotspotY px
        8 uint32 ByteCount B
        12 uint32 Offset
        """)
}
