/// The structures of DeltaVision's files.
enum DVLayouts {
    static let header = StructureLayout(
        """
        int32 NumCol px
        int32 NumRow px
        int32 NumSections
        int32 PixelType
        int32 mxst
        int32 myst
        int32 mzst
        int32 mx
        int32 my
        int32 mz
        float32 dx um
        float32 dy um
        float32 dz um
        float32 alpha deg
        float32 beta deg
        float32 gamma deg
        int32 ColAxis
        int32 RowAxis
        int32 SectionAxis
        float32 min
        float32 max
        float32 mean
        int32 SpaceGroup
        int32 ExtendedHeaderSize B
        int16 ImageTypeID
        int16 nblank
        int32 StartingTimeIndex
        bytes[24] blank
        int16 NumIntegers
        int16 NumFloats
        int16 NumSubResSets
        int16 ZAxisReduction
        float32 min2
        float32 max2
        float32 min3
        float32 max3
        float32 min4
        float32 max4
        int16 ImageType
        int16 lensID
        int16 n1
        int16 n2
        int16 v1
        int16 v2
        float32 min5
        float32 max5
        int16 NumTimes
        int16 ImgSequence
        float32 tiltx deg
        float32 tilty deg
        float32 tiltz deg
        int16 NumWaves
        int16 wave1 nm
        int16 wave2 nm
        int16 wave3 nm
        int16 wave4 nm
        int16 wave5 nm
        float32 z0 um
        float32 x0 um
        float32 y0 um
        int32 NumTitles
        """,
        labels: [
            "PixelType": [
                0: "uint8", 1: "int16", 2: "float32", 3: "complex of 2 int16",
                4: "complex of 2 float32", 5: "int16", 6: "uint16", 7: "int32",
            ],
            "ImageType": [
                0: "normal", 1: "tilt series", 2: "stereo tilt series", 3: "averaged images",
                4: "averaged stereo pairs", 5: "EM tilt series", 20: "multiple positions",
                8000: "pupil function",
            ],
            "ImgSequence": [0: "ZTW", 1: "WZT", 2: "ZWT"],
        ])

    /// The floats of a section's record, with their units.
    static let sectionFloats = [
        "photosensorReading", "timeStampSeconds s", "stageXCoord um", "stageYCoord um",
        "stageZCoord um", "minInten", "maxInten", "meanInten", "expTime s", "ndFilter",
        "exWavelen nm", "emWavelen nm", "intenScaling", "energyConvFactor",
    ]
}
