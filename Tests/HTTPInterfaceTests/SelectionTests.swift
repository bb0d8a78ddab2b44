import Crypto
import Foundation
import HTTPTypes
import MetadataModel
import MetadataStore
import Testing

@testable import HTTPInterface

@Suite struct SelectionTests {
    let sample: SampleProjects

    init() throws {
        sample = try SampleProjects()
    }

    private func object(_ body: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(body.utf8))
        return try #require(value as? [String: Any])
    }

    /// Freezes a query and returns the body of the answer.
    private func freeze(_ query: String, narrow: Bool = false) async throws -> [String: Any] {
        let response = try await sample.send(
            .post, "/v1/selections", token: narrow ? sample.narrow : sample.tokens[.reader],
            body: #"{"q":"\#(query)"}"#)
        #expect(response.status == .created)
        return try object(String(buffer: response.body))
    }

    @Test func `an answer is frozen, and the same answer again is the same selection`() async throws
    {
        let selection = try await freeze("format:tiff")
        #expect(selection["count"] as? Int == 10)
        let id = try #require(selection["id"] as? String)
        let again = try await sample.send(
            .post, "/v1/selections", token: sample.tokens[.reader], body: #"{"q":" format:tiff"}"#)
        #expect(again.status == .ok)
        #expect(try object(String(buffer: again.body))["id"] as? String == id)
        let list = try await sample.text("/v1/selections", token: nil)
        #expect(list.components(separatedBy: id).count == 2)
    }

    @Test func `the id is the digest of what is frozen`() async throws {
        let selection = try await freeze("format:tiff")
        let id = try #require(selection["id"] as? String)
        let lines = try await sample.text("/v1/selections/\(id).ndjson", token: nil)
        func hex(_ text: String) -> String {
            SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
        }
        let canonical = try #require(selection["canonical"] as? String)
        let revision = try #require(selection["revision"] as? Int)
        #expect(hex("\(canonical)\n\(revision)\n\(hex(lines))\n") == id)
    }

    @Test func `a selection stays as it was when the index changes, and says what changed`()
        async throws
    {
        let id = try #require(try await freeze("format:tiff")["id"] as? String)
        let before = try await sample.text("/v1/selections/\(id).paths", token: nil)
        let store = try MetadataStore(path: sample.indexPath, access: .writing)
        try store.write { writer in
            try writer.remove(path: "/data/file_0.tif")
            for (path, format) in [("/data/file_2.tif", "mrc"), ("/data/new.tif", "tiff")] {
                let draft = try writer.begin(AssetHeader(path: path))
                try draft.add([Fact(key: "file.type", value: format)], from: .own)
                _ = try draft.finish()
            }
            try writer.rename(from: "/data/file_4.tif", to: "/data/moved.tif")
        }
        #expect(try await sample.text("/v1/selections/\(id).paths", token: nil) == before)
        let difference = try object(
            try await sample.text("/v1/selections/\(id)/diff?against=now", token: nil))
        func reasons(_ name: String) -> [String: [String]] {
            let changes = difference[name] as? [[String: Any]] ?? []
            return Dictionary(
                uniqueKeysWithValues: changes.map {
                    ($0["path"] as? String ?? "", $0["why"] as? [String] ?? [])
                })
        }
        #expect(difference["same"] as? Int == 7)
        #expect(reasons("went")["/data/file_0.tif"] == ["no longer in the index"])
        #expect(reasons("went")["/data/file_2.tif"] == ["does not fit format:tiff"])
        #expect(reasons("changed") == ["/data/moved.tif": ["moved from /data/file_4.tif"]])
        #expect(Array(reasons("came").keys) == ["/data/new.tif"])
        let count = try await sample.text("/v1/search?q=sel:\(id)%20format:tiff", token: nil)
        #expect(count.contains(#""total":8"#))
    }

    @Test(arguments: [
        ("paths", "/data/file_0.tif\n"), ("paths0", "/data/file_0.tif\0"),
        ("csv", "id,path,bytes,modified,sha256\r\n"), ("snakemake", "sample\tpath\tid\nfile_0-"),
        ("nextflow", "sample,path,id\nfile_0-"), ("ndjson", #"{"id":""#),
        ("cwl", #"{"files":[{"class":"File","location":"file:///data/file_0.tif","#),
        ("rocrate", #"{"@context":"https://w3id.org/ro/crate/1.1/context","@graph":[{"#),
        ("json", #"{"id":""#),
    ])
    func `a form begins as programs expect`(form: String, beginning: String) async throws {
        let id = try #require(try await freeze("format:tiff | sort name")["id"] as? String)
        let text = try await sample.text("/v1/selections/\(id)?format=\(form)", token: nil)
        #expect(text.hasPrefix(beginning), "\(text)")
        #expect(try await sample.text("/v1/selections/\(id.prefix(8)).\(form)", token: nil) == text)
        if text.hasPrefix("{"), form != "ndjson" { _ = try object(text) }
    }

    @Test func `a job that has the selection is told so`() async throws {
        let id = try #require(try await freeze("format:tiff")["id"] as? String)
        let first = try await sample.send(.get, "/v1/selections/\(id)")
        let tag = try #require(first.headers[.eTag])
        let second = try await sample.send(
            .get, "/v1/selections/\(id)", headers: [.ifNoneMatch: tag])
        #expect(second.status == .notModified)
    }

    @Test func `what others froze is there for those who see as much`() async throws {
        let whole = try #require(try await freeze("")["id"] as? String)
        let narrow = try await freeze("", narrow: true)
        #expect(narrow["count"] as? Int == 10)
        let own = try #require(narrow["id"] as? String)
        for path in ["/v1/selections/\(whole)", "/v1/selections/\(whole)/diff"] {
            let hidden = try await sample.send(.get, path, token: sample.narrow)
            #expect(hidden.status == .notFound)
        }
        let list = try await sample.text("/v1/selections", token: sample.narrow)
        #expect(!list.contains(whole) && list.contains(own))
        let query = try await sample.send(.get, "/v1/search?q=sel:\(whole)", token: sample.narrow)
        #expect(query.status == .badRequest)
        #expect(try await sample.send(.get, "/v1/selections/\(own)").status == .ok)
    }

    @Test(arguments: [
        ("{}", 400), ("[]", 400), ("{", 400), (#"{"q":5}"#, 400),
        (#"{"q":"voltage<30nmm ("}"#, 400),
        (#"{"q":"| count"}"#, 400), ("\u{0}", 400), ("", 400),
    ])
    func `a body that is no order is refused`(body: String, status: Int) async throws {
        let response = try await sample.send(
            .post, "/v1/selections", token: sample.tokens[.reader], body: body)
        #expect(response.status.code == status)
        #expect(response.headers[.contentType] == "application/problem+json")
    }

    @Test func `a body too large is refused`() async throws {
        let body = #"{"q":""# + String(repeating: "a", count: 2 << 20) + #""}"#
        let response = try await sample.send(
            .post, "/v1/selections", token: sample.tokens[.reader], body: body)
        #expect(response.status == .contentTooLarge)
        let foreign = try await sample.send(
            .post, "/v1/selections", token: sample.tokens[.reader],
            headers: [.contentType: "text/plain"], body: "{}")
        #expect(foreign.status == .unsupportedMediaType)
    }

    @Test func `while another writes, a request waits and is told who`() async throws {
        let sample = try SampleProjects { $0.writingPatience = .milliseconds(50) }
        let store = try MetadataStore(path: sample.indexPath, access: .writing)
        let response = try await withCheckedThrowingContinuation { continuation in
            Thread {
                do {
                    try store.write { _ in
                        let done = DispatchSemaphore(value: 0)
                        Task {
                            do {
                                let response = try await sample.send(
                                    .post, "/v1/selections", token: sample.tokens[.reader],
                                    body: #"{"q":""}"#)
                                done.signal()
                                continuation.resume(returning: response)
                            } catch {
                                done.signal()
                                continuation.resume(throwing: error)
                            }
                        }
                        done.wait()
                    }
                } catch {
                    Issue.record(error)
                }
            }.start()
        }
        #expect(response.status == .serviceUnavailable)
        #expect(response.headers[.retryAfter] == "2")
        #expect(String(buffer: response.body).contains("(process "))
    }
}
