internal import MetadataModel
public import MetadataStore
public import Search
public import WireFormat

/// What became of the answer since it was frozen.
public struct SelectionDifference: Sendable {
    /// A file that differs, and why.
    public struct Change: Sendable, Hashable {
        public var file: SelectedFile
        public var reasons: [String]
    }

    public var selection: StoredSelection
    /// The index's state that was compared with.
    public var revision: Int64
    /// Files that the query finds now and did not then.
    public var came: [Change] = []
    /// Files that the query found then and does not now.
    public var went: [Change] = []
    /// Files found both times that are not the same any more.
    public var changed: [Change] = []
    public var sameCount = 0

    public var isEmpty: Bool { came.isEmpty && went.isEmpty && changed.isEmpty }

    /// Compares a selection with what its query finds now.
    ///
    /// - Complexity: Memory for the selection's files.
    public init(
        of selection: StoredSelection, now engine: SearchEngine,
        options: SearchOptions = SearchOptions()
    ) throws {
        self.selection = selection
        var before: [AssetIdentity: SelectedFile] = [:]
        try engine.forEachFile(of: selection) { file in
            before[file.identity] = file
            return true
        }
        var came: [Change] = []
        var changed: [Change] = []
        var sameCount = 0
        let frozen = try engine.freeze(selection.canonical, options: options) { file in
            guard let old = before.removeValue(forKey: file.identity) else {
                came.append(Change(file: file, reasons: [Self.reasonToCome(file, selection)]))
                return true
            }
            let reasons = Self.reasonsToDiffer(from: old, to: file)
            if reasons.isEmpty {
                sameCount += 1
            } else {
                changed.append(Change(file: file, reasons: reasons))
            }
            return true
        }
        (self.came, self.changed, self.sameCount) = (came, changed, sameCount)
        revision = frozen.revision
        went = try Self.gone(before, selection, frozen.clauses, engine)
    }

    private static func reasonToCome(_ file: SelectedFile, _ selection: StoredSelection) -> String {
        // The first 48 bits of an identity are the milliseconds at which it was given.
        let isNew = Int64(file.identity.high >> 16) > selection.made / 1000
        return isNew ? "new in the index" : "fits the query now"
    }

    static func reasonsToDiffer(from old: SelectedFile, to new: SelectedFile) -> [String] {
        var reasons: [String] = []
        if old.path != new.path { reasons.append("moved from \(old.path)") }
        if let before = old.sha256, let now = new.sha256 {
            if before != now { reasons.append("other content") }
            return reasons
        }
        if old.byteCount != new.byteCount {
            func text(_ count: UInt64?) -> String {
                count.map { "\($0)" } ?? "an unknown number of"
            }
            reasons.append("\(text(new.byteCount)) bytes, \(text(old.byteCount)) before")
        } else if old.modifiedNanoseconds != new.modifiedNanoseconds {
            reasons.append("changed \(new.modified ?? "since")")
        }
        return reasons
    }

    private static func gone(
        _ files: [AssetIdentity: SelectedFile], _ selection: StoredSelection, _ clauses: [String],
        _ engine: SearchEngine
    ) throws -> [Change] {
        guard !files.isEmpty else { return [] }
        var reasons: [AssetIdentity: [String]] = [:]
        for clause in clauses {
            let query = "sel:\(selection.id) -(\(clause))"
            _ = try engine.freeze(query) { file in
                if files[file.identity] != nil {
                    reasons[file.identity, default: []].append("does not fit \(clause)")
                }
                return true
            }
        }
        return try files.values.sorted { $0.path < $1.path }.map { file in
            let known = reasons[file.identity] ?? []
            let isThere = try !known.isEmpty || engine.contains(file.identity)
            return Change(
                file: file,
                reasons: isThere
                    ? known.isEmpty ? ["other files come before it"] : known
                    : ["no longer in the index"])
        }
    }
}

extension JSONText {
    /// The body of `GET /v1/selections/{id}/diff?against=now`.
    ///
    /// ```
    /// {"selection":…,"against":"now","revision":…,"same":…,
    ///  "came":[{"id":…,"path":…,"why":[…]},…],"went":[…],"changed":[…]}
    /// ```
    public mutating func selectionDifference(_ difference: SelectionDifference) {
        object { text in
            text.member("selection", difference.selection.id)
            text.member("against", "now")
            text.member("revision", difference.revision)
            text.member("same", difference.sameCount)
            for (name, changes) in [
                ("came", difference.came), ("went", difference.went),
                ("changed", difference.changed),
            ] {
                text.array(name) { text in
                    for change in changes {
                        text.object { text in
                            text.member("id", change.file.identity.description)
                            text.member("path", change.file.path)
                            text.array("why") { text in
                                for reason in change.reasons { text.string(reason) }
                            }
                        }
                    }
                }
            }
        }
    }
}
