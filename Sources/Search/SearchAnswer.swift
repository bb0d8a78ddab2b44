public import MetadataModel
public import QueryLanguage

/// What a query is answered with.
public struct SearchAnswer: Sendable {
    /// The query as typed.
    public var text: String
    public var query: Query
    /// What each key of the query stands for, in the order of their first use.
    public var resolved: [ResolvedKey] = []
    /// What each clause alone finds; empty where ``SearchOptions/countsClauses`` is off.
    public var clauses: [ClauseCount] = []
    public var warnings: [SearchWarning] = []
    /// The index's revision that was asked.
    public var revision: Int64 = 0
    /// How many assets there are to be found; a lower bound where ``isComplete`` is false.
    public var total = 0
    /// False where the time limit ended the search.
    public var isComplete = true
    public var elapsedMicroseconds: Int64 = 0
    public var hits: [SearchHit] = []
    /// Where the next page begins; absent on the last one.
    public var next: String?
    /// Every answer of a stage, in the order of the stages: facets, statistics, groups.
    public var stages: [StageAnswer] = []
    /// The columns that the `select` stage names; empty without one.
    public var columns: [String] = []
    public var explanation: Explanation?
    /// Why nothing was found, where nothing was.
    public var diagnosis: Diagnosis?

    init(text: String, query: Query) {
        self.text = text
        self.query = query
    }
}

/// What one key of a query stands for.
public struct ResolvedKey: Sendable, Hashable {
    public enum Origin: String, Sendable, Hashable {
        /// The key is spelled so in the index.
        case key
        /// A short name of a field that every file has: `name`, `format`, `modified`.
        case field
        /// A vendor-neutral name of the vocabulary.
        case concept
        /// The last segments of keys.
        case ending
        /// A pattern over the keys.
        case pattern
        /// A structure whose elements repeat: `Channel`.
        case structure
        /// Nothing in the index.
        case nothing
    }

    public var written: String
    public var origin: Origin
    /// In the order of the index.
    public var keys: [FactKey]
}

/// What one clause of a query finds by itself.
public struct ClauseCount: Sendable, Hashable {
    /// The clause in canonical spelling.
    public var text: String
    /// The assets for which it is true.
    public var matching: Int
    /// The assets that say something about its key, but not this.
    public var failing: Int
    /// The assets that say nothing about its key.
    public var unknown: Int
}

/// A remark on an answer that is an answer all the same.
public struct SearchWarning: Sendable, Hashable {
    public var message: String
    /// Texts that may have been meant, the likeliest first.
    public var suggestions: [String]

    public init(_ message: String, suggestions: [String] = []) {
        self.message = message
        self.suggestions = suggestions
    }
}

/// One asset found.
public struct SearchHit: Sendable {
    public var identity: AssetIdentity
    public var path: String
    /// The columns of the `select` stage, each with all its values and in the order given; without
    /// that stage the facts that the query's clauses name, as far as the asset has them.
    public var facts: [NamedValues]
}

/// The values of one asset under one name.
public struct NamedValues: Sendable, Hashable {
    public var name: String
    public var values: [FactView]
}

/// One value as an answer shows it.
public struct FactView: Sendable, Hashable {
    public enum Value: Sendable, Hashable {
        case number(Number)
        case truth(Bool)
        case text(String)
    }

    /// For programs: a number in the unit asked for, in SI where none was asked for and the fact has
    /// a unit, as written where it has none; a date in ISO 8601; the label of a coded value.
    public var value: Value
    /// For people: the value and the unit as written, or in the unit asked for.
    public var text: String
}

/// How the answer came about.
public struct Explanation: Sendable {
    /// How one literal of the query is compared.
    public struct Conversion: Sendable, Hashable {
        public var clause: String
        public var meaning: String
    }

    /// How long one clause took to be counted by itself.
    public struct ClauseTime: Sendable, Hashable {
        public var clause: String
        public var microseconds: Int64
    }

    public var conversions: [Conversion]
    /// In the order of ``SearchAnswer/clauses``.
    public var clauseTimes: [ClauseTime]
    /// The order of the hits in words.
    public var order: String
    public var parsingMicroseconds: Int64
    public var resolvingMicroseconds: Int64
    public var searchingMicroseconds: Int64
}
