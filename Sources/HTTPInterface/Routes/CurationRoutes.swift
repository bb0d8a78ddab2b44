internal import Access
internal import Curation
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import MetadataStore
internal import Search
internal import WireFormat

extension ReticleServer {
    /// A script is no larger.
    private static let maximumScriptByteCount = 4 << 20

    /// What people state: tags and values of assets, edits in bulk, and their history.
    func addCurationRoutes(to router: Router<CallContext>) {
        router.get("/v1/assets/{id}/tags") { request, context in
            let engine = engine(for: context)
            let name = try context.parameters.require("id")
            let (edit, asset) = try await searches.result { try engine.curated(name) }
            guard let asset else { throw Refusal(.notFound, "there is no asset of that id") }
            return stated(about: asset, edit: edit)
        }
        router.post("/v1/assets/{id}/tags") { request, context in
            let caller = try context.caller(for: .curate)
            let name = try context.parameters.require("id")
            let wanted: StatementsBody = try await body(of: request)
            let steps = wanted.actions.map { CurationStep(.assets([name]), $0) }
            let expected = try Self.expectedEdit(request)
            return try await edited(
                steps, caller, why: wanted.why, title: nil, isKept: true, expecting: expected)
        }
        router.delete("/v1/assets/{id}/tags/{tag}") { request, context in
            let caller = try context.caller(for: .curate)
            let name = try context.parameters.require("id")
            let tag = try context.parameters.require("tag")
            let steps = [
                CurationStep(.assets([name]), .untag([tag.removingPercentEncoding ?? tag]))
            ]
            let expected = try Self.expectedEdit(request)
            return try await edited(
                steps, caller, why: nil, title: nil, isKept: true, expecting: expected)
        }
        router.post("/v1/tags") { request, context in
            let caller = try context.caller(for: .curate)
            let wanted: StatementsBody = try await body(of: request)
            guard let query = wanted.query else {
                throw Refusal(.badRequest, "expected the member `query`")
            }
            let steps = wanted.actions.map { CurationStep(.query(query), $0) }
            return try await edited(
                steps, caller, why: wanted.why, title: nil, isKept: wanted.dryRun != true)
        }
        router.post("/v1/curations") { request, context in
            let caller = try context.caller(for: .curate)
            let parameters = try URLParameters(request.uri.query)
            let bytes = try await request.body.collect(upTo: Self.maximumScriptByteCount)
            let script: CurationScript
            do {
                script = try CurationScript(String(buffer: bytes))
            } catch {
                throw Refusal(.badRequest, "\(error)")
            }
            return try await edited(
                script.steps, caller, why: parameters.value("why"),
                title: parameters.value("title") ?? "script",
                isKept: parameters.value("apply") == "true")
        }
        router.get("/v1/edits") { request, context in
            _ = try context.caller(for: .curate)
            let limit = try URLParameters(request.uri.query).count("limit") ?? 50
            let engine = engine(for: context)
            let edits = try await searches.result { try engine.edits(limit: limit) }
            var text = JSONText()
            text.object { text in
                text.array("edits") { text in for edit in edits { text.edit(edit) } }
            }
            return Content(text.bytes, type: Representation.json.contentType).response(to: request)
        }
        router.post("/v1/edits/{number}/undo") { request, context in
            let caller = try context.caller(for: .curate)
            guard caller.projects == nil else {
                throw Refusal(.forbidden, "a token for some projects takes no edits back")
            }
            guard let number = Int64(try context.parameters.require("number")) else {
                throw Refusal(.notFound, "there is no such edit")
            }
            let why = try URLParameters(request.uri.query).value("why") ?? ""
            let author = Author(who: caller.name, why: why)
            let undoing = try await curating { try $0.undo(number, by: author) }
            var text = JSONText()
            text.object { text in if let undoing { text.member("edit", undoing) } }
            return Self.response(text)
        }
    }

    // MARK: Edits

    /// Runs `body` with the index open for edits.
    func curating<Result: Sendable>(
        _ body: @escaping @Sendable (Curation) throws -> Result
    ) async throws -> Result {
        let engine = wholeEngine
        do {
            return try await writing.write { store in
                try body(Curation(store: store, engine: engine))
            }
        } catch let error as CurationError {
            throw Refusal(error)
        }
    }

    private func edited(
        _ steps: [CurationStep], _ caller: Caller, why: String?, title: String?, isKept: Bool,
        expecting expected: Int64? = nil
    ) async throws -> Response {
        let author = Author(who: caller.name, why: why ?? "")
        let (number, reports) = try await curating { curation in
            try curation.run(
                steps, by: author, isKept: isKept, title: title, expecting: expected,
                within: caller.scope)
        }
        var text = JSONText()
        text.stepReports(reports, edit: number, isTrial: !isKept)
        return Self.response(text)
    }

    private static func response(_ text: JSONText) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: Representation.json.contentType, .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: text.bytes)))
    }

    /// The edit that must be the asset's last one, from `If-Match: "7"`.
    private static func expectedEdit(_ request: Request) throws(Refusal) -> Int64? {
        guard let tag = request.headers[.ifMatch], tag != "*" else { return nil }
        guard let number = Int64(tag.replacing("\"", with: "")) else {
            throw Refusal(.preconditionFailed, "the tag of If-Match is none of an asset's edits")
        }
        return number
    }

    private func stated(about asset: StoredAsset, edit: Int64) -> Response {
        var text = JSONText()
        text.curatedFacts(of: asset, edit: edit)
        var response = Self.response(text)
        response.headers[.eTag] = "\"\(edit)\""
        return response
    }
}

/// The body of `POST /v1/tags` and `POST /v1/assets/{id}/tags`.
private struct StatementsBody: Decodable, Sendable {
    var query: String?
    var tags: [String]?
    var untag: [String]?
    var set: [String: String]?
    var unset: [String]?
    var comment: String?
    var why: String?
    var dryRun: Bool?

    private enum CodingKeys: String, CodingKey {
        case query, tags, untag, set, unset, comment, why
        case dryRun = "dry_run"
    }

    var actions: [CurationAction] {
        var actions: [CurationAction] = []
        if let tags, !tags.isEmpty { actions.append(.tag(tags)) }
        if let untag, !untag.isEmpty { actions.append(.untag(untag)) }
        for (key, value) in (set ?? [:]).sorted(by: { $0.key < $1.key }) {
            actions.append(.set(key: key, value: value))
        }
        for key in unset ?? [] { actions.append(.unset(key: key)) }
        if let comment { actions.append(.comment(comment)) }
        return actions
    }
}

extension Refusal {
    init(_ error: CurationError) {
        switch error.kind {
        case .notFound: self.init(.notFound, error.detail)
        case .conflict: self.init(.preconditionFailed, error.detail)
        case .invalid, .mismatch: self.init(.badRequest, error.detail)
        case .journal: self.init(.internalServerError, "the journal cannot be written")
        }
    }
}
