import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import HTTPInterface

typealias SampleContext = CallContext

@Suite struct DescriptionTests {
    let index: SampleIndex

    init() throws {
        index = try SampleIndex()
    }

    private func document() throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(OpenAPI.document.utf8))
        return try #require(value as? [String: Any])
    }

    @Test func `the document describes exactly the routes for programs`() throws {
        let described = try #require(document()["paths"] as? [String: [String: Any]])
        let operations = described.flatMap { path, methods in
            methods.keys.map { "\($0.uppercased()) \(path)" }
        }
        let routes = index.server.declaredRouter.routes.filter { route in
            let path = route.path.description
            return path.hasPrefix("/v1/")
                || ["/healthz", "/metrics", "/openapi.json"].contains(path)
        }
        #expect(Set(routes.map(\.description)) == Set(operations))
    }

    @Test func `every reference of the document leads somewhere`() throws {
        let document = try document()
        let references = OpenAPI.document.components(separatedBy: #""$ref": ""#).dropFirst()
            .map { String($0.prefix { $0 != "\"" }) }
        #expect(!references.isEmpty)
        for reference in references {
            var place: Any? = document
            for step in reference.split(separator: "/").dropFirst() {
                place = (place as? [String: Any])?[String(step)]
            }
            #expect(place != nil, "\(reference)")
        }
    }

    @Test(arguments: ["/v1/keys", "/v1/formats", "/v1/queries", "/healthz", "/v1/search?q=mueller"])
    func `an answer that the client has is not sent again`(path: String) async throws {
        let first = try await index.get(path)
        let tag = try #require(first.headers[.eTag])
        #expect(first.status == .ok)
        let second = try await index.get(path, headers: [.ifNoneMatch: "\"other\", \(tag)"])
        #expect(second.status == .notModified)
        #expect(second.body.readableBytes == 0)
        let third = try await index.get(path, headers: [.ifNoneMatch: "\"other\""])
        #expect(third.status == .ok)
    }
}
