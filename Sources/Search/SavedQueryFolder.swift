internal import Foundation

/// A folder of saved queries, `*.rql`.
public struct SavedQueryFolder: Sendable {
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// The first of the folders that exists.
    public static func first(of paths: [String]) -> SavedQueryFolder? {
        paths.first { path in
            var isDirectory: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
                && isDirectory.boolValue
        }.map(SavedQueryFolder.init)
    }

    /// The names of the queries, sorted.
    public func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { $0.hasSuffix(".rql") }.map { String($0.dropLast(4)) }.sorted()
    }

    /// The query of a name.
    ///
    /// - Throws: ``SavedQueryError`` where there is none, or where its file is at fault.
    public func query(_ name: String) throws -> SavedQuery {
        let known = try names()
        guard known.contains(name) else {
            throw SavedQueryError(unknown: name, among: known)
        }
        return try SavedQuery(
            name: name, source: String(contentsOfFile: "\(path)/\(name).rql", encoding: .utf8))
    }
}
