internal import Extraction

/// The atoms of fixed layout, as the QuickTime File Format has them.
enum QuickTimeLayouts {
    /// The layout of an atom; `nil` where it has none.
    ///
    /// - Parameter version: The atom's first byte: 1 for times of 64 bits.
    static func layout(_ name: String, version: UInt8) -> StructureLayout? {
        (version == 1 ? long[name] : nil) ?? short[name]
    }

    private static let short: [String: StructureLayout] = [
        "mvhd": StructureLayout(
            """
            uint8 Version
            uint8[3] -
            mactime CreationTime
            mactime ModificationTime
            uint32 TimeScale
            uint32 Duration
            int16 PreferredRate
            int16 -
            int8 PreferredVolume
            @36 int32[9] MatrixStructure
            uint32 PreviewTime?
            uint32 PreviewDuration?
            uint32 PosterTime?
            uint32 SelectionTime?
            uint32 SelectionDuration?
            uint32 CurrentTime?
            uint32 NextTrackID
            """),
        "tkhd": StructureLayout(
            """
            uint8 Version
            uint8[3] -
            mactime CreationTime
            mactime ModificationTime
            uint32 TrackID
            uint32 -
            uint32 Duration
            @32 int16 Layer
            int16 AlternateGroup
            int8 Volume
            @40 int32[9] MatrixStructure
            uint16 Width px
            uint16 -
            uint16 Height px
            """),
        "mdhd": StructureLayout(
            """
            uint8 Version
            uint8[3] -
            mactime CreationTime
            mactime ModificationTime
            uint32 TimeScale
            uint32 Duration
            uint16 Language
            uint16 Quality?
            """),
        "hdlr": StructureLayout(
            """
            uint32 -
            char[4] ComponentType
            char[4] ComponentSubType
            char[4] ComponentManufacturer
            """),
        "vmhd": StructureLayout(
            """
            uint32 -
            uint16 GraphicsMode
            uint16[3] OpColor
            """),
        "smhd": StructureLayout(
            """
            uint32 -
            int16 Balance
            """),
        "pasp": StructureLayout(
            """
            uint32 hSpacing
            uint32 vSpacing
            """),
        "btrt": StructureLayout(
            """
            uint32 BufferSize B
            uint32 MaxBitrate
            uint32 AverageBitrate
            """),
        "clap": StructureLayout("int32[8] CleanAperture"),
        "fiel": StructureLayout("uint8[2] VideoFields"),
        "gama": StructureLayout("int16 Gamma"),
        "avcC": StructureLayout(
            """
            uint8 ConfigurationVersion
            uint8 Profile
            uint8 Compatibility
            uint8 Level
            """),
        "elst": StructureLayout(
            """
            uint32 -
            uint32 EditCount
            """),
        "dac3": StructureLayout("bytes[3] Configuration"),
    ]

    private static let long: [String: StructureLayout] = [
        "mvhd": StructureLayout(
            """
            uint8 Version
            uint8[3] -
            uint64 CreationTime s
            uint64 ModificationTime s
            uint32 TimeScale
            uint64 Duration
            int16 PreferredRate
            """),
        "tkhd": StructureLayout(
            """
            uint8 Version
            uint8[3] -
            uint64 CreationTime s
            uint64 ModificationTime s
            uint32 TrackID
            uint32 -
            uint64 Duration
            @44 int16 Layer
            int16 AlternateGroup
            int8 Volume
            @52 int32[9] MatrixStructure
            uint16 Width px
            uint16 -
            uint16 Height px
            """),
        "mdhd": StructureLayout(
            """
            uint8 Version
            uint8[3] -
            uint64 CreationTime s
            uint64 ModificationTime s
            uint32 TimeScale
            uint64 Duration
            uint16 Language
            """),
    ]

    /// A description of video samples, from behind its data reference.
    static let video = StructureLayout(
        """
        uint16 Version
        uint16 Revision
        char[4] VendorID
        uint32 TemporalQuality?
        uint32 SpatialQuality?
        uint16 Width px
        uint16 Height px
        uint16 XResolution dpi
        uint16 -
        uint16 YResolution dpi
        uint16 -
        uint32 -
        uint16 FrameCount
        uint8 -
        char[31] CompressorName
        uint16 BitDepth
        int16 ColorTableID
        """)

    /// A description of sound samples, from behind its data reference.
    static let audio = StructureLayout(
        """
        uint16 Version
        uint16 Revision
        char[4] VendorID
        uint16 AudioChannels
        uint16 AudioBitsPerSample
        int16 CompressionID
        uint16 PacketSize
        uint16 AudioSampleRate Hz
        """)
}
