/// One question that Reticle and its peers are asked.
struct SearchQuestion: Encodable {
    /// What is wanted of the assets found, beside their number.
    enum Kind: String, Encodable {
        /// The first 50 assets.
        case page
        /// Page 1,000 of 50 assets, by whatever the engine offers to get there.
        case deepPage
        case facets, histogram, statistics, sort, stream
    }

    var id: String
    /// In Reticle's language.
    var text: String
    /// The same for peers.
    var filter: PeerFilter
    var kind = Kind.page
    /// What facets, histograms, statistics and sorting are about.
    var keys: [String] = []
    var width = 0.0
    var descending = false

    private enum CodingKeys: String, CodingKey {
        case id, filter, kind, keys, width, descending
    }
}

/// A filter as the peers' programs read it: `["and", ["term", "detector", "ccd"], …]`.
indirect enum PeerFilter: Encodable {
    case term(String, String)
    case truth(String, Bool)
    case word(String, String)
    case phrase(String, String)
    case prefix(String, String)
    case anywhere(String)
    case integers(String, Int, Int)
    case reals(String, Double, Double)
    case dates(String, String, String)
    case has(String)
    /// Any key that begins so.
    case hasKeyPrefix(String)
    case not(PeerFilter)
    case and([PeerFilter])
    case or([PeerFilter])
    /// A channel with this name and an exposure above.
    case channel(String, Int)

    func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        func put(_ name: String, _ values: any Encodable...) throws {
            try list.encode(name)
            for value in values { try list.encode(value) }
        }
        switch self {
        case .term(let key, let value): try put("term", key, value)
        case .truth(let key, let value): try put("truth", key, value)
        case .word(let key, let value): try put("word", key, value)
        case .phrase(let key, let value): try put("phrase", key, value)
        case .prefix(let key, let value): try put("prefix", key, value)
        case .anywhere(let value): try put("anywhere", value)
        case .integers(let key, let lower, let upper): try put("integers", key, lower, upper)
        case .reals(let key, let lower, let upper): try put("reals", key, lower, upper)
        case .dates(let key, let lower, let upper): try put("dates", key, lower, upper)
        case .has(let key): try put("has", key)
        case .hasKeyPrefix(let prefix): try put("hasKeyPrefix", prefix)
        case .not(let part): try put("not", part)
        case .and(let parts): try put("and", parts)
        case .or(let parts): try put("or", parts)
        case .channel(let name, let exposure): try put("channel", name, exposure)
        }
    }
}

extension SearchQuestion {
    /// All questions about the assets of ``AssetGenerator``.
    static func all() -> [SearchQuestion] {
        let words = AssetGenerator.vocabulary()
        let zeiss = PeerFilter.term("instrument.vendor", "Zeiss")
        let (common, second, rare) = (words[2], words[3], words[15_000])
        return terms(zeiss) + ranges(zeiss) + [
            .init(id: "word", text: "description:\(common)", filter: .word("description", common)),
            .init(id: "rare word", text: "description:\(rare)", filter: .word("description", rare)),
            .init(
                id: "two words", text: "description:\(common) description:\(second)",
                filter: .and([.word("description", common), .word("description", second)])),
            .init(
                id: "phrase", text: "description:\"\(common) \(second)\"",
                filter: .phrase("description", "\(common) \(second)")),
            .init(
                id: "prefix", text: "description:\(rare.prefix(8))*",
                filter: .prefix("description", String(rare.prefix(8)))),
            .init(id: "word anywhere", text: rare, filter: .anywhere(rare)),
        ] + summaries(zeiss)
    }

