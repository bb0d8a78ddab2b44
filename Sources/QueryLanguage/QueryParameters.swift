/// A query as the parameters of a URL: the filter as `q`, each stage under its own name.
///
/// `a | sort b desc | limit 5` is `q=a&sort=-b&limit=5`. The order of the stages is that of the
/// parameters. Parameters of other names belong to others and are left alone.
public struct QueryParameters: Hashable, Sendable {
    public struct Parameter: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public var parameters: [Parameter]

    public init(_ parameters: [Parameter]) {
        self.parameters = parameters
    }

    public init(_ query: Query) {
        parameters = query.filter.map { [Parameter("q", $0.description)] } ?? []
        parameters += query.stages.map { Parameter($0.name, $0.parameterValue) }
    }

    /// Parameters from the part of a URL behind the `?`, decoded.
    public init(encoded: String) {
        parameters = encoded.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            return Parameter(Self.decoded(name), Self.decoded(pair.dropFirst(name.count + 1)))
        }
    }

    /// The part of a URL behind the `?`.
    public var encoded: String {
        parameters.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }
            .joined(separator: "&")
    }

    /// The query as text.
    public var text: String {
        let filter = parameters.filter { $0.name == "q" }.map(\.value)
        let stages = parameters.compactMap { parameter in
            QueryParser.StageName(rawValue: parameter.name).map {
                "| " + Self.stageText($0, parameter.value)
            }
        }
        return (filter + stages).joined(separator: " ")
    }

    /// - Throws: ``QuerySyntaxErrors``; their places are those in ``text``.
    public func query() throws(QuerySyntaxErrors) -> Query {
        try parseQuery(text)
    }

    private static func stageText(_ name: QueryParser.StageName, _ value: String) -> String {
        switch name {
        case .count where !value.isEmpty && !value.hasPrefix("by "): "count by \(value)"
        case .explain: "explain"
        case .count, .sort, .facet, .stats, .select, .distinct, .limit, .after, .sample, .group,
            .asOf:
            value.isEmpty ? name.rawValue : "\(name.rawValue) \(value)"
        }
    }

    // MARK: Percent encoding, RFC 3986

    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ","), UInt8(ascii: ":"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of encoded bytes; `+` is a space, and a `%` that begins no code stays itself.
    private static func decoded(_ encoded: some Collection<UInt8>) -> String {
        var bytes: [UInt8] = []
        var rest = Array(encoded)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(hexDigit),
                let low = rest.dropFirst().first.flatMap(hexDigit)
            {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
    }
}

extension Stage {
    /// What stands behind the name in a URL; there `-a` is `a desc`, and a count's `by` goes
    /// without saying.
    fileprivate var parameterValue: String {
        switch self {
        case .sort(let keys):
            keys.map { ($0.isDescending ? "-" : "") + $0.key.description }.joined(separator: ",")
        case .count(let key): key?.description ?? ""
        case .facet, .stats, .select, .distinct, .limit, .after, .sample, .group, .asOf, .explain:
            arguments
        }
    }
}
