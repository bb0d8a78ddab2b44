internal import Hummingbird
internal import MetadataModel
internal import MetadataStore
internal import Search

extension ReticleServer {
    /// `GET /thumbnails/{id}`: a small picture of an asset.
    func addThumbnailRoutes(to router: Router<CallContext>) {
        router.get("/thumbnails/{id}") { request, context in
            let asset = try await asset(
                context.parameters.require("id"), for: context, keys: "file.type")
            return Content(
                Placeholder.picture(of: asset.format), type: Placeholder.type,
                lifetime: "private, max-age=300"
            ).response(to: request)
        }
    }
}

extension StoredAsset {
    /// The format's identifier; `?` where none is stated.
    fileprivate var format: String {
        contributions.lazy.flatMap(\.facts).first { $0.key == "file.type" }?.value ?? "?"
    }
}
