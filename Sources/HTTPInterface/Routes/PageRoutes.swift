internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import MetadataStore
internal import Search

extension ReticleServer {
    /// The pages for people, with what they are made of.
    func addPageRoutes(to router: Router<BasicRequestContext>) {
        router.get("/") { request, _ in
            let address = SearchAddress(try URLParameters(request.uri.query))
            return try await address.isAsked ? searchPage(address, request) : homePage()
        }
        router.get("/keys") { request, _ in try await keysPage(request) }
        router.get("/keys/{key}") { _, context in
            try await keyPage(context.parameters.require("key"))
        }
        router.get("/assets/{id}") { request, context in
            try await assetPage(context.parameters.require("id"), request)
        }
        router.get("/queries") { _, _ in
            pages.page("queries", QueriesPage(try savedQueries()))
        }
        router.get("/queries/{name}") { request, context in
            try queryPage(
                savedQuery(context.parameters.require("name")), URLParameters(request.uri.query))
        }
        router.get("/issues") { _, _ in
            let page = try await searches.result {
                try IssuesPage(engine, timeLimit: settings.timeLimit)
            }
            return pages.page("issues", page)
        }
        addLookRoutes(to: router)
        addThumbnailRoutes(to: router)
    }

    private func addLookRoutes(to router: Router<BasicRequestContext>) {
        router.get("/style.css") { request, _ in
            Content(Stylesheet.text, type: "text/css; charset=utf-8").response(to: request)
        }
        router.get("/page.js") { request, _ in
            Content(Script.text, type: "text/javascript; charset=utf-8").response(to: request)
        }
        router.get("/icon.svg") { request, _ in
            Content(Icon.text, type: "image/svg+xml", lifetime: "max-age=86400")
                .response(to: request)
        }
    }

    private func homePage() async throws -> Response {
        let overview = try await searches.result {
            try overviews.overview(engine, timeLimit: settings.timeLimit)
        }
        return pages.page("home", HomePage(overview, saved: try savedQueries()))
    }

    private func searchPage(_ address: SearchAddress, _ request: Request) async throws -> Response {
        let origin = Self.origin(of: request)
        do {
            let page = try await searches.result {
                try SearchPage(
                    address, asking: engine, timeLimit: settings.timeLimit, origin: origin)
            }
            return pages.page("search", page)
        } catch let errors as SearchErrors {
            return pages.page("search", SearchPage(address, errors: errors), status: .badRequest)
        }
    }

    private func keysPage(_ request: Request) async throws -> Response {
        let pattern = try URLParameters(request.uri.query).value("pattern")
        let page = try await searches.result {
            KeysPage(
                try engine.keys(matching: pattern),
                concepts: pattern == nil ? try engine.concepts() : [], pattern: pattern ?? "")
        }
        return pages.page("keys", page)
    }

    private func keyPage(_ name: String) async throws -> Response {
        guard let name = name.removingPercentEncoding,
            let page = try await searches.result(of: {
                try KeyPage(name, engine, timeLimit: settings.timeLimit)
            })
        else { throw Refusal(.notFound, "no key of the index has that name") }
        return pages.page("key", page)
    }

    private func assetPage(_ name: String, _ request: Request) async throws -> Response {
        let filter = try URLParameters(request.uri.query).value("filter")
        let asset = try await asset(name)
        let hit = try await searches.result {
            try engine.answer(
                "id=\"\(asset.identity)\" | select \(AssetPage.glance.joined(separator: ", "))",
                options: SearchOptions(limit: 1, countsClauses: false)
            ).hits.first
        }
        return pages.page("asset", AssetPage(asset, hit: hit, filter: filter ?? ""))
    }

    /// The form of a saved query; with `run`, the way to its answer.
    private func queryPage(_ query: SavedQuery, _ values: URLParameters) throws -> Response {
        guard values.value("run") != nil else {
            return pages.page("query", QueryPage(query, values: values, faults: []))
        }
        let given = values.pairs.filter { $0.name != "run" && !$0.value.isEmpty }
        do {
            let text = try query.text(with: Dictionary(given) { _, last in last })
            return Response(
                status: .seeOther, headers: [.location: SearchAddress(query: text).link])
        } catch {
            return pages.page(
                "query", QueryPage(query, values: values, faults: error.faults),
                status: .badRequest)
        }
    }

    /// The address under which the client reached this server.
    private static func origin(of request: Request) -> String {
        "http://\(request.head.authority ?? "127.0.0.1")"
    }
}
