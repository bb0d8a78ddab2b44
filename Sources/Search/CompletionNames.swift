internal import MetadataModel
internal import MetadataStore
internal import QueryLanguage

/// All names that a key may be called by in one revision of an index, ready to be compared with
/// what is being typed.
struct CompletionNames: Sendable {
    struct Name: Sendable {
        enum Origin: Int, Sendable {
            case concept, field, key
        }

        var origin: Origin
        /// As it is written in a query.
        var text: String
        var note: String
        /// About how many assets state it.
        var weight: Int
        fileprivate var folded: [UInt8]
        fileprivate var segments: [[UInt8]]

        init(_ origin: Origin, _ text: String, note: String, weight: Int) {
            self.origin = origin
            self.text = text
            self.note = note
            self.weight = weight
            folded = Array(FactKey.folded(text).utf8)
            segments = folded.split(separator: UInt8(ascii: ".")).map(Array.init)
        }
    }

    let all: [Name]

    init(_ keys: KeyResolver) {
        var names: [Name] = []
        for concept in keys.vocabulary.concepts {
            guard let pattern = KeyPattern(text: concept.name) else { continue }
            let resolution = keys.resolution(of: pattern)
            guard resolution.origin == .concept else { continue }
            names.append(
                Name(
                    .concept, pattern.description, note: concept.definition,
                    weight: Self.weight(resolution)))
        }
        for field in BuiltinField.allCases {
            guard let pattern = KeyPattern(text: field.rawValue) else { continue }
            let resolution = keys.resolution(of: pattern)
            guard resolution.origin == .field, field != .id else { continue }
            names.append(
                Name(
                    .field, pattern.description, note: field.patterns.first ?? "",
                    weight: Self.weight(resolution)))
        }
        names += keys.catalogue.dictionary.entries.map { entry in
            Name(
                .key, entry.key.pattern.description, note: Self.note(on: entry),
                weight: entry.assetCount)
        }
        all = names
    }

    /// The names that a text is the beginning of, of the whole or of a segment, then those that
    /// hold it; the likeliest first.
    func matching(_ typed: String, most: Int) -> [Name] {
        let wanted = Array(FactKey.folded(typed).utf8)
        var found: [(rank: Int, name: Name)] = []
        for name in all {
            guard let rank = Self.rank(of: name, wanted) else { continue }
            found.append((rank, name))
        }
        found.sort {
            ($0.rank, $1.name.weight, $0.name.text) < ($1.rank, $0.name.weight, $1.name.text)
        }
        return found.prefix(most).map(\.name)
    }

    private static func rank(of name: Name, _ wanted: [UInt8]) -> Int? {
        if wanted.isEmpty { return name.origin.rawValue }
        let isRaw = name.origin == .key
        let ranks = (exact: isRaw ? 3 : 0, segment: isRaw ? 4 : 2, inside: isRaw ? 7 : 5)
        if name.folded.starts(with: wanted) { return ranks.exact + (name.origin == .field ? 1 : 0) }
        if let place = name.segments.lastIndex(where: { $0.starts(with: wanted) }) {
            return ranks.segment + (place == name.segments.count - 1 ? 0 : 2)
        }
        let isInside =
            wanted.count >= 3
            && Glob.matches([UInt8(ascii: "*")] + wanted + [UInt8(ascii: "*")], name.folded)
        return isInside ? ranks.inside : nil
    }

    private static func weight(_ resolution: Resolution) -> Int {
        resolution.sources.lazy.map(\.entry.assetCount).max() ?? 0
    }

    /// The types and units of a key in few words.
    private static func note(on entry: KeyEntry) -> String {
        let types = [
            ("text", entry.textCount), ("number", entry.numberCount), ("date", entry.dateCount),
        ].filter { $0.1 > 0 }.map(\.0)
        let units = entry.units.prefix(3).map(\.unit)
        return (types + units).joined(separator: ", ")
    }
}

extension FactKey {
    /// The key as a query names it.
    var pattern: KeyPattern {
        KeyPattern(segments: segments.map { .init(.plain($0)) })
    }
}
