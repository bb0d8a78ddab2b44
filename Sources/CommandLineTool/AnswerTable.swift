internal import MetadataModel
internal import Search

/// An answer as a person reads it.
enum AnswerTable {
    static func text(of answer: SearchAnswer) -> String {
        var parts: [String] = []
        if let explanation = answer.explanation { parts.append(text(of: explanation, answer)) }
        if !answer.hits.isEmpty { parts.append(hits(answer)) }
        parts += answer.stages.map(text)
        parts.append(footer(answer))
        return parts.joined(separator: "\n")
    }

    /// Keys of one name that are listed.
    private static let maximumKeyCount = 8

    private static func hits(_ answer: SearchAnswer) -> String {
        var names: [String] = []
        for fact in answer.hits.flatMap(\.facts)
        where !names.contains(fact.name) && fact.name != "path" && fact.name != "id" {
            names.append(fact.name)
        }
        var table = TextTable(headings: ["id", "path"] + names, wholeColumns: [0, 1])
        for hit in answer.hits {
            let cells = names.map { name in
                let values = hit.facts.first { $0.name == name }?.values ?? []
                return values.map(\.text).joined(separator: ", ")
            }
            table.add([hit.identity.shortForm, hit.path] + cells)
        }
        return table.text
    }

    private static func footer(_ answer: SearchAnswer) -> String {
        let noun = answer.total == 1 ? "asset" : "assets"
        var text = "\(answer.total) \(noun)"
        if answer.hits.count < answer.total, !answer.hits.isEmpty {
            text += ", \(answer.hits.count) shown"
        }
        if !answer.isComplete { text += ", incomplete: the time limit was reached" }
        text += ", \(milliseconds(answer.elapsedMicroseconds))\n"
        if let next = answer.next { text += "more: --after \(next)\n" }
        return text
    }

    // MARK: Stages

    private static func text(of stage: StageAnswer) -> String {
        switch stage {
        case .facet(let facet), .distinct(let facet): return text(of: facet)
        case .histogram(let histogram): return text(of: histogram)
        case .statistics(let statistics): return text(of: statistics)
        case .count(let count, by: nil): return "count  \(count)\n"
        case .count(_, by: .some(let facet)): return text(of: facet)
        case .groups(let facet): return text(of: facet)
        }
    }

    private static func text(of facet: FacetAnswer) -> String {
        var table = TextTable(headings: ["assets", facet.name])
        for value in facet.values {
            let examples = value.examples.map { String($0.prefix(18)) }.joined(separator: " ")
            table.add(["\(value.count)", value.text] + (examples.isEmpty ? [] : [examples]))
        }
        var text = table.text
        let hidden = facet.distinctCount - facet.values.count
        if hidden > 0 { text += "… and \(hidden) more values\n" }
        if facet.missing > 0 { text += "\(facet.missing) without it\n" }
        return text
    }

    private static func text(of histogram: HistogramAnswer) -> String {
        var table = TextTable(headings: ["assets", "\(histogram.name) by \(histogram.width)"])
        for bin in histogram.bins {
            switch bin.start {
            case .number(let number):
                let unit = histogram.unit.map { " " + $0 } ?? ""
                table.add(["\(bin.count)", "from \(spelling(number))\(unit)"])
            case .date(let date): table.add(["\(bin.count)", date])
            }
        }
        return table.text
    }

    private static func text(of statistics: StatisticsAnswer) -> String {
        let unit = statistics.unit.map { " " + $0 } ?? ""
        var table = TextTable(headings: [statistics.name, ""])
        table.add(["numbers", "\(statistics.count)"])
        table.add(["assets", "\(statistics.assets)"])
        table.add(["without it", "\(statistics.missing)"])
        for (name, number) in [
            ("least", statistics.least), ("greatest", statistics.greatest),
            ("mean", statistics.mean), ("standard deviation", statistics.standardDeviation),
            ("median", statistics.median), ("sum", statistics.sum),
        ] {
            if let number { table.add([name, spelling(number) + unit]) }
        }
        return table.text
    }

    // MARK: Explanation

    private static func text(of explanation: Explanation, _ answer: SearchAnswer) -> String {
        var text = ""
        var clauses = TextTable(
            headings: ["true", "false", "unknown", "time", "clause"], wholeColumns: [4])
        for (clause, time) in zip(answer.clauses, explanation.clauseTimes) {
            clauses.add([
                "\(clause.matching)", "\(clause.failing)", "\(clause.unknown)",
                milliseconds(time.microseconds), clause.text,
            ])
        }
        if !answer.clauses.isEmpty { text += clauses.text + "\n" }
        for key in answer.resolved {
            let count = key.keys.count
            let names = key.keys.prefix(maximumKeyCount).map {
                "  \(FactTable.printable($0.description))\n"
            }.joined()
            text += FactTable.printable("`\(key.written)` \(meaning(key.origin, count))") + "\n"
            text += names
            if count > maximumKeyCount { text += "  … and \(count - maximumKeyCount) more\n" }
        }
        for conversion in explanation.conversions {
            text += FactTable.printable("\(conversion.clause) means \(conversion.meaning)") + "\n"
        }
        text += "clauses are asked in their order, each within what the ones before leave\n"
        text += "hits in the order of \(FactTable.printable(explanation.order))\n"
        text += "parsed in \(milliseconds(explanation.parsingMicroseconds)), "
        text += "resolved in \(milliseconds(explanation.resolvingMicroseconds)), "
        text += "searched in \(milliseconds(explanation.searchingMicroseconds))\n"
        return text
    }

    private static func meaning(_ origin: ResolvedKey.Origin, _ count: Int) -> String {
        let keys = count == 1 ? "one key" : "\(count) keys"
        return switch origin {
        case .key: "is a key of the index:"
        case .field: "is a field that every file has:"
        case .concept: "is a concept and stands for \(keys):"
        case .ending: "is how \(keys) end:"
        case .pattern: "fits \(keys):"
        case .structure: "is a structure whose elements repeat, of \(keys):"
        case .nothing: "stands for nothing in this index"
        }
    }

    private static func milliseconds(_ microseconds: Int64) -> String {
        "\(Double(microseconds) / 1000) ms"
    }

    private static func spelling(_ number: Double) -> String {
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
