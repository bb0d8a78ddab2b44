import Access
import Foundation
import Harvesting
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MetadataModel
import MetadataStore
import Search

@testable import HTTPInterface

typealias HTTPInterfaceTestResponse = TestResponse

/// An index of two projects, one of which some callers must not know of, and a server over it.
final class SampleProjects: Sendable {
    let folder: URL
    let server: ReticleServer
    let tokens: [Role: AccessToken]
    /// A reader's token that shows the project `open` alone.
    let narrow: AccessToken
    /// A curator's token that shows the same.
    let narrowCurator: AccessToken
    let hiddenIdentity: String

    var indexPath: String { folder.appendingPathComponent("index.sqlite").path }

    init(_ change: (inout ServerSettings) -> Void = { _ in }) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-projects-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("index.sqlite").path
        let store = try MetadataStore(path: path, access: .writing)
        var tokens: [Role: AccessToken] = [:]
        for role in Role.allCases { tokens[role] = AccessToken() }
        let made = tokens
        let narrow = AccessToken()
        let narrowCurator = AccessToken()
        hiddenIdentity = try store.write { writer in
            var identity = ""
            for number in 0..<20 {
                let isOpen = number % 2 == 0
                let draft = try writer.begin(AssetHeader(path: "/data/file_\(number).tif"))
                let path = "/data/\(isOpen ? "open" : "occult")/file_\(number).tif"
                var facts = [
                    Fact(key: "file.path", value: path),
                    Fact(key: "file.name", value: "file_\(number)"),
                    Fact(key: "file.type", value: isOpen ? "tiff" : "occultformat"),
                    Fact(key: "project", value: isOpen ? "open" : "occult"),
                    Fact(key: "ini.Operator", value: isOpen ? "mueller" : "occultist"),
                ]
                if !isOpen { facts.append(Fact(key: "occult.Key", value: "occult \(number)")) }
                try draft.add(facts, from: .own)
                let made = try draft.finish()
                if !isOpen { identity = made.description }
            }
            for (role, token) in made {
                try writer.add(
                    token.stored(
                        name: role.rawValue, role: role, projects: nil, made: 0, expires: nil))
            }
            try writer.add(
                narrow.stored(
                    name: "narrow", role: .reader, projects: ["open"], made: 0, expires: nil))
            try writer.add(
                narrowCurator.stored(
                    name: "narrow curator", role: .curator, projects: ["open"], made: 0,
                    expires: nil))
            return identity
        }
        self.tokens = tokens
        self.narrow = narrow
        self.narrowCurator = narrowCurator
        var settings = ServerSettings()
        settings.port = 0
        change(&settings)
        server = try Self.server(path, settings)
    }

    /// A server anew over the same index.
    static func server(over sample: SampleProjects) throws -> ReticleServer {
        try server(sample.indexPath, sample.server.settings)
    }

    private static func server(_ path: String, _ settings: ServerSettings) throws -> ReticleServer {
        try ReticleServer(
            engine: SearchEngine(
                store: try MetadataStore(path: path, access: .reading),
                vocabulary: Vocabulary(yaml: "concepts: {}")),
            indexPath: path, settings: settings
        ) { folder, _, report in
            report(HarvestProgress(doneCount: 1, totalCount: 2, path: folder + "/a"))
            var summary = HarvestSummary()
            summary.newCount = 2
            return summary
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The response to a request that goes to the router directly.
    func send(
        _ method: HTTPRequest.Method, _ path: String, token: AccessToken? = nil,
        headers: HTTPFields = [:], body: String? = nil, to other: ReticleServer? = nil
    ) async throws -> TestResponse {
        var headers = headers
        if let token { headers[.authorization] = "Bearer \(token.text)" }
        let sent = headers
        return try await (other ?? server).application().test(.router) { client in
            try await client.execute(
                uri: path, method: method, headers: sent, body: body.map(ByteBuffer.init(string:)))
        }
    }

    func text(_ path: String, token: AccessToken?) async throws -> String {
        String(buffer: try await send(.get, path, token: token).body)
    }
}
