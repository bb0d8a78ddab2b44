internal import Extraction
internal import MetadataModel

/// A vendor's text of keys and values: its namespace, how it is recognized, its syntax and units.
struct VendorLines: PayloadReader {
    /// The namespace of the keys.
    let namespace: FactKey
    /// The fields that hold this text, whatever it begins with.
    var fields: Set<FactKey> = []
    /// What the text begins with, one of them.
    var beginnings: [String] = []
    /// What the text has further on.
    var mark: String?
    var syntax = KeyValueSyntax.ini
    /// The byte that ends a line where it is no line end.
    var divider: Character?
    /// Units by key below the namespace.
    var units: [String: String] = [:]
    /// Dates whose order the program fixes, by key below the namespace.
    var dateOrders: [String: DateOrder] = [:]

    var signs: PayloadSigns { PayloadSigns(beginnings: beginnings, keys: fields) }

    func claims(_ payload: Payload) -> Bool {
        // Some programs put XML where others have lines.
        guard payload.bytes.first != UInt8(ascii: "<") else { return false }
        if fields.contains(payload.key) { return true }
        guard beginnings.contains(where: { payload.bytes.starts(with: $0.utf8) }) else {
            return false
        }
        return mark.map { String(decoding: payload.bytes, as: UTF8.self).contains($0) } ?? true
    }

    func read(
        _ payload: Payload, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        var bytes = payload.bytes
        if let divider = divider?.asciiValue {
            for place in bytes.indices where bytes[place] == divider { bytes[place] = 0x0A }
        }
        var facts = KeyValueFacts(
            base: namespace, element: payload.element, units: units,
            place: payload.locus.address + ", ")
        facts.dateOrders = dateOrders
        facts.collect(bytes, offset: payload.locus.offset, syntax: syntax, into: collector)
        return true
    }
}

extension VendorLines {
    /// The known texts.
    ///
    /// Sources: FEI/Thermo Fisher SEM image metadata, as in the files themselves (SI units
    /// throughout); <https://openslide.org/formats/aperio/>, `…/hamamatsu/`, `…/trestle/`;
    /// MetaMorph's annotation lines; <https://docs.scanimage.org/Appendix/ScanImage%2BBigTiff%2BSpecification.html>;
    /// <https://scif.io/>; Olympus Soft Imaging and FluoView comments.
    static let known: [VendorLines] = [
        VendorLines(
            namespace: "fei", fields: ["tiff.FEI_SFEG", "tiff.FEI_HELIOS", "tiff.FEI_TITAN"],
            beginnings: ["[User]\r\nDate=", "[User]\nDate="], units: FEIUnits.byKey),
        VendorLines(
            namespace: "aperio", beginnings: ["Aperio"], divider: "|",
            units: ["MPP": "um", "Left": "mm", "Top": "mm"], dateOrders: ["Date": .monthFirst]),
        VendorLines(namespace: "ndpi", fields: ["tiff.NDPI_PROPERTY_MAP"]),
        VendorLines(
            namespace: "trestle", beginnings: ["Background Color=", "White Balance="],
            mark: "Objective Magnification=", divider: ";"),
        VendorLines(
            namespace: "scanimage", beginnings: ["SI.", "SI4.", "SI5.", "scanimage.", "state."]),
        VendorLines(namespace: "scanimage", beginnings: ["frameNumbers = ", "Frame Number = "]),
        VendorLines(namespace: "scifio", beginnings: ["SCIFIO="]),
        VendorLines(
            namespace: "metamorph",
            beginnings: ["Exposure: ", "Plate Name: ", "Experiment base name:"],
            syntax: KeyValueSyntax(separators: [.colon])),
        VendorLines(namespace: "sis", fields: ["tiff.OlympusINI"]),
        VendorLines(namespace: "fluoview", fields: ["fluoview.Comment"]),
    ]
}
