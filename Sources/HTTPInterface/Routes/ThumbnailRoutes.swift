internal import ExtractionWorker
internal import Hummingbird
internal import MetadataModel
internal import MetadataStore
internal import Search
internal import Thumbnails

extension ReticleServer {
    /// `GET /thumbnails/{id}`: a small picture of an asset, or its format's name.
    func addThumbnailRoutes(to router: Router<CallContext>) {
        router.get("/thumbnails/{id}") { request, context in
            let asset = try await asset(
                context.parameters.require("id"), for: context, keys: "file.type")
            let lifetime = "private, max-age=300"
            guard let picture = try await picture(of: asset) else {
                return Content(
                    Placeholder.picture(of: asset.format), type: Placeholder.type,
                    lifetime: lifetime
                ).response(to: request)
            }
            return Content(picture.bytes, type: picture.kind.mediaType, lifetime: lifetime)
                .response(to: request)
        }
    }

    /// The picture of an asset that was harvested from a file which has not changed since; an
    /// asset that others told of has none, whatever its path says.
    private func picture(of asset: StoredAsset) async throws -> Picture? {
        guard let maker = settings.thumbnails, let state = asset.file else { return nil }
        let name = "\(asset.identity) \(state.count) \(state.modifiedNanoseconds)"
        if let known = pictures.picture(of: name) { return known }
        return try await painters.result {
            let picture: Picture?
            do {
                let file = try OpenFile(name: Array(asset.path.utf8))
                let isSame =
                    file.count == state.count
                    && file.modifiedNanoseconds == state.modifiedNanoseconds
                picture = isSame ? try maker.picture(of: file) : nil
            } catch is FileRefusal {
                // The file has gone or is closed to us: its facts are still here, its pixels not.
                return nil
            }
            pictures.keep(picture, of: name)
            return picture
        }
    }
}

extension StoredAsset {
    /// The format's identifier; `?` where none is stated.
    fileprivate var format: String {
        contributions.lazy.flatMap(\.facts).first { $0.key == "file.type" }?.value ?? "?"
    }
}
