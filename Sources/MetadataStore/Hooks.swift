public import MetadataModel

/// What is told of assets that match a query when they come or change.
public struct StoredHook: Sendable, Hashable {
    public enum Action: Sendable, Hashable {
        /// A command of the shell.
        case command(String)
        /// An address that is sent a signed message.
        case webhook(address: String, secret: String)
    }

    public var name: String
    /// The text of a query, or the name of a saved one.
    public var query: String
    public var isSaved: Bool
    public var action: Action
    /// How long a command or a receiver may take.
    public var seconds: Int
    /// Microseconds since 1970.
    public var made: Int64

    public init(
        name: String, query: String, isSaved: Bool, action: Action, seconds: Int, made: Int64
    ) {
        self.name = name
        self.query = query
        self.isSaved = isSaved
        self.action = action
        self.seconds = seconds
        self.made = made
    }
}

/// An asset that came or changed.
public struct Arrival: Sendable, Hashable {
    public var identity: AssetIdentity
    /// Tells apart what the asset's files were like at different times: a digest of their sizes and
    /// times, which stays the same when they move.
    public var revision: String

    public init(identity: AssetIdentity, revision: String) {
        self.identity = identity
        self.revision = revision
    }
}

/// One telling of a hook about a revision of an asset.
public struct Delivery: Sendable, Hashable {
    public enum State: Int, Sendable, Hashable, CaseIterable {
        /// Not yet tried, or to be tried again.
        case waiting
        /// Under way; after a crash nobody knows whether it was made.
        case begun
        case delivered
        /// Given up.
        case failed
    }

    public var hook: String
    public var arrival: Arrival
    public var state: State
    public var attempts: Int
    /// When it is due, or was made; microseconds since 1970.
    public var time: Int64
}

extension StoreReader {
    /// All hooks, by name.
    public func hooks() throws -> [StoredHook] {
        try HookTable(snapshot.database).hooks()
    }

    public func arrivals(limit: Int) throws -> [Arrival] {
        try HookTable(snapshot.database).arrivals(limit: limit)
    }

    /// The deliveries in a state that are due, the longest due first.
    public func deliveries(_ state: Delivery.State, due: Int64, limit: Int) throws -> [Delivery] {
        try HookTable(snapshot.database).deliveries(state, due: due, limit: limit)
    }

    /// How many deliveries of a hook there are in each state.
    public func deliveryCounts(of hook: String) throws -> [Delivery.State: Int] {
        try HookTable(snapshot.database).counts(of: hook)
    }
}

extension StoreWriter {
    /// Adds a hook, or replaces the one of its name, whose deliveries stay.
    public func put(_ hook: StoredHook) throws {
        try HookTable(index.database).put(hook)
    }

    /// - Returns: False where there is none.
    public func removeHook(_ name: String) throws -> Bool {
        try HookTable(index.database).remove(name)
    }

    /// Notes that an asset came, changed or is described otherwise, where there is a hook.
    public func noteArrival(_ identity: AssetIdentity) throws {
        let table = HookTable(index.database)
        guard try table.hasHooks, let ordinal = try index.assets.ordinal(of: identity),
            let path = try index.assets.path(ordinal)
        else { return }
        var digest = RevisionDigest()
        if let file = try index.assets.file(of: ordinal, path: path) { digest.add(file) }
        for part in try index.parts.parts(of: path) { digest.add(part.file) }
        try table.note(Arrival(identity: identity, revision: digest.text))
    }

    /// Puts arrivals aside with the deliveries that they cause; a delivery that there is already
    /// stays as it is.
    public func settle(_ arrivals: [Arrival], causing deliveries: [Delivery]) throws {
        let table = HookTable(index.database)
        for delivery in deliveries { try table.insert(delivery) }
        for arrival in arrivals { try table.remove(arrival) }
    }

    /// Changes state, attempts and time of a delivery.
    public func update(_ delivery: Delivery) throws {
        try HookTable(index.database).update(delivery)
    }
}

extension Delivery {
    public init(hook: String, arrival: Arrival, time: Int64) {
        self.init(hook: hook, arrival: arrival, state: .waiting, attempts: 0, time: time)
    }
}

/// The FNV-1a hash, of 64 bits, of the sizes and times of some files.
private struct RevisionDigest {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ file: FileState) {
        for number in [file.count, UInt64(bitPattern: file.modifiedNanoseconds)] {
            withUnsafeBytes(of: number.littleEndian) { bytes in
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            }
        }
    }

    /// 16 hexadecimal digits.
    var text: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
