internal import QueryLanguage
internal import Units

/// A script of edits: queries, and what to do with what they find.
///
/// ```
/// # One name for each organism.
/// where has:organism
///   fix organism
///     mouse         -> Mus musculus
///     "M. musculus" -> Mus musculus
///   tag unified
/// everywhere
///   rename `Gene Symbol` to gene.symbol
/// ```
///
/// | Line | What it does to the assets of the last `where` or `everywhere` |
/// |:-----|:----------------------------------------------------------------|
/// | `where QUERY`, `everywhere` | begins a block |
/// | `tag A, B`, `untag A, B` | gives or takes tags |
/// | `set KEY = VALUE`, `unset KEY` | states a value, or takes back what people stated |
/// | `comment TEXT` | adds a remark |
/// | `rename KEY to KEY`, `map KEY to CONCEPT` | states what is under one key under another |
/// | `merge KEY, KEY into KEY` | the same with several |
/// | `unit KEY = UNIT` | gives numbers without a unit one |
/// | `fix KEY`, then `VALUE -> VALUE` lines | puts values in the place of others |
/// | `# …` | nothing |
///
/// Spaces before a line mean nothing. A name or value with a comma, an arrow or a word such as
/// `to` in it stands in quotes.
public struct CurationScript: Sendable, Hashable {
    public var steps: [CurationStep]

    /// - Throws: ``CurationScriptErrors`` with everything that is wrong, by line.
    public init(_ text: String) throws(CurationScriptErrors) {
        var parser = CurationScriptParser()
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            parser.read(String(line).trimmed, line: number)
        }
        parser.finish()
        guard parser.faults.isEmpty else { throw CurationScriptErrors(faults: parser.faults) }
        steps = parser.steps
    }
}

/// Everything that is wrong with a script.
public struct CurationScriptErrors: Error, Sendable, Hashable, CustomStringConvertible {
    public struct Fault: Sendable, Hashable {
        /// Counted from 1.
        public var line: Int
        public var message: String
    }

    public var faults: [Fault]

    public var description: String {
        faults.map { "line \($0.line): \($0.message)" }.joined(separator: "\n")
    }
}

/// Reads a script line by line.
private struct CurationScriptParser {
    private(set) var steps: [CurationStep] = []
    private(set) var faults: [CurationScriptErrors.Fault] = []
    private var target: CurationTarget?
    private var fix: (key: String, line: Int, table: [CurationAction.Replacement])?
    private var line = 0

    mutating func read(_ text: String, line: Int) {
        self.line = line
        guard !text.isEmpty, !text.hasPrefix("#") else { return }
        if fix != nil, let (value, replacement) = text.divided(by: "->") {
            fix?.table.append(.init(value.unquoted, replacement.unquoted))
            return
        }
        closeFix()
        let (verb, rest) = text.firstWord
        switch verb {
        case "where": begin(rest)
        case "everywhere": target = .query("")
        case "tag", "untag":
            let tags = rest.list
            guard !tags.isEmpty else { return expect("\(verb) TAG, …", text) }
            add(verb == "tag" ? .tag(tags) : .untag(tags))
        case "set":
            guard let (key, value) = rest.divided(by: "=") else {
                return expect("set KEY = VALUE", text)
            }
            add(.set(key: key.unquoted, value: value.unquoted))
        case "unset":
            guard !rest.isEmpty else { return expect("unset KEY", text) }
            add(.unset(key: rest.unquoted))
        case "comment":
            guard !rest.isEmpty else { return expect("comment TEXT", text) }
            add(.comment(rest.unquoted))
        case "rename", "map":
            guard let (key, other) = rest.divided(by: " to ") else {
                return expect("\(verb) KEY to \(verb == "map" ? "CONCEPT" : "KEY")", text)
            }
            add(
                verb == "map"
                    ? .map(key: key.unquoted, concept: other.unquoted)
                    : .rename(key: key.unquoted, to: other.unquoted))
        case "merge":
            guard let (keys, other) = rest.divided(by: " into "), keys.list.count > 1 else {
                return expect("merge KEY, KEY into KEY", text)
            }
            add(.merge(keys: keys.list, into: other.unquoted))
        case "unit":
            guard let (key, unit) = rest.divided(by: "=") else {
                return expect("unit KEY = UNIT", text)
            }
            guard UnitTable.unit(unit.unquoted) != nil else {
                return fault("`\(unit.unquoted)` is no unit that is known")
            }
            add(.unit(key: key.unquoted, unit: unit.unquoted))
        case "fix":
            guard !rest.isEmpty else { return expect("fix KEY", text) }
            fix = (rest.unquoted, line, [])
        default:
            expect(
                "where, everywhere, tag, untag, set, unset, comment, rename, map, merge, unit or fix",
                text)
        }
    }

    mutating func finish() { closeFix() }

    private mutating func begin(_ query: String) {
        target = .query(query)
        guard !query.isEmpty else { return expect("a query after `where`", "nothing") }
        let parsed = QueryParser.parse(query)
        for error in parsed.errors { fault("in the query: \(error.message)") }
        if parsed.errors.isEmpty, !parsed.query.stages.isEmpty {
            fault("a script takes a filter without stages")
        }
    }

    private mutating func closeFix() {
        guard let fix else { return }
        self.fix = nil
        let line = self.line
        self.line = fix.line
        if fix.table.isEmpty {
            fault("expected lines of `VALUE -> VALUE` after `fix \(fix.key)`")
        } else {
            add(.fix(key: fix.key, fix.table))
        }
        self.line = line
    }

    private mutating func add(_ action: CurationAction) {
        guard let target else {
            return fault("expected `where QUERY` or `everywhere` before the first action")
        }
        steps.append(CurationStep(target, action))
    }

    private mutating func expect(_ expected: String, _ found: String) {
        fault("expected \(expected), found `\(found.prefix(60))`")
    }

    private mutating func fault(_ message: String) {
        faults.append(.init(line: line, message: message))
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    fileprivate var firstWord: (word: String, rest: String) {
        let end = firstIndex(where: \.isWhitespace) ?? endIndex
        return (String(self[..<end]), String(self[end...]).trimmed)
    }

    /// The text without the quotes that it stands in.
    fileprivate var unquoted: String {
        guard count >= 2, hasPrefix("\""), hasSuffix("\"") else { return self }
        return String(dropFirst().dropLast())
    }

    /// What stands before and after a mark that is not in quotes; `nil` where a side is missing.
    fileprivate func divided(by mark: String) -> (String, String)? {
        var isQuoted = false
        var place = startIndex
        while place < endIndex {
            let character = self[place]
            if character == "\"" || character == "`" { isQuoted.toggle() }
            if !isQuoted, self[place...].hasPrefix(mark) {
                let before = String(self[..<place]).trimmed
                let after = String(self[index(place, offsetBy: mark.count)...]).trimmed
                return before.isEmpty || after.isEmpty ? nil : (before, after)
            }
            place = index(after: place)
        }
        return nil
    }

    /// The members of a list with commas.
    fileprivate var list: [String] {
        guard let (first, rest) = divided(by: ",") else { return isEmpty ? [] : [unquoted] }
        return [first.unquoted] + rest.list
    }
}
