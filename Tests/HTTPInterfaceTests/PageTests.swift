import Foundation
import HTTPTypes
import Testing

@testable import HTTPInterface

@Suite struct PageTests {
    let index: SampleIndex

    init() throws {
        index = try SampleIndex()
    }

    @Test func `the home page has one labelled search box and says what is here`() async throws {
        let page = try await index.text("/")
        #expect(page.components(separatedBy: #"type="search""#).count == 2)
        #expect(page.contains(#"<label for="q">"#))
        #expect(page.contains("120 assets"))
        #expect(page.contains("High voltages"))
        #expect(page.utf8.count < 60_000)
    }

    @Test func `an answer has its hits, its facets as links and a next page`() async throws {
        let page = try await index.text("/?q=has%3Avoltage")
        #expect(page.contains("80 results"))
        #expect(page.contains("cells_1.tif"))
        #expect(page.contains("10000 V"))
        #expect(page.contains(#"rel="next""#))
        #expect(page.contains(#"href="/?q=has%3Avoltage%20format%3D%22mrc%22""#))
    }

    @Test func `a wrong query is shown with its place marked and a better one`() async throws {
        let response = try await index.get("/?q=voltage%3C30kVV")
        #expect(response.status == .badRequest)
        let page = String(buffer: response.body)
        #expect(page.contains("voltage&lt;<mark>30kVV</mark>"))
        #expect(page.contains("Did you mean"))
    }

    @Test(arguments: [
        "/?q=operator:*", "/?q=%3Cscript%3Ealert(1)%3C/script%3E", "/keys?pattern=%3Cscript%3E",
        "/?q=%22%3Cscript%3E", "/?q=%7C%20facet%20operator", "/assets/none%3Cscript%3E",
        "/keys?pattern=*perator",
    ])
    func `nothing that a file or a person states becomes markup`(path: String) async throws {
        let page = String(
            buffer: try await index.get(path, headers: [.accept: "text/html"]).body)
        #expect(page.contains("<!doctype html>"))
        #expect(page.components(separatedBy: "<script").count == 2)
        #expect(page.contains(#"<script src="/page.js" defer></script>"#))
        #expect(!page.contains("<b>"))
    }

    @Test func `an asset's page has every fact, filtered on request`() async throws {
        let answer = try await index.json("/v1/search?q=cells_0")
        let hits = try #require(answer["hits"] as? [[String: Any]])
        let identity = try #require(hits.first?["id"] as? String)
        let page = try await index.text("/assets/\(identity)")
        #expect(page.contains("&lt;script&gt;alert"))
        #expect(page.components(separatedBy: "<script").count == 2)
        #expect(page.contains("4 facts"))
        let filtered = try await index.text("/assets/\(identity)?filter=OPERATOR")
        #expect(filtered.contains("1 fact<"))
        let asset = try await index.json("/v1/assets/\(identity.prefix(30))")
        #expect(asset["path"] as? String == SampleIndex.path(0))
    }

    @Test func `the keys' page says how often and with which units`() async throws {
        let page = try await index.text("/keys?pattern=fei.*")
        #expect(page.contains(">1 key<"))
        #expect(page.contains("fei.Beam.HV"))
        #expect(page.contains(">V</td>"))
    }

    @Test func `numbers are grouped by thousands`() {
        #expect(
            [0, 999, 1000, 1_234_567, -4500].map(\.grouped) == [
                "0", "999", "1,000", "1,234,567", "-4,500",
            ])
    }
}
