internal import Extraction
internal import MetadataModel
internal import XMLReading

/// Reads the XML that MetaMorph and MetaXpress write, as `metamorph.<id>`.
///
/// The document is flat: `<prop id="…" type="…" value="…"/>` and `<custom-prop …/>`, in `MetaData`
/// for the file and in `PlaneInfo` for the plane. Lengths and positions are in the unit of
/// `spatial-calibration-units` or micrometres.
///
/// Source: no specification is public; MetaMorph's own files.
struct MetaXMLPayloadReader: PayloadReader {
    let signs = PayloadSigns(beginnings: ["<MetaData>"])

    func claims(_ payload: Payload) -> Bool {
        payload.bytes.starts(with: "<MetaData>".utf8)
    }

    func read(
        _ payload: Payload, into collector: FactCollector
    ) throws(ExtractionError) -> Bool {
        let properties = Properties()
        try XMLStream(
            reader: ByteReader(bytes: payload.bytes, baseOffset: payload.locus.offset ?? 0),
            limits: collector.limits
        ).send(to: properties, encoding: .utf8)
        var units = Self.units
        if let unit = properties.found.first(where: { $0.id == "spatial-calibration-units" }) {
            units["spatial-calibration-x"] = unit.value
            units["spatial-calibration-y"] = unit.value
        }
        var counts: [String: Int] = [:]
        for property in properties.found {
            let index = counts[property.id, default: 0]
            counts[property.id] = index + 1
            let unit = Double(property.value) == nil ? nil : units[property.id]
            collector.text(
                FactKey(segments: ["metamorph", property.id]), property.value,
                element: index == 0
                    ? payload.element : payload.element.appending(segment: 1, index: index),
                unit: unit,
                locus: Locus(
                    offset: property.place.offset, length: property.place.length,
                    address: "\(payload.locus.address): prop \(property.id)"))
        }
        for issue in properties.issues { collector.report(issue) }
        return !properties.found.isEmpty
    }

    private static let units = [
        "stage-position-x": "um", "stage-position-y": "um", "z-position": "um",
        "wavelength": "nm", "_Temperature_": "degC", "ImageXpress Micro X": "um",
        "ImageXpress Micro Y": "um", "ImageXpress Micro Z": "um",
        "OffsetFromWellCenterUmX": "um", "OffsetFromWellCenterUmY": "um", "OffsetUmX": "um",
        "OffsetUmY": "um", "PositionPrecisionUm": "um",
    ]
}

/// Collects the properties of a document.
private final class Properties: XMLHandler {
    struct Property {
        let id: String
        let value: String
        let place: XMLPlace
    }

    private(set) var found: [Property] = []
    private(set) var issues: [Issue] = []

    var isSatisfied: Bool { false }

    func start(_ tag: XMLTag) {
        guard tag.name == "prop" || tag.name == "custom-prop",
            let id = tag.attributes.first(where: { $0.name == "id" }),
            let value = tag.attributes.first(where: { $0.name == "value" })
        else { return }
        found.append(Property(id: id.value, value: value.value, place: value.place))
    }

    func report(_ issue: Issue) {
        issues.append(issue)
    }

    func end() {}
    func text(_ text: XMLText) {}
    func comment(_ text: XMLText) {}
    func instruction(target: String, _ text: XMLText) {}
}
