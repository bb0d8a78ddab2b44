internal import QueryLanguage

/// A query kept in a file, with a title and parameters.
///
/// ```
/// # title: Images with small pixels
/// # description: Everything sampled at least as finely as asked for, the finest first.
/// # parameter: size quantity = 50nm -- the largest pixel size
/// pixel.size<=$size | sort pixel.size
/// ```
///
/// Header lines begin with `#`. A parameter has a name, a type (`text number quantity date`), a
/// default unless it must be given, and after `--` its meaning. In the query, `$name` stands for
/// its value, which is always one literal: text arrives quoted, and no value can add a clause.
public struct SavedQuery: Sendable, Hashable {
    public enum ParameterType: String, Sendable, Hashable, CaseIterable {
        case text, number, quantity, date
    }

    public struct Parameter: Sendable, Hashable {
        public var name: String
        public var type: ParameterType
        public var usual: String?
        public var meaning: String
    }

    /// The file's name without `.rql`.
    public var name: String
    public var title = ""
    public var description = ""
    public var parameters: [Parameter] = []
    /// The query with its parameters.
    public var text = ""
    /// The text of the file.
    public let source: String

    /// Reads the text of a file.
    ///
    /// - Throws: ``SavedQueryError`` with every fault of the file.
    public init(name: String, source: String) throws(SavedQueryError) {
        self.name = name
        self.source = source
        var faults: [String] = []
        for (place, line) in source.split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            let line = line.trimmed
            guard line.hasPrefix("#") else {
                if !line.isEmpty { text += text.isEmpty ? line : " " + line }
                continue
            }
            if let fault = readHeader(String(line.dropFirst()).trimmed) {
                faults.append("line \(place + 1): \(fault)")
            }
        }
        if title.isEmpty { faults.append("expected a line `# title: …`") }
        if text.isEmpty { faults.append("expected a query") }
        for used in Self.pieces(of: text).compactMap(\.parameter)
        where !parameters.contains(where: { $0.name == used }) {
            faults.append("`$\(used)` is no parameter of the header")
        }
        guard faults.isEmpty else { throw SavedQueryError(name: name, faults: faults) }
    }

    /// A query as its file would state it.
    ///
    /// - Parameter parameters: Each as its header line has it: `size quantity = 50nm -- meaning`.
    public init(
        name: String, title: String, description: String = "", parameters: [String] = [],
        text: String
    ) throws(SavedQueryError) {
        func line(_ word: String, _ value: String) -> String {
            "# \(word): " + String(value.map { $0.isNewline ? " " : $0 }) + "\n"
        }
        var source = line("title", title)
        if !description.isEmpty { source += line("description", description) }
        for parameter in parameters { source += line("parameter", parameter) }
        try self.init(name: name, source: source + text + "\n")
    }

    /// The query with a value for every parameter: the usual one, or any of its type.
    public var exampleText: String {
        Self.pieces(of: text).map { piece in
            guard let parameter = parameters.first(where: { $0.name == piece.parameter }) else {
                return piece.text
            }
            let value = parameter.usual ?? parameter.type.example
            return parameter.type.spelling(of: value) ?? piece.text
        }.joined()
    }

    /// The query's text with values for its parameters.
    ///
    /// - Throws: ``SavedQueryError`` with every name that is unknown, every value that is missing and
    ///   every value that does not fit its type.
    public func text(with values: [String: String]) throws(SavedQueryError) -> String {
        var faults: [String] = []
        let names = Suggestions(among: parameters.map(\.name))
        for name in values.keys.sorted() where !parameters.contains(where: { $0.name == name }) {
            let hint = names.nearest(to: name).first.map { ", did you mean `\($0)`?" } ?? ""
            faults.append("there is no parameter `\(name)`" + hint)
        }
        var spellings: [String: String] = [:]
        for parameter in parameters {
            guard let value = values[parameter.name] ?? parameter.usual else {
                faults.append("`\(parameter.name)` is needed: \(parameter.meaning)")
                continue
            }
            guard let spelling = parameter.type.spelling(of: value) else {
                faults.append(
                    "`\(parameter.name)` is a \(parameter.type.rawValue), found `\(value)`")
                continue
            }
            spellings[parameter.name] = spelling
        }
        guard faults.isEmpty else { throw SavedQueryError(name: name, faults: faults) }
        return Self.pieces(of: text).map { piece in
            piece.parameter.flatMap { spellings[$0] } ?? piece.text
        }.joined()
    }

    private mutating func readHeader(_ line: String) -> String? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let value = String(line[line.index(after: colon)...]).trimmed
        switch line[..<colon] {
        case "title": title = value
        case "description": description += description.isEmpty ? value : " " + value
        case "parameter": return readParameter(value)
        default: return "expected title, description or parameter, found `\(line[..<colon])`"
        }
        return nil
    }

    private mutating func readParameter(_ line: String) -> String? {
        let shape = "expected `name type = default -- meaning`, found `\(line)`"
        let (front, meaning) = line.halves(at: "--")
        let (declaration, usual) = front.halves(at: "=")
        let words = declaration.split(separator: " ")
        guard words.count == 2, let type = ParameterType(rawValue: String(words[1])) else {
            return shape
        }
        let parameter = Parameter(
            name: String(words[0]), type: type, usual: usual.isEmpty ? nil : usual,
            meaning: meaning)
        if let usual = parameter.usual, type.spelling(of: usual) == nil {
            return "`\(usual)` is no \(type.rawValue)"
        }
        parameters.append(parameter)
        return nil
    }

    private struct Piece {
        var text: String
        var parameter: String?
    }

    /// The text in pieces, of which some are `$name`.
    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            let start = rest.index(after: dollar)
            let name = rest[start...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            pieces.append(Piece(text: String(rest[..<dollar])))
            pieces.append(
                Piece(text: "$" + name, parameter: name.isEmpty ? nil : String(name)))
            rest = rest[name.endIndex...]
        }
        return pieces + [Piece(text: String(rest))]
    }
}

