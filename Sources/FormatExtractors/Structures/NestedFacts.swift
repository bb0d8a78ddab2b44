internal import Extraction
internal import MetadataModel

/// Reads a file within a file, and states its facts below a key of the outer one.
struct NestedFacts {
    let key: FactKey
    var element: ElementPath = .root
    /// Where the inner file's bytes stand in the outer one; `nil` where they do not stand there as
    /// they are.
    var offset: UInt64?
    /// What precedes addresses.
    let place: String

    /// Collects what an extractor reads from the inner file's bytes.
    func collect(
        _ bytes: [UInt8], with extractor: some Extractor, into collector: FactCollector
    ) {
        let segments = key.segments
        let inner = FactCollector(limits: collector.limits) { facts in
            for fact in facts {
                var fact = fact
                fact.key = FactKey(segments: segments + fact.key.segments)
                fact.element = ElementPath(
                    steps: element.steps
                        + fact.element.steps.map {
                            ElementStep(
                                segment: Int($0.segment) + segments.count, index: Int($0.index))
                        })
                fact.locus.offset = shifted(fact.locus.offset)
                fact.locus.address = place + ", " + fact.locus.address
                collector.add(fact)
            }
        }
        do throws(ExtractionError) {
            try extractor.extract(from: ByteReader(bytes: bytes), into: inner)
        } catch {
            inner.report(error.issue)
        }
        inner.flush()
        for issue in inner.issues {
            var issue = issue
            issue.locus.offset = shifted(issue.locus.offset)
            issue.locus.address = place + ", " + issue.locus.address
            collector.report(issue)
        }
    }

    private func shifted(_ place: UInt64?) -> UInt64? {
        guard let place, let offset else { return nil }
        let (sum, overflows) = place.addingReportingOverflow(offset)
        return overflows ? nil : sum
    }
}
