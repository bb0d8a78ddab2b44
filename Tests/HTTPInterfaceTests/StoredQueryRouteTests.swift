import Access
import Foundation
import HTTPTypes
import Search
import Testing

@testable import HTTPInterface

/// Queries that people keep in the index, over HTTP.
@Suite struct StoredQueryRouteTests {
    let sample: SampleProjects
    private let folder: URL

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-queries-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("# title: Shipped\nformat:occultformat\n".utf8)
            .write(to: folder.appendingPathComponent("shipped.rql"))
        self.folder = folder
        sample = try SampleProjects { $0.savedQueries = SavedQueryFolder(path: folder.path) }
    }

    private func send(
        _ method: HTTPRequest.Method, _ name: String, _ role: Role? = .curator, body: String? = nil
    ) async throws -> (status: Int, body: String) {
        let response = try await sample.send(
            method, "/v1/queries/" + name, token: role.flatMap { sample.tokens[$0] }, body: body)
        return (response.status.code, String(buffer: response.body))
    }

    private static let body = """
        {"query":"format:$type","title":"By format","parameters":["type text = tiff -- a format"]}
        """

    @Test func `a query is kept, listed, run with parameters, changed and removed`() async throws {
        #expect(try await send(.put, "by-format", body: Self.body) == (200, #"{"edit":1}"#))
        let list = try await sample.text("/v1/queries", token: sample.narrow)
        #expect(list.contains(#""name":"by-format""#))
        #expect(list.contains(#""title":"By format""#))
        #expect(try await send(.get, "by-format").body.contains(#""total":10"#))
        let other = try await send(.get, "by-format?type=nonesuch")
        #expect(other.body.contains(#""total":0"#))
        // The same again is no edit; another text is, whoever kept the first.
        #expect(try await send(.put, "by-format", body: Self.body) == (200, "{}"))
        let changed = try await send(
            .put, "by-format", .administrator, body: #"{"query":"format:occultformat"}"#)
        #expect(changed == (200, #"{"edit":2}"#))
        #expect(try await send(.get, "by-format").body.contains("occultformat"))
        #expect(try await send(.delete, "by-format") == (200, #"{"edit":3}"#))
        #expect(try await send(.get, "by-format").status == 404)
        let again = try await send(.delete, "by-format")
        #expect(again.status == 404)
        #expect(again.body.contains("there is no stored query by-format"))
    }

    @Test(
        arguments: [(nil, 401), (.reader, 403), (.harvester, 403), (.curator, 200)]
            as [(Role?, Int)])
    func `only who may curate keeps and removes queries`(role: Role?, status: Int) async throws {
        _ = try await send(.put, "kept", body: Self.body)
        #expect(try await send(.put, "mine", role, body: Self.body).status == status)
        #expect(try await send(.delete, "kept", role).status == status)
        #expect(try await send(.get, "kept", nil).status == (status == 200 ? 404 : 200))
    }

    @Test func `a query of the folder gives way to one that is kept, and comes back`() async throws
    {
        #expect(try await send(.get, "shipped").body.contains("occultformat"))
        #expect(try await send(.delete, "shipped").status == 404)
        #expect(try await send(.put, "shipped", body: Self.body).status == 200)
        #expect(try await send(.get, "shipped").body.contains(#""canonical":"format:\"tiff\"""#))
        #expect(try await send(.delete, "shipped").status == 200)
        #expect(try await send(.get, "shipped").body.contains("occultformat"))
    }

    @Test(arguments: [
        "save", "list", ".hidden", "-dash", "a%20b", "a%2Fb", "..%2Fx", "%00", "a%22b", "%3Cb%3E",
        String(repeating: "n", count: 101),
    ])
    func `a name that could be no file's is refused`(name: String) async throws {
        let answer = try await send(.put, name, body: Self.body)
        #expect(answer.status == 400)
        #expect(answer.body.contains("a query's name has"), "\(answer.body)")
    }

    @Test(arguments: ["müller", "a.b_c-1", String(repeating: "n", count: 100)])
    func `a plain name is taken`(name: String) async throws {
        let escaped = URLParameters.encoded(name)
        #expect(try await send(.put, escaped, body: Self.body).status == 200)
        #expect(try await send(.get, escaped).status == 200)
    }

    @Test(arguments: [
        (#"{"query":"voltage>="}"#, "expected a value"),
        (#"{"query":"voltage>=$least"}"#, "`$least` is no parameter"),
        (#"{"query":"a","parameters":["x colour = red"]}"#, "colour"),
        (#"{"title":"no query"}"#, "query"), ("{", ""), ("", ""),
    ])
    func `what is no query is refused with the reason`(body: String, reason: String) async throws {
        let answer = try await send(.put, "wrong", body: body)
        #expect(answer.status == 400)
        #expect(reason.isEmpty || answer.body.contains(reason), "\(answer.body)")
        #expect(try await send(.get, "wrong").status == 404)
    }
}
