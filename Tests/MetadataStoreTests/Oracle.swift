import MetadataModel
import MetadataStore

/// Answers predicates by looking at every fact of every asset, as the documentation of
/// ``Predicate`` says, and in no clever way.
struct Oracle {
    var assets: [AssetIdentity: [Fact]] = [:]
    var names: [KeyID: String] = [:]

    func holds(_ predicate: Predicate, _ identity: AssetIdentity) -> Bool {
        let facts = assets[identity] ?? []
        switch predicate {
        case .everything: return true
        case .nothing: return false
        case .and(let parts): return parts.allSatisfy { holds($0, identity) }
        case .or(let parts): return parts.contains { holds($0, identity) }
        case .not(let part): return !holds(part, identity)
        case .facts(let test): return holds(test, facts)
        case .anywhere(let test):
            return facts.contains { passes(.words(test), $0) }
        case .identities(let identities): return identities.contains(identity)
        case .selection: preconditionFailure("no test of the oracle makes selections")
        case .element(let test): return holds(test, facts)
        }
    }

    func holds(_ test: FactTest, _ facts: [Fact]) -> Bool {
        let keys = test.keys.compactMap { names[$0] }
        let own = facts.filter { fact in
            keys.contains(fact.key.description)
                && test.element.allSatisfy { index(fact, Int($0.segment)) == Int($0.index) }
        }
        guard !own.isEmpty else { return false }
        switch test.quantifier {
        case .any: return own.contains { passes(test.value, $0) }
        case .all: return own.allSatisfy { passes(test.value, $0) }
        case .none: return own.allSatisfy { !passes(test.value, $0) }
        case .count(let range): return range.contains(own.count)
        }
    }

    private func index(_ fact: Fact, _ segment: Int) -> Int {
        fact.element.steps.first { Int($0.segment) == segment }.map { Int($0.index) } ?? 0
    }

    func passes(_ test: ValueTest, _ fact: Fact) -> Bool {
        let texts = [fact.value, fact.label].compactMap { $0 }
        switch test {
        case .present: return true
        case .text(let text, let isCaseSensitive):
            return texts.contains {
                isCaseSensitive ? $0 == text : $0.lowercased() == text.lowercased()
            }
        case .words(let words): return texts.contains { holds(words, $0) }
        case .glob(let pattern):
            return texts.contains {
                fits(Array($0.lowercased())[...], Array(pattern.lowercased())[...])
            }
        case .similar(let text, let edits):
            let wanted = words(text).runs
            return texts.contains { written in
                let all = words(written).all
                return !wanted.isEmpty
                    && wanted.allSatisfy { word in all.contains { distance(word, $0) <= edits } }
            }
        case .number(let bounds): return fact.numbers.contains { bounds.contains($0.number.double) }
        case .quantity(let bounds, let dimension):
            return fact.dimension == dimension
                && fact.numbers.contains { $0.si.map(bounds.contains) ?? false }
        case .date(let bounds):
            guard let date = fact.date, bounds.start < bounds.end else { return false }
            return bounds.relation == .beginsWithin
                ? date.start >= bounds.start && date.start < bounds.end
                : date.start < bounds.end && date.end > bounds.start
        case .truth(let truth): return fact.truth == truth
        case .anyOf(let tests): return tests.contains { passes($0, fact) }
        }
    }

    private func holds(_ test: ElementTest, _ facts: [Fact]) -> Bool {
        func elements(_ condition: ElementTest.Condition) -> [[Int]] {
            switch condition {
            case .member(let member):
                facts.filter { fact in
                    member.test.keys.contains { names[$0] == fact.key.description }
                }.map { [index($0, 0), index($0, 1), index($0, 2)] }
            case .and(let parts), .or(let parts): parts.flatMap(elements)
            case .not(let part): elements(part)
            }
        }
        func holds(_ condition: ElementTest.Condition, _ element: [Int]) -> Bool {
            switch condition {
            case .member(let member):
                self.holds(
                    member.test,
                    facts.filter { [index($0, 0), index($0, 1), index($0, 2)] == element })
            case .and(let parts): parts.allSatisfy { holds($0, element) }
            case .or(let parts): parts.contains { holds($0, element) }
            case .not(let part): !holds(part, element)
            }
        }
        return elements(test.condition).contains { holds(test.condition, $0) }
    }

    // MARK: Texts

    private func holds(_ test: TextTest, _ text: String) -> Bool {
        let found = words(text)
        switch test {
        case .word(let words):
            let wanted = self.words(words).runs
            return !wanted.isEmpty && wanted.allSatisfy { found.all.contains($0) }
        case .prefix(let beginning): return inOrder(beginning, lastIsPrefix: true, found)
        case .phrase(let phrase, let lastIsPrefix):
            return inOrder(phrase, lastIsPrefix: lastIsPrefix, found)
        }
    }

    private func inOrder(
        _ phrase: String, lastIsPrefix: Bool, _ found: (runs: [String], all: [String])
    ) -> Bool {
        let wanted = words(phrase).runs
        guard let last = wanted.last else { return false }
        func ends(_ word: String) -> Bool { lastIsPrefix ? word.hasPrefix(last) : word == last }
        if wanted.count == 1 { return found.all.contains(where: ends) }
        return found.runs.indices.contains { start in
            guard start + wanted.count <= found.runs.count else { return false }
            let piece = found.runs[start..<start + wanted.count]
            return Array(piece.dropLast()) == wanted.dropLast() && ends(piece.last ?? "")
        }
    }

    /// Runs of letters and digits, a dot between digits included; and these with their parts.
    private func words(_ text: String) -> (runs: [String], all: [String]) {
        let plain = text.lowercased()
            .replacing("ü", with: "u").replacing("é", with: "e")
        let letters = Array(plain)
        var runs: [String] = []
        var run = ""
        for (place, letter) in letters.enumerated() {
            let isInner =
                letter == "." && place > 0 && place + 1 < letters.count
                && letters[place - 1].isWholeNumber && letters[place + 1].isWholeNumber
            if letter.isLetter || letter.isWholeNumber || isInner {
                run.append(letter)
            } else if !run.isEmpty {
                runs.append(run)
                run = ""
            }
        }
        if !run.isEmpty { runs.append(run) }
        return (runs, runs + runs.flatMap(parts))
    }

    private func parts(_ run: String) -> [String] {
        var parts: [String] = []
        var last: Character?
        for letter in run {
            defer { last = letter }
            guard letter != "." else { continue }
            if let last, last != ".", last.isWholeNumber == letter.isWholeNumber, !parts.isEmpty {
                parts[parts.count - 1].append(letter)
            } else {
                parts.append(String(letter))
            }
        }
        let isDecimal = parts.count == 2 && parts.allSatisfy { $0.first?.isWholeNumber ?? false }
        return (2...4).contains(parts.count) && !isDecimal ? parts : []
    }

    private func fits(_ text: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == "*" {
            return fits(text, pattern.dropFirst())
                || (!text.isEmpty && fits(text.dropFirst(), pattern))
        }
        guard let letter = text.first, first == "?" || first == letter else { return false }
        return fits(text.dropFirst(), pattern.dropFirst())
    }

    private func distance(_ left: String, _ right: String) -> Int {
        var row = Array(0...right.count)
        for (place, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for (column, other) in right.enumerated() {
                let cost = min(
                    row[column] + 1, row[column + 1] + 1, diagonal + (letter == other ? 0 : 1))
                diagonal = row[column + 1]
                row[column + 1] = cost
            }
        }
        return row[right.count]
    }
}
