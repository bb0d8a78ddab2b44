internal import MetadataModel
public import MetadataStore

extension JSONText {
    /// The body of `GET /v1/selections`: `{"selections":[{…},…]}`, each as ``selection(_:)``.
    public mutating func selections(_ selections: [StoredSelection]) {
        object { text in
            text.array("selections") { text in
                for selection in selections { text.selection(selection) }
            }
        }
    }

    /// A selection without its files.
    ///
    /// ```
    /// {"id":…,"query":…,"canonical":…,"revision":88121,"made":…,"count":812,"bytes":…,"maker":…,
    ///  "projects":[…]}
    /// ```
    public mutating func selection(_ selection: StoredSelection) {
        object { $0.selectionMembers(selection) }
    }

    public mutating func selectionMembers(_ selection: StoredSelection) {
        member("id", selection.id)
        member("query", selection.query)
        member("canonical", selection.canonical)
        member("revision", selection.revision)
        time("made", selection.made)
        member("count", selection.count)
        member("bytes", selection.byteCount)
        member("maker", selection.maker)
        if let projects = selection.projects { strings("projects", projects) }
    }

    /// A file of a selection.
    ///
    /// ```
    /// {"id":…,"path":…,"bytes":…,"modified":…,"sha256":…}
    /// ```
    public mutating func selectedFile(_ file: SelectedFile) {
        object { text in
            text.member("id", file.identity.description)
            text.member("path", file.path)
            if let count = file.byteCount { text.member("bytes", count) }
            if let modified = file.modifiedNanoseconds { text.time("modified", modified / 1000) }
            if let digest = file.sha256 { text.member("sha256", digest) }
        }
    }
}
