import Curation
import Foundation
import HTTPTypes
import MetadataStore
import Search
import Testing

@testable import HTTPInterface

@Suite struct CurationRouteTests {
    let sample: SampleProjects

    init() throws {
        sample = try SampleProjects()
    }

    private func total(_ query: String) async throws -> Int? {
        let text = try await sample.text("/v1/search?q=\(query)", token: nil)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return object?["total"] as? Int
    }

    @Test func `who may curate tags what a query finds, and others may not`() async throws {
        let body = #"{"query":"format:tiff","tags":["reviewed"],"set":{"dose":"5 mg"}}"#
        #expect(try await sample.send(.post, "/v1/tags", body: body).status == .unauthorized)
        let reader = try await sample.send(
            .post, "/v1/tags", token: sample.tokens[.reader], body: body)
        #expect(reader.status == .forbidden)
        let curator = try await sample.send(
            .post, "/v1/tags", token: sample.tokens[.curator], body: body)
        #expect(curator.status == .ok)
        #expect(String(buffer: curator.body).contains(#""changed":10"#))
        #expect(try await total("tag:reviewed%20dose:5mg") == 10)
        let undone = try await sample.send(
            .post, "/v1/edits/1/undo", token: sample.tokens[.curator])
        #expect(undone.status == .ok)
        #expect(try await total("tag:reviewed") == 0)
    }

    @Test func `who sees some projects alone sees the edits of these`() async throws {
        let curator = sample.tokens[.curator]
        func tag(_ query: String, _ tag: String) async throws {
            let body = #"{"query":"\#(query)","tags":["\#(tag)"],"why":"because of occultists"}"#
            let response = try await sample.send(.post, "/v1/tags", token: curator, body: body)
            #expect(response.status == .ok)
        }
        try await tag("format:occultformat", "occulttag")
        try await tag("format:tiff", "opentag")
        try await tag("", "every")
        let all = try await sample.text("/v1/edits", token: curator)
        #expect(all.components(separatedBy: #""edit":"#).count == 4)
        let narrow = try await sample.text("/v1/edits", token: sample.narrowCurator)
        #expect(!narrow.contains("occulttag"))
        #expect(narrow.contains("opentag"))
        #expect(narrow.contains("10 changes of what you see, among others"))
        #expect(narrow.components(separatedBy: #""edit":"#).count == 3)
        #expect(narrow.components(separatedBy: "because").count == 2)
    }

    @Test func `a search asks as of a date`() async throws {
        let body = #"{"query":"format:tiff","tags":["reviewed"]}"#
        _ = try await sample.send(
            .post, "/v1/tags", token: sample.tokens[.curator], body: body)
        #expect(try await total("tag:reviewed") == 10)
        #expect(try await total("tag:reviewed&as_of=2020-01-01") == 0)
        #expect(try await total("format:tiff&as_of=yesterday") == 10)
        let narrow = try await sample.send(
            .get, "/v1/search?q=format:tiff&as_of=yesterday", token: sample.narrow)
        #expect(narrow.status == .badRequest)
    }

    @Test func `an edit that another one overtook is refused`() async throws {
        let path = "/v1/assets/\(sample.hiddenIdentity)/tags"
        let before = try await sample.send(.get, path)
        #expect(before.headers[.eTag] == "\"0\"")
        let curator = sample.tokens[.curator]
        let first = try await sample.send(
            .post, path, token: curator, headers: [.ifMatch: "\"0\""], body: #"{"tags":["a b"]}"#)
        #expect(first.status == .ok)
        let second = try await sample.send(
            .post, path, token: curator, headers: [.ifMatch: "\"0\""], body: #"{"tags":["b"]}"#)
        #expect(second.status == .preconditionFailed)
        #expect(try await sample.send(.get, path).headers[.eTag] == "\"1\"")
        let deleted = try await sample.send(
            .delete, path + "/a%20b", token: curator, headers: [.ifMatch: "\"1\""])
        #expect(deleted.status == .ok)
        #expect(try await total("has:tag") == 0)
    }

    @Test func `a script is tried, applied, or refused with its line`() async throws {
        let curator = sample.tokens[.curator]
        let script = "where format:tiff\n  tag good\n"
        let trial = try await sample.send(.post, "/v1/curations", token: curator, body: script)
        #expect(String(buffer: trial.body).contains(#""dry_run":true"#))
        #expect(try await total("tag:good") == 0)
        let applied = try await sample.send(
            .post, "/v1/curations?apply=true", token: curator, body: script)
        #expect(applied.status == .ok)
        #expect(try await total("tag:good") == 10)
        let wrong = try await sample.send(
            .post, "/v1/curations?apply=true", token: curator, body: "everywhere\ntga x\n")
        #expect(wrong.status == .badRequest)
        #expect(String(buffer: wrong.body).contains("line 2: "))
    }

    @Test func `a file arrives in pieces, and is there when it is whole`() async throws {
        let curator = sample.tokens[.curator]
        let path = "/v1/projects/open/files/sub/a.txt"
        func put(_ body: String, _ range: String?) async throws -> HTTPResponse.Status {
            var headers: HTTPFields = [:]
            if let range { headers[.contentRange] = range }
            return try await sample.send(.put, path, token: curator, headers: headers, body: body)
                .status
        }
        #expect(try await put("hello", nil) == .notFound)
        try sample.createProject("open")
        #expect(try await put("hel", "bytes 0-2/5") == .accepted)
        let state = try await sample.text(path, token: curator)
        #expect(state.contains(#""received":3,"complete":false"#))
        #expect(try await put("lo", "bytes 4-4/5") == .conflict)
        #expect(try await put("lo", "bytes 3-4/5") == .created)
        let kept = sample.indexPath + ".files/projects/open/sub/a.txt"
        #expect(try String(contentsOfFile: kept, encoding: .utf8) == "hello")
        let after = try await sample.text(path, token: curator)
        #expect(after.contains(#""complete":true"#))
        let projects = try await sample.text("/v1/projects", token: sample.narrow)
        #expect(projects.contains(#""name":"open""#))
    }
}

extension SampleProjects {
    fileprivate func createProject(_ name: String) throws {
        let store = try MetadataStore(path: indexPath, access: .writing)
        let engine = SearchEngine(store: store, vocabulary: try Vocabulary(yaml: "concepts: {}"))
        _ = try Curation(store: store, engine: engine)
            .createProject(name, ProjectChange(), by: Author(who: "mueller"))
    }
}
