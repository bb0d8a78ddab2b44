internal import Curation
public import MetadataModel
public import MetadataStore

/// Assets with all of their facts, in a form that other programs read.
///
/// | Format     | What is written                                                               |
/// |:-----------|:------------------------------------------------------------------------------|
/// | `ndjson`   | an object an asset, which `reticle import` reads again without loss           |
/// | `csv`      | a row a fact: path, key, element, value, unit, who states it                  |
/// | `ome-xml`  | map annotations of an OME document, one an asset                              |
/// | `isa`      | a row an asset, as ISA-Tab study tables have it: `Characteristics[…]`, `Unit` |
/// | `ro-crate` | RO-Crate 1.2 metadata, JSON-LD: a `File` an asset, a `PropertyValue` a fact   |
///
/// Sources: <https://www.researchobject.org/ro-crate/specification/1.2/>,
/// <https://isa-specs.readthedocs.io/en/latest/isatab.html>,
/// <https://docs.openmicroscopy.org/ome-model/latest/developers/structured-annotations.html>
public struct AssetExport: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        case ndjson, csv, isa
        case omeXML = "ome-xml"
        case roCrate = "ro-crate"
    }

    /// What has been written since the beginning or since ``removeAll()``, in UTF-8.
    public private(set) var bytes: [UInt8] = []
    private let format: Format
    private var count = 0
    /// Columns of an ISA table.
    private let columns: [String]

    /// - Parameter columns: The keys of all assets, for a table of a row an asset.
    public init(_ format: Format, columns: [String] = []) {
        self.format = format
        self.columns = columns
        switch format {
        case .ndjson: break
        case .csv: line(["path", "key", "element", "value", "unit", "stated by"], divider: ",")
        case .isa:
            line(
                ["Source Name"] + columns.flatMap { ["Characteristics[\($0)]", "Unit"] },
                divider: "\t")
        case .omeXML:
            write(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n")
            write(#"<OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">"#)
            write("<StructuredAnnotations>\n")
        case .roCrate: beginCrate()
        }
    }

    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    public mutating func add(_ asset: StoredAsset) {
        count += 1
        switch format {
        case .ndjson: addLine(asset)
        case .csv: addRows(asset)
        case .isa: addRow(asset)
        case .omeXML: addAnnotation(asset)
        case .roCrate: addEntities(asset)
        }
    }

    /// Writes what comes after the last asset.
    public mutating func finish() {
        switch format {
        case .ndjson, .csv, .isa: break
        case .omeXML: write("</StructuredAnnotations></OME>\n")
        case .roCrate: write("\n]}\n")
        }
    }

    private mutating func write(_ text: String) { bytes += text.utf8 }

    // MARK: A line an asset

    private mutating func addLine(_ asset: StoredAsset) {
        var text = JSONText()
        text.object { text in
            text.member("path", asset.path)
            text.array("facts") { text in
                for (source, facts) in asset.contributions where source.kind != .curated {
                    for fact in facts { text.exported(fact) }
                }
            }
            text.array("stated") { text in
                for (source, facts) in asset.contributions where source.kind == .curated {
                    for fact in facts { text.exported(fact) }
                }
            }
        }
        text.endLine()
        bytes += text.bytes
    }

    // MARK: Tables

    private mutating func addRows(_ asset: StoredAsset) {
        for (source, facts) in asset.contributions {
            let stated = source.path.isEmpty ? source.kind.name : source.path
            for fact in facts {
                let element = fact.element.indices.map(String.init).joined(separator: ".")
                line(
                    [
                        asset.path, fact.key.description, element, fact.value, fact.unit ?? "",
                        stated,
                    ],
                    divider: ",")
            }
        }
    }

    private mutating func addRow(_ asset: StoredAsset) {
        var values: [String: (values: [String], unit: String)] = [:]
        for fact in asset.contributions.flatMap(\.facts) {
            var cell = values[fact.key.description] ?? ([], fact.unit ?? "")
            cell.values.append(fact.value)
            values[fact.key.description] = cell
        }
        line(
            [asset.path]
                + columns.flatMap { column in
                    let cell = values[column]
                    return [cell?.values.joined(separator: "; ") ?? "", cell?.unit ?? ""]
                }, divider: "\t")
    }

    private mutating func line(_ cells: [String], divider: String) {
        write(cells.map { Self.cell($0, divider: divider) }.joined(separator: divider) + "\r\n")
    }

    private static func cell(_ text: String, divider: String) -> String {
        let needsQuotes = text.contains { "\"\r\n".contains($0) || String($0) == divider }
        return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }

    // MARK: OME-XML

    private mutating func addAnnotation(_ asset: StoredAsset) {
        write("<MapAnnotation ID=\"Annotation:\(count - 1)\" Namespace=\"reticle\">")
        write("<Description>\(Self.escaped(asset.path))</Description><Value>")
        for fact in asset.contributions.flatMap(\.facts) {
            let unit = fact.unit.map { fact.value.hasSuffix($0) ? "" : " " + $0 } ?? ""
            write("<M K=\"\(Self.escaped(fact.key.description))\">")
            write("\(Self.escaped(fact.value + unit))</M>")
        }
        write("</Value></MapAnnotation>\n")
    }

    /// A text for XML 1.0, which knows no control characters.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    // MARK: RO-Crate

    private mutating func beginCrate() {
        var text = JSONText()
        text.object { text in
            text.member("@context", "https://w3id.org/ro/crate/1.2/context")
            text.array("@graph") { text in
                text.object { text in
                    text.member("@id", "ro-crate-metadata.json")
                    text.member("@type", "CreativeWork")
                    text.object("conformsTo") {
                        $0.member("@id", "https://w3id.org/ro/crate/1.2")
                    }
                    text.object("about") { $0.member("@id", "./") }
                }
            }
        }
        bytes += text.bytes.dropLast(2)
    }

    /// The files of a crate are named by the root entity, which therefore comes last.
    ///
    /// - Parameter paths: All assets that were added.
    public mutating func addRoot(paths: [String], name: String, description: String, date: String) {
        guard format == .roCrate else { return }
        var text = JSONText()
        text.object { text in
            text.member("@id", "./")
            text.member("@type", "Dataset")
            text.member("name", name)
            text.member("description", description)
            text.member("datePublished", date)
            text.object("license") { $0.member("@id", "#license") }
            text.array("hasPart") { text in
                for path in paths { text.object { $0.member("@id", Self.identifier(path)) } }
            }
        }
        var license = JSONText()
        license.object { text in
            text.member("@id", "#license")
            text.member("@type", "CreativeWork")
            text.member("name", "unstated")
            text.member("description", "Who exported the crate stated no license.")
        }
        write(",\n")
        bytes += text.bytes
        write(",\n")
        bytes += license.bytes
    }

    private mutating func addEntities(_ asset: StoredAsset) {
        let facts = asset.contributions.flatMap(\.facts)
        let file = Self.identifier(asset.path)
        var text = JSONText()
        text.object { text in
            text.member("@id", file)
            text.member("@type", "File")
            text.member("name", asset.path.split(separator: "/").last.map(String.init) ?? "")
            text.member("identifier", "urn:uuid:\(asset.identity)")
            if let file = asset.file { text.member("contentSize", String(file.count)) }
            text.array("variableMeasured") { text in
                for place in facts.indices {
                    text.object { $0.member("@id", "#\(asset.identity)-\(place)") }
                }
            }
        }
        write(",\n")
        bytes += text.bytes
        for (place, fact) in facts.enumerated() {
            var text = JSONText()
            text.object { text in
                text.member("@id", "#\(asset.identity)-\(place)")
                text.member("@type", "PropertyValue")
                text.member("propertyID", fact.key.description)
                text.member("name", fact.key.segments.last ?? "")
                text.member("value", fact.value)
                if let unit = fact.unit { text.member("unitText", unit) }
            }
            write(",\n")
            bytes += text.bytes
        }
    }

    /// A path as the identifier of a file: a URI, absolute where the path is.
    private static func identifier(_ path: String) -> String {
        var encoded = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || "-._~/".utf8.contains(byte)
            if isPlain {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return encoded
    }
}

extension JSONText {
    /// A fact as an import reads it again.
    fileprivate mutating func exported(_ fact: Fact) {
        object { text in
            text.member("key", fact.key.description)
            if !fact.element.steps.isEmpty {
                text.array("steps") { text in
                    for step in fact.element.steps {
                        text.integer(step.segment)
                        text.integer(step.index)
                    }
                }
            }
            text.member("value", fact.value)
            if let label = fact.label { text.member("label", label) }
            if let unit = fact.unit { text.member("unit", unit) }
        }
    }
}

extension JSONText {
    /// What people state about a file, as a sidecar: see `StatedSidecar`.
    public mutating func stated(_ facts: [Fact]) {
        let stated = Dictionary(grouping: facts.map(StatedFact.init), by: \.key)
        object { text in
            for (key, facts) in stated.sorted(by: { $0.key < $1.key }) {
                text.array(key) { text in
                    for fact in facts {
                        guard let unit = fact.unit else {
                            text.string(fact.value)
                            continue
                        }
                        text.object { text in
                            text.member("value", fact.value)
                            text.member("unit", unit)
                        }
                    }
                }
            }
        }
    }
}
