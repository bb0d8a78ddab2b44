internal import MetadataModel
internal import QueryLanguage
public import Search

/// The body of `GET /v1/search` and of `reticle find --json`.
///
/// ```
/// {"query":{"text":…,"canonical":…,"tree":{…}},
///  "resolved":{"voltage":{"by":"concept","keys":["fei.Beam.HV",…]},…},
///  "clauses":[{"text":…,"true":812,"false":12,"unknown":40},…],
///  "warnings":[{"message":…,"suggestions":[…]},…],
///  "revision":88121,"total":812,"complete":true,"elapsed_us":412,
///  "hits":[{"id":…,"path":…,"facts":{"voltage":[5000],…}},…],
///  "facets":{"instrument.model":{"values":[{"value":…,"count":…},…],"distinct":…,"missing":…},
///            "pixel.size":{"width":"10nm","unit":"nm","bins":[{"from":40,"count":…},…]}},
///  "stats":{"pixel.size":{"unit":"nm","count":…,"assets":…,"missing":…,"min":…,"max":…,"mean":…,
///           "sum":…,"sd":…,"median":…}},
///  "count":812,"counts":{…},"distinct":{…},"groups":{…},
///  "explanation":{…},
///  "doctor":{"clause":…,"reason":…,"nearest":[…],"query":…,"total":…},"next":…}
/// ```
///
/// `doctor` says why nothing was found: the clause to blame, what comes near, and a query that finds
/// something. What a query does not ask for is left out, from `warnings` on as from `facets`; `hits` always
/// stands. Numbers of a fact are in SI, or in the unit that `select … in` names.
extension JSONText {
    public mutating func searchAnswer(_ answer: SearchAnswer) {
        object { text in
            text.answerMembers(answer)
            text.array("hits") { text in
                for hit in answer.hits { text.searchHit(hit) }
            }
            text.stageAnswers(answer.stages)
            if let explanation = answer.explanation { text.explanation(explanation) }
            if let diagnosis = answer.diagnosis { text.diagnosis(diagnosis) }
            if let next = answer.next { text.member("next", next) }
        }
    }

    /// One hit: an element of `hits`, or a line of NDJSON.
    public mutating func searchHit(_ hit: SearchHit) {
        object { text in
            text.member("id", hit.identity.description)
            text.member("path", hit.path)
            text.object("facts") { text in
                for fact in hit.facts {
                    text.array(fact.name) { text in
                        for value in fact.values { text.value(value.value) }
                    }
                }
            }
        }
    }

    mutating func value(_ value: FactView.Value) {
        switch value {
        case .number(let number): self.number(number)
        case .truth(let truth): boolean(truth)
        case .text(let text): string(text)
        }
    }

    private mutating func answerMembers(_ answer: SearchAnswer) {
        object("query") { text in
            text.member("text", answer.text)
            text.member("canonical", answer.query.description)
            text.member("tree", json: answer.query.json)
        }
        object("resolved") { text in
            for key in answer.resolved { text.resolved(key) }
        }
        array("clauses") { text in
            for clause in answer.clauses {
                text.object { text in
                    text.member("text", clause.text)
                    text.member("true", clause.matching)
                    text.member("false", clause.failing)
                    text.member("unknown", clause.unknown)
                }
            }
        }
        if !answer.warnings.isEmpty {
            array("warnings") { text in
                for warning in answer.warnings {
                    text.object { text in
                        text.member("message", warning.message)
                        text.strings("suggestions", warning.suggestions)
                    }
                }
            }
        }
        member("revision", answer.revision)
        member("total", answer.total)
        member("complete", answer.isComplete)
        member("elapsed_us", answer.elapsedMicroseconds)
    }

    private mutating func resolved(_ resolved: ResolvedKey) {
        object(resolved.written) { text in
            text.member("by", resolved.origin.rawValue)
            text.strings("keys", resolved.keys.map(\.description))
        }
    }

    private mutating func diagnosis(_ diagnosis: Diagnosis) {
        object("doctor") { text in
            text.member("clause", diagnosis.clause)
            text.member("reason", diagnosis.reason)
            text.strings("nearest", diagnosis.nearest)
            if let query = diagnosis.query { text.member("query", query) }
            if let total = diagnosis.total { text.member("total", total) }
        }
    }

    private mutating func explanation(_ explanation: Explanation) {
        object("explanation") { text in
            text.array("conversions") { text in
                for conversion in explanation.conversions {
                    text.object { text in
                        text.member("clause", conversion.clause)
                        text.member("meaning", conversion.meaning)
                    }
                }
            }
            text.array("times") { text in
                for time in explanation.clauseTimes {
                    text.object { text in
                        text.member("clause", time.clause)
                        text.member("elapsed_us", time.microseconds)
                    }
                }
            }
            text.member("order", explanation.order)
            text.member("parsing_us", explanation.parsingMicroseconds)
            text.member("resolving_us", explanation.resolvingMicroseconds)
            text.member("searching_us", explanation.searchingMicroseconds)
        }
    }

    /// A member that is a list of texts.
    public mutating func strings(_ name: String, _ values: [String]) {
        array(name) { text in
            for value in values { text.string(value) }
        }
    }
}
