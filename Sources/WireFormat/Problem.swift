internal import QueryLanguage
public import Search

/// An error as every route and `--json` tell it: `application/problem+json`, RFC 9457.
///
/// ```
/// {"type":"about:blank","title":"wrong query","status":400,"detail":…,
///  "errors":[{"kind":"wrongDimension","start":8,"end":12,"message":…,"suggestions":[…]},…],
///  "mended":…}
/// ```
///
/// `start` and `end` count UTF-8 bytes of the query's text.
public struct Problem: Sendable, Hashable {
    public var title: String
    /// The HTTP status.
    public var status: Int
    /// One sentence for a person; nothing of the machine's inside.
    public var detail: String
    /// The faults of a query, if it is one that is at fault.
    public var faults: [SearchFault]
    /// The query with the first suggestion of each fault put in.
    public var mended: String?

    public init(_ status: Int, _ title: String, detail: String, faults: [SearchFault] = []) {
        self.status = status
        self.title = title
        self.detail = detail
        self.faults = faults
    }

    /// A query's faults; 501 where it asks for nothing but what is not built yet.
    public init(_ errors: SearchErrors) {
        let isMissing = errors.faults.allSatisfy { $0.kind == .notYetAvailable }
        self.init(
            isMissing ? 501 : 400, isMissing ? "not yet available" : "wrong query",
            detail: errors.faults.map(\.message).joined(separator: "; "), faults: errors.faults)
        mended = errors.mended
    }
}

extension JSONText {
    public mutating func problem(_ problem: Problem) {
        object { text in
            text.member("type", "about:blank")
            text.member("title", problem.title)
            text.member("status", problem.status)
            text.member("detail", problem.detail)
            if let mended = problem.mended { text.member("mended", mended) }
            guard !problem.faults.isEmpty else { return }
            text.array("errors") { text in
                for fault in problem.faults {
                    text.object { text in
                        text.member("kind", fault.kind.rawValue)
                        text.member("start", fault.range.start)
                        text.member("end", fault.range.end)
                        text.member("message", fault.message)
                        text.strings("suggestions", fault.suggestions)
                    }
                }
            }
        }
    }
}