extension SavedQuery.ParameterType {
    fileprivate var example: String {
        switch self {
        case .text: "text"
        case .number: "1"
        case .quantity: "1nm"
        case .date: "2026-01-01"
        }
    }

    /// The literal of a value in canonical spelling; `nil` where it is none of this type.
    func spelling(of value: String) -> String? {
        if self == .text { return Scalar.string(value).description }
        let parsed = QueryParser.parse("x:" + value)
        guard parsed.errors.isEmpty, parsed.query.stages.isEmpty,
            case .clause(let clause)? = parsed.query.filter,
            case .scalar(let scalar) = clause.value
        else { return nil }
        switch (self, scalar) {
        case (.number, .quantity(let quantity)) where quantity.unit == nil:
            return scalar.description
        case (.quantity, .quantity), (.date, .date): return scalar.description
        case (.date, .quantity(let year)) where year.unit == nil && year.number.count == 4:
            return scalar.description
        case (.text, _), (.number, _), (.quantity, _), (.date, _): return nil
        }
    }
}

/// Why a saved query cannot be read or run.
public struct SavedQueryError: Error, Sendable, Hashable {
    public var name: String
    /// At least one.
    public var faults: [String]
}

extension SavedQueryError {
    /// Nobody knows the name; these are known.
    public init(unknown name: String, among known: [String]) {
        let hint = Suggestions(among: known).nearest(to: name).first
        self.init(
            name: name,
            faults: ["there is no such query" + (hint.map { ", did you mean `\($0)`?" } ?? "")])
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        let start = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        var end = start.endIndex
        while end > start.startIndex {
            let last = start[start.index(before: end)]
            guard last == " " || last == "\t" || last == "\r" else { break }
            end = start.index(before: end)
        }
        return String(start[..<end])
    }

    /// What stands before and after the first occurrence of a separator.
    fileprivate func halves(at separator: String) -> (String, String) {
        var place = startIndex
        while place < endIndex {
            if self[place...].hasPrefix(separator) {
                let after = index(place, offsetBy: separator.count)
                return (self[..<place].trimmed, self[after...].trimmed)
            }
            place = index(after: place)
        }
        return (trimmed, "")
    }
}
