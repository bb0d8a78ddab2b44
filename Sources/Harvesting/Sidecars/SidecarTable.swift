internal import Glibc
internal import MetadataModel

/// A table whose rows name files or samples.
///
/// The name stands in a column called `file`, `filename`, `path`, `image`, `name` or `id`, else in
/// the first; it may be a path below the table's folder, a pattern with `*` and `?`, and lack the
/// suffix. A table without a column of files, but with one of samples (`sample_id`; in a table called
/// `samples` also `id` or the first), describes the files whose facts state the sample's id.
struct SidecarTable: Sendable {
    let path: String
    private var rows: [[Fact]] = []
    /// Rows by the name as written, in the order of the table.
    private var rowsByName: [String: [Int]] = [:]
    private var patterns: [(pattern: String, row: Int)] = []
    private var rowsBySample: [String: [Int]] = [:]
    /// Whether a column is called as one that names files.
    private(set) var hasNameColumn = false

    private static let fileColumns = [
        "file", "filename", "file_name", "path", "filepath", "file_path", "image", "image_name",
    ]
    private static let nameColumns = fileColumns + ["name", "id"]

    /// The table of a sidecar's facts; `nil` where they are no rows.
    init?(path: String, facts: [Fact]) {
        self.path = path
        struct Place: Hashable {
            var base: ArraySlice<String>
            var index: UInt32
        }
        var places: [Place: Int] = [:]
        for fact in facts {
            let segments = fact.key.segments
            guard segments.count >= 2, fact.element.steps.count == 1,
                let step = fact.element.steps.first
            else { continue }
            let depth = segments.count - 1 - Int(step.segment)
            // In a table of cells, a heading may stand below one that spans several columns.
            guard depth == 1 || depth == 2 && ["csv", "xlsx"].contains(segments[0]) else {
                continue
            }
            let place = Place(base: segments.dropLast(depth), index: step.index)
            if let row = places[place] {
                rows[row].append(fact)
            } else {
                places[place] = rows.count
                rows.append([fact])
            }
        }
        guard !rows.isEmpty else { return nil }
        let isOfSamples = SidecarNames.isOfSamples(path)
        for (place, row) in rows.enumerated() {
            if let id = Self.sample(in: row, isOfSamples: isOfSamples) {
                rowsBySample[id, default: []].append(place)
            }
            let column = Self.nameColumn(of: row)
            if column != nil { hasNameColumn = true }
            guard let name = Self.name(in: row, column: column ?? 0) else { continue }
            if name.contains("*") || name.contains("?") {
                patterns.append((name, place))
            } else {
                rowsByName[name, default: []].append(place)
            }
        }
    }

    /// Whether rows name different samples.
    var describesSamples: Bool { rowsBySample.count > 1 }

    /// The names of all columns, folded.
    var columns: Set<String> { Set(rows.joined().map(\.key.foldedLastSegment)) }

    /// The facts of the rows that name one of some samples.
    ///
    /// - Parameters:
    ///   - ids: Folded, see ``SampleIDs``.
    ///   - told: What the table says of the file already.
    func facts(forSamples ids: Set<String>, besides told: [Fact]) -> [Fact] {
        guard !rowsBySample.isEmpty else { return [] }
        return ids.flatMap { rowsBySample[$0] ?? [] }.sorted().map { rows[$0] }
            .filter { row in !told.contains(row[0]) }.flatMap { $0 }
    }

    /// The facts of the rows that name a file.
    ///
    /// - Parameter relativePath: The file's path below the table's folder.
    func facts(for relativePath: String) -> [Fact] {
        let name = relativePath.split(separator: "/").last.map(String.init) ?? relativePath
        var found: Set<Int> = []
        for spelling in [relativePath, name] {
            for candidate in [spelling, SidecarNames.stem(of: spelling)] {
                found.formUnion(rowsByName[candidate] ?? [])
            }
        }
        for (pattern, row) in patterns
        where fnmatch(pattern, relativePath, FNM_PATHNAME) == 0 || fnmatch(pattern, name, 0) == 0 {
            found.insert(row)
        }
        return found.sorted().flatMap { rows[$0] }
    }

    /// The id of the sample that a row is about; `nil` where it is about a file.
    private static func sample(in row: [Fact], isOfSamples: Bool) -> String? {
        let columns = row.map { $0.key.foldedLastSegment }
        guard !fileColumns.contains(where: columns.contains) else { return nil }
        let column =
            row.firstIndex { SampleIDs.isSample($0.key) }
            ?? (isOfSamples ? columns.firstIndex(of: "id") ?? 0 : nil)
        let id = column.map { SampleIDs.folded(row[$0].value) } ?? ""
        return id.isEmpty ? nil : id
    }

    private static func nameColumn(of row: [Fact]) -> Int? {
        let columns = row.map { $0.key.foldedLastSegment }
        return nameColumns.lazy.compactMap { columns.firstIndex(of: $0) }.first
    }

    private static func name(in row: [Fact], column: Int) -> String? {
        var name = Substring(row[column].value)
        while name.hasPrefix("./") { name = name.dropFirst(2) }
        let trimmed = name.replacing("\\", with: "/").trimmed
        return trimmed.isEmpty ? nil : trimmed
    }
}

extension FactKey {
    /// The last segment as keys are compared: `pixel_size` for `json.Pixel Size`.
    var foldedLastSegment: String {
        FactKey.folded(segments.last ?? "")
    }
}

extension StringProtocol {
    /// Without spaces at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
