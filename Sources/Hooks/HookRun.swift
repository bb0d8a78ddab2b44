internal import Foundation
internal import MetadataModel
public import MetadataStore
public import Search

/// Tells hooks of the assets that came or changed and match their queries.
///
/// Each hook is told once of each revision of an asset: when it comes, or when it changes or is
/// described otherwise so that it matches for the first time. A delivery is noted as begun before it
/// is made; one that a crash cut short is made again, and no command is begun twice, see
/// ``ShellCommand``. A webhook may get a message twice, with the same id, by which it knows it; one
/// that does not answer is tried again, five times within about twenty minutes.
public struct HookRun: Sendable {
    private static let batchCount = 500
    private static let maximumAttempts = 5

    private let store: MetadataStore
    private let engine: SearchEngine
    private let savedQuery: @Sendable (String) throws -> String
    private let report: @Sendable (HookReport) -> Void

    /// - Parameters:
    ///   - store: The index, open for writing; the engine asks the same one.
    ///   - savedQuery: The text of the saved query of a name.
    ///   - report: Is called after each delivery.
    public init(
        _ store: MetadataStore, engine: SearchEngine,
        savedQuery: @escaping @Sendable (String) throws -> String,
        report: @escaping @Sendable (HookReport) -> Void
    ) {
        self.store = store
        self.engine = engine
        self.savedQuery = savedQuery
        self.report = report
    }

    /// Puts what arrived to the hooks and makes the deliveries that are due.
    ///
    /// - Parameters:
    ///   - looksAtArrivals: Whether what arrived is looked at; else only deliveries are made.
    ///   - isStopped: Is asked before each delivery whether to leave the others for later.
    public func run(looksAtArrivals: Bool = true, isStopped: () -> Bool) throws {
        guard try store.read({ try !$0.hooks().isEmpty }) else { return }
        let turn = try HookTurn(indexPath: store.path)
        guard turn.take(isStopped: isStopped) else { return }
        defer { turn.giveBack() }
        while looksAtArrivals, !isStopped(), try settleArrivals() {}
        try recoverBegun()
        while !isStopped(),
            let delivery = try store.read({
                try $0.deliveries(.waiting, due: Self.now, limit: 1).first
            })
        {
            try make(delivery)
        }
    }

    /// Finds out which hooks some arrivals cause; false where there were none.
    private func settleArrivals() throws -> Bool {
        let (arrivals, hooks) = try store.read { reader in
            (try reader.arrivals(limit: Self.batchCount), try reader.hooks())
        }
        guard !arrivals.isEmpty else { return false }
        var deliveries: [Delivery] = []
        for hook in hooks {
            do {
                let text = hook.isSaved ? try savedQuery(hook.query) : hook.query
                let found = try engine.identities(
                    matching: text, among: arrivals.map(\.identity))
                deliveries += arrivals.filter { found.contains($0.identity) }.map {
                    Delivery(hook: hook.name, arrival: $0, time: Self.now)
                }
            } catch let errors as SearchErrors {
                let detail = errors.faults.map(\.message).joined(separator: "; ")
                report(.faultyQuery(hook: hook.name, detail: detail))
            } catch let error as SavedQueryError {
                let detail = error.faults.joined(separator: "; ")
                report(.faultyQuery(hook: hook.name, detail: detail))
            }
        }
        try store.write { try $0.settle(arrivals, causing: deliveries) }
        return true
    }

    /// Takes up deliveries that a crash cut short: nobody else makes any while this holds the turn.
    private func recoverBegun() throws {
        let begun = try store.read {
            try $0.deliveries(.begun, due: .max, limit: Self.batchCount)
        }
        guard !begun.isEmpty else { return }
        try store.write { writer in
            for var delivery in begun {
                delivery.state = .waiting
                delivery.time = Self.now
                try writer.update(delivery)
            }
        }
    }

    private func make(_ delivery: Delivery) throws {
        var delivery = delivery
        let (hook, path) = try store.read { reader in
            (
                try reader.hooks().first { $0.name == delivery.hook },
                try reader.path(of: delivery.arrival.identity)
            )
        }
        guard let hook, let path else {
            delivery.state = .failed
            return try store.write { try $0.update(delivery) }
        }
        delivery.state = .begun
        delivery.attempts += 1
        try store.write { try $0.update(delivery) }
        let message = try HookMessage(hook: hook, arrival: delivery.arrival, path: path)
        let receipt = try receiptPath(message)
        let failure = message.deliver(receipt: receipt)
        delivery.time = Self.now
        if let failure {
            let isLast = delivery.attempts >= Self.maximumAttempts || !failure.canBeTriedAgain
            delivery.state = isLast ? .failed : .waiting
            delivery.time += Int64(1 << (2 * delivery.attempts)) * 1_000_000
            report(.failed(hook: hook.name, path: path, detail: failure.detail, isLast: isLast))
        } else {
            delivery.state = .delivered
            report(.delivered(hook: hook.name, path: path))
        }
        try store.write { try $0.update(delivery) }
        rmdir(receipt)
    }

    private func receiptPath(_ message: HookMessage) throws -> String {
        let folder = store.path + ".hooks"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        return folder + "/" + message.delivery
    }

    private static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1e6) }
}

/// What became of a delivery.
public enum HookReport: Sendable {
    case delivered(hook: String, path: String)
    case failed(hook: String, path: String, detail: String, isLast: Bool)
    /// The hook's query cannot be answered.
    case faultyQuery(hook: String, detail: String)
    /// The index cannot be asked or written; it is tried again.
    case trouble(String)
}
