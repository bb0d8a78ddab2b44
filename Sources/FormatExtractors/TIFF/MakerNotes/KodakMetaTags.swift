extension MakerNoteTable {
    /// The tags of Kodak's directory in APP3.
    ///
    /// Source: <https://exiftool.org/TagNames/Kodak.html>.
    static let kodakMeta = MakerNoteTable(
        "kodak.Meta",
        """
        50000 FilmProductCode
        50001 ImageSourceEK
        50002 CaptureConditionsPAR
        50003 CameraOwner
        50004 SerialNumber
        50005 UserSelectGroupTitle
        50006 DealerIDNumber
        50007 CaptureDeviceFID
        50008 EnvelopeNumber
        50009 FrameNumber
        50010 FilmCategory
        50011 FilmGencode
        50012 ModelAndVersion
        50013 FilmSize
        50014 SBA_RGBShifts
        50015 SBAInputImageColorspace
        50016 SBAInputImageBitDepth
        50017 SBAExposureRecord
        50018 UserAdjSBA_RGBShifts
        50019 ImageRotationStatus
        50020 RollGuidElements
        50021 MetadataNumber
        50022 EditTagArray
        50023 Magnification
        50028 NativeXResolution
        50029 NativeYResolution
        50030 KodakEffectsIFD
        50031 KodakBordersIFD
        50042 NativeResolutionUnit
        50418 SourceImageDirectory
        50419 SourceImageFileName
        50420 SourceImageVolumeName
        """)
}
