import Access
import Foundation
import HTTPTypes
import Testing

@testable import HTTPInterface

@Suite struct WritingTests {
    let sample: SampleProjects

    init() throws {
        sample = try SampleProjects { $0.harvestRoots = [NSTemporaryDirectory()] }
    }

    private func object(_ response: HTTPInterfaceTestResponse) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView))
        return try #require(value as? [String: Any])
    }

    @Test func `facts made elsewhere come in, and wrong lines are named`() async throws {
        let lines = """
            {"path":"/a.tif","facts":{"Gene":"ptc2"}}
            {"path":
            {"path":"/b.tif","facts":{"Gene":"ptc2"}}
            """
        let response = try await sample.send(
            .post, "/v1/imports?source=lab", token: sample.tokens[.harvester], body: lines)
        let summary = try object(response)
        #expect(summary["assets"] as? Int == 2)
        #expect(summary["refused"] as? Int == 1)
        let refusals = try #require(summary["refusals"] as? [[String: Any]])
        #expect(refusals.first?["line"] as? Int == 2)
        let found = try await sample.text("/v1/search?q=Gene:ptc2", token: nil)
        #expect(found.contains(#""total":2"#))
    }

    @Test func `an import too large is refused before it is read in`() async throws {
        let sample = try SampleProjects { $0.maximumImportByteCount = 1000 }
        let response = try await sample.send(
            .post, "/v1/imports", token: sample.tokens[.harvester],
            body: String(repeating: "{}\n", count: 1000))
        #expect(response.status == .contentTooLarge)
    }

    @Test func `a folder is harvested where that is allowed, and only there`() async throws {
        func harvest(_ folder: String, _ role: Role) async throws -> HTTPInterfaceTestResponse {
            try await sample.send(
                .post, "/v1/harvests", token: sample.tokens[role], headers: [.prefer: "wait=10"],
                body: #"{"folder":"\#(folder)"}"#)
        }
        let done = try object(try await harvest(sample.folder.path, .harvester))
        #expect(done["state"] as? String == "done")
        #expect((done["summary"] as? [String: Any])?["new"] as? Int == 2)
        let id = try #require(done["id"] as? String)
        let state = try await sample.text("/v1/harvests/\(id)", token: nil)
        #expect(state.contains(#""state":"done""#))
        for folder in ["/etc", "\(NSTemporaryDirectory())/../etc", "relative", "", "/etc/../root"] {
            #expect(try await harvest(folder, .harvester).status == .forbidden, "\(folder)")
        }
        #expect(try await harvest("/etc", .administrator).status == .ok)
        #expect(try await harvest("/no-such-folder", .administrator).status == .badRequest)
        #expect(try await harvest(sample.folder.path, .reader).status == .forbidden)
        #expect(try await harvest(sample.folder.path, .curator).status == .forbidden)
        let hidden = try await sample.send(.get, "/v1/harvests", token: sample.narrow)
        #expect(hidden.status == .forbidden)
    }

    @Test func `tokens are made, of use, listed without themselves, and revoked`() async throws {
        let administrator = sample.tokens[.administrator]
        let made = try object(
            try await sample.send(
                .post, "/v1/tokens", token: administrator,
                body: #"{"name":"jobs","role":"reader","projects":["open"],"days":3}"#))
        let token = AccessToken(text: try #require(made["token"] as? String))
        let id = try #require(made["id"] as? String)
        // A token is known within a second, which a new server is at once.
        let later = try SampleProjects.server(over: sample)
        #expect(try await sample.send(.get, "/v1/formats", token: token, to: later).status == .ok)
        let list = try await sample.text("/v1/tokens", token: administrator)
        #expect(list.contains(id) && !list.contains(token.text))
        let path = "/v1/tokens/\(id)"
        let byOthers = try await sample.send(.delete, path, token: sample.tokens[.harvester])
        #expect(byOthers.status == .forbidden)
        #expect(
            try await sample.send(.delete, path, token: administrator).status == .noContent)
        #expect(try await sample.send(.delete, path, token: administrator).status == .notFound)
        let last = try SampleProjects.server(over: sample)
        let ended = try await sample.send(.get, "/v1/formats", token: token, to: last)
        #expect(ended.status == .unauthorized)
    }

    @Test(arguments: [
        #"{"name":"x","role":"root"}"#, #"{"name":"","role":"reader"}"#,
        #"{"name":"x","role":"reader","projects":[]}"#,
        #"{"name":"x","role":"reader","projects":["a\nb"]}"#,
        #"{"name":"x","role":"reader","days":0}"#, #"{"role":"reader"}"#,
    ])
    func `an order for a token that makes no sense is refused`(body: String) async throws {
        let response = try await sample.send(
            .post, "/v1/tokens", token: sample.tokens[.administrator], body: body)
        #expect(response.status == .badRequest)
    }

    @Test func `what was done and refused stands in the log, and no token does`() async throws {
        _ = try await sample.send(.post, "/v1/tokens", token: sample.narrow, body: "{}")
        _ = try await sample.send(
            .post, "/v1/selections", token: sample.narrow, body: #"{"q":""}"#)
        let log = try String(
            contentsOfFile: AuditLog.path(indexPath: sample.indexPath), encoding: .utf8)
        let lines = log.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].contains(#""status":403"#) && lines[0].contains("narrow ("))
        #expect(lines[1].contains(#""status":201"#))
        #expect(!log.contains(sample.narrow.text))
        let path = AuditLog.path(indexPath: sample.indexPath)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func `the counts are as Prometheus reads them`() async throws {
        let text = try await sample.text("/metrics", token: nil)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            #expect(line.firstMatch(of: /^[a-z_]+(\{[^}]*\})? [0-9.e+-]+$/) != nil, "\(line)")
        }
        #expect(text.contains("reticle_index_revision "))
    }
}

@Suite struct SettingsTests {
    @Test func `a file sets what it states`() throws {
        var settings = ServerSettings()
        try settings.read(
            "host: 0.0.0.0\nport: 99\nopen_reading: false\nharvest_roots: [/a, /b]\ncertificate: c\nkey: k"
        )
        #expect(settings.host == "0.0.0.0" && settings.port == 99)
        #expect(settings.opensReading == false && settings.harvestRoots == ["/a", "/b"])
        #expect(settings.encryption == .init(certificate: "c", key: "k"))
    }

    @Test func `all faults of a file are named at once`() throws {
        var settings = ServerSettings()
        let error = #expect(throws: SettingsError.self) {
            try settings.read("port: many\nprot: 5\ncertificate: c\nlog_level: loud")
        }
        #expect(error?.faults.count == 4)
    }

    @Test func `the packaged file documents every setting`() throws {
        let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(
            contentsOf: project.appendingPathComponent("packaging/reticle.yaml"), encoding: .utf8)
        for name in ServerSettings.names {
            #expect(text.contains("\n# \(name):") || text.contains("\n\(name):"), "\(name)")
        }
        let stated = text.replacing(/(?m)^# ([a-z_]+:)/, with: { "\($0.output.1)" })
        var settings = ServerSettings()
        try settings.read(stated)
    }
}
