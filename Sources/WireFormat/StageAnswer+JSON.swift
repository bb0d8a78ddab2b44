internal import Search

extension JSONText {
    /// The members that stages add to an answer, one object a kind of stage, in it one member a key.
    ///
    /// A key that is faceted twice has ` by ` and the width of its bins, or `value`, added to the
    /// second name.
    mutating func stageAnswers(_ stages: [StageAnswer]) {
        facets(stages)
        let statistics = stages.compactMap { stage -> StatisticsAnswer? in
            if case .statistics(let statistics) = stage { statistics } else { nil }
        }
        if !statistics.isEmpty {
            object("stats") { text in
                for answer in statistics { text.statistics(answer.name, answer) }
            }
        }
        counts(stages)
        values("distinct", stages) { if case .distinct(let facet) = $0 { facet } else { nil } }
        values("groups", stages) { if case .groups(let facet) = $0 { facet } else { nil } }
    }

    private mutating func facets(_ stages: [StageAnswer]) {
        var names: Set<String> = []
        func unused(_ name: String, _ width: String?) -> String {
            if names.insert(name).inserted { return name }
            let longer = "\(name) by \(width ?? "value")"
            names.insert(longer)
            return longer
        }
        let isAsked = stages.contains { stage in
            switch stage {
            case .facet, .histogram: true
            case .statistics, .count, .distinct, .groups: false
            }
        }
        guard isAsked else { return }
        object("facets") { text in
            for stage in stages {
                switch stage {
                case .facet(let facet): text.facet(unused(facet.name, nil), facet)
                case .histogram(let histogram):
                    text.histogram(unused(histogram.name, histogram.width), histogram)
                case .statistics, .count, .distinct, .groups: continue
                }
            }
        }
    }

    private mutating func counts(_ stages: [StageAnswer]) {
        for stage in stages {
            guard case .count(let count, let facet) = stage else { continue }
            member("count", count)
            if let facet {
                object("counts") { $0.facet(facet.name, facet) }
            }
            return
        }
    }

    private mutating func values(
        _ name: String, _ stages: [StageAnswer], _ facet: (StageAnswer) -> FacetAnswer?
    ) {
        let facets = stages.compactMap(facet)
        guard !facets.isEmpty else { return }
        object(name) { text in
            for facet in facets { text.facet(facet.name, facet) }
        }
    }

    mutating func facet(_ name: String, _ facet: FacetAnswer) {
        object(name) { text in
            text.array("values") { text in
                for value in facet.values {
                    text.object { text in
                        text.member("value", value.text)
                        text.member("count", value.count)
                        if !value.examples.isEmpty { text.strings("ids", value.examples) }
                    }
                }
            }
            text.member("distinct", facet.distinctCount)
            text.member("missing", facet.missing)
        }
    }

    mutating func histogram(_ name: String, _ histogram: HistogramAnswer) {
        object(name) { text in
            text.member("width", histogram.width)
            if let unit = histogram.unit { text.member("unit", unit) }
            text.array("bins") { text in
                for bin in histogram.bins {
                    text.object { text in
                        switch bin.start {
                        case .number(let number): text.member("from", number)
                        case .date(let date): text.member("from", date)
                        }
                        text.member("count", bin.count)
                    }
                }
            }
        }
    }

    mutating func statistics(_ name: String, _ answer: StatisticsAnswer) {
        object(name) { text in
            if let unit = answer.unit { text.member("unit", unit) }
            text.member("count", answer.count)
            text.member("assets", answer.assets)
            text.member("missing", answer.missing)
            let numbers: [(String, Double?)] = [
                ("min", answer.least), ("max", answer.greatest), ("mean", answer.mean),
                ("sum", answer.sum), ("sd", answer.standardDeviation), ("median", answer.median),
            ]
            for (name, number) in numbers {
                if let number { text.member(name, number) }
            }
        }
    }
}
