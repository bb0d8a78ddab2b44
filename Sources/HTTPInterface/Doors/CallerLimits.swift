internal import Access
internal import Hummingbird
internal import Synchronization

/// Keeps one caller from taking what all share: so many requests a second, and so many at a time.
///
/// Callers are told apart by their token, or by their address where they show none.
final class CallerLimits: RouterMiddleware {
    private struct Account {
        var budget: Double
        var updated: ContinuousClock.Instant
        var underWay = 0
    }

    /// Accounts that are kept; when there are more, those at rest are forgotten.
    private static let maximumAccountCount = 10_000

    private let perSecond: Double
    private let atOnce: Int
    private let accounts = Mutex<[String: Account]>([:])

    /// - Parameters:
    ///   - perSecond: Requests a second in the long run; twice as many may come at once.
    ///   - atOnce: Requests under way at a time.
    init(perSecond: Int, atOnce: Int) {
        self.perSecond = Double(perSecond)
        self.atOnce = atOnce
    }

    func handle(
        _ request: Request, context: CallContext,
        next: (Request, CallContext) async throws -> Response
    ) async throws -> Response {
        let name =
            context.caller.isKnown ? context.caller.name : context.remoteAddress?.ipAddress ?? ""
        try begin(name)
        defer { end(name) }
        return try await next(request, context)
    }

    private func begin(_ name: String) throws(Refusal) {
        let now = ContinuousClock.now
        let fault: Refusal? = accounts.withLock { accounts in
            if accounts.count > Self.maximumAccountCount {
                accounts = accounts.filter { $0.value.underWay > 0 }
            }
            var account = accounts[name] ?? Account(budget: 2 * perSecond, updated: now)
            let gained = (now - account.updated) / .seconds(1) * perSecond
            account.budget = min(2 * perSecond, account.budget + gained)
            account.updated = now
            defer { accounts[name] = account }
            guard account.underWay < atOnce else {
                return Refusal(
                    .tooManyRequests, "\(atOnce) requests of yours are under way already",
                    retryAfter: 1)
            }
            guard account.budget >= 1 else {
                return Refusal(
                    .tooManyRequests, "more than \(Int(perSecond)) requests a second",
                    retryAfter: 1)
            }
            account.budget -= 1
            account.underWay += 1
            return nil
        }
        if let fault { throw fault }
    }

    private func end(_ name: String) {
        accounts.withLock { $0[name]?.underWay -= 1 }
    }
}
