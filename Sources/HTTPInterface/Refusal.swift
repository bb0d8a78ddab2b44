internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import MetadataStore
internal import Search
internal import WireFormat

/// Why a request has no answer, and what the client can do about it.
struct Refusal: Error {
    var status: HTTPResponse.Status
    var problem: Problem
    /// When to come again, in seconds.
    var retryAfter: Int?
    /// Headers of its own.
    var headers: HTTPFields = [:]

    init(
        _ status: HTTPResponse.Status, _ detail: String, faults: [SearchFault] = [],
        retryAfter: Int? = nil
    ) {
        self.status = status
        problem = Problem(
            status.code, status.reasonPhrase.lowercased(), detail: detail, faults: faults)
        self.retryAfter = retryAfter
    }

    /// - Parameter allowed: The methods of the address, divided by commas.
    static func method(_ method: HTTPRequest.Method, allowed: String) -> Refusal {
        var refusal = Refusal(
            .methodNotAllowed, "this address has no \(method.rawValue), but \(allowed)")
        refusal.headers[.allow] = allowed
        return refusal
    }

    private init(_ problem: Problem) {
        status = HTTPResponse.Status(code: problem.status)
        self.problem = problem
    }

    /// What an error is to the one who asked; of an error of our own, nothing is told.
    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal:
            self = refusal
        case let errors as SearchErrors:
            self.init(Problem(errors))
        case let error as SavedQueryError:
            self.init(.badRequest, "`\(error.name)`: " + error.faults.joined(separator: "; "))
        case is WorkQueue.Busy:
            self.init(.serviceUnavailable, "too many searches at once", retryAfter: 1)
        case let error as StoreError where error.kind == .deadline:
            self.init(.serviceUnavailable, "the search took too long", retryAfter: 5)
        case let error as StoreError where error.kind == .foreignCursor:
            self.init(.badRequest, error.detail)
        case let error as StoreError where error.kind == .locked:
            self.init(.serviceUnavailable, error.detail, retryAfter: 2)
        case let error as StoreError where error.kind == .diskFull:
            self.init(
                HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"),
                "the disk of the index is full")
        case let error as any HTTPResponseError where error.status == .contentTooLarge:
            self.init(.contentTooLarge, "the body is larger than this address takes")
        case let error as any HTTPResponseError:
            self.init(error.status, "there is nothing for this method and address")
        default:
            self.init(.internalServerError, "the server met an error of its own")
        }
    }

    /// The response for programs.
    var response: Response {
        var text = JSONText()
        text.problem(problem)
        return Response(
            status: status, headers: headers(contentType: "application/problem+json"),
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: text.bytes)))
    }

    /// The headers of a response about this.
    func headers(contentType: String) -> HTTPFields {
        var headers = headers
        headers[.contentType] = contentType
        headers[.cacheControl] = "no-store"
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
        return headers
    }
}

/// Turns what a route throws into a response: problem+json for programs, a page for people.
struct Refusals: RouterMiddleware {
    var pages: Pages

    func handle(
        _ request: Request, context: CallContext,
        next: (Request, CallContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let cancellation as CancellationError {
            throw cancellation
        } catch {
            let refusal = Refusal(error)
            if refusal.status == .internalServerError {
                context.logger.error("\(request.method) \(request.uri.path): \(error)")
            }
            return wantsPage(request) ? pages.refusal(refusal) : refusal.response
        }
    }

    private func wantsPage(_ request: Request) -> Bool {
        !request.uri.path.hasPrefix("/v1/") && !request.uri.path.hasSuffix(".json")
            && request.headers[.accept]?.contains("text/html") == true
    }
}
