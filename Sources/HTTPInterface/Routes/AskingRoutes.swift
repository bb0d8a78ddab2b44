internal import HTTPTypes
internal import Hummingbird
internal import Search
internal import WireFormat

extension ReticleServer {
    /// What helps with asking: suggestions while a query is typed.
    func addAskingRoutes(to router: Router<BasicRequestContext>) {
        router.get("/v1/suggest") { request, _ in
            let asked = try SuggestRequest(URLParameters(request.uri.query))
            let suggestions = try await searches.result {
                try engine.suggest(asked.text, at: asked.position, limit: asked.limit)
            }
            return json(for: request) { $0.suggestions(suggestions) }
        }
    }
}

/// A wish for suggestions as a URL states it.
struct SuggestRequest: Sendable {
    static let maximumLimit = 100

    let text: String
    /// In UTF-8 bytes of the text.
    let position: Int?
    let limit: Int

    /// - Throws: ``Refusal`` where a number is none.
    init(_ parameters: URLParameters) throws(Refusal) {
        text = parameters.value("q") ?? ""
        if let at = parameters.value("at") {
            guard let number = Int(at), number >= 0 else {
                throw Refusal(
                    .badRequest, "`at`: expected a number of bytes, found `\(at.prefix(40))`")
            }
            position = number
        } else {
            position = nil
        }
        limit = min(
            try parameters.count("limit") ?? SearchEngine.usualSuggestionCount, Self.maximumLimit)
    }
}
