internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import MetadataStore
internal import Search
internal import WireFormat

extension ReticleServer {
    /// `/id/…`: the landing page of an asset by its identity, or by an identifier of another
    /// system that it states, such as a DOI or the id of a sample.
    func addIdentifierRoutes(to router: Router<CallContext>) {
        router.get("/id/**") { request, context in
            let name = context.parameters.getCatchAll().joined(separator: "/")
            guard let identifier = name.removingPercentEncoding, !identifier.isEmpty else {
                throw Refusal(.notFound, "there is no asset of that id")
            }
            let engine = engine(for: context)
            if let asset = try await searches.result(of: { try engine.asset(identifier) }) {
                return try await landing(on: asset, request, context)
            }
            let found = try await searches.result {
                try engine.assets(identifiedBy: identifier, limit: 2)
            }
            guard let first = found.first else {
                throw Refusal(.notFound, "no asset has that id or states that identifier")
            }
            guard found.count == 1 else {
                let query = URLParameters([("q", SearchEngine.query(forIdentifier: identifier))])
                return Response(status: .seeOther, headers: [.location: "/?" + query.encoded])
            }
            return try await landing(on: first, request, context)
        }
    }

    private func landing(
        on asset: StoredAsset, _ request: Request, _ context: CallContext
    ) async throws -> Response {
        let accepted = request.headers[.accept] ?? ""
        if accepted.contains("json"), !accepted.contains("html") {
            return json(for: request, status: Self.status(of: asset)) { $0.asset(asset) }
        }
        return try await assetPage(asset, request, context)
    }
}
