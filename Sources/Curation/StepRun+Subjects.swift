internal import MetadataModel
internal import MetadataStore

extension StepRun {
    /// Carries out a step about what is no asset.
    func run(_ step: CurationStep, aboutSubject name: String) throws -> StepReport {
        let known = try session.writer.reading { try $0.facts(ofSubject: name) }
        guard !known.isEmpty || !name.hasPrefix(Project.subjectPrefix) else {
            throw CurationError(.notFound, "there is no \(name)")
        }
        var changes: [String] = []
        func state(_ fact: StatedFact) throws {
            guard try session.make(.state, fact, aboutSubject: name) else { return }
            changes.append("+ \(fact.text)")
        }
        func retract(where isMeant: (SubjectFact) -> Bool) throws {
            for fact in known where isMeant(fact) {
                let stated = StatedFact(fact)
                if try session.make(.retract, stated, aboutSubject: name) {
                    changes.append("- \(stated.text)")
                }
            }
        }
        switch step.action {
        case .tag(let tags):
            for tag in tags { try state(StatedFact(key: "tag", value: tag)) }
        case .untag(let tags):
            try retract { $0.key == "tag" && tags.contains($0.value) }
        case .set(let key, let value):
            let key = FactKey.curated(key).description
            try retract { $0.key == key && $0.value != value }
            try state(StatedFact(key: key, value: value))
        case .unset(let key):
            let key = FactKey.curated(key).description
            try retract { $0.key == key }
        case .comment(let text):
            try state(StatedFact(key: "user.comment", value: text))
        case .rename, .merge, .map, .unit, .fix:
            throw CurationError(.invalid, "\(step.action.text): \(name) is no asset")
        }
        let samples = changes.isEmpty ? [] : [StepReport.Sample(path: name, changes: changes)]
        return StepReport(
            step: step, matchingCount: 1, changedCount: samples.count, samples: samples)
    }
}

extension StatedFact {
    init(_ fact: SubjectFact) {
        self.init(key: fact.key, value: fact.value, unit: fact.unit.isEmpty ? nil : fact.unit)
    }
}
