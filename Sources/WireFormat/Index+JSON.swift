internal import MetadataModel
public import MetadataStore
public import Search

extension JSONText {
    /// The body of `GET /v1/keys` and `reticle keys --json`.
    ///
    /// ```
    /// {"keys":[{"key":…,"assets":…,"facts":…,"types":{"text":…,"number":…,"date":…},
    ///           "units":[{"unit":"nm","count":…},…],"min":…,"max":…,"examples":[…],
    ///           "concepts":[…],"iris":[…]},…]}
    /// ```
    public mutating func keys(_ keys: [KeyDescription]) {
        object { text in text.keyMembers(keys) }
    }

    mutating func keyMembers(_ keys: [KeyDescription]) {
        array("keys") { text in
            for key in keys { text.keyDescription(key) }
        }
    }

    private mutating func keyDescription(_ key: KeyDescription) {
        object { text in
            text.member("key", key.key.description)
            text.member("assets", key.assetCount)
            text.member("facts", key.factCount)
            text.object("types") { text in
                for (name, count) in [
                    ("text", key.textCount), ("number", key.numberCount), ("date", key.dateCount),
                ] where count > 0 {
                    text.member(name, count)
                }
            }
            text.array("units") { text in
                for (unit, count) in key.units {
                    text.object { text in
                        text.member("unit", unit)
                        text.member("count", count)
                    }
                }
            }
            if let least = key.leastNumber { text.member("min", least) }
            if let greatest = key.greatestNumber { text.member("max", greatest) }
            text.strings("examples", key.examples)
            text.strings("concepts", key.concepts)
            if !key.iris.isEmpty { text.strings("iris", key.iris) }
        }
    }

    /// The body of `GET /v1/assets/{id}` and `reticle show --json`: everything known of an asset.
    ///
    /// ```
    /// {"id":…,"path":…,"parts":[…],"file":{"bytes":…,"modified":…,"extractor":"tiff@3"},
    ///  "sources":[{"kind":"own","facts":[{…},…]},
    ///             {"kind":"own","path":"…/a.hdr","rank":0,"facts":[{…},…]},
    ///             {"kind":"sidecar","path":…,"rank":0,"facts":[{…},…]},…]}
    /// ```
    ///
    /// Facts have the shape that `reticle extract --ndjson` gives them.
    public mutating func asset(_ asset: StoredAsset) {
        object { text in
            text.member("id", asset.identity.description)
            text.member("path", asset.path)
            text.strings("parts", asset.parts)
            if let file = asset.file {
                text.object("file") { text in
                    text.member("bytes", file.count)
                    text.member(
                        "modified",
                        TimeSpan.timestamp(ofMicroseconds: file.modifiedNanoseconds / 1000))
                    text.member("extractor", file.extractor)
                }
            }
            text.array("sources") { text in
                for (source, facts) in asset.contributions {
                    text.object { text in
                        text.member("kind", source.kind.name)
                        if !source.path.isEmpty {
                            text.member("path", source.path)
                            text.member("rank", source.rank)
                        }
                        text.array("facts") { text in
                            for fact in facts { text.fact(fact) }
                        }
                    }
                }
            }
        }
    }

    /// The body of `GET /v1/formats`: `{"formats":[{"type":…,"extractor":…,"count":…},…]}`.
    public mutating func formats(_ formats: [FormatCount]) {
        object { text in
            text.array("formats") { text in
                for format in formats {
                    text.object { text in
                        text.member("type", format.type)
                        text.member("extractor", format.extractor)
                        text.member("count", format.count)
                    }
                }
            }
        }
    }
}

extension FactSource.Kind {
    /// The kind as programs and people see it.
    public var name: String {
        switch self {
        case .own: "own"
        case .sidecar: "sidecar"
        case .imported: "imported"
        case .curated: "curated"
        }
    }
}
