/// A parsed query: what to find, and what to do with it.
public struct Query: Hashable, Sendable {
    /// Absent where every asset is meant: `| select path`.
    public var filter: Filter?
    public var stages: [Stage]

    public init(filter: Filter? = nil, stages: [Stage] = []) {
        self.filter = filter
        self.stages = stages
    }
}

/// A place in a query's text, in UTF-8 bytes from its beginning.
public struct SourceRange: Hashable, Sendable {
    public var start: Int
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }
}

/// A condition on assets.
public indirect enum Filter: Hashable, Sendable {
    /// All hold; at least two.
    case and([Filter])
    /// At least one holds; at least two.
    case or([Filter])
    case not(Filter)
    case text(TextTerm)
    case clause(Clause)
    /// `has:key`
    case has(KeyPattern)
    /// `missing:key`
    case missing(KeyPattern)
    /// `count(Channel)>=3`, `all(key)<5`
    case quantified(Quantifier, KeyPattern, Comparison, Scalar)
    /// `Channel{ … }`: all inside hold for one element.
    case element(KeyPattern, Filter)
    case relation(Relation)
}

/// Words or a phrase, in any key's value.
public enum TextTerm: Hashable, Sendable {
    case word(String)
    /// `osteo*`
    case prefix(String)
    /// `"osmium tetroxide"`
    case phrase(String)
}

/// `key op value`
public struct Clause: Hashable, Sendable {
    public var key: KeyPattern
    public var comparison: Comparison
    public var value: Value

    public init(key: KeyPattern, comparison: Comparison, value: Value) {
        self.key = key
        self.comparison = comparison
        self.value = value
    }
}

public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case matches = ":"
    case equals = "="
    case differs = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case similar = "~"
    case near = "~="
}

public enum Quantifier: String, Hashable, Sendable, CaseIterable {
    case any, all, none, count
}

public enum Value: Hashable, Sendable {
    case scalar(Scalar)
    /// `5kV..20kV`; one end may be open.
    case range(Scalar?, Scalar?)
    /// `5±0.5`
    case tolerance(Scalar, Scalar)
    /// `(oil OR water)`
    case anyOf([Scalar])
    /// `*`: any value.
    case anything
}

public enum Scalar: Hashable, Sendable {
    case quantity(Quantity)
    case date(DateLiteral)
    /// A bare word.
    case word(String)
    /// A quoted text.
    case string(String)
    /// A bare word with `*` or `?` or `/` in it.
    case glob(String)
    case truth(Bool)
}

/// A number as typed, and its unit, if there is one.
public struct Quantity: Hashable, Sendable {
    /// The number's spelling: `5`, `1e6`, `-60`.
    public var number: String
    public var unit: String?

    public init(number: String, unit: String? = nil) {
        self.number = number
        self.unit = unit
    }

    public var value: Double { Double(number) ?? .nan }
}

public enum DateLiteral: Hashable, Sendable {
    /// A full or partial date, as typed: `2026`, `2026-03`, `2026-03-01T12:30+01:00`.
    case absolute(String)
    case today
    case yesterday
    case now
    /// `now+2h`, `now-30d`; the sign is part of the duration's count.
    case nowOffset(Duration)
    /// `-30d`: from that long ago.
    case ago(Duration)
}

/// A length of time in one of the units `s min h d w mo y`.
public struct Duration: Hashable, Sendable {
    public var count: Int
    public var unit: String

    public init(count: Int, unit: String) {
        self.count = count
        self.unit = unit
    }
}

/// A key as typed: its segments may be patterns.
public struct KeyPattern: Hashable, Sendable {
    public var segments: [Segment]

    public init(segments: [Segment]) {
        self.segments = segments
    }

    public struct Segment: Hashable, Sendable {
        public enum Name: Hashable, Sendable {
            /// A name in plain spelling; printed in backticks where it must be.
            case plain(String)
            /// A name with `*` or `?` in it.
            case glob(String)
            /// `**`: any number of segments.
            case anyDepth
        }

        public enum Index: Hashable, Sendable {
            case number(Int)
            case any
        }

        public var name: Name
        /// `[3]` or `[*]`
        public var index: Index?

        public init(_ name: Name, index: Index? = nil) {
            self.name = name
            self.index = index
        }
    }
}

/// A condition on what an asset came from, or what was made of it.
public indirect enum Relation: Hashable, Sendable {
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        case parents, children, ancestors, descendants
        case hasInput = "has_input"
        case hasOutput = "has_output"
    }

    public enum Maker: String, Hashable, Sendable, CaseIterable {
        case madeBy = "made_by"
        case usedBy = "used_by"
    }

    /// `ancestors{1..3}( filter )`
    case lineage(Direction, depth: DepthRange?, Filter)
    /// `same( key, filter )`
    case same(KeyPattern, Filter)
    /// `made_by{ filter }`
    case step(Maker, Filter)
    /// `sel:9f2c`
    case selection(String)
}

public struct DepthRange: Hashable, Sendable {
    public var least: Int
    public var most: Int?

    public init(least: Int, most: Int? = nil) {
        self.least = least
        self.most = most
    }
}

/// One step of what is done with the assets found.
public enum Stage: Hashable, Sendable {
    case sort([SortKey])
    case facet([FacetKey])
    case stats(KeyPattern)
    case count(by: KeyPattern?)
    case select([Column])
    case distinct(KeyPattern)
    case limit(Int)
    case after(String)
    case sample(Int, seed: Int?)
    case group(KeyPattern)
    case asOf(DateLiteral)
    case explain
}

public struct SortKey: Hashable, Sendable {
    public var key: KeyPattern
    public var isDescending: Bool

    public init(_ key: KeyPattern, isDescending: Bool = false) {
        self.key = key
        self.isDescending = isDescending
    }
}

public struct FacetKey: Hashable, Sendable {
    public var key: KeyPattern
    public var bin: Bin?
    public var top: Int?

    public init(_ key: KeyPattern, bin: Bin? = nil, top: Int? = nil) {
        self.key = key
        self.bin = bin
        self.top = top
    }
}

/// The width of a facet's bins.
public enum Bin: Hashable, Sendable {
    case width(Quantity)
    /// `year month week day hour minute`
    case calendar(String)
}

public struct Column: Hashable, Sendable {
    public var key: KeyPattern
    public var unit: String?

    public init(_ key: KeyPattern, unit: String? = nil) {
        self.key = key
        self.unit = unit
    }
}
