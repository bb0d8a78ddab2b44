import Extraction
import FormatExtractors
import MetadataModel

/// What an extractor reads from bytes built in a test.
struct TextReading {
    let bytes: [UInt8]
    var facts: [Fact] = []
    var issues: [Issue] = []
    /// How an error ended the reading, if one did.
    var error: Issue?

    init(
        _ extractor: some Extractor, _ bytes: [UInt8],
        limits: ExtractionLimits = ExtractionLimits()
    ) {
        self.bytes = bytes
        var facts: [Fact] = []
        let collector = FactCollector(limits: limits, payloadReaders: [INIPayloadReader()]) {
            facts += $0
        }
        do throws(ExtractionError) {
            try extractor.extract(from: ByteReader(bytes: bytes), into: collector)
        } catch {
            self.error = error.issue
        }
        collector.flush()
        issues = collector.issues
        self.facts = facts
    }

    init(_ extractor: some Extractor, _ text: String) {
        self.init(extractor, Array(text.utf8))
    }

    /// The facts as `key[segment:index] = value unit`, those of Reticle itself left out.
    var lines: [String] {
        facts.map { fact in
            let steps = fact.element.steps.map { "\($0.segment):\($0.index)" }
            let place = steps.isEmpty ? "" : "[" + steps.joined(separator: ",") + "]"
            return "\(fact.key)\(place) = \(fact.value)" + (fact.unit.map { " | \($0)" } ?? "")
        }
    }

    /// The values of a key, in order.
    func values(_ key: FactKey) -> [String] {
        facts.filter { $0.key == key }.map(\.value)
    }

    /// The bytes that a fact's locus names.
    func bytes(of fact: Fact) -> [UInt8]? {
        guard let offset = fact.locus.offset, let length = fact.locus.length else { return nil }
        return Array(bytes[Int(offset)..<Int(offset + length)])
    }
}
