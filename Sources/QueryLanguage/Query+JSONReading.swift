extension Query {
    /// A query from its JSON form; see ``json``.
    ///
    /// - Throws: ``QueryFormError`` where the text is no such form, or says something that the
    ///   query's text could not: a word with spaces, a number that is none.
    public init(json: String) throws(QueryFormError) {
        var form = try Form(JSONTreeReader.read(json), "a query")
        self.init(
            filter: try form.optional("filter", Filter.init),
            stages: try form.optional("stages") { tree throws(QueryFormError) in
                try tree.elements(Stage.init)
            } ?? [])
        try form.end()
        // What prints and parses as itself is what the language can say.
        let parsed = QueryParser.parse(description)
        guard parsed.query == self, parsed.errors.isEmpty else {
            throw QueryFormError(
                "no text says the same as this form, the nearest is `\(description)`")
        }
    }
}

/// The members of an object on their way into a tree: each is taken once, none may remain.
private struct Form {
    private var members: [JSONTree.Member]
    private let subject: String

    init(_ tree: JSONTree, _ subject: String) throws(QueryFormError) {
        guard case .object(let members) = tree else {
            throw QueryFormError("expected an object for \(subject), found `\(tree.text)`")
        }
        self.members = members
        self.subject = subject
    }

    /// The name of the first member, which tells most forms apart.
    var firstName: String { members.first?.name ?? "" }

    func has(_ name: String) -> Bool { members.contains { $0.name == name } }

    mutating func optional<Part>(
        _ name: String, _ read: (JSONTree) throws(QueryFormError) -> Part
    ) throws(QueryFormError) -> Part? {
        guard let place = members.firstIndex(where: { $0.name == name }) else { return nil }
        return try read(members.remove(at: place).value)
    }

    mutating func required<Part>(
        _ name: String, _ read: (JSONTree) throws(QueryFormError) -> Part
    ) throws(QueryFormError) -> Part {
        guard let part = try optional(name, read) else {
            throw QueryFormError("expected `\(name)` in \(subject)")
        }
        return part
    }

    mutating func key(_ name: String = "key") throws(QueryFormError) -> KeyPattern {
        try required(name, KeyPattern.init)
    }

    mutating func text(_ name: String) throws(QueryFormError) -> String {
        try required(name) { tree throws(QueryFormError) in try tree.asText() }
    }

    mutating func number(_ name: String) throws(QueryFormError) -> Int {
        try required(name) { tree throws(QueryFormError) in try tree.asNumber() }
    }

    /// A member whose text is one of an enumeration's.
    mutating func word<Word: RawRepresentable<String>>(_ name: String) throws(QueryFormError)
        -> Word
    {
        let text = try text(name)
        guard let word = Word(rawValue: text) else {
            throw QueryFormError("`\(text)` is no `\(name)` of \(subject)")
        }
        return word
    }

    /// A member that can only be `true`.
    mutating func flag(_ name: String) throws(QueryFormError) {
        let value = try required(name) { tree throws(QueryFormError) in tree }
        guard value == .truth(true) else {
            throw QueryFormError("expected true for `\(name)`, found `\(value.text)`")
        }
    }

    func end() throws(QueryFormError) {
        if let member = members.first {
            throw QueryFormError("`\(member.name)` has no place in \(subject)")
        }
    }
}

extension JSONTree {
    fileprivate func asText() throws(QueryFormError) -> String {
        guard case .text(let text) = self else {
            throw QueryFormError("expected a string, found `\(text)`")
        }
        return text
    }

    fileprivate func asNumber() throws(QueryFormError) -> Int {
        guard case .number(let number) = self else {
            throw QueryFormError("expected a whole number, found `\(text)`")
        }
        return number
    }

    fileprivate func elements<Part>(
        _ read: (JSONTree) throws(QueryFormError) -> Part
    ) throws(QueryFormError) -> [Part] {
        guard case .array(let values) = self else {
            throw QueryFormError("expected an array, found `\(text)`")
        }
        var parts: [Part] = []
        for value in values { parts.append(try read(value)) }
        return parts
    }
}

extension KeyPattern {
    fileprivate init(_ tree: JSONTree) throws(QueryFormError) {
        let text = try tree.asText()
        var parser = QueryParser(text)
        guard case .key(let key) = parser.key(), parser.cursor.isAtEnd else {
            throw QueryFormError("`\(text)` is no key")
        }
        self = key
    }
}

extension DateLiteral {
    fileprivate init(_ tree: JSONTree) throws(QueryFormError) {
        let text = try tree.asText()
        guard let date = ScalarReading.date(text, allowsYear: true) else {
            throw QueryFormError("`\(text)` is no date")
        }
        self = date
    }
}

extension Filter {
    fileprivate init(_ tree: JSONTree) throws(QueryFormError) {
        var form = try Form(tree, "a filter")
        switch form.firstName {
        case "and": self = .and(try form.required("and", Self.operands))
        case "or": self = .or(try form.required("or", Self.operands))
        case "not": self = .not(try form.required("not", Filter.init))
        case "word": self = .text(.word(try form.text("word")))
        case "prefix": self = .text(.prefix(try form.text("prefix")))
        case "phrase": self = .text(.phrase(try form.text("phrase")))
        case "has": self = .has(try form.key("has"))
        case "missing": self = .missing(try form.key("missing"))
        case "element":
            self = .element(try form.key("element"), try form.required("filter", Filter.init))
        case "relation":
            self = .relation(
                .lineage(
                    try form.word("relation"), depth: try form.optional("depth", DepthRange.init),
                    try form.required("filter", Filter.init)))
        case "same":
            self = .relation(
                .same(try form.key("same"), try form.required("filter", Filter.init)))
        case "step":
            self = .relation(
                .step(try form.word("step"), try form.required("filter", Filter.init)))
        case "selection": self = .relation(.selection(try form.text("selection")))
        default:
            if form.has("quantifier") {
                self = .quantified(
                    try form.word("quantifier"), try form.key(), try form.word("op"),
                    try form.required("value", Scalar.init))
            } else {
                self = .clause(
                    Clause(
                        key: try form.key(), comparison: try form.word("op"),
                        value: try form.required("value", Value.init)))
            }
        }
        try form.end()
    }

