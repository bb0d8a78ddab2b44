internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage

extension QueryResolution {
    /// The predicate of `key{ … }`: all inside hold for one element.
    ///
    /// The braces' key names a structure, wherever it stands in keys. Keys inside are those below
    /// it: `Name` in `Channel{ Name:DAPI }` is `ome.Image.Pixels.Channel.Name`, and a concept is
    /// what it has there.
    mutating func element(_ key: KeyPattern, _ filter: Filter) -> Predicate {
        let members = keys.structure(key)
        noteStructure(key.description, members.map { Resolution.Source(entry: $0.key.entry) })
        let scope = ElementScope(
            written: key.description,
            segments: Dictionary(
                members.map { ($0.key.entry.id, $0.segment) },
                uniquingKeysWith: { first, _ in first }),
            keys: members.map(\.key))
        guard let condition = condition(filter, in: scope) else { return .nothing }
        return members.isEmpty ? .nothing : .element(ElementTest(condition))
    }

    /// The keys below a structure.
    private struct ElementScope {
        var written: String
        /// The place of the structure's segment in each key.
        var segments: [KeyID: Int]
        var keys: [KeyCatalogue.Named]
    }

    private mutating func condition(
        _ filter: Filter, in scope: ElementScope
    ) -> ElementTest.Condition? {
        places.enter(filter)
        switch filter {
        case .and(let parts):
            let inner = parts.map { condition($0, in: scope) }
            return inner.contains(where: { $0 == nil }) ? nil : .and(inner.compactMap { $0 })
        case .or(let parts):
            let inner = parts.map { condition($0, in: scope) }
            return inner.contains(where: { $0 == nil }) ? nil : .or(inner.compactMap { $0 })
        case .not(let part): return condition(part, in: scope).map { .not($0) }
        case .has(let key):
            return members(of: resolution(of: key, in: scope), scope, test: .present)
        case .missing(let key):
            return .not(members(of: resolution(of: key, in: scope), scope, test: .present))
        case .clause(let clause):
            return self.clause(clause, in: scope)
        case .text, .quantified, .element, .relation:
            fault(
                .notYetAvailable,
                "within braces only clauses, has: and missing: are available yet, found "
                    + "`\(filter.description)`",
                at: places.place(of: filter.description))
            return nil
        }
    }

    private mutating func clause(
        _ clause: Clause, in scope: ElementScope
    ) -> ElementTest.Condition {
        let resolution = resolution(of: clause.key, in: scope)
        // The predicate of the clause alone is taken apart again: its fact tests become members.
        return condition(of: condition(clause, resolution), scope)
    }

    private func condition(
        of predicate: Predicate, _ scope: ElementScope
    ) -> ElementTest.Condition {
        switch predicate {
        case .facts(let test): return .member(member(test, scope))
        case .and(let parts): return .and(parts.map { condition(of: $0, scope) })
        case .or(let parts): return .or(parts.map { condition(of: $0, scope) })
        case .not(let part): return .not(condition(of: part, scope))
        case .everything: return .and([])
        case .nothing, .anywhere, .identities, .selection, .element: return .or([])
        }
    }

    private func members(
        of resolution: Resolution, _ scope: ElementScope, test: ValueTest
    ) -> ElementTest.Condition {
        let groups = Self.groups(resolution)
        return .or(
            groups.map {
                .member(member(FactTest(keys: $0.keys, test, element: $0.steps), scope))
            })
    }

    private func member(_ test: FactTest, _ scope: ElementScope) -> ElementTest.Member {
        ElementTest.Member(test: test, segments: test.keys.map { scope.segments[$0] ?? 0 })
    }

    /// What a key within the braces stands for: keys right below the structure, or those of its
    /// usual meaning that lie below it.
    private mutating func resolution(
        of pattern: KeyPattern, in scope: ElementScope
    ) -> Resolution {
        let matching = KeyMatching(pattern)
        let sources: [Resolution.Source] = scope.keys.compactMap { key in
            let start = (scope.segments[key.entry.id] ?? 0) + 1
            guard let places = matching.places(in: key.segments[start...]) else { return nil }
            return Resolution.Source(entry: key.entry, steps: pattern.steps(at: places))
        }
        var resolution = keys.resolution(of: pattern)
        if sources.isEmpty {
            resolution.sources.removeAll { scope.segments[$0.entry.id] == nil }
        } else {
            resolution = Resolution(written: pattern.description, origin: .ending, sources: sources)
        }
        if resolution.sources.isEmpty {
            let names = scope.keys.compactMap { $0.entry.key.segments.last }
            warnings.append(
                SearchWarning(
                    "no `\(pattern.description)` stands within `\(scope.written)`",
                    suggestions: Suggestions(among: names).nearest(to: pattern.description)))
        }
        return resolution
    }
}
