internal import MetadataModel
public import MetadataStore

/// What a journal that holds together has.
public struct JournalExtent: Sendable, Hashable {
    public var lineCount: Int64 = 0
    public var editCount: Int64 = 0
}

extension JournalLine {
    /// The line, whatever its number is.
    static func parse(_ bytes: [UInt8]) throws -> JournalLine {
        try decoded(bytes, number: nil).line
    }
}

extension JournalLine.Change {
    /// The change that takes this one back.
    var reversed: JournalLine.Change {
        var change = self
        change.kind = kind == .state ? .retract : .state
        return change
    }
}

extension EditSession {
    /// Makes a change of the journal again.
    func make(_ change: JournalLine.Change) throws {
        if let subject = change.subject {
            try make(change.kind, change.fact, aboutSubject: subject)
        } else {
            try make(change.kind, change.fact, about: change.paths)
        }
    }
}

extension Curation {
    /// Checks that every line of the journal follows from the one before, and that the index and
    /// the file hold the same lines.
    ///
    /// - Throws: ``JournalFault`` at the first line at which they do not.
    public static func verify(_ store: MetadataStore) throws -> JournalExtent {
        var extent = JournalExtent()
        var previous = JournalLine.beginning
        let file = JournalFile(besideIndex: store.path)
        var stored: [[UInt8]] = []
        try store.read { reader in
            try reader.journalLines { number, line in
                let (decoded, hash) = try JournalLine.decoded(line, number: number)
                guard decoded.previous == previous else {
                    throw JournalFault(
                        line: number, detail: "it does not follow line \(number - 1)")
                }
                previous = hash
                extent.lineCount += 1
                extent.editCount = max(extent.editCount, decoded.edit)
                stored.append(line)
                return true
            }
        }
        var count: Int64 = 0
        try file.forEachLine { number, line in
            guard number <= stored.count, stored[Int(number) - 1] == line else {
                throw JournalFault(
                    line: number, detail: "the index and \(file.path) differ from here on")
            }
            count = number
        }
        guard count == extent.lineCount else {
            throw JournalFault(
                line: count + 1, detail: "it is in the index and not in \(file.path)")
        }
        return extent
    }

    /// Takes over a journal that was exported from elsewhere, into an index without edits.
    ///
    /// - Returns: How much there was.
    public func replay(_ lines: [[UInt8]]) throws -> JournalExtent {
        let known = try store.read { try $0.lastJournalLine() }
        guard known == nil else {
            throw CurationError(
                .conflict, "the index has edits of its own: replay into an index without any")
        }
        try replay(lines, from: 1)
        try appendToFile()
        return try Self.verify(store)
    }

    /// Makes the edits of lines again, in one transaction, with their numbers and moments.
    func replay(_ lines: [[UInt8]], from first: Int64) throws {
        try store.write { writer in
            var previous = JournalLine.beginning
            if first > 1 {
                previous = try writer.reading { reader in
                    guard let last = try reader.lastJournalLine() else { return previous }
                    return try JournalLine.decoded(last.line, number: last.number).hash
                }
            }
            var latest: Int64 = 0
            for (place, bytes) in lines.enumerated() {
                let number = first + Int64(place)
                let (line, hash) = try JournalLine.decoded(bytes, number: number)
                guard line.previous == previous else {
                    throw JournalFault(
                        line: number, detail: "it does not follow line \(number - 1)")
                }
                previous = hash
                let author = Author(who: line.who, why: line.why)
                let moment = TimeSpan(text: line.moment)?.start ?? 0
                if line.edit != latest {
                    latest = line.edit
                    try writer.note(
                        Edit(
                            number: line.edit, moment: moment, who: line.who, why: line.why,
                            summary: line.summary, undoes: line.undoes),
                        firstLine: number)
                }
                let session = EditSession(
                    writer, number: line.edit, author: author, moment: moment)
                for change in line.changes { try session.make(change) }
                try writer.appendToJournal(bytes, number: number, edit: line.edit)
            }
        }
    }
}
