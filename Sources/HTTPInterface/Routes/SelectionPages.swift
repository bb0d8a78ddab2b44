internal import Access
internal import HTTPTypes
internal import Hummingbird
internal import MetadataStore
internal import Search
internal import Selecting

extension ReticleServer {
    /// Bytes of a form that is sent.
    private static let formByteLimit = 1 << 16

    /// Selections for people: the list, one, and the form that makes one.
    func addSelectionPages(to router: Router<CallContext>) {
        router.get("/selections") { _, context in
            let engine = engine(for: context)
            let selections = try await searches.result { try engine.selections() }
            return pages.page("selections", SelectionsPage(selections))
        }
        router.get("/selections/{id}") { _, context in
            pages.page("selection", SelectionPage(try await storedSelection(context)))
        }
        router.post("/selections") { request, context in
            _ = try context.caller(for: .select)
            let form = try await request.body.collect(upTo: Self.formByteLimit)
            guard let query = try URLParameters(String(buffer: form)).value("q") else {
                throw Refusal(.badRequest, "`q`: expected a query")
            }
            let (selection, _) = try await frozen(query, context)
            return Response(
                status: .seeOther, headers: [.location: "/selections/\(selection.id)"])
        }
    }
}
