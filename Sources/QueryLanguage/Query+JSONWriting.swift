/// The JSON form of a query, deterministic and without loss.
///
/// | Text                     | Form                                                              |
/// |:-------------------------|:------------------------------------------------------------------|
/// | `a b`, `a OR b`, `-a`    | `{"and":[…]}`, `{"or":[…]}`, `{"not":…}`                          |
/// | `a`, `a*`, `"a b"`       | `{"word":"a"}`, `{"prefix":"a"}`, `{"phrase":"a b"}`              |
/// | `k>5kV`                  | `{"key":"k","op":">","value":{"number":"5","unit":"kV"}}`         |
/// | `k:1..2`, `k:5±1`        | value `{"from":…,"to":…}`, `{"about":…,"within":…}`               |
/// | `k:(a OR b)`, `k:*`      | value `{"any_of":[…]}`, `{"anything":true}`                       |
/// | `has:k`, `missing:k`     | `{"has":"k"}`, `{"missing":"k"}`                                  |
/// | `count(k)>=3`            | `{"quantifier":"count","key":"k","op":">=","value":…}`            |
/// | `C{ … }`                 | `{"element":"C","filter":…}`                                      |
/// | `ancestors{1..3}( … )`   | `{"relation":"ancestors","depth":{"least":1,"most":3},"filter":…}`|
/// | `same( k, … )`, `sel:id` | `{"same":"k","filter":…}`, `{"selection":"id"}`                   |
/// | `made_by{ … }`           | `{"step":"made_by","filter":…}`                                   |
/// | `\| sort a desc`         | `{"sort":[{"key":"a","descending":true}]}`, likewise each stage   |
///
/// Scalars are `{"number":…,"unit":…}`, `{"date":"-30d"}`, `{"word":…}`, `{"string":…}`,
/// `{"glob":…}`, `true` and `false`. Keys are spelled as in the text.
extension Query {
    public var json: String {
        var members: [JSONTree.Member] = []
        if let filter { members.append(.init(name: "filter", value: filter.tree)) }
        if !stages.isEmpty {
            members.append(.init(name: "stages", value: .array(stages.map(\.tree))))
        }
        return JSONTree.object(members).text
    }
}

extension JSONTree {
    /// An object; members without a value are left out.
    fileprivate static func object(_ members: KeyValuePairs<String, JSONTree?>) -> JSONTree {
        .object(
            members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    fileprivate static func key(_ key: KeyPattern) -> JSONTree { .text(key.description) }
}

extension Filter {
    fileprivate var tree: JSONTree {
        switch self {
        case .and(let operands): .object(["and": .array(operands.map(\.tree))])
        case .or(let operands): .object(["or": .array(operands.map(\.tree))])
        case .not(let operand): .object(["not": operand.tree])
        case .text(.word(let word)): .object(["word": .text(word)])
        case .text(.prefix(let prefix)): .object(["prefix": .text(prefix)])
        case .text(.phrase(let phrase)): .object(["phrase": .text(phrase)])
        case .clause(let clause):
            .object([
                "key": .key(clause.key), "op": .text(clause.comparison.rawValue),
                "value": clause.value.tree,
            ])
        case .has(let key): .object(["has": .key(key)])
        case .missing(let key): .object(["missing": .key(key)])
        case .quantified(let quantifier, let key, let comparison, let scalar):
            .object([
                "quantifier": .text(quantifier.rawValue), "key": .key(key),
                "op": .text(comparison.rawValue), "value": scalar.tree,
            ])
        case .element(let key, let filter):
            .object(["element": .key(key), "filter": filter.tree])
        case .relation(let relation): relation.tree
        }
    }
}

extension Relation {
    fileprivate var tree: JSONTree {
        switch self {
        case .lineage(let direction, let depth, let filter):
            .object([
                "relation": .text(direction.rawValue),
                "depth": depth.map {
                    .object(["least": .number($0.least), "most": $0.most.map(JSONTree.number)])
                },
                "filter": filter.tree,
            ])
        case .same(let key, let filter): .object(["same": .key(key), "filter": filter.tree])
        case .step(let maker, let filter):
            .object(["step": .text(maker.rawValue), "filter": filter.tree])
        case .selection(let id): .object(["selection": .text(id)])
        }
    }
}

extension Value {
    fileprivate var tree: JSONTree {
        switch self {
        case .scalar(let scalar): scalar.tree
        case .range(let lower, let upper): .object(["from": lower?.tree, "to": upper?.tree])
        case .tolerance(let value, let width):
            .object(["about": value.tree, "within": width.tree])
        case .anyOf(let scalars): .object(["any_of": .array(scalars.map(\.tree))])
        case .anything: .object(["anything": .truth(true)])
        }
    }
}

extension Scalar {
    fileprivate var tree: JSONTree {
        switch self {
        case .quantity(let quantity): quantity.tree
        case .date(let date): .object(["date": .text(date.description)])
        case .word(let text): .object(["word": .text(text)])
        case .string(let text): .object(["string": .text(text)])
        case .glob(let text): .object(["glob": .text(text)])
        case .truth(let truth): .truth(truth)
        }
    }
}

extension Quantity {
    fileprivate var tree: JSONTree {
        .object(["number": .text(number), "unit": unit.map(JSONTree.text)])
    }
}

extension Stage {
    fileprivate var tree: JSONTree {
        switch self {
        case .sort(let keys):
            .object([
                name: .array(
                    keys.map {
                        .object([
                            "key": .key($0.key),
                            "descending": $0.isDescending ? .truth(true) : nil,
                        ])
                    })
            ])
        case .facet(let keys): .object([name: .array(keys.map(\.tree))])
        case .select(let columns):
            .object([
                name: .array(
                    columns.map {
                        .object(["key": .key($0.key), "unit": $0.unit.map(JSONTree.text)])
                    })
            ])
        case .stats(let key), .distinct(let key), .group(let key): .object([name: .key(key)])
        case .count(let key): .object([name: .object(["by": key.map(JSONTree.key)])])
        case .limit(let count): .object([name: .number(count)])
        case .after(let cursor): .object([name: .text(cursor)])
        case .sample(let count, let seed):
            .object([name: .number(count), "seed": seed.map(JSONTree.number)])
        case .asOf(let date): .object([name: .text(date.description)])
        case .explain: .object([name: .truth(true)])
        }
    }
}

extension FacetKey {
    fileprivate var tree: JSONTree {
        let bin: JSONTree? =
            switch bin {
            case .width(let width): width.tree
            case .calendar(let unit): .text(unit)
            case nil: nil
            }
        return .object(["key": .key(key), "by": bin, "top": top.map(JSONTree.number)])
    }
}
