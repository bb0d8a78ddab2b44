public import MetadataStore
internal import MetadataModel
internal import Search

/// A project: what a group of people works on, and the files that belong to it.
///
/// A project is a subject of the journal with facts of its own, so that its edits are undone and
/// made again like all others. An asset belongs to it when it states `project: NAME`; assets below
/// its roots or found by its rules are made to state it at every harvest. What belongs to a
/// project belongs to the one that it is part of, too.
public struct Project: Sendable, Hashable {
    static let subjectPrefix = "project/"
    /// The key by which an asset belongs to a project.
    static let key: FactKey = "project"

    public var name: String
    public var facts: [SubjectFact]

    public var description: String? { value("description") }
    public var parent: String? { value("parent") }
    /// Folders whose files belong to the project.
    public var roots: [String] { values("root") }
    /// Filters whose hits belong to the project.
    public var rules: [String] { values("rule") }
    public var members: [String] { values("member") }
    public var tags: [String] { values("tag") }
    /// Who starred it.
    public var stars: [String] { values("star") }
    public var lastEdit: Int64 { facts.map(\.edit).max() ?? 0 }

    private func value(_ key: String) -> String? { values(key).first }
    private func values(_ key: String) -> [String] {
        facts.filter { $0.key == key }.map(\.value)
    }

    var subject: String { Self.subjectPrefix + name }

    init?(named name: String, _ reader: StoreReader) throws {
        facts = try reader.facts(ofSubject: Self.subjectPrefix + name)
        self.name = name
        guard !facts.isEmpty else { return nil }
    }

    static func all(_ reader: StoreReader) throws -> [Project] {
        try reader.subjects(withPrefix: subjectPrefix).compactMap {
            try Project(named: String($0.dropFirst(subjectPrefix.count)), reader)
        }
    }

    /// A folder or a file may be called like the project.
    static func check(name: String) throws(CurationError) {
        let isPlain = !name.unicodeScalars.contains {
            $0.value < 0x20 || $0 == "/" || $0 == "\u{7F}"
        }
        guard isPlain, !name.isEmpty, name != ".", name != "..", name.utf8.count <= 200 else {
            throw CurationError(
                .invalid, "a project's name has 1 to 200 bytes and no slash, found `\(name)`")
        }
    }
}

/// What a project is changed to; what is absent or empty stays.
public struct ProjectChange: Sendable, Hashable {
    public var description: String?
    public var parent: String?
    public var roots: [String] = []
    public var rules: [String] = []
    public var members: [String] = []
    public var isStarred: Bool?

    public init() {}
}

extension Curation {
    /// Makes a project; who makes it is a member.
    ///
    /// - Throws: ``CurationError`` of kind `conflict` where there is one of that name.
    public func createProject(
        _ name: String, _ change: ProjectChange, by author: Author
    ) throws -> Int64? {
        try Project.check(name: name)
        return try edit(by: author, summary: { _ in "create project \(name)" }) { session in
            guard try session.writer.reading({ try Project(named: name, $0) }) == nil else {
                throw CurationError(.conflict, "there is a project \(name) already")
            }
            var change = change
            change.members.append(author.who)
            try session.make(
                .state, StatedFact(key: "name", value: name),
                aboutSubject: Project.subjectPrefix + name)
            try session.change(name, change, by: author, engine)
            try session.assign(engine)
        }.number
    }

    /// Changes a project.
    public func changeProject(
        _ name: String, _ change: ProjectChange, by author: Author
    ) throws -> Int64? {
        try edit(by: author, summary: { _ in "change project \(name)" }) { session in
            try session.change(name, change, by: author, engine)
            try session.assign(engine)
        }.number
    }

    /// Makes assets belong to a project, or no longer.
    public func addToProject(
        _ name: String, _ target: CurationTarget, isMember: Bool = true, by author: Author,
        within scope: ReadingScope? = nil
    ) throws -> (number: Int64?, changedCount: Int) {
        let verb = isMember ? "add to" : "remove from"
        let (number, count) = try edit(
            by: author, summary: { (count: Int) in "\(verb) project \(name): \(count) assets" }
        ) { session in
            let run = StepRun(session: session, engine: engine, scope: scope)
            let group = try run.group(of: target)
            let project = try session.project(name)
            guard isMember else {
                return try session.retract(from: group) {
                    $0.key == Project.key && $0.value == project.name
                }.count
            }
            return try session.add(group, to: project)
        }
        return (number, count)
    }

    /// Makes assets state the projects whose roots and rules they meet.
    ///
    /// - Returns: How many came to belong to a project.
    @discardableResult
    public func assignProjects(by author: Author) throws -> Int {
        guard try !store.read({ try $0.subjects(withPrefix: Project.subjectPrefix) }).isEmpty else {
            return 0
        }
        return try edit(
            by: author, summary: { (count: Int) in "assign \(count) assets to projects" }
        ) { session in
            try session.assign(engine)
        }.result
    }
}

extension EditSession {
    func project(_ name: String) throws -> Project {
        guard let project = try writer.reading({ try Project(named: name, $0) }) else {
            throw CurationError(.notFound, "there is no project \(name)")
        }
        return project
    }

    fileprivate func change(
        _ name: String, _ change: ProjectChange, by author: Author, _ engine: SearchEngine
    ) throws {
        let project = try project(name)
        func state(_ key: String, _ value: String) throws {
            try make(.state, StatedFact(key: key, value: value), aboutSubject: project.subject)
        }
        func replace(_ key: String, _ value: String) throws {
            for fact in project.facts where fact.key == key && fact.value != value {
                try make(.retract, StatedFact(fact), aboutSubject: project.subject)
            }
            if !value.isEmpty { try state(key, value) }
        }
        if let description = change.description { try replace("description", description) }
        if let parent = change.parent {
            guard try !ancestors(of: self.project(parent)).contains(where: { $0.name == name })
            else {
                throw CurationError(.invalid, "\(parent) is part of \(name) itself")
            }
            try replace("parent", parent)
        }
        for root in change.roots { try state("root", root.hasSuffix("/") ? root : root + "/") }
        for rule in change.rules {
            _ = try writer.reading { try engine.group(rule, in: $0) }
            try state("rule", rule)
        }
        for member in change.members { try state("member", member) }
        guard let isStarred = change.isStarred else { return }
        try make(
            isStarred ? .state : .retract, StatedFact(key: "star", value: author.who),
            aboutSubject: project.subject)
    }

    /// A project and those that it is part of, the nearest first.
    private func ancestors(of project: Project) throws -> [Project] {
        var line = [project]
        while let parent = line[line.count - 1].parent, !line.contains(where: { $0.name == parent })
        {
            line.append(try self.project(parent))
        }
        return line
    }

    fileprivate func add(_ group: AssetGroup, to project: Project) throws -> Int {
        var changed = AssetGroup()
        for project in try ancestors(of: project) {
            let fact = StatedFact(key: Project.key.description, value: project.name)
            changed = changed.union(try state(fact, about: group))
        }
        return changed.count
    }

    @discardableResult
    fileprivate func assign(_ engine: SearchEngine) throws -> Int {
        var count = 0
        for project in try writer.reading({ try Project.all($0) }) {
            let group = try writer.reading { reader in
                var group = AssetGroup()
                for root in project.roots { group = group.union(try reader.group(below: root)) }
                for rule in project.rules {
                    group = group.union(try engine.group(rule, in: reader))
                }
                return group
            }
            if !group.isEmpty { count += try add(group, to: project) }
        }
        return count
    }
}
