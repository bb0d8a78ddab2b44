import Extraction
import MetadataModel

@testable import FormatExtractors

/// What one document yields, written for tables: `key[elements] = value unit`.
struct TreeReading {
    var facts: [Fact] = []
    var issues: [MetadataModel.Issue] = []

    init(
        _ bytes: [UInt8], with extractor: any Extractor, payloadReaders: PayloadReaders = []
    ) {
        var facts: [Fact] = []
        let collector = FactCollector(payloadReaders: payloadReaders) { facts += $0 }
        do throws(ExtractionError) {
            try extractor.extract(from: ByteReader(bytes: bytes), into: collector)
        } catch {
            collector.report(error.issue)
        }
        collector.flush()
        self.facts = facts
        issues = collector.issues
    }

    init(
        _ text: String, with extractor: any Extractor, payloadReaders: PayloadReaders = []
    ) {
        self.init(Array(text.utf8), with: extractor, payloadReaders: payloadReaders)
    }

    /// What a text inside another file yields when it is opened.
    init(payload text: String, offset: UInt64? = nil, readers: PayloadReaders) {
        var facts: [Fact] = []
        let collector = FactCollector(payloadReaders: readers) { facts += $0 }
        collector.text(
            "tiff.ImageDescription", text, element: ElementPath(index: 2),
            locus: Locus(
                offset: offset, length: UInt64(text.utf8.count), address: "IFD 2 tag 270"))
        collector.flush()
        self.facts = facts
        issues = collector.issues
    }

    var lines: [String] {
        facts.map { fact in
            let steps = fact.element.steps.map { "\($0.segment):\($0.index)" }
            let element = steps.isEmpty ? "" : "[" + steps.joined(separator: ",") + "]"
            let unit = fact.unit.map { " " + $0 } ?? ""
            return "\(fact.key)\(element) = \(fact.value)\(unit)"
        }
    }

    func fact(_ key: FactKey) -> Fact? {
        facts.first { $0.key == key }
    }
}
