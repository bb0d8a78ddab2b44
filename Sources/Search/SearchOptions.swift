/// How a query is answered, beside what its text says; a stage of the text wins.
public struct SearchOptions: Sendable, Hashable {
    /// Hits of a page where no option and no stage says otherwise.
    public static let usualLimit = 50

    /// Hits of a page; of a stream, all hits where it is absent.
    public var limit: Int?
    /// Where the page begins: the ``SearchAnswer/next`` of the page before.
    public var after: String?
    /// The time after which the answer is what was found until then, and says so.
    public var timeLimit: Duration?
    /// Whether every clause is counted by itself.
    public var countsClauses: Bool
    /// Whether hits of words come in the order of how well they fit, where the text asks for no
    /// order.
    public var ranks: Bool
    /// Whether an answer that finds nothing says why.
    public var diagnoses: Bool
    /// Whether the answer explains itself, as the `explain` stage asks.
    public var explains: Bool
    /// Whether assets are found whose files are gone, as a clause on `deleted` also asks.
    public var findsDeleted: Bool

    public init(
        limit: Int? = nil, after: String? = nil, timeLimit: Duration? = nil,
        countsClauses: Bool = true, explains: Bool = false, diagnoses: Bool = true,
        ranks: Bool = true, findsDeleted: Bool = false
    ) {
        self.limit = limit
        self.after = after
        self.timeLimit = timeLimit
        self.countsClauses = countsClauses
        self.explains = explains
        self.diagnoses = diagnoses
        self.ranks = ranks
        self.findsDeleted = findsDeleted
    }
}
