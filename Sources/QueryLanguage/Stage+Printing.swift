extension Stage: CustomStringConvertible {
    public var description: String {
        arguments.isEmpty ? name : "\(name) \(arguments)"
    }

    /// The stage's name, which is that of its URL parameter too.
    var name: String {
        let name: QueryParser.StageName =
            switch self {
            case .sort: .sort
            case .facet: .facet
            case .stats: .stats
            case .count: .count
            case .select: .select
            case .distinct: .distinct
            case .limit: .limit
            case .after: .after
            case .sample: .sample
            case .group: .group
            case .asOf: .asOf
            case .explain: .explain
            }
        return name.rawValue
    }

    /// What follows the stage's name.
    var arguments: String {
        switch self {
        case .sort(let keys): Self.list(keys)
        case .facet(let keys): Self.list(keys)
        case .select(let columns): Self.list(columns)
        case .stats(let key), .distinct(let key), .group(let key): key.description
        case .count(let key): key.map { "by \($0)" } ?? ""
        case .limit(let count): "\(count)"
        case .after(let cursor): Scalar.bareOrQuoted(cursor)
        case .sample(let count, let seed): "\(count)" + (seed.map { " seed \($0)" } ?? "")
        case .asOf(let date): date.description
        case .explain: ""
        }
    }

    private static func list(_ members: [some CustomStringConvertible]) -> String {
        members.map(\.description).joined(separator: ", ")
    }
}

extension SortKey: CustomStringConvertible {
    public var description: String { key.description + (isDescending ? " desc" : "") }
}

extension FacetKey: CustomStringConvertible {
    public var description: String {
        key.description + (bin.map { " by \($0)" } ?? "") + (top.map { " top \($0)" } ?? "")
    }
}

extension Bin: CustomStringConvertible {
    public var description: String {
        switch self {
        case .width(let width): width.description
        case .calendar(let unit): unit
        }
    }
}

extension Column: CustomStringConvertible {
    public var description: String { key.description + (unit.map { " in \($0)" } ?? "") }
}
