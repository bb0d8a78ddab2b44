import Foundation
import HTTPTypes
import Testing

@testable import HTTPInterface

@Suite struct SearchRouteTests {
    let index: SampleIndex

    init() throws {
        index = try SampleIndex()
    }

    @Test func `a search answers with its counts, its keys and a page of hits`() async throws {
        let answer = try await index.json("/v1/search?q=voltage%3A5kV..15kV&limit=7")
        #expect(answer["total"] as? Int == 48)
        #expect(answer["complete"] as? Bool == true)
        let hits = try #require(answer["hits"] as? [[String: Any]])
        #expect(hits.count == 7)
        let facts = try #require(hits.first?["facts"] as? [String: Any])
        #expect(facts["voltage"] is [Double])
        let resolved = try #require(answer["resolved"] as? [String: [String: Any]])
        #expect(resolved["voltage"]?["keys"] as? [String] == ["fei.Beam.HV"])
    }

    @Test func `the cursor leads through all hits once`() async throws {
        var paths: [String] = []
        var address: String? = "/v1/search?q=format%3Dtiff&limit=25"
        while let next = address {
            let answer = try await index.json(next)
            let hits = try #require(answer["hits"] as? [[String: Any]])
            paths += hits.compactMap { $0["path"] as? String }
            address = (answer["next"] as? String).map {
                "/v1/search?q=format%3Dtiff&limit=25&after=\(URLParameters.encoded($0))"
            }
        }
        #expect(paths.count == 60)
        #expect(Set(paths).count == 60)
    }

    @Test func `stages can stand in parameters of their own`() async throws {
        let answer = try await index.json(
            "/v1/search?q=has:voltage&sort=-voltage&facet=format&facet=operator&limit=1")
        let hits = try #require(answer["hits"] as? [[String: Any]])
        #expect((hits.first?["facts"] as? [String: [Double]])?["voltage"] == [25000])
        let facets = try #require(answer["facets"] as? [String: Any])
        #expect(Set(facets.keys) == ["format", "operator"])
    }

    @Test func `a stream has every hit on a line of its own`() async throws {
        let response = try await index.get("/v1/search.ndjson?q=")
        #expect(response.headers[.contentType] == "application/x-ndjson")
        #expect(response.headers[.reticleTotal] == "\(SampleIndex.assetCount)")
        #expect(response.headers[.reticleComplete] == "true")
        let lines = String(buffer: response.body).split(separator: "\n")
        #expect(lines.count == SampleIndex.assetCount)
        for line in lines {
            let hit = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(hit?["path"] is String)
        }
    }

    @Test func `a table has a heading, and guards its cells on request`() async throws {
        let plain = try await index.text("/v1/search.csv?q=format%3Dmrc&select=operator")
        #expect(plain.hasPrefix("id,path,operator\r\n"))
        #expect(plain.contains(",=mueller\r\n"))
        let guarded = try await index.text(
            "/v1/search.csv?q=format%3Dmrc&select=operator&guard=formulas")
        #expect(guarded.contains(",'=mueller\r\n"))
        #expect(try await index.text("/v1/search.csv?q=nowhere") == "id,path\r\n")
    }

    @Test(arguments: [
        ("application/x-ndjson", "application/x-ndjson"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/html, application/json;q=0.5", "application/json"),
        ("text/csv;q=0.2, application/*", "application/json"),
        ("*/*", "application/json"),
    ])
    func `Accept chooses the form`(accept: String, type: String) async throws {
        let response = try await index.get("/v1/search?q=mueller", headers: [.accept: accept])
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == type)
    }

    @Test func `a saved query takes its parameters from the URL`() async throws {
        #expect(try await index.json("/v1/queries/high-voltage")["total"] as? Int == 64)
        #expect(try await index.json("/v1/queries/high-voltage?least=20kV")["total"] as? Int == 32)
        #expect(try await index.get("/v1/queries/high-voltage?lest=1").status == .badRequest)
        #expect(try await index.get("/v1/queries/none").status == .notFound)
    }
}
