internal import Access
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import WireFormat

/// Finds out who asks, and lets nobody in who may not read.
///
/// A token comes as `Authorization: Bearer TOKEN`, or as the password of `Basic`, which is what a
/// browser asks for; never in a URL. A request that would change something and that another site's
/// page sent is refused, since a browser adds the password by itself.
struct Doors: RouterMiddleware {
    var tokens: TokenBook
    var audit: AuditLog
    /// Where tokens are looked up, away from the threads that serve connections.
    var lookups: WorkQueue
    /// Whether anybody may read without a token.
    var opensReading: Bool
    /// Addresses of what holds nothing of the index: the stylesheet, the icon.
    static let openPaths: Set<String> = ["/style.css", "/icon.svg"]

    func handle(
        _ request: Request, context: CallContext,
        next: (Request, CallContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.caller = try await caller(of: request)
        let isRead = request.method == .get || request.method == .head
        if !isRead { try Self.checkOrigin(of: request) }
        do {
            if !Self.openPaths.contains(request.uri.path) { _ = try context.caller(for: .read) }
            let response = try await next(request, context)
            if !isRead { note(request, context, status: response.status) }
            return response
        } catch {
            let status = Refusal(error).status
            if !isRead || status == .unauthorized || status == .forbidden {
                note(request, context, status: status)
            }
            throw error
        }
    }

    private func caller(of request: Request) async throws -> Caller {
        guard let header = request.headers[.authorization] else {
            return .nobody(mayRead: opensReading)
        }
        guard let token = Self.token(in: header) else {
            throw Refusal.unknownCaller("expected `Authorization: Bearer` and a token")
        }
        let now = Int64(Date().timeIntervalSince1970 * 1e6)
        guard
            let caller = try await lookups.result(of: { [tokens] in
                try tokens.caller(showing: token, now: now)
            })
        else {
            throw Refusal.unknownCaller("the token is unknown, revoked or too old")
        }
        return caller
    }

    static func token(in header: String) -> AccessToken? {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, header.utf8.count < 1024 else { return nil }
        switch parts[0].lowercased() {
        case "bearer": return AccessToken(text: String(parts[1]))
        case "basic":
            guard let bytes = Data(base64Encoded: String(parts[1])),
                let pair = String(data: bytes, encoding: .utf8),
                let colon = pair.firstIndex(of: ":")
            else { return nil }
            return AccessToken(text: String(pair[pair.index(after: colon)...]))
        default: return nil
        }
    }

    /// - Throws: ``Refusal`` where a page of another site sent the request.
    static func checkOrigin(of request: Request) throws(Refusal) {
        let site = request.headers[.secFetchSite]
        let origin = request.headers[.origin]
        let isOurs =
            origin.map { origin in
                origin.split(separator: "/").last.map { $0.lowercased() }
                    == request.head.authority?.lowercased()
            } ?? true
        guard isOurs, site == nil || site == "same-origin" || site == "none" else {
            throw Refusal(.forbidden, "a page of another site may not change anything here")
        }
    }

    /// Adds what was done, or was refused, to the audit log.
    private func note(_ request: Request, _ context: CallContext, status: HTTPResponse.Status) {
        var line = JSONText()
        line.object { line in
            line.member("at", Date().ISO8601Format(.iso8601(timeZone: .gmt)))
            line.member("caller", context.caller.name)
            line.member("from", context.remoteAddress?.ipAddress ?? "")
            line.member("method", request.method.rawValue)
            line.member("path", String(request.uri.path.prefix(1000)))
            line.member("status", status.code)
        }
        if !audit.append(line.bytes) {
            context.logger.error("the audit log cannot be written")
        }
    }
}

extension HTTPField.Name {
    static var secFetchSite: Self { named("Sec-Fetch-Site") }
}
