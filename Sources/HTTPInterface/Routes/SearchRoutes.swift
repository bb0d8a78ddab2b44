internal import HTTPTypes
internal import Hummingbird
internal import Search
internal import WireFormat

extension ReticleServer {
    /// `GET /v1/search`, and the same with the form as a suffix; `GET /v1/queries/…` likewise.
    func addSearchRoutes(to router: Router<CallContext>) {
        router.get("/v1/search") { request, context in
            let search = try SearchRequest(
                URLParameters(request.uri.query), timeLimit: settings.timeLimit)
            return try await answer(search, request, context, as: .preferred(by: request.headers))
        }
        for form in Representation.allCases {
            router.get("/v1/search.\(form.rawValue)") { request, context in
                let search = try SearchRequest(
                    URLParameters(request.uri.query), timeLimit: settings.timeLimit)
                return try await answer(search, request, context, as: form)
            }
        }
        router.get("/v1/queries/{name}") { request, context in
            let search = try SearchRequest(
                await savedQuery(context.parameters.require("name"), context),
                URLParameters(request.uri.query),
                timeLimit: settings.timeLimit)
            return try await answer(search, request, context, as: .preferred(by: request.headers))
        }
    }

    private func answer(
        _ search: SearchRequest, _ request: Request, _ context: CallContext,
        as form: Representation
    ) async throws -> Response {
        guard form == .json else {
            return try await stream(search, request, context, as: form)
        }
        let engine = engine(for: context)
        var page = search.options
        page.limit = min(page.limit ?? SearchOptions.usualLimit, SearchRequest.maximumLimit)
        let options = page
        let answer = try await searches.result { try engine.answer(search.text, options: options) }
        var timeless = answer
        timeless.elapsedMicroseconds = 0
        var (body, identity) = (JSONText(), JSONText())
        body.searchAnswer(answer)
        identity.searchAnswer(timeless)
        return Content(body.bytes, type: form.contentType, identifiedBy: identity.bytes)
            .response(to: request)
    }

    /// All hits, one after the other, as they are found.
    private func stream(
        _ search: SearchRequest, _ request: Request, _ context: CallContext,
        as form: Representation
    ) async throws -> Response {
        let engine = engine(for: context)
        let chunks = ChunkStream()
        let wantsHits = request.method != .head
        let answer = try await withCheckedThrowingContinuation { continuation in
            let hasRoom = streams.start {
                var isBegun = false
                var rows = HitRows(form, guardsFormulas: search.guardsFormulas)
                do {
                    try engine.stream(
                        search.text, options: search.options,
                        begin: { answer in
                            rows.begin(answer)
                            isBegun = true
                            continuation.resume(returning: answer)
                        },
                        hit: { hit in
                            guard wantsHits else { return false }
                            rows.add(hit)
                            return rows.isFull ? chunks.send(rows.taken()) : true
                        })
                    chunks.finish(with: rows.taken())
                } catch {
                    if isBegun {
                        chunks.finish(throwing: error)
                    } else {
                        continuation.resume(throwing: error)
                    }
                }
            }
            if !hasRoom { continuation.resume(throwing: WorkQueue.Busy()) }
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: form.contentType,
                .reticleTotal: String(answer.total),
                .reticleComplete: String(answer.isComplete),
                .reticleRevision: String(answer.revision),
                .vary: "Accept",
            ],
            body: chunks.body)
    }
}

extension HTTPField.Name {
    /// How many hits there are, of which a stream sends all.
    static var reticleTotal: Self { named("Reticle-Total") }
    /// `false` where the time limit ended the search.
    static var reticleComplete: Self { named("Reticle-Complete") }
    /// The revision of the index that was asked.
    static var reticleRevision: Self { named("Reticle-Revision") }
}
