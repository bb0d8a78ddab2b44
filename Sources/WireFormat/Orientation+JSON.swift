internal import MetadataModel
public import Search

extension JSONText {
    /// The body of `GET /v1/keys/{name}` and of `reticle keys NAME --json`.
    ///
    /// ```
    /// {"name":"voltage","by":"concept","definition":…,"keys":[…],"assets":812,
    ///  "types":{"text":…,"number":…,"date":…},"units":[{"unit":"kV","count":…},…],
    ///  "formats":[{"format":"tiff","assets":40,"of":52},…],"extractors":[{"value":…,"count":…},…],
    ///  "values":{…},"stats":{…},"numbers":{…},"dates":{…},"first_seen":"2026-01-02","last_seen":…}
    /// ```
    ///
    /// `values`, `stats`, `numbers` and `dates` have the shapes of an answer's facets and statistics.
    public mutating func keyProfile(_ profile: KeyProfile) {
        object { text in
            text.member("name", profile.name)
            text.member("by", profile.origin.rawValue)
            if let definition = profile.definition { text.member("definition", definition) }
            text.strings("keys", profile.keys.map(\.description))
            text.member("assets", profile.assetCount)
            text.object("types") { text in
                for (name, count) in [
                    ("text", profile.textCount), ("number", profile.numberCount),
                    ("date", profile.dateCount),
                ] where count > 0 {
                    text.member(name, count)
                }
            }
            text.array("units") { text in
                for (unit, count) in profile.units {
                    text.object { text in
                        text.member("unit", unit)
                        text.member("count", count)
                    }
                }
            }
            text.array("formats") { text in
                for coverage in profile.formats {
                    text.object { text in
                        text.member("format", coverage.format)
                        text.member("assets", coverage.count)
                        text.member("of", coverage.total)
                    }
                }
            }
            text.counted("extractors", profile.extractors)
            text.facet("values", profile.values)
            if let statistics = profile.statistics { text.statistics("stats", statistics) }
            if let numbers = profile.numbers { text.histogram("numbers", numbers) }
            if let dates = profile.dates { text.histogram("dates", dates) }
            if let first = profile.firstSeen { text.member("first_seen", first) }
            if let last = profile.lastSeen { text.member("last_seen", last) }
        }
    }

    /// The body of `GET /v1/describe` and of `reticle describe --json`.
    ///
    /// ```
    /// {"query":…,"total":812,"common":[{"key":…,"values":[{"value":…,"count":812}],"distinct":1,
    ///  "missing":0},…],"differing":[…],"unique":["file.path",…]}
    /// ```
    public mutating func answerDescription(_ description: AnswerDescription) {
        object { text in
            text.member("query", description.query)
            text.member("total", description.total)
            text.traits("common", description.common)
            text.traits("differing", description.differing)
            text.strings("unique", description.unique)
        }
    }

    /// The body of `reticle keys WORD… --json` where several words are given.
    ///
    /// ```
    /// {"concepts":[{"name":…,"definition":…,"unit":…,"keys":[…]},…],"keys":[…]}
    /// ```
    public mutating func keyFindings(_ findings: KeyFindings) {
        object { text in
            text.array("concepts") { text in
                for concept in findings.concepts {
                    text.object { text in
                        text.member("name", concept.name)
                        text.member("definition", concept.definition)
                        if let unit = concept.unit { text.member("unit", unit) }
                        text.strings("keys", concept.keys.map(\.description))
                    }
                }
            }
            text.keyMembers(findings.keys)
        }
    }

    private mutating func traits(_ name: String, _ traits: [AnswerDescription.Trait]) {
        array(name) { text in
            for trait in traits {
                text.object { text in
                    text.member("key", trait.key)
                    text.counted("values", trait.values)
                    text.member("distinct", trait.distinctCount)
                    text.member("missing", trait.missing)
                }
            }
        }
    }

    private mutating func counted(_ name: String, _ values: [FacetAnswer.Value]) {
        array(name) { text in
            for value in values {
                text.object { text in
                    text.member("value", value.text)
                    text.member("count", value.count)
                }
            }
        }
    }
}
