internal import GRDB
internal import MetadataModel

/// Finds and changes the rows of `hooks`, `arrivals` and `deliveries`.
struct HookTable {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    // MARK: Hooks

    func hooks() throws -> [StoredHook] {
        let row = try Command(
            database,
            """
            SELECT name, query, saved, command, address, secret, seconds, made FROM hooks
            ORDER BY name
            """)
        var hooks: [StoredHook] = []
        while try row.step() {
            hooks.append(
                StoredHook(
                    name: row.text(0), query: row.text(1), isSaved: row.int64(2) != 0,
                    action: row.isNull(3)
                        ? .webhook(address: row.text(4), secret: row.text(5))
                        : .command(row.text(3)),
                    seconds: Int(row.int64(6)), made: row.int64(7)))
        }
        return hooks
    }

    func put(_ hook: StoredHook) throws {
        let row = try Command(
            database,
            """
            INSERT OR REPLACE INTO hooks
            (name, query, saved, command, address, secret, seconds, made)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        row.bind(1, hook.name)
        row.bind(2, hook.query)
        row.bind(3, hook.isSaved ? 1 : 0)
        switch hook.action {
        case .command(let command):
            row.bind(4, command)
            row.bindNull(5)
            row.bindNull(6)
        case .webhook(let address, let secret):
            row.bindNull(4)
            row.bind(5, address)
            row.bind(6, secret)
        }
        row.bind(7, Int64(hook.seconds))
        row.bind(8, hook.made)
        try row.run()
    }

    func remove(_ name: String) throws -> Bool {
        guard try hooks().contains(where: { $0.name == name }) else { return false }
        for sql in [
            "DELETE FROM hooks WHERE name = ?", "DELETE FROM deliveries WHERE hook = ?",
        ] {
            let row = try Command(database, sql)
            row.bind(1, name)
            try row.run()
        }
        return true
    }

    /// Whether there is any hook.
    var hasHooks: Bool {
        get throws {
            let row = try Command(database, "SELECT 1 FROM hooks LIMIT 1")
            defer { row.reset() }
            return try row.step()
        }
    }

    // MARK: Arrivals

    func note(_ arrival: Arrival) throws {
        let row = try Command(
            database, "INSERT OR REPLACE INTO arrivals (identity, revision) VALUES (?, ?)")
        row.bind(1, arrival.identity.bytes)
        row.bind(2, arrival.revision)
        try row.run()
    }

    func arrivals(limit: Int) throws -> [Arrival] {
        let row = try Command(
            database, "SELECT identity, revision FROM arrivals ORDER BY identity LIMIT ?")
        row.bind(1, Int64(limit))
        var arrivals: [Arrival] = []
        while try row.step() {
            arrivals.append(
                Arrival(identity: AssetIdentity(bytes: row.bytes(0)), revision: row.text(1)))
        }
        return arrivals
    }

    /// Removes an arrival unless the asset has changed since.
    func remove(_ arrival: Arrival) throws {
        let row = try Command(database, "DELETE FROM arrivals WHERE identity = ? AND revision = ?")
        row.bind(1, arrival.identity.bytes)
        row.bind(2, arrival.revision)
        try row.run()
    }

    // MARK: Deliveries

    func insert(_ delivery: Delivery) throws {
        let row = try Command(
            database,
            """
            INSERT OR IGNORE INTO deliveries (hook, identity, revision, state, attempts, time)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        row.bind(1, delivery.hook)
        row.bind(2, delivery.arrival.identity.bytes)
        row.bind(3, delivery.arrival.revision)
        row.bind(4, Int64(delivery.state.rawValue))
        row.bind(5, Int64(delivery.attempts))
        row.bind(6, delivery.time)
        try row.run()
    }

    func update(_ delivery: Delivery) throws {
        let row = try Command(
            database,
            """
            UPDATE deliveries SET state = ?, attempts = ?, time = ?
            WHERE hook = ? AND identity = ? AND revision = ?
            """)
        row.bind(1, Int64(delivery.state.rawValue))
        row.bind(2, Int64(delivery.attempts))
        row.bind(3, delivery.time)
        row.bind(4, delivery.hook)
        row.bind(5, delivery.arrival.identity.bytes)
        row.bind(6, delivery.arrival.revision)
        try row.run()
    }

    func deliveries(_ state: Delivery.State, due: Int64, limit: Int) throws -> [Delivery] {
        let row = try Command(
            database,
            """
            SELECT hook, identity, revision, attempts, time FROM deliveries
            WHERE state = ? AND time <= ? ORDER BY time LIMIT ?
            """)
        row.bind(1, Int64(state.rawValue))
        row.bind(2, due)
        row.bind(3, Int64(limit))
        var deliveries: [Delivery] = []
        while try row.step() {
            deliveries.append(
                Delivery(
                    hook: row.text(0),
                    arrival: Arrival(
                        identity: AssetIdentity(bytes: row.bytes(1)), revision: row.text(2)),
                    state: state, attempts: Int(row.int64(3)), time: row.int64(4)))
        }
        return deliveries
    }

    func counts(of hook: String) throws -> [Delivery.State: Int] {
        let row = try Command(
            database, "SELECT state, count(*) FROM deliveries WHERE hook = ? GROUP BY state")
        row.bind(1, hook)
        var counts: [Delivery.State: Int] = [:]
        while try row.step() {
            if let state = Delivery.State(rawValue: Int(row.int64(0))) {
                counts[state] = Int(row.int64(1))
            }
        }
        return counts
    }
}
