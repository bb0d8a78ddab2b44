import Foundation
import HTTPTypes
import Testing

@testable import HTTPInterface

@Suite struct RefusalTests {
    let index: SampleIndex

    init() throws {
        index = try SampleIndex()
    }

    @Test func `a wrong query is a problem with all faults and their places`() async throws {
        let response = try await index.get("/v1/search?q=voltage%3C30nmm%20and%20(")
        #expect(response.status == .badRequest)
        #expect(response.headers[.contentType] == "application/problem+json")
        let problem = try await index.json("/v1/search?q=voltage%3C30nmm")
        let errors = try #require(problem["errors"] as? [[String: Any]])
        #expect(errors.count == 1)
        #expect(errors.first?["start"] as? Int == 8)
        #expect(errors.first?["end"] as? Int == 13)
        #expect((errors.first?["suggestions"] as? [String])?.isEmpty == false)
    }

    @Test(arguments: [
        ("/v1/search?limit=0", 400), ("/v1/search?limit=many", 400), ("/v1/search?query=a", 400),
        ("/v1/search?q=%FF", 400), ("/v1/search?q=%4", 400), ("/v1/search?after=nonsense", 400),
        ("/v1/assets/018f3c5e-7b1a-7c3d-9e4f-0123456789ab", 404), ("/v1/assets/..%2F..%2Fetc", 404),
        ("/v1/nothing", 404), ("/../etc/passwd", 404),
    ])
    func `what cannot be answered is refused`(path: String, status: Int) async throws {
        let response = try await index.get(path)
        #expect(response.status.code == status)
        #expect(response.headers[.contentType] == "application/problem+json")
        let text = String(buffer: response.body)
        #expect(!text.contains("SQL") && !text.contains(index.folder.path))
    }

    @Test func `a form that is not there is refused`() async throws {
        let response = try await index.get("/v1/search", headers: [.accept: "image/png"])
        #expect(response.status == .notAcceptable)
    }

    @Test(arguments: ["/", "/v1/search?q=", "/v1/nothing", "/style.css", "/v1/search.ndjson"])
    func `every response keeps the browser on its guard`(path: String) async throws {
        let headers = try await index.get(path).headers
        #expect(headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        #expect(headers[.contentSecurityPolicy]?.contains("unsafe") == false)
        #expect(headers[.xContentTypeOptions] == "nosniff")
    }

    @Test(arguments: [
        ("127.0.0.1:8750", true), ("localhost", true), ("[::1]:80", true), ("127.0.0.2", true),
        ("example.org", false), ("127.evil.org", false), ("localhost.evil.org", false), ("", false),
    ])
    func `only names of this machine are answered to`(authority: String, isLocal: Bool) {
        #expect(
            ServerSettings.isLoopback(LoopbackHosts<SampleContext>.host(of: authority)) == isLocal)
    }
}
