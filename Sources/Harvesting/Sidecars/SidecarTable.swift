internal import Glibc
internal import MetadataModel

/// A table whose rows name files.
///
/// The name stands in a column called `file`, `filename`, `path`, `image`, `name` or `id`, else in
/// the first; it may be a path below the table's folder, a pattern with `*` and `?`, and lack the
/// suffix.
struct SidecarTable: Sendable {
    let path: String
    private var rows: [[Fact]] = []
    /// Rows by the name as written, in the order of the table.
    private var rowsByName: [String: [Int]] = [:]
    private var patterns: [(pattern: String, row: Int)] = []
    /// Whether a column is called as one that names files.
    private(set) var hasNameColumn = false

    private static let nameColumns = [
        "file", "filename", "file_name", "path", "filepath", "file_path", "image", "image_name",
        "name", "id",
    ]

    /// The table of a sidecar's facts; `nil` where they are no rows.
    init?(path: String, facts: [Fact]) {
        self.path = path
        struct Place: Hashable {
            var base: Substring
            var index: UInt32
        }
        var places: [Place: Int] = [:]
        for fact in facts {
            let segments = fact.key.segments
            guard segments.count >= 2, fact.element.steps.count == 1,
                let step = fact.element.steps.first, Int(step.segment) == segments.count - 2
            else { continue }
            let printed = fact.key.description
            let base = printed.dropLast(
                FactKey.printed(segment: segments[segments.count - 1]).count)
            let place = Place(base: base, index: step.index)
            if let row = places[place] {
                rows[row].append(fact)
            } else {
                places[place] = rows.count
                rows.append([fact])
            }
        }
        guard !rows.isEmpty else { return nil }
        for (place, row) in rows.enumerated() {
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
