internal import GRDB

/// What an instrument wrote under a key so far.
public struct KeyHistory: Sendable, Hashable {
    /// Assets of the instrument that have the key.
    public var assetCount = 0
    /// Facts by what they are.
    public var textCount = 0
    public var numberCount = 0
    public var dateCount = 0
    /// As written; an empty one stands for none.
    public var units: Set<String> = []
    /// Of the numbers: in SI where they have a unit, as written where they have none.
    public var least: Double?
    public var greatest: Double?
    /// Whether an event says that the key is written no more.
    public var isVanished = false

    public init() {}
}

/// What an instrument wrote so far.
public struct InstrumentHistory: Sendable, Hashable {
    public var assetCount = 0
    /// By the printed key.
    public var keys: [String: KeyHistory] = [:]

    public init() {}
}

/// An instrument came to write otherwise than it used to.
public struct DriftEvent: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case newKey = "new key"
        case vanishedKey = "vanished key"
        case changedType = "changed type"
        case changedUnit = "changed unit"
        case unusualValue = "unusual value"
    }

    /// Microseconds since 1970.
    public var moment: Int64
    public var kind: Kind
    public var instrument: String
    /// The printed key.
    public var key: String
    /// What there was, then what came, as one clause.
    public var detail: String
    /// The asset at which it was noticed; empty for a key that vanished.
    public var path: String

    public init(
        moment: Int64, kind: Kind, instrument: String, key: String, detail: String, path: String
    ) {
        self.moment = moment
        self.kind = kind
        self.instrument = instrument
        self.key = key
        self.detail = detail
        self.path = path
    }
}

extension StoreReader {
    /// The events, the latest first; those at assets that the reader sees.
    ///
    /// - Parameter instrument: Only those of this one.
    public func driftEvents(instrument: String? = nil, limit: Int) throws -> [DriftEvent] {
        let rows = try Command(
            snapshot.database,
            """
            SELECT moment, kind, instrument, key, detail, path FROM drift
            WHERE ?1 IS NULL OR instrument = ?1 ORDER BY id DESC
            """)
        if let instrument { rows.bind(1, instrument) } else { rows.bindNull(1) }
        defer { rows.reset() }
        var events: [DriftEvent] = []
        while events.count < limit, try rows.step() {
            guard let kind = DriftEvent.Kind(rawValue: rows.text(1)) else {
                throw StoreError(.damaged, "there is no drift of kind \(rows.text(1))")
            }
            let event = DriftEvent(
                moment: rows.int64(0), kind: kind, instrument: rows.text(2), key: rows.text(3),
                detail: rows.text(4), path: rows.text(5))
            if try isSeen(event) { events.append(event) }
        }
        return events
    }

    private func isSeen(_ event: DriftEvent) throws -> Bool {
        guard snapshot.isScoped else { return true }
        return try !event.path.isEmpty && snapshot.ordinal(ofFile: event.path) != nil
    }
}

extension StoreWriter {
    /// What an instrument wrote so far; `nil` where it is new.
    public func history(ofInstrument name: String) throws -> InstrumentHistory? {
        let count = try Command(
            index.database, "SELECT assets FROM instruments WHERE name = ?")
        count.bind(1, name)
        guard try count.step() else { return nil }
        var history = InstrumentHistory()
        history.assetCount = Int(count.int64(0))
        count.reset()
        let rows = try Command(
            index.database,
            """
            SELECT key, assets, texts, numbers, dates, units, least, greatest, vanished
            FROM key_history WHERE instrument = ?
            """)
        rows.bind(1, name)
        while try rows.step() {
            var key = KeyHistory()
            key.assetCount = Int(rows.int64(1))
            key.textCount = Int(rows.int64(2))
            key.numberCount = Int(rows.int64(3))
            key.dateCount = Int(rows.int64(4))
            key.units = Set(
                rows.text(5).split(separator: "\n", omittingEmptySubsequences: false).map(
                    String.init))
            key.least = rows.isNull(6) ? nil : rows.double(6)
            key.greatest = rows.isNull(7) ? nil : rows.double(7)
            key.isVanished = rows.int64(8) != 0
            history.keys[rows.text(0)] = key
        }
        return history
    }

    /// Keeps what an instrument wrote so far.
    ///
    /// - Parameter changed: The keys whose history changed; others are left as they are.
    public func keep(
        _ history: InstrumentHistory, ofInstrument name: String, changed: Set<String>
    ) throws {
        let count = try Command(
            index.database, "INSERT OR REPLACE INTO instruments (name, assets) VALUES (?, ?)")
        count.bind(1, name)
        count.bind(2, Int64(history.assetCount))
        try count.run()
        let row = try Command(
            index.database,
            """
            INSERT OR REPLACE INTO key_history
                (instrument, key, assets, texts, numbers, dates, units, least, greatest, vanished)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        for printed in changed.sorted() {
            guard let key = history.keys[printed] else { continue }
            row.bind(1, name)
            row.bind(2, printed)
            row.bind(3, Int64(key.assetCount))
            row.bind(4, Int64(key.textCount))
            row.bind(5, Int64(key.numberCount))
            row.bind(6, Int64(key.dateCount))
            row.bind(7, key.units.sorted().joined(separator: "\n"))
            if let least = key.least { row.bind(8, real: least) } else { row.bindNull(8) }
            if let greatest = key.greatest { row.bind(9, real: greatest) } else { row.bindNull(9) }
            row.bind(10, Int64(key.isVanished ? 1 : 0))
            try row.run()
        }
    }

    public func note(_ event: DriftEvent) throws {
        let row = try Command(
            index.database,
            """
            INSERT INTO drift (moment, kind, instrument, key, detail, path)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        row.bind(1, event.moment)
        row.bind(2, event.kind.rawValue)
        row.bind(3, event.instrument)
        row.bind(4, event.key)
        row.bind(5, event.detail)
        row.bind(6, event.path)
        try row.run()
    }
}
