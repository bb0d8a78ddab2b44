internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage
internal import Units

/// What a key as typed stands for in one revision of the index.
struct Resolution: Sendable {
    /// One key of the index.
    struct Source: Sendable {
        var entry: KeyEntry
        /// The unit of its numbers where the facts state none and a concept knows it.
        var unit: NamedUnit?
        /// The elements that the query's indices ask for.
        var steps: [ElementStep] = []
        /// Whether people state it, in the place of what files say under the other keys.
        var isStated = false
    }

    /// The key in canonical spelling.
    var written: String
    var origin: ResolvedKey.Origin
    /// In the order of the index; empty where nothing fits.
    var sources: [Source]
    var field: BuiltinField?
    /// The unit in which a concept is usually given.
    var usualUnit: NamedUnit?

    var keys: [KeyID] { sources.map(\.entry.id) }

    /// The dimensions that the key's numbers have, the concept's own among them.
    var dimensions: Set<Dimension> {
        var dimensions = Set(sources.flatMap(\.entry.dimensions))
        dimensions.formUnion(sources.compactMap(\.unit?.unit.dimension))
        if let usualUnit { dimensions.insert(usualUnit.unit.dimension) }
        return dimensions
    }

    /// The units that facts state, and how many facts do, the most frequent first.
    var statedUnits: [(unit: String, count: Int)] {
        var counts: [String: Int] = [:]
        for (unit, count) in sources.flatMap(\.entry.units) { counts[unit, default: 0] += count }
        return counts.map { (unit: $0.key, count: $0.value) }
            .sorted { ($0.count, $1.unit) > ($1.count, $0.unit) }
    }
}

/// Finds the keys of the index that a key as typed stands for.
///
/// In this order: the exact key; a built-in field; a concept; keys whose last segments are those
/// typed. Several matches are a union. A concept's name is a key of its own as well, so that facts
/// imported under it belong to it. A pattern that begins with a name is tried on whole keys first;
/// any other fits at the end of keys. An index `[3]` narrows the elements and not the keys.
struct KeyResolver: Sendable {
    let catalogue: KeyCatalogue
    let vocabulary: Vocabulary

    func resolution(of pattern: KeyPattern) -> Resolution {
        let written = pattern.description
        guard !pattern.isWild else { return patternResolution(of: pattern, written) }
        let field = BuiltinField(rawValue: pattern.folded)
        let concept = vocabulary.concept(pattern.folded)
        if field == nil, let concept {
            let found = stated(pattern) + sources(of: concept)
            if !found.isEmpty {
                return Resolution(
                    written: written, origin: .concept, sources: found, usualUnit: concept.unit)
            }
        }
        let exact = sources(pattern) { $0.places(in: $1[...]) }
        if !exact.isEmpty {
            return Resolution(
                written: written, origin: .key, sources: stated(pattern) + exact)
        }
        if let field {
            let found = sources(of: field)
            if !found.isEmpty || field == .id {
                return Resolution(written: written, origin: .field, sources: found, field: field)
            }
        }
        let statedKeys = stated(pattern)
        let ending =
            statedKeys
            + sources(pattern) { $0.placesAtEnd(of: $1) }.filter { source in
                !statedKeys.contains { $0.entry.id == source.entry.id }
            }
        return Resolution(
            written: written, origin: ending.isEmpty ? .nothing : .ending, sources: ending,
            field: ending.isEmpty ? field : nil, usualUnit: concept?.unit)
    }

    /// The keys below every structure of a name, such as all of `ome.Image.Pixels.Channel`, with
    /// the place of that structure's segment in each.
    func structure(_ pattern: KeyPattern) -> [(key: KeyCatalogue.Named, segment: Int)] {
        let matching = KeyMatching(pattern)
        return catalogue.all.compactMap { key in
            guard let places = matching.placesAnywhere(in: key.segments), let last = places.last,
                last < key.segments.count - 1
            else { return nil }
            return (key, last)
        }
    }

    /// The names of the concepts that each key belongs to, those that include others left out.
    func conceptNames() -> [KeyID: [String]] {
        var names: [KeyID: [String]] = [:]
        for concept in vocabulary.concepts {
            for source in sources(concept.sources) {
                names[source.entry.id, default: []].append(concept.name)
            }
        }
        return names
    }

    private func patternResolution(of pattern: KeyPattern, _ written: String) -> Resolution {
        if case .plain = pattern.segments.first?.name {
            let whole = sources(pattern) { $0.places(in: $1[...]) }
            if !whole.isEmpty {
                return Resolution(written: written, origin: .pattern, sources: whole)
            }
        }
        let ending = sources(pattern) { $0.placesAtEnd(of: $1) }
        return Resolution(
            written: written, origin: ending.isEmpty ? .nothing : .pattern, sources: ending)
    }

    private func sources(of concept: Vocabulary.Concept) -> [Resolution.Source] {
        sources(vocabulary.sources(of: concept)).sorted { $0.entry.key < $1.entry.key }
    }

    /// Each key once, by the first of the concept's sources that fits it.
    private func sources(_ conceptSources: [Vocabulary.Source]) -> [Resolution.Source] {
        var seen: Set<KeyID> = []
        var found: [Resolution.Source] = []
        for source in conceptSources {
            for var key in sources(source.pattern, fit: { $0.places(in: $1[...]) })
            where seen.insert(key.entry.id).inserted {
                key.unit = source.unit
                found.append(key)
            }
        }
        return found
    }

    /// What people state under a key or concept: the same below `user`, as `user.voltage`.
    private func stated(_ pattern: KeyPattern) -> [Resolution.Source] {
        sources(pattern) { matching, segments in
            guard segments.count > 1, segments[0] == "user" else { return nil }
            return matching.places(in: segments[1...])
        }.map { source in
            var source = source
            source.isStated = true
            return source
        }
    }

    private func sources(of field: BuiltinField) -> [Resolution.Source] {
        field.patterns.compactMap(KeyPattern.init(text:)).flatMap { pattern in
            sources(pattern) { $0.places(in: $1[...]) }
        }
    }

    /// The keys that a pattern fits. Where its last segment is a name, few have to be looked at.
    private func sources(
        _ pattern: KeyPattern, fit: (KeyMatching, [String]) -> [Int]?
    ) -> [Resolution.Source] {
        let matching = KeyMatching(pattern)
        let candidates =
            pattern.plainName(at: pattern.segments.count - 1)
            .map { catalogue.keys(ending: FactKey.folded($0)) } ?? catalogue.all
        return candidates.compactMap { key in
            fit(matching, key.segments).map {
                Resolution.Source(entry: key.entry, steps: pattern.steps(at: $0))
            }
        }
    }
}
