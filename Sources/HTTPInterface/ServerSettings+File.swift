internal import Foundation
internal import Logging
internal import Search
internal import Yams

/// Why a configuration file is of no use: every fault at once.
public struct SettingsError: Error, Sendable, Hashable, CustomStringConvertible {
    public var faults: [String]

    public var description: String { faults.joined(separator: "\n") }
}

extension ServerSettings {
    /// What a configuration file can set, with the meaning that the packaged file documents.
    static let names = [
        "host", "port", "time_limit_seconds", "writing_patience_seconds", "open_reading",
        "requests_per_second", "requests_at_once", "harvest_roots", "import_bytes",
        "streams_at_once", "certificate", "key", "log_level", "queries",
    ]

    /// Sets what a YAML file states; what it does not state stays.
    ///
    /// ```yaml
    /// host: 0.0.0.0
    /// port: 8750
    /// certificate: /etc/reticle/server.pem
    /// key: /etc/reticle/server.key
    /// harvest_roots: [/data]
    /// ```
    ///
    /// - Throws: ``SettingsError`` with every name that is unknown and every value that makes no
    ///   sense.
    public mutating func read(_ yaml: String) throws(SettingsError) {
        var reading = try SettingsReading(yaml)
        reading.text("host") { host = $0 }
        reading.number("port", 0...65_535) { port = $0 }
        reading.number("time_limit_seconds", 1...86_400) { timeLimit = .seconds($0) }
        reading.number("writing_patience_seconds", 0...600) { writingPatience = .seconds($0) }
        reading.truth("open_reading") { opensReading = $0 }
        var limit = callerLimit ?? CallerLimit(perSecond: 100, atOnce: 16)
        var isLimited = false
        reading.number("requests_per_second", 1...1_000_000) {
            limit.perSecond = $0
            isLimited = true
        }
        reading.number("requests_at_once", 1...10_000) {
            limit.atOnce = $0
            isLimited = true
        }
        if isLimited { callerLimit = limit }
        reading.texts("harvest_roots") { harvestRoots = $0 }
        reading.number("import_bytes", 1...(1 << 50)) { maximumImportByteCount = $0 }
        reading.number("streams_at_once", 1...1_000) { streamLimit = $0 }
        var (certificate, key): (String?, String?)
        reading.text("certificate") { certificate = $0 }
        reading.text("key") { key = $0 }
        reading.text("log_level") { logLevel = $0 }
        if Logger.Level(rawValue: logLevel) == nil {
            let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            reading.faults.append("log_level: expected \(levels)")
        }
        reading.text("queries") { savedQueries = SavedQueryFolder(path: $0) }
        switch (certificate, key) {
        case (let certificate?, let key?):
            encryption = Encryption(certificate: certificate, key: key)
        case (nil, nil): break
        default: reading.faults.append("certificate and key: expected both or none")
        }
        guard reading.faults.isEmpty else { throw SettingsError(faults: reading.faults) }
    }
}

/// The members of a configuration file, with what is wrong with them.
private struct SettingsReading {
    private let members: [String: Node]
    var faults: [String] = []

    init(_ yaml: String) throws(SettingsError) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw SettingsError(faults: ["expected YAML: \(error)"])
        }
        guard let root else {
            members = [:]
            return
        }
        guard let mapping = root.mapping else {
            throw SettingsError(faults: ["expected `name: value` lines"])
        }
        members = Dictionary(mapping.map { ($0.key.string ?? "", $0.value) }) { _, last in last }
        for name in members.keys.sorted() where !ServerSettings.names.contains(name) {
            let known = ServerSettings.names.joined(separator: ", ")
            faults.append("`\(name)` is no setting; there are \(known)")
        }
    }

    mutating func text(_ name: String, _ take: (String) -> Void) {
        guard let node = members[name] else { return }
        if let text = node.string, !text.isEmpty {
            take(text)
        } else {
            faults.append("\(name): expected a text")
        }
    }

    mutating func texts(_ name: String, _ take: ([String]) -> Void) {
        guard let node = members[name] else { return }
        if let texts = node.sequence?.map(\.string), texts.allSatisfy({ $0 != nil }) {
            take(texts.compactMap(\.self))
        } else {
            faults.append("\(name): expected a list of texts")
        }
    }

    mutating func number(_ name: String, _ range: ClosedRange<Int>, _ take: (Int) -> Void) {
        guard let node = members[name] else { return }
        if let number = node.int, range.contains(number) {
            take(number)
        } else {
            faults.append("\(name): expected \(range.lowerBound) to \(range.upperBound)")
        }
    }

    mutating func truth(_ name: String, _ take: (Bool) -> Void) {
        guard let node = members[name] else { return }
        if let truth = node.bool {
            take(truth)
        } else {
            faults.append("\(name): expected true or false")
        }
    }
}
