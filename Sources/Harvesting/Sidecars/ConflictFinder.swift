internal import MetadataModel
internal import MetadataStore

/// Finds what a file and its sidecars disagree on.
///
/// Two sources disagree where each states exactly one value under the same last segment of a key,
/// and the values differ in text, in number and in SI. The nearer source wins; the file itself is
/// the nearest.
struct ConflictFinder {
    /// Segments that name many things, about which two sources need not agree.
    private static let generalNames: Set<String> = [
        "file", "filename", "file_name", "path", "filepath", "file_path", "image", "image_name",
        "name", "id", "key", "value", "type", "title", "description", "comment", "comments",
        "note", "notes", "heading", "line",
    ]

    private struct Claim {
        var fact: Fact
        var isSingle = true
    }

    private var statements: [SidecarScope.Statement] = []
    /// What each sidecar claims, by folded last segment.
    private var claims: [[String: Claim]] = []
    private var ownClaims: [String: Claim] = [:]
    private var wanted: Set<String> = []
    private var foldedKeys: [FactKey: String] = [:]

    /// - Parameter columns: Names, folded, about which more may be stated later.
    init(_ statements: [SidecarScope.Statement], expecting columns: Set<String> = []) {
        wanted = columns.subtracting(Self.generalNames)
        add(statements)
    }

    /// Takes what sidecars state, the nearest first.
    mutating func add(_ added: [SidecarScope.Statement]) {
        for statement in added {
            var claims: [String: Claim] = [:]
            for fact in statement.facts {
                let name = fact.key.foldedLastSegment
                guard !Self.generalNames.contains(name) else { continue }
                Self.claim(fact, name, in: &claims)
                wanted.insert(name)
            }
            // The nearer ones come first; of one rank, those that were there.
            let place =
                statements.firstIndex { $0.source.rank > statement.source.rank }
                ?? statements.endIndex
            statements.insert(statement, at: place)
            self.claims.insert(claims, at: place)
        }
    }

    /// Takes facts of the file itself.
    mutating func observe(_ facts: [Fact]) {
        guard !wanted.isEmpty else { return }
        for fact in facts {
            let name: String
            if let known = foldedKeys[fact.key] {
                name = known
            } else {
                name = fact.key.isReserved ? "" : fact.key.foldedLastSegment
                foldedKeys[fact.key] = name
            }
            if wanted.contains(name) { Self.claim(fact, name, in: &ownClaims) }
        }
    }

    private static func claim(_ fact: Fact, _ name: String, in claims: inout [String: Claim]) {
        guard let claim = claims[name] else {
            claims[name] = Claim(fact: fact)
            return
        }
        if !claim.fact.agrees(with: fact) { claims[name]?.isSingle = false }
    }

    /// The conflicts, as facts of the sidecars that lose.
    ///
    /// - Parameter firstIndex: The number of the first issue, as an element.
    func conflicts(firstIndex: Int) -> [SidecarScope.Statement] {
        var winners = ownClaims.mapValues { (claim: $0, path: "the file itself") }
        var conflicts: [SidecarScope.Statement] = []
        var index = firstIndex
        for (statement, claims) in zip(statements, claims) {
            var facts: [Fact] = []
            for (name, claim) in claims.sorted(by: { $0.key < $1.key }) {
                guard let winner = winners[name] else {
                    winners[name] = (claim, statement.source.path)
                    continue
                }
                guard winner.claim.isSingle, claim.isSingle,
                    !winner.claim.fact.agrees(with: claim.fact)
                else { continue }
                let issue = Issue(
                    .conflict,
                    "\(winner.claim.fact.key) is \(winner.claim.fact.written) in \(winner.path), "
                        + "\(claim.fact.key) is \(claim.fact.written) in \(statement.source.path)")
                facts += issue.facts(index: index)
                facts.append(
                    Fact(
                        key: "issue.conflict", element: ElementPath(index: index),
                        value: claim.fact.key.description))
                index += 1
            }
            if !facts.isEmpty {
                conflicts.append(SidecarScope.Statement(source: statement.source, facts: facts))
            }
        }
        return conflicts
    }
}

extension Fact {
    /// Whether two values mean the same.
    fileprivate func agrees(with other: Fact) -> Bool {
        let spellings = [value, label].compactMap { $0?.trimmed.lowercased() }
        let otherSpellings = [other.value, other.label].compactMap { $0?.trimmed.lowercased() }
        if spellings.contains(where: otherSpellings.contains) { return true }
        if let date, let otherDate = other.date { return date == otherDate }
        guard numbers.count == other.numbers.count, !numbers.isEmpty else { return false }
        let inSI = dimension != nil && dimension == other.dimension
        return zip(numbers, other.numbers).allSatisfy { left, right in
            let left = inSI ? left.si ?? left.number.double : left.number.double
            let right = inSI ? right.si ?? right.number.double : right.number.double
            return abs(left - right) <= 1e-6 * max(abs(left), abs(right))
        }
    }

    /// The value with its unit, for a person.
    fileprivate var written: String {
        let text = "“\(value.prefix(80))”"
        guard let unit, !value.hasSuffix(unit) else { return text }
        return text + " " + unit
    }
}
