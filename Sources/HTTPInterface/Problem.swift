internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import MetadataStore
internal import Search
internal import WireFormat

/// Why a request has no answer, in the form of RFC 9457.
///
/// ```
/// {"type":"about:blank","title":"Bad Request","status":400,"detail":"…",
///  "query":"…","errors":[{"kind":"unknownUnit","start":9,"end":13,"message":"…","suggestions":["nm"]}]}
/// ```
struct Problem: Error {
    var status: HTTPResponse.Status
    /// One sentence for a person.
    var detail: String
    /// Every fault of a query, where one was asked.
    var errors: SearchErrors?
    /// When to come again, in seconds.
    var retryAfter: Int?

    init(
        _ status: HTTPResponse.Status, _ detail: String, errors: SearchErrors? = nil,
        retryAfter: Int? = nil
    ) {
        self.status = status
        self.detail = detail
        self.errors = errors
        self.retryAfter = retryAfter
    }

    /// The problem that an error is to the one who asked; `nil` for one of our own, of which
    /// nothing is told.
    init?(_ error: any Error) {
        switch error {
        case let problem as Problem:
            self = problem
        case let errors as SearchErrors:
            let first = errors.faults.first?.message ?? "the query has no answer"
            self.init(.badRequest, first, errors: errors)
        case is WorkQueue.Busy:
            self.init(.serviceUnavailable, "too many searches at once", retryAfter: 1)
        case let error as StoreError where error.kind == .deadline:
            self.init(.serviceUnavailable, "the search took too long", retryAfter: 5)
        case let error as any HTTPResponseError:
            self.init(error.status, error.status.reasonPhrase)
        default:
            return nil
        }
    }

    /// What is said of an error of our own.
    static let internalError = Problem(.internalServerError, "the server met an error of its own")

    /// The response for programs.
    var response: Response {
        var text = JSONText()
        text.object { text in
            text.member("type", "about:blank")
            text.member("title", status.reasonPhrase)
            text.member("status", status.code)
            text.member("detail", detail)
            if let errors {
                text.member("query", errors.text)
                text.array("errors") { text in
                    for fault in errors.faults { text.searchFault(fault) }
                }
            }
        }
        return Response(
            status: status, headers: headers(contentType: "application/problem+json"),
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: text.bytes)))
    }

    /// The headers of a response about this problem.
    func headers(contentType: String) -> HTTPFields {
        var headers: HTTPFields = [.contentType: contentType, .cacheControl: "no-store"]
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
        return headers
    }
}

/// Turns what a route throws into a response: problem+json for programs, a page for people.
struct Problems<Context: RequestContext>: RouterMiddleware {
    var pages: Pages

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let cancellation as CancellationError {
            throw cancellation
        } catch {
            let problem = Problem(error) ?? .internalError
            if problem.status.kind == .serverError {
                context.logger.error("\(request.method) \(request.uri.path): \(error)")
            }
            return wantsPage(request) ? pages.problem(problem) : problem.response
        }
    }

    private func wantsPage(_ request: Request) -> Bool {
        !request.uri.path.hasPrefix("/v1/") && !request.uri.path.hasSuffix(".json")
            && request.headers[.accept]?.contains("text/html") == true
    }
}
