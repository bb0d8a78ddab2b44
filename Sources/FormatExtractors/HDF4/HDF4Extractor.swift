public import Extraction
internal import MetadataModel

/// Extracts groups, attributes, tables, small data sets and annotations of a file of HDF 4.
///
/// | Key                               | What                                                      |
/// |:----------------------------------|:----------------------------------------------------------|
/// | `hdf4.entry1.sample.temperature`  | the values of a scientific data set within Vgroups, or of a field of a Vdata |
/// | `hdf4.entry1.class`               | the class of a Vgroup, such as `NXentry`                  |
/// | `hdf4.….temperature.units`        | an attribute                                              |
/// | `hdf4.….temperature.shape`, `.type`, `.dimensions` | what describes a data set                |
/// | `hdf4.….label`, `.unit`, `.format`, `.coordinate_system`, `.calibration`, `.range` | the older strings of a data set |
/// | `hdf4.NeXus_version`              | a global attribute                                        |
/// | `hdf4.version`                    | the library that wrote the file                           |
/// | `hdf4.file_label`, `.file_description`, `.annotation` | annotations                           |
/// | `hdf4.raster_image.XDim` …        | the description of a raster image                         |
/// | `hdf4.tag1000`                    | an element with a tag that no table knows                 |
///
/// Values: data sets of up to 64 values, lists of up to 4096 along one axis; images are not read.
/// Attribute `units` is the unit of a data set's values. Loci name the path of Vgroups.
///
/// Sources: HDF Specification and Developer's Guide
/// <https://docs.hdfgroup.org/archive/support/release4/doc/Spec_html/SPEC.html>; what the classes
/// of the multi-file interface mean was seen in files.
public struct HDF4Extractor: Extractor {
    public let id = "hdf4"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has(HDF4Directory.magic) ? .signature("HDF 4") : nil
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var directory = HDF4Directory(reader)
        do throws(ExtractionError) {
            try directory.read()
        } catch {
            collector.report(error.issue)
        }
        collector.noteMetadata(directory.byteCount, understood: true)
        var walk = HDF4Walk(directory, into: collector)
        walk.run()
    }
}
