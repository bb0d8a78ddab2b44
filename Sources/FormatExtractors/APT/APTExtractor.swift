public import Extraction
internal import MetadataModel

/// Reads the header and the sections' headers of an atom-probe data set in Cameca's `.apt` format.
///
/// The header is `APT`, int32 length, int32 version, a file name, the time of creation and the
/// number of ions. Sections follow: `SEC`, int32 length of the header, its version, the name, the
/// layout of its records, their unit, how many there are, and then the records, which are never
/// read.
///
/// | Key                         | Meaning                                       |
/// |:----------------------------|:----------------------------------------------|
/// | `apt.wcFilename`, `apt.ftCreationTime`, `apt.llIonCount` | of the file      |
/// | `apt.Section.wcSectionType` | `Mass`, `Position`, `tof` …, one element each |
/// | `apt.Section.wcDataUnit`    | the unit of the records                       |
///
/// Source: "The APT File Format, Exposed", IFES APT Technical Committee,
/// <https://www.fieldemission.org/>; names as there.
public struct APTExtractor: Extractor {
    public let id = "apt"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("APT\u{0}") ? .signature("APT") : nil
    }

    private static let header = RecordScript(
        """
        skip 4
        int32 iHeaderSize B
        int32 iHeaderVersion
        utf16 256 wcFilename
        filetime ftCreationTime
        uint64 llIonCount
        """)
    private static let section = RecordScript(
        """
        skip 4
        int32 iHeaderSize B
        int32 iHeaderVersion
        utf16 32 wcSectionType
        int32 iSectionVersion
        uint32 eRelationshipType
        uint32 eRecordType
        uint32 eRecordDataType
        int32 iDataTypeSize bit
        int32 iRecordSize B
        utf16 16 wcDataUnit
        uint64 llRecordCount
        uint64 llByteCount B
        """)
    /// Bytes of a section's header up to the counts and behind them.
    private static let sectionByteCount: UInt64 = 148

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var offset = UInt64(try reader.uint32(at: 4, .little))
        guard offset >= 540, offset <= reader.count else {
            throw ExtractionError(
                offset < 540 ? .malformed : .truncated, "a header of \(offset) bytes", offset: 4)
        }
        var record = RecordReader(reader, key: "apt", into: collector)
        try Self.header.state(&record, end: offset)
        record.key = "apt.Section"
        var index = 0
        while offset + Self.sectionByteCount <= reader.count, !collector.isFull,
            index < collector.limits.maximumDirectoryCount
        {
            guard try reader.uint32(at: offset, .little) == 0x0043_4553 else {
                throw ExtractionError(.malformed, "expected a section", offset: offset)
            }
            let headerByteCount = UInt64(try reader.uint32(at: offset + 4, .little))
            let byteCount = try reader.uint64(at: offset + 140, .little)
            guard headerByteCount >= Self.sectionByteCount,
                headerByteCount <= reader.count - offset
            else {
                throw ExtractionError(
                    .malformed, "a section's header of \(headerByteCount) bytes", offset: offset)
            }
            record.offset = offset
            record.element = ElementPath(segment: 1, index: index)
            try Self.section.state(&record, end: offset + Self.sectionByteCount)
            index += 1
            let start = offset + headerByteCount
            guard byteCount <= reader.count - start else {
                throw ExtractionError(
                    .truncated, "expected a section of \(byteCount) bytes", offset: reader.count)
            }
            offset = start + byteCount
        }
    }
}
