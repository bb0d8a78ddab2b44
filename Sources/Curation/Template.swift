internal import MetadataStore
public import Search
internal import Yams

/// What a lab wants to be stated about files of a kind; a file that lacks it is taken all the same.
///
/// ```yaml
/// title: Light microscopy of tissue
/// where: format:(czi OR lif)
/// fields:
///   - key: organism
///     required: true
///     terms: [Mus musculus, Homo sapiens]
///   - key: dose
///     note: with its unit
/// ```
public struct Template: Sendable, Hashable {
    public struct Field: Sendable, Hashable {
        public var key: String
        public var isRequired: Bool
        /// The values that the lab knows; any for an empty list.
        public var terms: [String]
        public var note: String
    }

    public var title: String
    /// The filter that finds the files it is for.
    public var filter: String
    public var fields: [Field]

    /// - Throws: ``CurationError`` of kind `invalid` that names the first fault.
    public init(yaml text: String) throws {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw CurationError(.invalid, "\(error)")
        }
        guard let mapping = node?.mapping else {
            throw CurationError(.invalid, "expected `title`, `where` and `fields`")
        }
        title = mapping["title"]?.string ?? ""
        filter = mapping["where"]?.string ?? ""
        guard let list = mapping["fields"]?.sequence, !list.isEmpty else {
            throw CurationError(.invalid, "expected a list `fields`")
        }
        fields = try list.map { node in
            let line = node.mark.map { "line \($0.line): " } ?? ""
            guard let key = node.mapping?["key"]?.string, KeyName.isKey(key) else {
                throw CurationError(.invalid, "\(line)expected a field with a `key`")
            }
            return Field(
                key: key, isRequired: node.mapping?["required"]?.bool ?? false,
                terms: node.mapping?["terms"]?.sequence?.compactMap(\.string) ?? [],
                note: node.mapping?["note"]?.string ?? "")
        }
    }

    /// What the files of an index lack.
    public func report(_ engine: SearchEngine) throws -> TemplateReport {
        try engine.reading { reader in
            let all = try engine.group(filter, in: reader)
            var report = TemplateReport(template: self, fileCount: all.count)
            var lacking = AssetGroup()
            for field in fields {
                let stating = try engine.group("(\(query)) has:\(field.key)", in: reader)
                let missing = all.subtracting(stating)
                var unknown = AssetGroup()
                if !field.terms.isEmpty {
                    let known = field.terms.map { "\(field.key)=\"\(Self.escaped($0))\"" }
                    let fitting = try engine.group(
                        "(\(query)) (\(known.joined(separator: " OR ")))", in: reader)
                    unknown = stating.subtracting(fitting)
                }
                if field.isRequired { lacking = lacking.union(missing) }
                report.fields.append(
                    .init(
                        field: field, missingCount: missing.count, unknownCount: unknown.count,
                        examples: try Self.paths(missing.union(unknown), reader)))
            }
            report.lackingCount = lacking.count
            return report
        }
    }

    private var query: String { filter.isEmpty ? "has:file.path" : filter }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    private static func paths(_ group: AssetGroup, _ reader: StoreReader) throws -> [String] {
        guard !group.isEmpty else { return [] }
        var paths: [String] = []
        try reader.paths(of: group.prefix(3)) { paths.append($0) }
        return paths
    }
}

/// What files lack of a template.
public struct TemplateReport: Sendable, Hashable {
    public struct Field: Sendable, Hashable {
        public var field: Template.Field
        /// Files that do not state the key.
        public var missingCount: Int
        /// Files that state none of the terms.
        public var unknownCount: Int
        /// Paths of some files that lack it.
        public var examples: [String]
    }

    public var template: Template
    public var fileCount: Int
    /// Files that lack a required field.
    public var lackingCount = 0
    public var fields: [Field] = []
}

/// Tells keys from other texts.
private enum KeyName {
    static func isKey(_ text: String) -> Bool {
        !text.isEmpty && !text.contains { " \"(){}|\n".contains($0) } || text.hasPrefix("`")
    }
}
