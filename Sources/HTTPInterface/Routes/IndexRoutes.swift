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
        router.get("/v1/queries") { request, _ in
            let queries = try savedQueries()
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

    /// Every saved query whose file can be read.
    func savedQueries() throws -> [SavedQuery] {
        guard let folder = settings.savedQueries else { return [] }
        return try folder.names().map { try folder.query($0) }
    }

    func savedQuery(_ name: String) throws -> SavedQuery {
        guard let query = try savedQueries().first(where: { $0.name == name }) else {
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

extension JSONText {
    /// The body of `GET /v1/queries`.
    ///
    /// ```
    /// {"queries":[{"name":…,"title":…,"description":…,"text":…,
    ///   "parameters":[{"name":…,"type":…,"default":…,"meaning":…},…]},…]}
    /// ```
    fileprivate mutating func savedQueries(_ queries: [SavedQuery]) {
        object { text in
            text.array("queries") { text in
                for query in queries { text.savedQuery(query) }
            }
        }
    }

    private mutating func savedQuery(_ query: SavedQuery) {
        object { text in
            text.member("name", query.name)
            text.member("title", query.title)
            text.member("description", query.description)
            text.member("text", query.text)
            text.array("parameters") { text in
                for parameter in query.parameters {
                    text.object { text in
                        text.member("name", parameter.name)
                        text.member("type", parameter.type.rawValue)
                        if let usual = parameter.usual { text.member("default", usual) }
                        text.member("meaning", parameter.meaning)
                    }
                }
            }
        }
    }
}
