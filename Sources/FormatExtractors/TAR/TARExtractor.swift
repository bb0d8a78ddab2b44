public import Extraction
internal import MetadataModel

/// Reads the members of a tape archive (v7, ustar, GNU, pax), and the small texts in it.
///
/// One element at the second segment a member:
///
/// | Key | Field of the header |
/// |:----|:--------------------|
/// | `tar.Member.Name`, `tar.Member.LinkName` | `prefix` and `name`, `linkname`, or what pax or GNU headers state |
/// | `tar.Member.Size`, `tar.Member.Mode`, `tar.Member.Modified` | `size` (B), `mode` (octal), `mtime` |
/// | `tar.Member.User`, `tar.Member.Group`, `tar.Member.Type` | `uname`, `gname`, `typeflag` |
/// | `tar.Member.pax.comment` … | other records of a pax header |
/// | `tar.Member.Content` | the text of a small JSON, XML, YAML, INI or plain text member, opened |
/// | `tar.MemberCount` | how many members there are |
///
/// Source: <https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html>;
/// <https://www.gnu.org/software/tar/manual/html_node/Standard.html>.
public struct TARExtractor: Extractor {
    public let id = "tar"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has("ustar", at: 257) { return .signature("ustar") }
        return header.suffix == "tar" && TARHeader(header.bytes, at: 0) != nil
            ? .suffix("tar") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var members = TARMembers(reader, into: collector)
        try members.run()
    }
}