    private static func terms(_ zeiss: PeerFilter) -> [SearchQuestion] {
        let hybrid = PeerFilter.term("detector", "hybrid")
        let models = (0..<10).map { "model\($0 * 3)" }
        return [
            .init(id: "common term", text: "instrument.vendor:Zeiss", filter: zeiss),
            .init(id: "rare term", text: "specimen:S77", filter: .term("specimen", "S77")),
            .init(
                id: "two terms", text: "instrument.vendor:Zeiss detector:hybrid",
                filter: .and([zeiss, hybrid])),
            .init(
                id: "three terms", text: "instrument.vendor:Zeiss detector:hybrid reviewed:true",
                filter: .and([zeiss, hybrid, .truth("reviewed", true)])),
            .init(
                id: "NOT", text: "instrument.vendor:Zeiss -detector:hybrid",
                filter: .and([zeiss, .not(hybrid)])),
            .init(
                id: "OR of ten", text: "instrument.model:(\(models.joined(separator: " OR ")))",
                filter: .or(models.map { .term("instrument.model", $0) })),
            .init(id: "has", text: "has:vendor.tag42", filter: .has("vendor.tag42")),
            .init(
                id: "missing", text: "instrument.vendor:Zeiss missing:vendor.tag42",
                filter: .and([zeiss, .not(.has("vendor.tag42"))])),
            .init(
                id: "key glob", text: "has:vendor.tag10*", filter: .hasKeyPrefix("vendor.tag10")),
            .init(
                id: "braces", text: "Channel{Name:DAPI Exposure>900}",
                filter: .channel("DAPI", 900)),
        ]
    }

    private static func ranges(_ zeiss: PeerFilter) -> [SearchQuestion] {
        func day(_ share: Double) -> String {
            let second =
                AssetGenerator.firstSecond + Int64(Double(AssetGenerator.secondSpan) * share)
            return AssetGenerator.timestamp(second / 86_400 * 86_400)
        }
        let (begin, soon, late) = (day(0.25), day(0.26), day(0.75))
        return [
            .init(
                id: "integers 1 %", text: "bytes>=100000000 bytes<110000000",
                filter: .integers("bytes", 100_000_000, 109_999_999)),
            .init(
                id: "integers 50 %", text: "bytes>=250000000 bytes<750000000",
                filter: .integers("bytes", 250_000_000, 749_999_999)),
            .init(
                id: "reals 1 %", text: "stage.x:20.00005..21.00005",
                filter: .reals("stage.x", 20.00005, 21.00005)),
            .init(
                id: "reals 50 %", text: "stage.x:20.00005..70.00005",
                filter: .reals("stage.x", 20.00005, 70.00005)),
            .init(
                id: "dates 1 %", text: "acquired>=\(begin) acquired<\(soon)",
                filter: .dates("acquired", begin, soon)),
            .init(
                id: "dates 50 %", text: "acquired>=\(begin) acquired<\(late)",
                filter: .dates("acquired", begin, late)),
            .init(
                id: "range and term", text: "instrument.vendor:Zeiss stage.x:20.00005..39.00005",
                filter: .and([zeiss, .reals("stage.x", 20.00005, 39.00005)])),
        ]
    }

    private static func summaries(_ zeiss: PeerFilter) -> [SearchQuestion] {
        let term = "instrument.vendor:Zeiss"
        let facets = [
            "instrument.model", "detector", "operator", "objective.na", "Channel.Name",
        ]
        return [
            .init(
                id: "five facets", text: "\(term) | facet \(facets.joined(separator: ", "))",
                filter: zeiss, kind: .facets, keys: facets),
            .init(
                id: "histogram", text: "\(term) | facet stage.x by 5", filter: zeiss,
                kind: .histogram, keys: ["stage.x"], width: 5),
            .init(
                id: "stats", text: "\(term) | stats stage.x", filter: zeiss, kind: .statistics,
                keys: ["stage.x"]),
            .init(
                id: "sort by number", text: "\(term) | sort bytes", filter: zeiss, kind: .sort,
                keys: ["bytes"]),
            .init(
                id: "sort by date", text: "\(term) | sort acquired desc", filter: zeiss,
                kind: .sort, keys: ["acquired"], descending: true),
            .init(id: "page 1,000", text: term, filter: zeiss, kind: .deepPage),
            .init(
                id: "half of all ids", text: "instrument.vendor:(Zeiss OR Leica) | select id",
                filter: .or([zeiss, .term("instrument.vendor", "Leica")]), kind: .stream),
        ]
    }
}
