internal import MetadataModel
internal import QueryLanguage

/// Compares the folded segments of keys with a pattern, without regard to case, `_`, `-`, space and
/// a unit in brackets behind a name.
struct KeyMatching {
    private enum Part {
        case plain(String)
        case glob([UInt8])
        case anyDepth
    }

    private let parts: [Part]

    init(_ pattern: KeyPattern) {
        parts = pattern.segments.map { segment in
            switch segment.name {
            case .plain(let name): .plain(FactKey.folded(name))
            case .glob(let name): .glob(Array(FactKey.folded(name).utf8))
            case .anyDepth: .anyDepth
            }
        }
    }

    /// For each segment of the pattern, which segment of the key it fits, where the pattern fits
    /// the key's end.
    func placesAtEnd(of segments: [String]) -> [Int]? {
        for start in segments.indices {
            if let places = places(in: segments[start...]) { return places }
        }
        return nil
    }

    /// The same where the pattern fits the key's beginning or any run of segments.
    func placesAnywhere(in segments: [String]) -> [Int]? {
        for start in segments.indices {
            for end in start + 1...segments.count {
                if let places = places(in: segments[start..<end]) { return places }
            }
        }
        return nil
    }

    /// The same where the pattern fits these segments as a whole; `**` stands at its first.
    func places(in segments: ArraySlice<String>) -> [Int]? {
        fit(parts[...], segments)
    }

    private func fit(_ parts: ArraySlice<Part>, _ segments: ArraySlice<String>) -> [Int]? {
        guard let part = parts.first else { return segments.isEmpty ? [] : nil }
        let rest = parts.dropFirst()
        if case .anyDepth = part {
            for skipped in 0...segments.count {
                if let places = fit(rest, segments.dropFirst(skipped)) {
                    return [segments.startIndex] + places
                }
            }
            return nil
        }
        guard let segment = segments.first, fits(part, segment),
            let places = fit(rest, segments.dropFirst())
        else { return nil }
        return [segments.startIndex] + places
    }

    private func fits(_ part: Part, _ segment: String) -> Bool {
        switch part {
        case .plain(let name):
            name == segment || name == KeyCatalogue.withoutUnit(segment)
        case .glob(let name): Glob.matches(name, Array(segment.utf8))
        case .anyDepth: true
        }
    }
}

/// Patterns in which `*` stands for any characters and `?` for one byte.
enum Glob {
    /// Whether the pattern fits the whole text.
    ///
    /// - Complexity: O(pattern × text) at worst: there is no backtracking beyond the last `*`.
    static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
        var place = 0
        var position = 0
        var star: (place: Int, position: Int)?
        while position < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place, position)
                place += 1
            } else if place < pattern.count,
                pattern[place] == UInt8(ascii: "?") || pattern[place] == text[position]
            {
                place += 1
                position += 1
            } else if let last = star {
                star = (last.place, last.position + 1)
                place = last.place + 1
                position = last.position + 1
            } else {
                return false
            }
        }
        while place < pattern.count, pattern[place] == UInt8(ascii: "*") { place += 1 }
        return place == pattern.count
    }
}
