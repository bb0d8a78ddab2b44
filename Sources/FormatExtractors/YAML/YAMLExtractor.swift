public import Extraction
internal import MetadataModel
internal import Yams

/// Extracts everything that a YAML file states: every document, aliases and merged mappings
/// resolved; see ``TreeFacts`` for the keys.
///
/// Plain scalars are read by the core schema of YAML 1.2: `NO` is text and `1.10` stays as
/// written. Addresses are lines. A file that YAML's own rules refuse is read line by line as
/// `key: value`, beside the issue.
///
/// Source: <https://yaml.org/spec/1.2.2/>
public struct YAMLExtractor: Extractor {
    public let id = "yaml"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        if header.has("%YAML ") { return .signature("%YAML") }
        guard ["yaml", "yml"].contains(header.suffix), !header.bytes.contains(0) else { return nil }
        return .suffix(header.suffix)
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        let text = try SourceText(reading: reader, into: collector)
        text.reportInexact(to: collector)
        do throws(ExtractionError) {
            let documents = try Self.documents(of: text)
            var walk = YAMLWalk(text: text, collector: collector)
            let facts = TreeFacts(key: FactKey(printed: id), collector: collector)
            for document in documents where !facts.isSatisfied {
                try walk.send(document, to: facts)
            }
            collector.noteMetadata(text.bytes.count, understood: true)
        } catch {
            guard error.issue.kind == .malformed else { throw error }
            collector.report(error.issue)
            let bareByteCount = KeyValueFacts(base: FactKey(printed: id))
                .collect(text, syntax: KeyValueSyntax(separators: [.colon]), into: collector)
            collector.noteMetadata(text.bytes.count - bareByteCount, understood: true)
            collector.noteMetadata(bareByteCount, understood: false)
        }
    }

    /// The documents of a text, composed before any fact is made: of a broken text the lines are
    /// read instead, and not both.
    private static func documents(of text: SourceText) throws(ExtractionError) -> [Node] {
        do {
            var documents: [Node] = []
            let parser = try Parser(yaml: String(decoding: text.bytes, as: UTF8.self))
            while let document = try parser.nextRoot() { documents.append(document) }
            return documents
        } catch let error as YamlError {
            throw ExtractionError(.malformed, error.problem, at: Locus(address: error.place))
        } catch {
            throw ExtractionError(.malformed, "\(error)")
        }
    }
}

extension YamlError {
    /// What is wrong, in one clause.
    fileprivate var problem: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
            .composer(_, let problem, _, _):
            problem
        default: "\(self)"
        }
    }

    /// `line 12`; empty where the library names none.
    fileprivate var place: String {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            "line \(mark.line)"
        default: ""
        }
    }
}
