internal import HTTPTypes
internal import Hummingbird

/// Adds to every response what keeps a browser from doing more with it than was meant.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    /// No script and no style but our own, no frame around us, no form that leads elsewhere.
    static var policy: String {
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-cache" }
        return response
    }
}

extension HTTPField.Name {
    static var referrerPolicy: Self { named("Referrer-Policy") }
    static var crossOriginResourcePolicy: Self { named("Cross-Origin-Resource-Policy") }

    static func named(_ name: String) -> Self {
        guard let name = Self(name) else { preconditionFailure("\(name) is no header's name") }
        return name
    }
}

/// Refuses requests that reach a loopback address under a name that is none: a page elsewhere
/// that had its own name point here could otherwise read the index through a browser.
struct LoopbackHosts<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let authority = request.head.authority,
            !ServerSettings.isLoopback(Self.host(of: authority))
        {
            throw Refusal(.misdirectedRequest, "this server answers to loopback names only")
        }
        return try await next(request, context)
    }

    /// The host of `host:port`, in lower case.
    static func host(of authority: String) -> String {
        let end =
            authority.hasPrefix("[")
            ? authority.firstIndex(of: "]").map(authority.index(after:))
            : authority.firstIndex(of: ":")
        return authority[..<(end ?? authority.endIndex)].lowercased()
    }
}
