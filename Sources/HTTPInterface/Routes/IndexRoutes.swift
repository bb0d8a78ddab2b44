internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import MetadataStore
internal import Search
internal import WireFormat

extension ReticleServer {
    /// What is in the index beside the answers to queries: assets, keys, formats, saved queries.
    func addIndexRoutes(to router: Router<BasicRequestContext>) {
        router.get("/v1/assets/{id}") { request, context in
            let asset = try await asset(named: context.parameters.require("id"))
            return json(JSONText.asset(asset), to: request)
        }
        router.get("/v1/keys") { request, _ in
            let pattern = try URLParameters(request.uri.query).value("pattern")
            let keys = try await searches.result { try engine.keys(matching: pattern) }
            return json(JSONText.keys(keys), to: request)
        }
        router.get("/v1/formats") { request, _ in
            let formats = try await searches.result { try engine.formats() }
            return json(JSONText.formats(formats), to: request)
        }
        router.get("/healthz") { _, _ in
            _ = try await searches.result { try engine.formats() }
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: #"{"status":"ok"}"#)))
        }
        router.get("/openapi.json") { request, _ in
            Content(OpenAPI.document, type: "application/json").response(to: request)
        }
    }

    /// The asset of an identity, or of the beginning of one that no other shares.
    func asset(named name: String) async throws -> StoredAsset {
        guard let name = name.removingPercentEncoding,
            let asset = try await searches.result(of: { try engine.asset(name) })
        else { throw Problem(.notFound, "there is no asset of that id") }
        return asset
    }

    private func json(_ text: JSONText, to request: Request) -> Response {
        Content(text.bytes, type: Representation.json.contentType).response(to: request)
    }
}
