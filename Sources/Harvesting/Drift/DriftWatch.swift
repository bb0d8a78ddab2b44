public import MetadataModel
internal import MetadataStore

/// Tells keys whose value is the name of an instrument.
public typealias InstrumentTest = @Sendable (FactKey) -> Bool

/// Notices where an instrument comes to write otherwise than it used to.
///
/// For every instrument and key it is known how many assets had it, of what types, with which units
/// and between which numbers. An asset is compared with that when all of its facts are there, and
/// adds to it; what is noticed becomes an event, and a fact `issue.drift` of that asset. A key of
/// nearly every asset that a whole harvest lacks has vanished. Of one key, one event of each kind
/// is raised in a harvest.
///
/// Costs a look into a dictionary for each fact, and the memory of ``maximumKeyCount`` keys for each
/// of ``maximumInstrumentCount`` instruments at most; what lies beyond is not watched.
final class DriftWatch {
    /// Assets that an instrument must have had before anything can be unusual.
    static let leastAssetCount = 10
    /// Assets of a harvest that must lack a key before it has vanished, and the share of the
    /// earlier assets that must have had it.
    static let leastLackingCount = 5
    static let usualShare = 0.95
    static let maximumInstrumentCount = 1000
    static let maximumKeyCount = 5000

    private let writer: StoreWriter
    private let isInstrument: InstrumentTest
    private let moment: Int64
    /// Whether facts under a key are watched, and whether it names the instrument.
    private var roles: [FactKey: Role] = [:]
    private var instruments: [String: Watched] = [:]
    private var seen: [FactKey: KeyHistory] = [:]
    private var instrument: String?

    private enum Role {
        case watched, naming, ignored
    }

    private struct Watched {
        var history: InstrumentHistory
        /// Assets of the time before this harvest.
        let earlierCount: Int
        /// For each key, the assets of the time before this harvest that had it.
        let earlier: [String: Int]
        var assetCount = 0
        var touched: Set<String> = []
        var raised: Set<String> = []
    }

    /// - Parameters:
    ///   - isInstrument: Whether a key's value is the name of an instrument.
    ///   - moment: The time of events, in microseconds since 1970.
    init(_ writer: StoreWriter, moment: Int64, isInstrument: @escaping InstrumentTest) {
        self.writer = writer
        self.moment = moment
        self.isInstrument = isInstrument
    }

    /// Begins an asset.
    func begin() {
        seen.removeAll(keepingCapacity: true)
        instrument = nil
    }

    /// Takes facts of the asset.
    func take(_ facts: [Fact]) {
        for fact in facts {
            let role = role(of: fact.key)
            guard role != .ignored else { continue }
            if role == .naming, instrument == nil, !fact.value.isEmpty { instrument = fact.value }
            seen[fact.key, default: KeyHistory()].add(fact)
        }
    }

    /// Ends the asset.
    ///
    /// - Returns: What was noticed, as facts of it.
    func end(path: String) throws -> [Fact] {
        guard let instrument, var watched = try watched(instrument) else { return [] }
        var events: [DriftEvent] = []
        let isKnown = watched.history.assetCount >= Self.leastAssetCount
        for (key, latest) in seen {
            let name = key.description
            let known = watched.history.keys[name]
            if isKnown {
                for (kind, detail) in Self.drift(from: known, to: latest)
                where watched.raised.insert(kind.rawValue + "\u{0}" + name).inserted {
                    events.append(
                        DriftEvent(
                            moment: moment, kind: kind, instrument: instrument, key: name,
                            detail: detail, path: path))
                }
            }
            guard known != nil || watched.history.keys.count < Self.maximumKeyCount else {
                continue
            }
            watched.history.keys[name, default: KeyHistory()].add(latest)
            watched.touched.insert(name)
        }
        watched.history.assetCount += 1
        watched.assetCount += 1
        instruments[instrument] = watched
        events.sort { ($0.key, $0.kind.rawValue) < ($1.key, $1.kind.rawValue) }
        for event in events { try writer.note(event) }
        return events.enumerated().map { place, event in
            Fact(
                key: "issue.drift", element: ElementPath(index: place),
                value: "\(event.kind.rawValue): \(event.key): \(event.detail)")
        }
    }

