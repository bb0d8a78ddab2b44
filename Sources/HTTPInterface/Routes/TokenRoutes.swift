internal import Access
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import MetadataStore
internal import WireFormat

/// What the body of `POST /v1/tokens` says.
private struct TokenOrder: Decodable {
    var name: String
    var role: String
    var projects: [String]?
    var days: Int?
}

extension ReticleServer {
    /// Giving and taking rights, by administrators.
    func addTokenRoutes(to router: Router<CallContext>) {
        router.get("/v1/tokens") { request, context in
            _ = try context.callerOfWhole(for: .administer)
            let tokens = try await doors.lookups.result { [doors] in try doors.tokens.all() }
            return json(for: request) { $0.tokens(tokens) }
        }
        router.post("/v1/tokens") { request, context in
            _ = try context.callerOfWhole(for: .administer)
            return try await makeToken(body(of: request))
        }
        router.delete("/v1/tokens/{id}") { _, context in
            _ = try context.callerOfWhole(for: .administer)
            let id = try context.parameters.require("id")
            let isRevoked = try await writing.write { store in
                try store.write { try $0.revokeToken(id, at: Self.now) }
            }
            guard isRevoked else {
                throw Refusal(.notFound, "no token in use has that id")
            }
            return Response(status: .noContent)
        }
    }

    private func makeToken(_ order: TokenOrder) async throws -> Response {
        guard let role = Role(rawValue: order.role) else {
            let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal(.badRequest, "`role`: expected \(roles)")
        }
        guard !order.name.isEmpty, order.name.utf8.count <= 200 else {
            throw Refusal(.badRequest, "`name`: expected 1 to 200 bytes")
        }
        guard order.projects.map({ !$0.isEmpty && $0.allSatisfy(Self.isProjectName) }) ?? true
        else { throw Refusal(.badRequest, "`projects`: expected names without line breaks") }
        guard order.days.map({ (1...36_500).contains($0) }) ?? true else {
            throw Refusal(.badRequest, "`days`: expected 1 to 36500")
        }
        let token = AccessToken()
        let now = Self.now
        let stored = token.stored(
            name: order.name, role: role, projects: order.projects, made: now,
            expires: order.days.map { now + Int64($0) * 86_400_000_000 })
        try await writing.write { store in
            try store.write { try $0.add(stored) }
        }
        var text = JSONText()
        text.token(stored, shown: token.text)
        return Response(
            status: .created,
            headers: [.contentType: Representation.json.contentType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: text.bytes)))
    }

    private static func isProjectName(_ name: String) -> Bool {
        !name.isEmpty && !name.contains("\n")
    }

    static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1e6) }
}
