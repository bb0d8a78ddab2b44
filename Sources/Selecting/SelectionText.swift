internal import Foundation
internal import MetadataModel
public import MetadataStore
internal import WireFormat

/// Writes a selection in one of its forms, piece by piece.
public struct SelectionText {
    private static let pieceByteCount = 1 << 16

    private let form: SelectionForm
    private let selection: StoredSelection
    private let forEachFile: ((SelectedFile) throws -> Bool) throws -> Void
    private let send: ([UInt8]) throws -> Bool
    private var json = JSONText()
    private var bytes: [UInt8] = []
    private var isWanted = true

    /// - Parameters:
    ///   - forEachFile: Calls a function with the selection's files until it returns false.
    ///   - send: Takes the next piece; false where nobody wants more.
    public init(
        _ selection: StoredSelection, as form: SelectionForm,
        forEachFile: @escaping ((SelectedFile) throws -> Bool) throws -> Void,
        send: @escaping ([UInt8]) throws -> Bool
    ) {
        self.form = form
        self.selection = selection
        self.forEachFile = forEachFile
        self.send = send
    }

    /// Writes everything.
    public mutating func write() throws {
        switch form {
        case .json:
            json.beginObject()
            json.selectionMembers(selection)
            json.key("files")
            json.beginArray()
            try each { text, file in text.json.selectedFile(file) }
            json.endArray()
            json.endObject()
            json.endLine()
        case .ndjson:
            try each { text, file in
                text.json.selectedFile(file)
                text.json.endLine()
            }
        case .csv, .nextflow, .snakemake: try writeTable()
        case .paths: try each { text, file in text.bytes += file.path.utf8 + [0x0A] }
        case .paths0: try each { text, file in text.bytes += file.path.utf8 + [0x00] }
        case .cwl:
            json.beginObject()
            json.key("files")
            json.beginArray()
            try each { text, file in text.json.workflowFile(file) }
            json.endArray()
            json.endObject()
            json.endLine()
        case .rocrate: try writeCrate()
        }
        try pass(atLeast: 1)
    }

    private mutating func each(_ body: (inout SelectionText, SelectedFile) throws -> Void) throws {
        guard isWanted else { return }
        let source = forEachFile
        try source { file in
            try body(&self, file)
            try pass(atLeast: Self.pieceByteCount)
            return isWanted
        }
    }

    private mutating func pass(atLeast count: Int) throws {
        if bytes.isEmpty {
            guard json.bytes.count >= count else { return }
            isWanted = try isWanted && send(json.bytes)
            json.removeAll()
        } else {
            guard bytes.count >= count else { return }
            isWanted = try isWanted && send(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
    }

    // MARK: Tables

    private mutating func writeTable() throws {
        let names =
            form == .csv
            ? ["id", "path", "bytes", "modified", "sha256"] : ["sample", "path", "id"]
        append(names)
        try each { text, file in
            text.append(
                text.form == .csv
                    ? [
                        file.identity.description, file.path, file.byteCount.map(String.init) ?? "",
                        file.modified ?? "", file.sha256 ?? "",
                    ] : [file.sampleName, file.path, file.identity.description])
        }
    }

    private mutating func append(_ cells: [String]) {
        let separator: Character = form == .snakemake ? "\t" : ","
        bytes += cells.map { Self.quoted($0, separator) }.joined(separator: String(separator)).utf8
        bytes += form == .csv ? [0x0D, 0x0A] : [0x0A]
    }

    private static func quoted(_ cell: String, _ separator: Character) -> String {
        let needsQuotes = cell.unicodeScalars.contains {
            $0 == "\"" || $0 == "\n" || $0 == "\r" || Character($0) == separator
        }
        return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }

    // MARK: RO-Crate

    private mutating func writeCrate() throws {
        json.beginObject()
        json.member("@context", "https://w3id.org/ro/crate/1.1/context")
        json.key("@graph")
        json.beginArray()
        json.object { text in
            text.member("@id", "ro-crate-metadata.json")
            text.member("@type", "CreativeWork")
            text.reference("conformsTo", "https://w3id.org/ro/crate/1.1")
            text.reference("about", "./")
        }
        json.beginObject()
        json.member("@id", "./")
        json.member("@type", "Dataset")
        json.member("name", "Files found by `\(selection.canonical)`")
        json.member("description", "\(selection.count) files, frozen by Reticle.")
        json.member("identifier", selection.id)
        json.time("datePublished", selection.made)
        json.key("hasPart")
        json.beginArray()
        try each { text, file in text.json.object { $0.member("@id", file.address) } }
        json.endArray()
        json.endObject()
        try each { text, file in text.json.crateFile(file) }
        json.endArray()
        json.endObject()
        json.endLine()
    }
}

extension SelectedFile {
    /// The file's name without its extension, and what makes it differ from others of that name.
    var sampleName: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = name.split(separator: ".", omittingEmptySubsequences: false).first ?? ""
        let safe = stem.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "_" }
        return "\(String(safe))-\(identity.description.suffix(8))"
    }

    /// The path as a `file:` address.
    var address: String {
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
        return path.hasPrefix("/") ? "file://" + escaped : escaped
    }

    /// The time of the last change, in ISO 8601.
    var modified: String? {
        modifiedNanoseconds.map { TimeSpan.timestamp(ofMicroseconds: $0 / 1000) }
    }
}

extension JSONText {
    fileprivate mutating func reference(_ name: String, _ id: String) {
        object(name) { $0.member("@id", id) }
    }

    fileprivate mutating func workflowFile(_ file: SelectedFile) {
        object { text in
            text.member("class", "File")
            text.member("location", file.address)
            text.member("basename", file.path.split(separator: "/").last.map(String.init) ?? "")
            if let count = file.byteCount { text.member("size", count) }
        }
    }

    fileprivate mutating func crateFile(_ file: SelectedFile) {
        object { text in
            text.member("@id", file.address)
            text.member("@type", "File")
            text.member("name", file.path.split(separator: "/").last.map(String.init) ?? "")
            text.member("identifier", file.identity.description)
            if let count = file.byteCount { text.member("contentSize", String(count)) }
            if let modified = file.modified { text.member("dateModified", modified) }
            if let digest = file.sha256 { text.member("sha256", digest) }
        }
    }
}
