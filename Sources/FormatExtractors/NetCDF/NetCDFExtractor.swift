public import Extraction
internal import MetadataModel

/// Extracts the header of a classic netCDF file, and the values of small variables.
///
/// Read are the formats CDF-1, CDF-2 (64-bit offsets) and CDF-5 (64-bit counts). A netCDF-4 file
/// is HDF5. MINC 1 volumes are such files.
///
/// | Key                                  | What                                                  |
/// |:-------------------------------------|:------------------------------------------------------|
/// | `netcdf.version`                     | 1, 2 or 5                                             |
/// | `netcdf.dimensions.xspace`           | the length of a dimension; records for the unlimited  |
/// | `netcdf.history`                     | a global attribute                                    |
/// | `netcdf.xspace`                      | the values of a variable of at most 4096 along one axis |
/// | `netcdf.xspace.step`                 | an attribute of a variable                            |
/// | `netcdf.image.dimensions`, `.shape`, `.type` | what the header says of a variable            |
///
/// Attribute `units` of a variable is the unit of its values, and of its attributes `start`,
/// `step` and the like; see ``HDF5Units``.
///
/// Source: <https://docs.unidata.ucar.edu/netcdf-c/current/file_format_specifications.html>
public struct NetCDFExtractor: Extractor {
    public let id = "netcdf"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.has("CDF"), header.bytes.count > 3, [1, 2, 5].contains(header.bytes[3]) else {
            return nil
        }
        return .signature("CDF \(header.bytes[3])")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var header = try NetCDFHeader(reader)
        collector.integer(
            "netcdf.version", Int64(header.version),
            locus: Locus(offset: 3, length: 1, address: "header"))
        try header.readDimensions()
        for dimension in header.dimensions {
            let isUnlimited = dimension.count == 0
            collector.integer(
                FactKey(segments: ["netcdf", "dimensions", dimension.name]),
                Int64(clamping: isUnlimited ? header.recordCount : dimension.count),
                label: isUnlimited ? "unlimited" : nil, locus: dimension.locus)
        }
        let attributes = try header.attributes()
        let facts = NetCDFFacts(header, collector)
        facts.state(attributes, of: "netcdf", unit: nil)
        var variables: [NetCDFVariable] = []
        do throws(ExtractionError) {
            try header.readVariables(into: &variables)
        } catch {
            collector.report(error.issue)
        }
        let recordByteCount = NetCDFVariable.recordByteCount(of: variables)
        for variable in variables where !collector.isFull {
            facts.state(variable, recordByteCount: recordByteCount)
        }
        collector.noteMetadata(Int(clamping: header.position), understood: true)
    }
}
