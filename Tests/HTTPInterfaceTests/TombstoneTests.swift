import HTTPTypes
import MetadataModel
import MetadataStore
import Testing

@Suite struct TombstoneTests {
    let index: SampleIndex

    init() throws {
        index = try SampleIndex()
    }

    @Test func `what is gone answers 410 with its record, by every way to it`() async throws {
        let path = SampleIndex.path(7)
        let store = try MetadataStore(
            path: index.folder.appendingPathComponent("index.sqlite").path, access: .writing)
        let identity = try store.write { writer in
            let asset = try #require(try writer.asset(path: path))
            let draft = try writer.begin(AssetHeader(path: path, identity: asset.identity))
            for (source, facts) in asset.contributions { try draft.add(facts, from: source) }
            try draft.add([Fact(key: "sample.doi", value: "10.5281/zenodo.7")], from: .own)
            let identity = try draft.finish()
            try writer.bury(path: path, time: 1_700_000_000_000_000)
            return identity
        }
        let record = try await index.get("/v1/assets/\(identity)")
        #expect(record.status == .gone)
        #expect(String(buffer: record.body).contains("cells_7.tif"))
        let page = try await index.get("/assets/\(identity)")
        #expect(page.status == .gone)
        #expect(String(buffer: page.body).contains("gone since 2023-11-14T22:13:20"))
        for name in ["\(identity)", "10.5281/zenodo.7", "doi:10.5281/zenodo.7"] {
            #expect(try await index.get("/id/\(name)").status == .gone)
            let json = try await index.get("/id/\(name)", headers: [.accept: "application/json"])
            #expect(json.headers[.contentType] == "application/json")
        }
        #expect(try await index.get("/id/10.5281/zenodo.8").status == .notFound)
        let answer = try await index.json("/v1/search?q=cells_7")
        #expect((answer["hits"] as? [[String: Any]])?.isEmpty == true)
    }
}
