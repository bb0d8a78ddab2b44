internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Search
internal import WireFormat

extension ReticleServer {
    /// What helps with asking: suggestions, what a name and an answer hold.
    func addAskingRoutes(to router: Router<CallContext>) {
        router.get("/v1/suggest") { request, context in
            let engine = engine(for: context)
            let asked = try SuggestRequest(URLParameters(request.uri.query))
            let suggestions = try await searches.result {
                try engine.suggest(asked.text, at: asked.position, limit: asked.limit)
            }
            return json(for: request) { $0.suggestions(suggestions) }
        }
        router.get("/v1/describe") { request, context in
            let engine = engine(for: context)
            let text = try URLParameters(request.uri.query).value("q") ?? ""
            let description = try await searches.result { try engine.describe(text) }
            return json(for: request) { $0.answerDescription(description) }
        }
        router.get("/v1/drift") { request, context in
            let engine = engine(for: context)
            let parameters = try URLParameters(request.uri.query)
            let (instrument, limit) = (
                parameters.value("instrument"), min(try parameters.count("limit") ?? 50, 1000)
            )
            let reports = try await searches.result {
                try engine.drift(instrument: instrument, limit: limit)
            }
            return json(for: request) { $0.drift(reports) }
        }
        router.get("/v1/keys/{name}") { request, context in
            let engine = engine(for: context)
            let name = try context.parameters.require("name")
            guard let name = name.removingPercentEncoding,
                let profile = try await searches.result(of: { try engine.profile(of: name) })
            else { throw Refusal(.notFound, "no key or concept has that name") }
            return json(for: request) { $0.keyProfile(profile) }
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