    /// Ends the harvest: notices keys that vanished, and keeps what is known now.
    func finish() throws {
        for (instrument, watched) in instruments.sorted(by: { $0.key < $1.key }) {
            var watched = watched
            if watched.earlierCount >= Self.leastAssetCount,
                watched.assetCount >= Self.leastLackingCount
            {
                try noteVanished(instrument, &watched)
            }
            try writer.keep(watched.history, ofInstrument: instrument, changed: watched.touched)
        }
        instruments.removeAll()
    }

    private func noteVanished(_ instrument: String, _ watched: inout Watched) throws {
        for (key, count) in watched.earlier.sorted(by: { $0.key < $1.key }) {
            guard !watched.touched.contains(key), var history = watched.history.keys[key],
                !history.isVanished,
                Double(count) >= Self.usualShare * Double(watched.earlierCount)
            else { continue }
            history.isVanished = true
            watched.history.keys[key] = history
            watched.touched.insert(key)
            try writer.note(
                DriftEvent(
                    moment: moment, kind: .vanishedKey, instrument: instrument, key: key,
                    detail: "\(count) of \(watched.earlierCount) assets had it, "
                        + "none of the last \(watched.assetCount)", path: ""))
        }
    }

    private func watched(_ instrument: String) throws -> Watched? {
        if let known = instruments[instrument] { return known }
        guard instruments.count < Self.maximumInstrumentCount else { return nil }
        let history = try writer.history(ofInstrument: instrument) ?? InstrumentHistory()
        return Watched(
            history: history, earlierCount: history.assetCount,
            earlier: history.keys.mapValues(\.assetCount))
    }

    private func role(of key: FactKey) -> Role {
        if let role = roles[key] { return role }
        let isOurs = FactKey.reservedNamespaces.contains(key.segments.first ?? "")
        let role: Role = isInstrument(key) ? .naming : isOurs ? .ignored : .watched
        roles[key] = role
        return role
    }

    // MARK: Comparisons

    /// What is unusual about what an asset has under a key.
    private static func drift(
        from known: KeyHistory?, to latest: KeyHistory
    ) -> [(DriftEvent.Kind, String)] {
        guard let known else { return [(.newKey, "no asset had it before")] }
        guard known.assetCount >= leastAssetCount else { return [] }
        if let was = known.onlyType, let isNow = latest.onlyType, was != isNow {
            return [(.changedType, "was always \(was), is \(isNow)")]
        }
        guard latest.numberCount > 0, known.numberCount >= leastAssetCount else { return [] }
        let units = latest.units.subtracting(known.units)
        if !units.isEmpty {
            return [
                (
                    .changedUnit,
                    "was in \(Self.list(known.units)), is in \(Self.list(units))"
                )
            ]
        }
        guard let least = known.least, let greatest = known.greatest, let low = latest.least,
            let high = latest.greatest
        else { return [] }
        // A range that grows by as much as it is wide is no surprise; a constant that moves is.
        let width = max(greatest - least, max(abs(least), abs(greatest)) * 1e-6)
        guard low < least - width || high > greatest + width else { return [] }
        let value = low < least - width ? low : high
        let before = least == greatest ? "always \(least)" : "between \(least) and \(greatest)"
        return [(.unusualValue, "was \(before), is \(value)")]
    }

    private static func list(_ units: Set<String>) -> String {
        units.sorted().map { $0.isEmpty ? "no unit" : $0 }.joined(separator: ", ")
    }
}

extension KeyHistory {
    fileprivate mutating func add(_ fact: Fact) {
        assetCount = 1
        if fact.date != nil {
            dateCount += 1
        } else if fact.numbers.isEmpty {
            textCount += 1
        } else {
            numberCount += 1
            units.insert(fact.unit ?? "")
        }
        for slot in fact.numbers {
            let value = slot.si ?? slot.number.double
            guard value.isFinite else { continue }
            least = min(least ?? value, value)
            greatest = max(greatest ?? value, value)
        }
    }

    /// Adds what one more asset has.
    fileprivate mutating func add(_ latest: KeyHistory) {
        assetCount += 1
        textCount += latest.textCount
        numberCount += latest.numberCount
        dateCount += latest.dateCount
        if units.count < 16 { units.formUnion(latest.units) }
        if let low = latest.least { least = min(least ?? low, low) }
        if let high = latest.greatest { greatest = max(greatest ?? high, high) }
        isVanished = false
    }

    /// The type of all facts, if they have one.
    fileprivate var onlyType: String? {
        switch (textCount > 0, numberCount > 0, dateCount > 0) {
        case (true, false, false): "text"
        case (false, true, false): "a number"
        case (false, false, true): "a date"
        default: nil
        }
    }
}
