internal import MetadataModel
internal import MetadataStore

/// The keys of one revision of an index, prepared for being matched by their segments.
struct KeyCatalogue: Sendable {
    struct Named: Sendable {
        var entry: KeyEntry
        /// Folded; see `FactKey.folded`.
        var segments: [String]
    }

    let dictionary: KeyDictionary
    /// In the order of the printed key.
    let all: [Named]
    private let placesByEnding: [String: [Int]]

    init(_ dictionary: KeyDictionary) {
        self.dictionary = dictionary
        all = dictionary.entries.map { entry in
            Named(entry: entry, segments: entry.key.segments.map(FactKey.folded))
        }
        var places: [String: [Int]] = [:]
        for (place, named) in all.enumerated() {
            guard let last = named.segments.last else { continue }
            places[last, default: []].append(place)
            if let bare = Self.withoutUnit(last) { places[bare, default: []].append(place) }
        }
        placesByEnding = places
    }

    /// The keys whose last segment is this one, with or without a unit behind it.
    func keys(ending segment: String) -> [Named] {
        (placesByEnding[segment] ?? []).map { all[$0] }
    }

    /// A folded segment without the unit that table headings state: `voltage` of `voltage_(kv)`.
    static func withoutUnit(_ segment: String) -> String? {
        let bytes = segment.utf8
        let opening: UInt8
        switch bytes.last {
        case UInt8(ascii: ")"): opening = UInt8(ascii: "(")
        case UInt8(ascii: "]"): opening = UInt8(ascii: "[")
        default: return nil
        }
        guard var end = bytes.lastIndex(of: opening) else { return nil }
        while end > bytes.startIndex, bytes[bytes.index(before: end)] == UInt8(ascii: "_") {
            end = bytes.index(before: end)
        }
        return end > bytes.startIndex ? String(segment[..<end]) : nil
    }
}
