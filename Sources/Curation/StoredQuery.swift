internal import MetadataStore
internal import QueryLanguage
public import Search

/// A query that somebody keeps in the index, under a name and for all.
///
/// It is a subject of the journal, so that it survives every harvest and the loss of the index, and
/// is undone like any other edit. Its text is that of a file of saved queries; see ``SavedQuery``.
public struct StoredQuery: Sendable, Hashable {
    static let subjectPrefix = "query/"
    static let sourceKey = "source"
    /// Words that stand for something else behind `reticle query`.
    static let reserved: Set = ["save", "list", "show", "remove", "run"]

    public var query: SavedQuery
    public var edit: Int64

    init?(named name: String, _ reader: StoreReader) throws {
        let facts = try reader.facts(ofSubject: Self.subjectPrefix + name)
        guard let source = facts.first(where: { $0.key == Self.sourceKey }) else { return nil }
        query = try SavedQuery(name: name, source: source.value)
        edit = source.edit
    }

    /// A name is like that of a file, so that the query can become one.
    static func check(name: String) throws(CurationError) {
        let isPlain = name.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0)
                || "-_.".unicodeScalars.contains($0)
        }
        guard isPlain, !name.isEmpty, !name.hasPrefix("."), !name.hasPrefix("-"),
            name.utf8.count <= 100, !reserved.contains(name)
        else {
            throw CurationError(
                .invalid,
                "a query's name has 1 to 100 letters, digits, `-`, `_` or `.` and is none of "
                    + "\(reserved.sorted().joined(separator: ", ")), found `\(name)`")
        }
    }
}

extension Curation {
    /// Keeps a query, or changes the one of that name.
    ///
    /// - Parameter query: Its query is parsed with a value for every parameter.
    /// - Returns: The edit's number; `nil` where it was kept so already.
    /// - Throws: ``CurationError`` of kind `invalid` for a bad name, `SearchErrors` where the query
    ///   is at fault.
    public func saveQuery(_ query: SavedQuery, by author: Author) throws -> Int64? {
        try StoredQuery.check(name: query.name)
        let text = query.exampleText
        let parsed = QueryParser.parse(text)
        guard parsed.errors.isEmpty else {
            throw SearchErrors(text: text, syntax: parsed.errors)
        }
        let subject = StoredQuery.subjectPrefix + query.name
        return try edit(by: author, summary: { _ in "save query \(query.name)" }) { session in
            let known = try session.writer.reading { try $0.facts(ofSubject: subject) }
            for fact in known where fact.value != query.source {
                try session.make(.retract, StatedFact(fact), aboutSubject: subject)
            }
            try session.make(
                .state, StatedFact(key: StoredQuery.sourceKey, value: query.source),
                aboutSubject: subject)
        }.number
    }

    /// - Throws: ``CurationError`` of kind `notFound` where nobody keeps a query of that name.
    public func removeQuery(_ name: String, by author: Author) throws -> Int64? {
        let subject = StoredQuery.subjectPrefix + name
        return try edit(by: author, summary: { _ in "remove query \(name)" }) { session in
            let known = try session.writer.reading { try $0.facts(ofSubject: subject) }
            guard !known.isEmpty else {
                throw CurationError(.notFound, "there is no stored query \(name)")
            }
            for fact in known {
                try session.make(.retract, StatedFact(fact), aboutSubject: subject)
            }
        }.number
    }
}

extension SearchEngine {
    /// The queries that people keep in the index, by name.
    public func storedQueries() throws -> [StoredQuery] {
        try reading { reader in
            try reader.subjects(withPrefix: StoredQuery.subjectPrefix).compactMap {
                try StoredQuery(
                    named: String($0.dropFirst(StoredQuery.subjectPrefix.count)), reader)
            }
        }
    }

    /// All queries with a name: those of a folder and those kept in the index, which win.
    public func namedQueries(in folder: SavedQueryFolder?) throws -> [SavedQuery] {
        var queries: [String: SavedQuery] = [:]
        if let folder {
            for name in try folder.names() { queries[name] = try folder.query(name) }
        }
        for stored in try storedQueries() { queries[stored.query.name] = stored.query }
        return queries.values.sorted { $0.name < $1.name }
    }

    /// The query of a name.
    ///
    /// - Throws: ``SavedQueryError`` where there is none.
    public func namedQuery(_ name: String, in folder: SavedQueryFolder?) throws -> SavedQuery {
        if let stored = try reading({ try StoredQuery(named: name, $0) }) { return stored.query }
        if let folder, try folder.names().contains(name) { return try folder.query(name) }
        throw SavedQueryError(
            unknown: name, among: try namedQueries(in: folder).map(\.name))
    }
}
