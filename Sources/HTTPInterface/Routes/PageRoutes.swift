internal import Access
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import MetadataStore
internal import Search

extension ReticleServer {
    /// The pages for people, with what they are made of.
    func addPageRoutes(to router: Router<CallContext>) {
        router.get("/") { request, context in
            let address = SearchAddress(try URLParameters(request.uri.query))
            return try await address.isAsked
                ? searchPage(address, request, context) : homePage(context)
        }
        router.get("/keys") { request, context in try await keysPage(request, context) }
        router.get("/keys/{key}") { _, context in
            try await keyPage(context.parameters.require("key"), context)
        }
        router.get("/assets/{id}") { request, context in
            try await assetPage(
                asset(context.parameters.require("id"), for: context), request, context)
        }
        router.get("/queries") { _, context in
            pages.page("queries", QueriesPage(try await savedQueries(context)))
        }
        router.get("/queries/{name}") { request, context in
            try queryPage(
                await savedQuery(context.parameters.require("name"), context),
                URLParameters(request.uri.query))
        }
        router.get("/issues") { _, context in
            let engine = engine(for: context)
            let page = try await searches.result {
                try IssuesPage(engine, timeLimit: settings.timeLimit)
            }
            return pages.page("issues", page)
        }
        addSelectionPages(to: router)
        addLookRoutes(to: router)
        addThumbnailRoutes(to: router)
    }

    private func addLookRoutes(to router: Router<CallContext>) {
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

    /// What the index holds, as far as the caller may see.
    private func overview(_ context: CallContext) async throws -> Overview {
        let engine = engine(for: context)
        let scope = context.caller.scope
        return try await searches.result {
            try overviews.overview(engine, scope, timeLimit: settings.timeLimit)
        }
    }

    private func homePage(_ context: CallContext) async throws -> Response {
        let page = HomePage(try await overview(context), saved: try await savedQueries(context))
        return pages.page("home", page)
    }

    private func searchPage(
        _ address: SearchAddress, _ request: Request, _ context: CallContext
    ) async throws -> Response {
        let engine = engine(for: context)
        let usual = try await overview(context).columns
        let origin = Self.origin(of: request)
        do {
            let page = try await searches.result {
                try SearchPage(
                    address, asking: engine, usual: usual, timeLimit: settings.timeLimit,
                    origin: origin)
            }
            return pages.page("search", page)
        } catch let errors as SearchErrors {
            return pages.page("search", SearchPage(address, errors: errors), status: .badRequest)
        }
    }

    private func keysPage(_ request: Request, _ context: CallContext) async throws -> Response {
        let engine = engine(for: context)
        let pattern = try URLParameters(request.uri.query).value("pattern")
        let page = try await searches.result {
            KeysPage(
                try engine.keys(matching: pattern),
                concepts: pattern == nil ? try engine.concepts() : [], pattern: pattern ?? "")
        }
        return pages.page("keys", page)
    }

    private func keyPage(_ name: String, _ context: CallContext) async throws -> Response {
        let engine = engine(for: context)
        guard let name = name.removingPercentEncoding,
            let page = try await searches.result(of: {
                try KeyPage(name, engine, timeLimit: settings.timeLimit)
            })
        else { throw Refusal(.notFound, "no key of the index has that name") }
        return pages.page("key", page)
    }

    /// The page of an asset; with status 410 where its file is gone.
    func assetPage(
        _ asset: StoredAsset, _ request: Request, _ context: CallContext
    ) async throws -> Response {
        let engine = engine(for: context)
        let filter = try URLParameters(request.uri.query).value("filter")
        let hit = try await searches.result {
            try engine.answer(
                "id=\"\(asset.identity)\" | select \(AssetPage.glance.joined(separator: ", "))",
                options: SearchOptions(limit: 1, countsClauses: false, findsDeleted: true)
            ).hits.first
        }
        return pages.page(
            "asset", AssetPage(asset, hit: hit, filter: filter ?? ""),
            status: Self.status(of: asset))
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
