internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import MetadataModel
internal import MetadataStore
internal import Search
internal import WireFormat

extension ReticleServer {
    /// The facts of one asset, and what a query means without its answer.
    func addFactRoutes(to router: Router<CallContext>) {
        router.get("/v1/assets/{id}/facts") { request, context in
            let engine = engine(for: context)
            let pattern = try URLParameters(request.uri.query).value("key")
            guard let name = try context.parameters.require("id").removingPercentEncoding,
                let asset = try await searches.result(of: { try engine.asset(name, keys: pattern) })
            else { throw Refusal(.notFound, "there is no asset of that id") }
            let form = try Representation.preferred(by: request.headers)
            var text = JSONText()
            switch form {
            case .json: text.object { $0.array("facts") { $0.facts(of: asset, isLines: false) } }
            case .ndjson: text.facts(of: asset, isLines: true)
            case .csv:
                throw Refusal(.notAcceptable, "expected application/json or application/x-ndjson")
            }
            return Content(text.bytes, type: form.contentType).response(to: request)
        }
        router.get("/v1/explain") { request, context in
            let engine = engine(for: context)
            let search = try SearchRequest(
                URLParameters(request.uri.query), timeLimit: settings.timeLimit)
            var asked = search.options
            asked.limit = 0
            asked.explains = true
            let options = asked
            let answer = try await searches.result {
                try engine.answer(search.text, options: options)
            }
            return json(for: request) { $0.searchAnswer(answer) }
        }
        router.get("/metrics") { request, _ in
            let revision = try await searches.result { try wholeEngine.revision() }
            let text = measures.text(revision: revision, followerCount: events.followerCount)
            return Content(text, type: "text/plain; version=0.0.4; charset=utf-8")
                .response(to: request)
        }
    }
}

extension JSONText {
    /// Each fact as ``fact(_:)``, with the kind and path of the source that states it.
    fileprivate mutating func facts(of asset: StoredAsset, isLines: Bool) {
        for (source, facts) in asset.contributions {
            for fact in facts {
                object { text in
                    text.member("source", source.kind.name)
                    if !source.path.isEmpty { text.member("from", source.path) }
                    text.key("fact")
                    text.fact(fact)
                }
                if isLines { endLine() }
            }
        }
    }
}
