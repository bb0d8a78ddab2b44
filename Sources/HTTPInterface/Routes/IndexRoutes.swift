internal import Curation
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import MetadataStore
internal import Search
internal import WireFormat

extension ReticleServer {
    /// What is in the index beside the answers to queries: assets, keys, formats, saved queries.
    func addIndexRoutes(to router: Router<CallContext>) {
        router.get("/v1/assets/{id}") { request, context in
            let asset = try await asset(context.parameters.require("id"), for: context)
            return json(for: request, status: Self.status(of: asset)) { $0.asset(asset) }
        }
        router.get("/v1/keys") { request, context in
            let engine = engine(for: context)
            let pattern = try URLParameters(request.uri.query).value("pattern")
            let keys = try await searches.result { try engine.keys(matching: pattern) }
            return json(for: request) { $0.keys(keys) }
        }
        router.get("/v1/formats") { request, context in
            let engine = engine(for: context)
            let formats = try await searches.result { try engine.formats() }
            return json(for: request) { $0.formats(formats) }
        }
        router.get("/v1/queries") { request, context in
            let queries = try await savedQueries(context)
            return json(for: request) { $0.savedQueries(queries) }
        }
        router.get("/healthz") { request, _ in
            _ = try await searches.result { try wholeEngine.revision() }
            return json(for: request) { $0.object { $0.member("status", "ok") } }
        }
        router.get("/openapi.json") { request, _ in
            Content(OpenAPI.document, type: Representation.json.contentType).response(to: request)
        }
    }

    /// The asset of an identity, or of the beginning of one that no other shares.
    ///
    /// - Parameter keys: Leaves out the facts of other keys.
    func asset(
        _ name: String, for context: CallContext, keys: String? = nil
    ) async throws -> StoredAsset {
        let engine = engine(for: context)
        guard let name = name.removingPercentEncoding,
            let asset = try await searches.result(of: { try engine.asset(name, keys: keys) })
        else { throw Refusal(.notFound, "there is no asset of that id") }
        return asset
    }

    /// The saved queries: those of the folder and those that people keep in the index.
    func savedQueries(_ context: CallContext) async throws -> [SavedQuery] {
        let (engine, folder) = (engine(for: context), settings.savedQueries)
        return try await searches.result { try engine.namedQueries(in: folder) }
    }

    func savedQuery(_ name: String, _ context: CallContext) async throws -> SavedQuery {
        let name = name.removingPercentEncoding ?? name
        guard let query = try await savedQueries(context).first(where: { $0.name == name }) else {
            throw Refusal(.notFound, "there is no saved query of that name")
        }
        return query
    }

    /// 410 for a tombstone: the record is still given.
    static func status(of asset: StoredAsset) -> HTTPResponse.Status {
        asset.isDeleted ? .gone : .ok
    }

    func json(
        for request: Request, status: HTTPResponse.Status = .ok, _ body: (inout JSONText) -> Void
    ) -> Response {
        var text = JSONText()
        body(&text)
        return Content(text.bytes, type: Representation.json.contentType)
            .response(to: request, status: status)
    }
}
