internal import Extraction
internal import MetadataModel

/// Reads a file within a file with the extractor of its format, under a key of the outer one.
///
/// `tiff.ImageWidth` of a picture in the element 2 of `elid.Image` becomes
/// `elid.Image.tiff.ImageWidth`, element 2.
struct EmbeddedFacts {
    /// What the keys begin with.
    var key: FactKey
    var element: ElementPath
    /// The inner file in words, for addresses.
    var address: String

    /// Collects the facts of the inner file; its problems are reported as the outer file's.
    func collect(
        _ bytes: [UInt8], with extractor: any Extractor, into collector: FactCollector
    ) {
        let segmentCount = key.segments.count
        var limits = collector.limits
        limits.maximumFactCount = max(0, limits.maximumFactCount - collector.factCount)
        let inner = FactCollector(
            limits: limits, payloadReaders: BuiltinExtractors.payloadReaders
        ) { facts in
            for fact in facts {
                var fact = fact
                fact.key = FactKey(printed: key.description + "." + fact.key.description)
                fact.element.steps =
                    element.steps
                    + fact.element.steps.map { step in
                        ElementStep(
                            segment: Int(step.segment) + segmentCount, index: Int(step.index))
                    }
                let place = fact.locus.address
                fact.locus = Locus(address: place.isEmpty ? address : "\(address): \(place)")
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
            let place = issue.locus.address
            collector.report(
                Issue(issue.kind, issue.detail, at: Locus(address: "\(address): \(place)")))
        }
    }
}
