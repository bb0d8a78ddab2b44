internal import Foundation
internal import MetadataModel
internal import MetadataStore

/// Who makes an edit, and why.
public struct Author: Sendable, Hashable {
    public var who: String
    /// The reason; empty where none is given.
    public var why: String

    public init(who: String, why: String = "") {
        self.who = who
        self.why = why
    }
}

/// One edit while it is made: carries out changes and notes them for the journal.
final class EditSession {
    private struct Change {
        var kind: JournalLine.Change.Kind
        var fact: StatedFact
        var group: AssetGroup?
        var paths: [String] = []
        var subject: String?
    }

    /// Assets that one line of the journal names at most.
    private static let maximumLineAssetCount = 10_000

    let writer: StoreWriter
    let number: Int64
    private let author: Author
    private let moment: Int64
    private let source: String
    private var changes: [Change] = []

    init(_ writer: StoreWriter, number: Int64, author: Author, moment: Int64) {
        self.writer = writer
        self.number = number
        self.author = author
        self.moment = moment
        source = Self.source(number, author)
    }

    static func source(_ edit: Int64, _ author: Author) -> String {
        "edit \(edit) by \(author.who)" + (author.why.isEmpty ? "" : ": \(author.why)")
    }

    var isEmpty: Bool { changes.isEmpty }

    // MARK: Changes

    /// - Returns: The assets of which this is new.
    @discardableResult
    func state(_ fact: StatedFact, about group: AssetGroup) throws -> AssetGroup {
        let curated = CuratedFact(fact.fact, edit: number, source: source)
        let changed = try writer.state(curated, about: group)
        if !changed.isEmpty { changes.append(Change(kind: .state, fact: fact, group: changed)) }
        return changed
    }

    /// - Returns: The assets that lost a fact.
    @discardableResult
    func retract(from group: AssetGroup, where isMeant: (Fact) -> Bool) throws -> AssetGroup {
        var all = AssetGroup()
        for (fact, group) in try writer.retract(from: group, edit: number, where: isMeant) {
            changes.append(Change(kind: .retract, fact: StatedFact(fact), group: group))
            all = all.union(group)
        }
        return all
    }

    /// Makes a change of the journal again, about the assets that are there and those to come.
    func make(_ kind: JournalLine.Change.Kind, _ fact: StatedFact, about paths: [String]) throws {
        let (group, missing) = try writer.reading { reader in
            (try reader.group(paths: paths), try reader.missing(of: paths))
        }
        switch kind {
        case .state:
            try state(fact, about: group)
            let curated = CuratedFact(fact.fact, edit: number, source: source)
            for path in missing { try writer.state(curated, aboutAwaited: path) }
        case .retract:
            try retract(from: group) { fact.isSame(as: $0) }
            for path in missing {
                try writer.retract(fromAwaited: path, edit: number) { fact.isSame(as: $0) }
            }
        }
        guard !missing.isEmpty else { return }
        changes.append(Change(kind: kind, fact: fact, paths: missing))
    }

    /// - Returns: Whether that changed anything.
    @discardableResult
    func make(
        _ kind: JournalLine.Change.Kind, _ fact: StatedFact, aboutSubject subject: String
    ) throws -> Bool {
        let isChanged: Bool
        switch kind {
        case .state:
            isChanged = try writer.state(
                SubjectFact(
                    key: fact.key, value: fact.value, unit: fact.unit ?? "", edit: number,
                    source: source),
                aboutSubject: subject)
        case .retract:
            isChanged = try writer.retract(
                key: fact.key, value: fact.value, unit: fact.unit ?? "", fromSubject: subject)
        }
        if isChanged { changes.append(Change(kind: kind, fact: fact, subject: subject)) }
        return isChanged
    }

    // MARK: The journal

    /// Writes what was done into the index's journal.
    func finish(summary: String, undoes: Int64? = nil) throws {
        var edit = Edit(
            number: number, moment: moment, who: author.who, why: author.why, summary: summary)
        edit.undoes = undoes
        try writer.reading { reader in
            let last = try reader.lastJournalLine()
            var previous = JournalLine.beginning
            if let last { previous = try JournalLine.decoded(last.line, number: last.number).hash }
            let first = (last?.number ?? 0) + 1
            try writer.note(edit, firstLine: first)
            var number = first
            try forEachPart(reader) { part in
                let line = JournalLine(
                    number: number, edit: edit.number,
                    moment: TimeSpan.timestamp(ofMicroseconds: moment), who: edit.who,
                    why: edit.why, summary: summary, undoes: undoes, changes: part,
                    previous: previous)
                let (bytes, hash) = try line.encoded()
                try writer.appendToJournal(bytes, number: number, edit: edit.number)
                previous = hash
                number += 1
            }
        }
    }

    /// Calls `body` with the changes in parts that have not too many assets each.
    private func forEachPart(
        _ reader: StoreReader, _ body: ([JournalLine.Change]) throws -> Void
    ) throws {
        var part: [JournalLine.Change] = []
        var assetCount = 0
        for change in changes {
            if let subject = change.subject {
                part.append(.init(kind: change.kind, fact: change.fact, subject: subject))
                continue
            }
            var folders: [String: [String]] = [:]
            func close() {
                guard !folders.isEmpty else { return }
                part.append(.init(kind: change.kind, fact: change.fact, assets: folders))
                folders.removeAll()
            }
            func add(_ path: String) throws {
                let name = path.utf8.lastIndex(of: UInt8(ascii: "/"))
                    .map { path.utf8.index(after: $0) }
                let folder = name.map { String(path[..<$0]) } ?? ""
                folders[folder, default: []].append(name.map { String(path[$0...]) } ?? path)
                assetCount += 1
                guard assetCount >= Self.maximumLineAssetCount else { return }
                close()
                try body(part)
                part.removeAll()
                assetCount = 0
            }
            for path in change.paths { try add(path) }
            if let group = change.group { try reader.paths(of: group, add) }
            close()
        }
        if !part.isEmpty { try body(part) }
    }
}

extension StoreReader {
    /// Those of some paths at which there is no asset.
    fileprivate func missing(of paths: [String]) throws -> [String] {
        try paths.filter { try group(paths: [$0]).isEmpty }
    }
}
