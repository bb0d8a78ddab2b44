internal import Foundation
internal import HTTPTypes

/// The parameters of a URL or of a form sent by GET, in their order.
struct URLParameters: Sendable {
    let pairs: [(name: String, value: String)]

    /// Reads what stands behind the `?`; `+` is a space, as forms send it.
    ///
    /// - Throws: ``Refusal`` where an escape is no escape or the text is no UTF-8.
    init(_ query: String?) throws(Refusal) {
        var pairs: [(name: String, value: String)] = []
        for part in (query ?? "").split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decoded(sides[0])
            pairs.append((name, sides.count > 1 ? try Self.decoded(sides[1]) : ""))
        }
        self.pairs = pairs
    }

    init(_ pairs: [(name: String, value: String)]) {
        self.pairs = pairs
    }

    /// The first value under a name; an empty one counts as absent.
    func value(_ name: String) -> String? {
        pairs.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// All values under a name that are not empty.
    func values(_ name: String) -> [String] {
        pairs.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    /// A positive number under a name.
    func count(_ name: String) throws(Refusal) -> Int? {
        guard let text = value(name) else { return nil }
        guard let count = Int(text), count > 0 else {
            throw Refusal(
                .badRequest, "`\(name)`: expected a number above 0, found `\(text.prefix(40))`")
        }
        return count
    }

    /// The parameters as they stand behind a `?`, with everything escaped that may need it.
    var encoded: String {
        pairs.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }.joined(separator: "&")
    }

    /// A text as one segment of a path or one value of a query.
    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    private static func decoded(_ text: Substring) throws(Refusal) -> String {
        let spaced = text.replacing("+", with: " ")
        guard let decoded = String(spaced).removingPercentEncoding else {
            throw Refusal(.badRequest, "expected percent-encoded UTF-8, found `\(text.prefix(40))`")
        }
        return decoded
    }
}
