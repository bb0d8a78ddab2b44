import MetadataModel
import Testing

@testable import Search

private let vocabulary = """
    headings under: [csv, "yaml.**"]
    concepts:
      voltage:
        definition: Accelerating voltage.
        unit: V
        keys: [fei.Beam.HV, "*.HighTension"]
        headings: [voltage]
      pixel.size:
        definition: Distance of pixels.
        includes: [pixel.size.x]
      pixel.size.x:
        definition: Distance of pixels in a row.
        keys: [ome.Image.Pixels.PhysicalSizeX]
      SizeX:
        definition: Never asked for, since an exact ending comes after it.
        keys: [never.there]
    """

@Suite struct KeyResolutionTests {
    let index: SmallIndex

    init() throws {
        let keys: [FactKey] = [
            "fei.Beam.HV", "tvips.HighTension", "csv.`Voltage (kV)`", "yaml.beam.voltage",
            "ome.Image.Pixels.PhysicalSizeX", "ome.Image.Pixels.SizeX", "ome.Image.SizeX",
            "exif.ExposureTime", "ome.Image.Pixels.Plane.ExposureTime", "voltage.set",
            "csv.`Gene Symbol`", "tiff.ImageWidth", "path",
        ]
        index = try SmallIndex(
            [("a.txt", keys.map { .text($0, "x") })], vocabulary: vocabulary)
    }

    @Test(arguments: [
        // The exact key, in any case, with `_`, `-` and space alike.
        ("fei.Beam.HV", "key", "fei.Beam.HV"),
        ("FEI.beam.hv", "key", "fei.Beam.HV"),
        ("csv.gene_symbol", "key", "csv.`Gene Symbol`"),
        ("path", "key", "path"),
        // A field of every file.
        ("name", "field", "file.name"),
        ("format", "field", "file.type"),
        // A concept: keys, patterns and headings, with or without a unit; other concepts.
        (
            "voltage", "concept",
            "csv.`Voltage (kV)` fei.Beam.HV tvips.HighTension yaml.beam.voltage"
        ),
        ("pixel.size", "concept", "ome.Image.Pixels.PhysicalSizeX"),
        // The last segments of keys.
        ("ImageWidth", "ending", "tiff.ImageWidth"),
        ("sizex", "ending", "ome.Image.Pixels.SizeX ome.Image.SizeX"),
        ("pixels.SizeX", "ending", "ome.Image.Pixels.SizeX"),
        ("Gene-Symbol", "ending", "csv.`Gene Symbol`"),
        // Patterns.
        ("tiff.*", "pattern", "tiff.ImageWidth"),
        ("*.exposure*", "pattern", "exif.ExposureTime ome.Image.Pixels.Plane.ExposureTime"),
        (
            "ome.**", "pattern",
            "ome.Image.Pixels.PhysicalSizeX ome.Image.Pixels.Plane.ExposureTime "
                + "ome.Image.Pixels.SizeX ome.Image.SizeX"
        ),
        ("ome.*.SizeX", "pattern", "ome.Image.SizeX"),
        ("ome.**.SizeX", "pattern", "ome.Image.Pixels.SizeX ome.Image.SizeX"),
        // Nothing.
        ("nonesuch", "nothing", ""),
    ])
    func `a key stands for`(key: String, origin: String, keys: String) throws {
        let resolved = try #require(try index.engine.answer("has:\(key)").resolved.first)
        #expect(resolved.origin.rawValue == origin)
        #expect(resolved.keys.map(\.description).joined(separator: " ") == keys)
    }

    @Test func `keys are listed with their concepts`() throws {
        let keys = try index.engine.keys(matching: "*exposure*")
        #expect(
            keys.map(\.key.description)
                == ["exif.ExposureTime", "ome.Image.Pixels.Plane.ExposureTime"])
        #expect(try index.engine.keys(matching: "fei.Beam.HV").map(\.concepts) == [["voltage"]])
        #expect(try index.engine.keys(matching: "nonesuch").isEmpty)
    }

    @Test func `formats are counted`() throws {
        #expect(
            try index.engine.formats() == [FormatCount(type: "txt", extractor: "", count: 1)])
    }
}