    private static func operands(_ tree: JSONTree) throws(QueryFormError) -> [Filter] {
        let operands = try tree.elements(Filter.init)
        guard operands.count > 1 else {
            throw QueryFormError("expected two conditions or more, found \(operands.count)")
        }
        return operands
    }
}

extension DepthRange {
    fileprivate init(_ tree: JSONTree) throws(QueryFormError) {
        var form = try Form(tree, "a depth")
        self.init(
            least: try form.number("least"),
            most: try form.optional("most") { tree throws(QueryFormError) in try tree.asNumber() })
        try form.end()
    }
}

extension Value {
    fileprivate init(_ tree: JSONTree) throws(QueryFormError) {
        guard case .object = tree else {
            self = .scalar(try Scalar(tree))
            return
        }
        var form = try Form(tree, "a value")
        switch form.firstName {
        case "from", "to":
            self = .range(
                try form.optional("from", Scalar.init), try form.optional("to", Scalar.init))
        case "about", "within":
            self = .tolerance(
                try form.required("about", Scalar.init), try form.required("within", Scalar.init))
        case "any_of":
            self = .anyOf(
                try form.required("any_of") { tree throws(QueryFormError) in
                    try tree.elements(Scalar.init)
                })
        case "anything":
            try form.flag("anything")
            self = .anything
        default:
            self = .scalar(try Scalar(tree))
            return
        }
        try form.end()
    }
}

extension Scalar {
    fileprivate init(_ tree: JSONTree) throws(QueryFormError) {
        if case .truth(let truth) = tree {
            self = .truth(truth)
            return
        }
        var form = try Form(tree, "a value")
        switch form.firstName {
        case "date": self = .date(try form.required("date", DateLiteral.init))
        case "word": self = .word(try form.text("word"))
        case "string": self = .string(try form.text("string"))
        case "glob": self = .glob(try form.text("glob"))
        default:
            self = .quantity(try Quantity(tree))
            return
        }
        try form.end()
    }
}

extension Quantity {
    fileprivate init(_ tree: JSONTree) throws(QueryFormError) {
        var form = try Form(tree, "a quantity")
        self.init(
            number: try form.text("number"),
            unit: try form.optional("unit") { tree throws(QueryFormError) in try tree.asText() })
        try form.end()
    }
}

extension Stage {
    fileprivate init(_ tree: JSONTree) throws(QueryFormError) {
        var form = try Form(tree, "a stage")
        guard let name = QueryParser.StageName(rawValue: form.firstName) else {
            throw QueryFormError("`\(form.firstName)` is no stage")
        }
        switch name {
        case .sort: self = .sort(try form.list(name, SortKey.init))
        case .facet: self = .facet(try form.list(name, FacetKey.init))
        case .select: self = .select(try form.list(name, Column.init))
        case .stats: self = .stats(try form.key(name.rawValue))
        case .distinct: self = .distinct(try form.key(name.rawValue))
        case .group: self = .group(try form.key(name.rawValue))
        case .count:
            self = .count(
                by: try form.required(name.rawValue) { tree throws(QueryFormError) in
                    var count = try Form(tree, "`count`")
                    let key = try count.optional("by", KeyPattern.init)
                    try count.end()
                    return key
                })
        case .limit: self = .limit(try form.number(name.rawValue))
        case .after: self = .after(try form.text(name.rawValue))
        case .sample:
            self = .sample(
                try form.number(name.rawValue),
                seed: try form.optional("seed") { tree throws(QueryFormError) in
                    try tree.asNumber()
                })
        case .asOf: self = .asOf(try form.required(name.rawValue, DateLiteral.init))
        case .explain:
            try form.flag(name.rawValue)
            self = .explain
        }
        try form.end()
    }
}

extension Form {
    fileprivate mutating func list<Part>(
        _ name: QueryParser.StageName, _ read: (JSONTree) throws(QueryFormError) -> Part
    ) throws(QueryFormError) -> [Part] {
        try required(name.rawValue) { tree throws(QueryFormError) in try tree.elements(read) }
    }
}

extension SortKey {
    fileprivate init(_ tree: JSONTree) throws(QueryFormError) {
        var form = try Form(tree, "a sort key")
        self.init(try form.key(), isDescending: form.has("descending"))
        if isDescending { try form.flag("descending") }
        try form.end()
    }
}

extension FacetKey {
    fileprivate init(_ tree: JSONTree) throws(QueryFormError) {
        var form = try Form(tree, "a facet")
        self.init(
            try form.key(), bin: try form.optional("by", Bin.init),
            top: try form.optional("top") { tree throws(QueryFormError) in try tree.asNumber() })
        try form.end()
    }
}

extension Bin {
    fileprivate init(_ tree: JSONTree) throws(QueryFormError) {
        if case .text(let unit) = tree {
            self = .calendar(unit)
        } else {
            self = .width(try Quantity(tree))
        }
    }
}

extension Column {
    fileprivate init(_ tree: JSONTree) throws(QueryFormError) {
        var form = try Form(tree, "a column")
        self.init(
            try form.key(),
            unit: try form.optional("unit") { tree throws(QueryFormError) in try tree.asText() })
        try form.end()
    }
}
