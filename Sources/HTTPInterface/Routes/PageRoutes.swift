internal import Hummingbird
internal import Search

extension ReticleServer {
    /// The pages for people, with what they are made of.
    func addPageRoutes(to router: Router<CallContext>) {
        router.get("/") { request, context in try await searchPage(request, context) }
        router.get("/keys") { request, context in
            let engine = engine(for: context)
            let pattern = try URLParameters(request.uri.query).value("pattern")
            let keys = try await searches.result { try engine.keys(matching: pattern) }
            return pages.page("keys", KeysPage(keys, pattern: pattern ?? ""))
        }
        router.get("/assets/{id}") { request, context in
            let filter = try URLParameters(request.uri.query).value("filter")
            let asset = try await asset(context.parameters.require("id"), for: context)
            return pages.page(
                "asset", AssetPage(asset, filter: filter ?? ""), status: Self.status(of: asset))
        }
        router.get("/style.css") { request, _ in
            Content(Stylesheet.text, type: "text/css; charset=utf-8").response(to: request)
        }
        router.get("/icon.svg") { request, _ in
            Content(Icon.text, type: "image/svg+xml", lifetime: "max-age=86400")
                .response(to: request)
        }
    }

    private func searchPage(
        _ request: Request, _ context: CallContext
    ) async throws -> Response {
        let engine = engine(for: context)
        let parameters = try URLParameters(request.uri.query)
        guard let text = parameters.value("q") else {
            let formats = try await searches.result { try engine.formats() }
            return pages.page(
                "search", SearchPage(holdings: formats, saved: try savedQueries()))
        }
        let options = SearchOptions(
            after: parameters.value("after"), timeLimit: settings.timeLimit)
        do {
            let page = try await searches.result {
                try SearchPage(text, asking: engine, options)
            }
            return pages.page("search", page)
        } catch let errors as SearchErrors {
            return pages.page("search", SearchPage(text, errors: errors), status: .badRequest)
        }
    }
}
