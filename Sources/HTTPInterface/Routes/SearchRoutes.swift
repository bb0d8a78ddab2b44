internal import HTTPTypes
internal import Hummingbird
internal import Search
internal import WireFormat

extension ReticleServer {
    /// `GET /v1/search`, and the same with the form as a suffix.
    func addSearchRoutes(to router: Router<BasicRequestContext>) {
        router.get("/v1/search") { request, _ in
            try await search(request, as: Representation.preferred(by: request.headers))
        }
        for form in Representation.allCases {
            router.get("/v1/search.\(form.rawValue)") { request, _ in
                try await search(request, as: form)
            }
        }
    }

    private func search(_ request: Request, as form: Representation) async throws -> Response {
        let search = try SearchRequest(
            URLParameters(request.uri.query), timeLimit: settings.timeLimit)
        guard form == .json else { return try await stream(search, request, as: form) }
        var page = search.options
        page.limit = min(page.limit ?? SearchOptions.usualLimit, SearchRequest.maximumLimit)
        let options = page
        let answer = try await searches.result { try engine.answer(search.text, options: options) }
        var timeless = answer
        timeless.elapsedMicroseconds = 0
        return Content(
            JSONText.searchAnswer(answer).bytes, type: form.contentType,
            identifiedBy: JSONText.searchAnswer(timeless).bytes
        ).response(to: request)
    }

    /// All hits, one after the other, as they are found.
    private func stream(
        _ search: SearchRequest, _ request: Request, as form: Representation
    ) async throws -> Response {
        let chunks = ChunkStream()
        let wantsHits = request.method != .head
        let answer = try await withCheckedThrowingContinuation { continuation in
            let hasRoom = streams.start {
                var isBegun = false
                var rows = HitRows(form)
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

/// Hits as lines of a stream.
private struct HitRows {
    /// Bytes that are sent at once.
    static let chunkByteCount = 32768

    private let form: Representation
    private var columns: [String] = []
    private var json = JSONText()
    private var csv = CSVText()

    init(_ form: Representation) {
        self.form = form
    }

    var isFull: Bool { json.bytes.count + csv.bytes.count >= Self.chunkByteCount }

    mutating func begin(_ answer: SearchAnswer) {
        columns = answer.columns
        if form == .csv { csv.hitHeading(columns) }
    }

    mutating func add(_ hit: SearchHit) {
        if form == .csv {
            csv.hit(hit, columns: columns)
        } else {
            json.hit(hit)
            json.endLine()
        }
    }

    mutating func taken() -> [UInt8] {
        defer {
            json.removeAll()
            csv.removeAll()
        }
        return form == .csv ? csv.bytes : json.bytes
    }
}
