internal import MetadataModel
public import MetadataStore

/// Who asks: a name for the log, what they may do, and what exists for them.
public struct Caller: Sendable, Hashable {
    /// The token's name and id, or who else it is.
    public var name: String
    public var permissions: Set<Permission>
    /// The projects whose assets they see; all assets where it is absent.
    public var projects: Set<String>?

    public init(name: String, permissions: Set<Permission>, projects: Set<String>? = nil) {
        self.name = name
        self.permissions = permissions
        self.projects = projects
    }

    /// Anybody who shows no token.
    public static func nobody(mayRead: Bool) -> Caller {
        Caller(name: "anonymous", permissions: mayRead ? [.read] : [])
    }

    /// The owner of the index's own token.
    public static let localAdministrator = Caller(
        name: "local administrator", permissions: Role.administrator.permissions)

    public func may(_ permission: Permission) -> Bool { permissions.contains(permission) }

    /// What of the index exists for them; all of it where it is absent.
    public var scope: ReadingScope? {
        projects.map { ReadingScope(key: Self.projectKey, values: $0) }
    }

    /// Whether they may see what somebody made who saw these projects, all where it is `nil`.
    public func sees(projects made: [String]?) -> Bool {
        guard let projects else { return true }
        return made.map { projects.isSuperset(of: $0) } ?? false
    }

    /// The key whose values are the projects of an asset.
    private static let projectKey = FactKey(segments: ["project"])
}
