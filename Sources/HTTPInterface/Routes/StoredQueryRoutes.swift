internal import Access
internal import Curation
internal import HTTPTypes
internal import Hummingbird
internal import Search
internal import WireFormat

extension ReticleServer {
    /// Queries that people keep in the index, beside those of the folder.
    func addStoredQueryRoutes(to router: Router<CallContext>) {
        router.put("/v1/queries/{name}") { request, context in
            let caller = try context.caller(for: .curate)
            let name = try context.segment("name")
            let wanted: StoredQueryBody = try await body(of: request)
            let query: SavedQuery
            do {
                query = try SavedQuery(
                    name: name, title: wanted.title ?? name, description: wanted.description ?? "",
                    parameters: wanted.parameters ?? [], text: wanted.query)
            } catch let error as SavedQueryError {
                throw Refusal(.badRequest, error.faults.joined(separator: "; "))
            }
            let author = Author(who: caller.name, why: wanted.why ?? "")
            return Self.response(edit: try await curating { try $0.saveQuery(query, by: author) })
        }
        router.delete("/v1/queries/{name}") { request, context in
            let caller = try context.caller(for: .curate)
            let name = try context.segment("name")
            let why = try URLParameters(request.uri.query).value("why") ?? ""
            let author = Author(who: caller.name, why: why)
            return Self.response(edit: try await curating { try $0.removeQuery(name, by: author) })
        }
    }

    private static func response(edit: Int64?) -> Response {
        var text = JSONText()
        text.object { text in if let edit { text.member("edit", edit) } }
        return answer(text)
    }
}

private struct StoredQueryBody: Decodable, Sendable {
    var query: String
    var title: String?
    var description: String?
    /// Each as `size quantity = 50nm -- the largest pixel size`.
    var parameters: [String]?
    var why: String?
}
