internal import MetadataModel

/// What an edit does to the assets that it is about.
public enum CurationAction: Sendable, Hashable {
    case tag([String])
    case untag([String])
    /// The key has this value and no other that a person stated.
    case set(key: String, value: String)
    case unset(key: String)
    case comment(String)
    /// States what is under a key under another one too.
    case rename(key: String, to: String)
    /// States what is under several keys under one.
    case merge(keys: [String], into: String)
    /// States what is under a key under a concept's name, by which it is then found.
    case map(key: String, concept: String)
    /// Gives numbers without a unit one.
    case unit(key: String, unit: String)
    /// Puts other values in the place of values, compared without case.
    case fix(key: String, [Replacement])

    public struct Replacement: Sendable, Hashable {
        public var value: String
        public var replacement: String

        public init(_ value: String, _ replacement: String) {
            self.value = value
            self.replacement = replacement
        }
    }

    /// The action as a script spells it.
    public var text: String {
        switch self {
        case .tag(let tags): "tag " + tags.joined(separator: ", ")
        case .untag(let tags): "untag " + tags.joined(separator: ", ")
        case .set(let key, let value): "set \(key) = \(value)"
        case .unset(let key): "unset \(key)"
        case .comment(let text): "comment \(text)"
        case .rename(let key, let other): "rename \(key) to \(other)"
        case .merge(let keys, let other): "merge \(keys.joined(separator: ", ")) into \(other)"
        case .map(let key, let concept): "map \(key) to \(concept)"
        case .unit(let key, let unit): "unit \(key) = \(unit)"
        case .fix(let key, let table): "fix \(key) (\(table.count) values)"
        }
    }
}

/// What an edit is about.
public enum CurationTarget: Sendable, Hashable {
    /// The assets that a filter finds; all for an empty one.
    case query(String)
    /// Assets by identity, the beginning of one, or path.
    case assets([String])
    /// What is no asset: `project/bone`.
    case subject(String)

    public var text: String {
        switch self {
        case .query(let text): text.isEmpty ? "everywhere" : "where " + text
        case .assets(let names): names.joined(separator: ", ")
        case .subject(let name): name
        }
    }
}

/// One action about some assets.
public struct CurationStep: Sendable, Hashable {
    public var target: CurationTarget
    public var action: CurationAction

    public init(_ target: CurationTarget, _ action: CurationAction) {
        self.target = target
        self.action = action
    }
}

/// What a step did or, in a trial, would do.
public struct StepReport: Sendable, Hashable {
    public struct Sample: Sendable, Hashable {
        public var path: String
        /// The facts that the step states or takes back, as `+ tag: reviewed`.
        public var changes: [String]
    }

    public var step: CurationStep
    /// Assets that the target finds.
    public var matchingCount: Int
    public var changedCount: Int
    public var samples: [Sample]
}

extension FactKey {
    /// The key under which a person's statement about a key stands: `user.dose` for `dose`.
    ///
    /// A dot divides segments unless it stands in backticks; a space needs none.
    static func curated(_ typed: String) -> FactKey {
        let key =
            typed.contains("`")
            ? FactKey(printed: typed)
            : FactKey(
                segments: typed.split(separator: ".", omittingEmptySubsequences: false)
                    .map(String.init))
        let space = key.segments.first?.lowercased() ?? ""
        return ["tag", "user", "project"].contains(space)
            ? key : FactKey(segments: ["user"] + key.segments)
    }
}
