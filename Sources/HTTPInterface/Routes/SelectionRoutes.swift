internal import Access
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import MetadataStore
internal import Search
internal import Selecting
internal import WireFormat

/// What the body of `POST /v1/selections` says.
private struct SelectionOrder: Decodable {
    /// The query.
    var q: String
}

extension ReticleServer {
    /// Frozen answers: how a job gets its inputs.
    func addSelectionRoutes(to router: Router<CallContext>) {
        router.get("/v1/selections") { request, context in
            let engine = engine(for: context)
            let selections = try await searches.result { try engine.selections() }
            return json(for: request) { $0.selections(selections) }
        }
        router.post("/v1/selections") { request, context in
            try await freeze(request, context)
        }
        router.get("/v1/selections/{id}") { request, context in
            let parameters = try URLParameters(request.uri.query)
            let name = try context.parameters.require("id").split(separator: ".", maxSplits: 1)
            let wanted = name.count > 1 ? String(name[1]) : parameters.value("format")
            let form = try wanted.map(Self.form) ?? Self.form(request.headers)
            return try await selection(request, context, as: form)
        }
        router.get("/v1/selections/{id}/diff") { request, context in
            let against = try URLParameters(request.uri.query).value("against") ?? "now"
            guard against == "now" else {
                throw Refusal(.badRequest, "`against`: expected now, found `\(against.prefix(40))`")
            }
            let selection = try await storedSelection(context)
            let engine = engine(for: context)
            let options = SearchOptions(timeLimit: settings.timeLimit)
            let difference = try await searches.result {
                try SelectionDifference(of: selection, now: engine, options: options)
            }
            return json(for: request) { $0.selectionDifference(difference) }
        }
    }

    private func freeze(_ request: Request, _ context: CallContext) async throws -> Response {
        let caller = try context.caller(for: .select)
        let order: SelectionOrder = try await body(of: request)
        let freezing = Freezing(
            engine: engine(for: context), maker: caller.name, projects: caller.projects?.sorted())
        let options = SearchOptions(timeLimit: settings.timeLimit)
        let (selection, isNew) = try await writing.write { store in
            var isNew = false
            let selection = try freezing.selection(
                of: order.q, in: store, options: options, isNew: { isNew = $0 })
            return (selection, isNew)
        }
        var text = JSONText()
        text.selection(selection)
        return Response(
            status: isNew ? .created : .ok,
            headers: [
                .contentType: Representation.json.contentType,
                .location: "/v1/selections/\(selection.id)",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: text.bytes)))
    }

    private func selection(
        _ request: Request, _ context: CallContext, as form: SelectionForm
    ) async throws -> Response {
        let selection = try await storedSelection(context)
        let tag = "\"\(selection.id.prefix(32))-\(form.rawValue)\""
        // A selection never changes.
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "private, no-cache", .vary: "Accept"]
        if Content.isKnown(tag, request.headers[.ifNoneMatch] ?? "") {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = form.contentType
        headers[.reticleTotal] = String(selection.count)
        headers[.contentDisposition] =
            "inline; filename=\"\(form.fileName(of: selection.id))\""
        let engine = engine(for: context)
        return try stream(headers: headers) { chunks in
            var text = SelectionText(
                selection, as: form, forEachFile: { try engine.forEachFile(of: selection, $0) },
                send: { chunks.send($0) })
            try text.write()
        }
    }

    private func storedSelection(_ context: CallContext) async throws -> StoredSelection {
        let engine = engine(for: context)
        let id = String(try context.parameters.require("id").prefix { $0 != "." })
        guard let selection = try await searches.result(of: { try engine.selection(id) }) else {
            throw Refusal(.notFound, "there is no selection of that id")
        }
        return selection
    }

    private static func form(_ name: String) throws(Refusal) -> SelectionForm {
        guard let form = SelectionForm(rawValue: name) else {
            let forms = SelectionForm.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal(.badRequest, "`format`: expected \(forms), found `\(name.prefix(40))`")
        }
        return form
    }

    private static func form(_ headers: HTTPFields) throws(Refusal) -> SelectionForm {
        if headers[.accept]?.hasPrefix("text/plain") == true { return .paths }
        if headers[.accept]?.hasPrefix("application/ld+json") == true { return .rocrate }
        return switch try Representation.preferred(by: headers) {
        case .json: .json
        case .ndjson: .ndjson
        case .csv: .csv
        }
    }
}
