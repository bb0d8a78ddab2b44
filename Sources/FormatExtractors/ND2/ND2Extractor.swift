public import Extraction
internal import MetadataModel

/// Extracts the metadata of a Nikon ND2 file, of the format of chunks and of the older one of
/// JPEG 2000 boxes; pixels are never read.
///
/// A chunk is `DA CE BE 0A`, the bytes of its name's field and of its data as 32-bit and 64-bit
/// integers, the name up to `!`, and the data. The last 40 bytes of the file say where the map of
/// the chunks stands. All numbers are little-endian.
///
/// | Key | Element | What |
/// |:----|:--------|:-----|
/// | `nd2.Version`                         | none  | `Ver3.0`, or `Ver1.0` of a file of boxes |
/// | `nd2.ImageAttributesLV.SLxImageAttributes.uiWidth` | as its levels nest | a value of a chunk; see ``ND2Variant`` |
/// | `nd2.ImageMetadataSeqLV.…`            | number behind `\|` in the chunk's name | the same of a frame |
/// | `nd2.ImageTextInfo.…`                 | as in any XML | the same of a chunk in XML |
/// | `nd2.CustomData.AcqTimesCache`        | none  | numbers of all frames |
/// | `nd2.FrameCount`                      | none  | chunks of frames in the map |
/// | `nd2.ImageHeader.Width` …, `nd2.VIMD.…` | box | a file of boxes |
///
/// Source: no specification is public; Laboratory Imaging's files, and the description in
/// <https://github.com/tlambert03/nd2>.
public struct ND2Extractor: Extractor {
    public let id = "nd2"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has(ND2ChunkFile.magic), header.has("ND2 FILE SIGNATURE", at: 16) {
            return .signature("ND2 FILE SIGNATURE")
        }
        // The boxes of JPEG 2000 alone do not tell.
        guard header.has("jP  ", at: 4), header.suffix == "nd2" else { return nil }
        return .signature("jP, suffix nd2")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        if try reader.prefix(maximum: 4).elementsEqual(ND2ChunkFile.magic) {
            try ND2ChunkFile(reader: reader, collector: collector).state()
        } else {
            try ND2BoxFile(reader: reader, collector: collector).state()
        }
    }
}

/// Units that Nikon fixes, by the name of the value without its index.
enum ND2Units {
    static func unit(of name: String) -> String? { table[name] }

    static let table = [
        "dTimeMSec": "ms", "dXPos": "um", "dYPos": "um", "dZPos": "um", "dCalibration": "um",
        "dPosX": "um", "dPosY": "um", "dPosZ": "um", "dPinholeRadius": "um",
        "dTemperK": "K", "dPeriod": "ms", "dStart": "ms", "dDuration": "ms",
        "dAvgPeriodDiff": "ms", "dMaxPeriodDiff": "ms", "dMinPeriodDiff": "ms",
        "dZLow": "um", "dZHigh": "um", "dZHome": "um", "dZStep": "um",
        "dExposureTime": "ms", "dAngle": "deg",
        // Numbers of all frames.
        "AcqTimesCache": "ms", "AcqTimes2Cache": "ms", "X": "um", "Y": "um", "Z": "um",
        "Z1": "um", "Z2": "um", "PFS_OFFSET": "um",
    ]
}
