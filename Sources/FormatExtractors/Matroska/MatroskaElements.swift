/// The elements of Matroska that say something, by their codes.
enum MatroskaElements {
    enum Kind: String {
        case master, integer, signed, real, date, text, bytes
        /// Frames, indexes and room.
        case skipped
    }

    struct Definition {
        let name: String
        let kind: Kind
        var unit: String?
        var labels: [Int64: String] = [:]
    }

    /// Lines `code kind name unit`, from section 5 of RFC 9559.
    static let table: [UInt32: Definition] = {
        var table: [UInt32: Definition] = [:]
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count >= 3, let code = UInt32(words[0], radix: 16),
                let kind = Kind(rawValue: words[1])
            else { preconditionFailure("a line needs a code, a kind and a name: \(line)") }
            table[code] = Definition(
                name: words[2], kind: kind, unit: words.count > 3 ? words[3] : nil,
                labels: words[2] == "TrackType" ? trackTypes : [:])
        }
        return table
    }()

    private static let trackTypes: [Int64: String] = [
        1: "video", 2: "audio", 3: "complex", 16: "logo", 17: "subtitle", 18: "buttons",
        32: "control", 33: "metadata",
    ]

    private static let lines = """
        1A45DFA3 master EBML
        4286 integer EBMLVersion
        42F7 integer EBMLReadVersion
        42F2 integer EBMLMaxIDLength
        42F3 integer EBMLMaxSizeLength
        4282 text DocType
        4287 integer DocTypeVersion
        4285 integer DocTypeReadVersion
        EC skipped Void
        BF skipped CRC-32
        18538067 master Segment
        114D9B74 skipped SeekHead
        1549A966 master Info
        73A4 bytes SegmentUID
        7384 text SegmentFilename
        2AD7B1 integer TimestampScale ns
        4489 real Duration
        4461 date DateUTC
        7BA9 text Title
        4D80 text MuxingApp
        5741 text WritingApp
        1F43B675 skipped Cluster
        1C53BB6B skipped Cues
        1654AE6B master Tracks
        AE master TrackEntry
        D7 integer TrackNumber
        73C5 integer TrackUID
        83 integer TrackType
        B9 integer FlagEnabled
        88 integer FlagDefault
        55AA integer FlagForced
        9C integer FlagLacing
        6DE7 integer MinCache
        23E383 integer DefaultDuration ns
        23314F real TrackTimestampScale
        536E text Name
        22B59C text Language
        86 text CodecID
        63A2 bytes CodecPrivate
        258688 text CodecName
        AA integer CodecDecodeAll
        56AA integer CodecDelay ns
        56BB integer SeekPreRoll ns
        55EE integer MaxBlockAdditionID
        E0 master Video
        9A integer FlagInterlaced
        53B8 integer StereoMode
        B0 integer PixelWidth px
        BA integer PixelHeight px
        54AA integer PixelCropBottom px
        54BB integer PixelCropTop px
        54CC integer PixelCropLeft px
        54DD integer PixelCropRight px
        54B0 integer DisplayWidth
        54BA integer DisplayHeight
        54B2 integer DisplayUnit
        2EB524 bytes UncompressedFourCC
        55B0 master Colour
        55B1 integer MatrixCoefficients
        55B2 integer BitsPerChannel
        55B9 integer Range
        55BA integer TransferCharacteristics
        55BB integer Primaries
        E1 master Audio
        B5 real SamplingFrequency Hz
        78B5 real OutputSamplingFrequency Hz
        9F integer Channels
        6264 integer BitDepth
        6D80 master ContentEncodings
        6240 master ContentEncoding
        1941A469 master Attachments
        61A7 master AttachedFile
        467E text FileDescription
        466E text FileName
        4660 text FileMediaType
        465C skipped FileData
        46AE integer FileUID
        1043A770 master Chapters
        45B9 master EditionEntry
        B6 master ChapterAtom
        73C4 integer ChapterUID
        91 integer ChapterTimeStart ns
        92 integer ChapterTimeEnd ns
        80 master ChapterDisplay
        85 text ChapString
        437C text ChapLanguage
        1254C367 master Tags
        7373 master Tag
        63C0 master Targets
        68CA integer TargetTypeValue
        63CA text TargetType
        63C5 integer TagTrackUID
        67C8 master SimpleTag
        45A3 text TagName
        447A text TagLanguage
        4484 integer TagDefault
        4487 text TagString
        4485 bytes TagBinary
        """
}
