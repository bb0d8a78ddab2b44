import Access
import Foundation
import HTTPTypes
import Testing

@testable import HTTPInterface

@Suite struct RightsTests {
    /// Addresses that a reader may ask, each with what could give the hidden project away.
    static let readable = [
        "/v1/search?q=", "/v1/search?q=occult*", "/v1/search?q=occultist%20OR%20mueller",
        "/v1/search?q=-project:open", "/v1/search?q=project:occult", "/v1/search?q=has:occult.Key",
        "/v1/search?q=missing:project", "/v1/search?q=occult.Kee:1", "/v1/search?q=&facet=project",
        "/v1/search?q=&facet=format,ini.Operator&explain", "/v1/search?q=&distinct=project",
        "/v1/search?q=&group=project", "/v1/search?q=&count=project", "/v1/search?q=&sample=20",
        "/v1/search.ndjson?q=", "/v1/search.csv?q=&select=path,project", "/v1/keys",
        "/v1/keys?pattern=*Key*", "/v1/keys?pattern=project", "/v1/formats", "/v1/queries",
        "/", "/keys", "/?q=", "/?q=-project:open",
    ]

    @Test func `a token of one project finds no trace of another`() async throws {
        let sample = try SampleProjects()
        for address in Self.readable {
            let whole = try await sample.text(address, token: sample.tokens[.reader])
            let narrow = try await sample.text(address, token: sample.narrow)
            #expect(!Self.betrays(narrow, asked: address), "\(address): \(narrow)")
            #expect(!whole.isEmpty && !narrow.isEmpty)
        }
        let keys = try await sample.text("/v1/keys", token: sample.narrow)
        #expect(keys.contains(#""key":"project","assets":10,"facts":10"#))
        let everything = try await sample.text("/v1/search?q=", token: sample.narrow)
        #expect(everything.contains(#""total":10"#))
    }

    /// Whether an answer holds more of the hidden project than the question did.
    private static func betrays(_ answer: String, asked address: String) -> Bool {
        var marks = ["occultist", "occultformat", "/occult/", "occult.Key", "occult 1"]
        if !address.contains("occult") { marks.append("occult") }
        return marks.contains { answer.contains($0) && !address.contains($0) }
    }

    @Test func `what is hidden and what is not there are answered the same`() async throws {
        let sample = try SampleProjects()
        let id = sample.hiddenIdentity
        let absent = "018f3c5e-7b1a-7c3d-9e4f-0123456789ab"
        for path in ["/v1/assets/", "/assets/"] {
            let hidden = try await sample.send(.get, path + id, token: sample.narrow)
            let missing = try await sample.send(.get, path + absent, token: sample.narrow)
            #expect(hidden.status == .notFound)
            #expect(hidden.status == missing.status && hidden.body == missing.body)
            #expect(
                try await sample.send(.get, path + id, token: sample.tokens[.reader]).status == .ok)
        }
        let found = try await sample.text("/v1/search?q=id:\(id)", token: sample.narrow)
        #expect(found.contains(#""total":0"#))
    }

    @Test func `nothing is open where other machines can connect`() async throws {
        let sample = try SampleProjects { $0.host = "0.0.0.0" }
        for address in Self.readable + ["/metrics", "/openapi.json", "/assets/x"] {
            let response = try await sample.send(.get, address)
            #expect(response.status == .unauthorized, "\(address)")
            #expect(response.headers[.wwwAuthenticate]?.contains("Bearer") == true)
        }
        let reader = try await sample.send(.get, "/v1/formats", token: sample.tokens[.reader])
        #expect(reader.status == .ok)
    }

    @Test(arguments: [
        "Bearer nonsense", "Bearer", "Basic !!!", "Basic bm9jb2xvbg==", "Digest x", "Bearer rtk_",
        "",
    ])
    func `a wrong token opens nothing, not even what is open`(header: String) async throws {
        let sample = try SampleProjects()
        let response = try await sample.send(
            .get, "/v1/formats", headers: [.authorization: header])
        #expect(response.status == .unauthorized)
    }

    @Test func `a password of a browser is a token`() async throws {
        let sample = try SampleProjects { $0.host = "0.0.0.0" }
        let pair = Data("me:\(sample.narrow.text)".utf8).base64EncodedString()
        let response = try await sample.send(
            .get, "/v1/formats", headers: [.authorization: "Basic \(pair)"])
        #expect(response.status == .ok)
    }

    @Test func `every address that changes something asks for a token and its role`() async throws {
        let sample = try SampleProjects()
        let routes = sample.server.declaredRouter.routes.filter {
            ![.get, .head].contains($0.method)
        }
        for route in routes {
            let path = route.path.description.replacing("{id}", with: "x")
                .replacing("{name}", with: "x")
            let anonymous = try await sample.send(route.method, path, body: "{}")
            #expect(anonymous.status == .unauthorized, "\(route)")
            let foreign = try await sample.send(
                route.method, path, token: sample.tokens[.administrator],
                headers: [.origin: "https://elsewhere.org"], body: "{}")
            #expect(foreign.status == .forbidden, "\(route)")
        }
    }

    @Test func `one caller too fast is told to wait, another is not`() async throws {
        let sample = try SampleProjects { $0.callerLimit = .init(perSecond: 1, atOnce: 4) }
        let statuses = try await sample.server.application().test(.router) { client in
            var statuses: [HTTPResponse.Status] = []
            for token in [sample.narrow, sample.narrow, sample.narrow, sample.tokens[.reader]] {
                let response = try await client.execute(
                    uri: "/v1/formats", method: .get,
                    headers: [.authorization: "Bearer \(token?.text ?? "")"])
                statuses.append(response.status)
            }
            return statuses
        }
        #expect(statuses.count { $0 == .tooManyRequests } <= 1)
        #expect(statuses.first == .ok && statuses.last == .ok)
    }
}
