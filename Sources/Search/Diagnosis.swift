/// Why a query finds nothing, and the least change after which it finds something.
public struct Diagnosis: Sendable, Hashable {
    /// The clause that leaves nothing, in canonical spelling.
    public var clause: String
    /// Why, as one clause for a person.
    public var reason: String
    /// Keys, values or units that come near to what the clause says, the nearest first.
    public var nearest: [String]
    /// A query that finds something, and how many; absent where no single change helps.
    public var query: String?
    public var total: Int?
}
