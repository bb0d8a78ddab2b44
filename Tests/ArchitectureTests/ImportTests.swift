import Foundation
import Testing

/// One row of the table of targets in `Sources/README.md`.
struct TargetRow {
    var name: String
    var imports: Set<String>
}

/// The sources as files, and what the map says of them.
enum SourceTree {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func rows() throws -> [TargetRow] {
        let map = try String(
            contentsOf: root.appendingPathComponent("Sources/README.md"), encoding: .utf8)
        var rows: [TargetRow] = []
        for line in map.split(separator: "\n") where line.hasPrefix("| ") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 6, cells[1] != "target" else { continue }
            let named = (cells[3] + ", " + cells[4]).split(separator: ",")
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            let above = Set(rows.map(\.name).filter { !isModuleMap($0) })
            let imports = Set(named)
            rows.append(
                TargetRow(
                    name: cells[1],
                    imports: imports.contains("all of ours")
                        ? above.union(imports).subtracting(["all of ours"]) : imports))
        }
        return rows
    }

    /// Whether a target only names a C library, which its one user imports.
    private static func isModuleMap(_ target: String) -> Bool {
        FileManager.default.fileExists(
            atPath: root.appendingPathComponent("Sources/\(target)/module.modulemap").path)
    }

    static func swiftFiles(of target: String) throws -> [URL] {
        let folder = root.appendingPathComponent("Sources/\(target)")
        guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        else { throw CocoaError(.fileNoSuchFile) }
        return walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }

    static func imports(of file: URL) throws -> Set<String> {
        let text = try String(contentsOf: file, encoding: .utf8)
        var modules: Set<String> = []
        for line in text.split(separator: "\n") where line.first != " " {
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), place <= 2, words.count > place + 1,
                words[..<place].allSatisfy({
                    ["public", "internal", "package", "@testable"].contains($0)
                })
            else { continue }
            modules.insert(
                String(words.last ?? "").split(separator: ".").first.map(String.init) ?? "")
        }
        return modules
    }
}

@Suite struct ImportTests {
    @Test func `the map names every target, and every target it names is there`() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: SourceTree.root.appendingPathComponent("Sources").path
        ).filter { !$0.hasSuffix(".md") }
        #expect(Set(folders) == Set(try SourceTree.rows().map(\.name)))
    }

    @Test func `a target imports only what the map allows it`() throws {
        var offences: [String] = []
        for row in try SourceTree.rows() {
            for file in try SourceTree.swiftFiles(of: row.name) {
                for module in try SourceTree.imports(of: file).subtracting(row.imports).sorted() {
                    offences.append("\(row.name)/\(file.lastPathComponent) imports \(module)")
                }
            }
        }
        #expect(offences.isEmpty, "\(offences.joined(separator: "\n"))")
    }

    @Test func `the map lets a target import only targets above it`() throws {
        let rows = try SourceTree.rows()
        let names = Set(rows.map(\.name))
        var above: Set<String> = []
        for row in rows {
            let ours = row.imports.intersection(names)
            #expect(ours.isSubset(of: above), "\(row.name) imports \(ours.subtracting(above))")
            above.insert(row.name)
        }
    }

    @Test(arguments: [
        "CExpat", "CZlib", "CRoaring", "CZstd", "CTIFF", "GRDB", "Hummingbird", "Mustache",
    ])
    func `a library is imported by one target`(library: String) throws {
        let users = try SourceTree.rows().filter { $0.imports.contains(library) }.map(\.name)
        #expect(users.count == 1, "\(library) is imported by \(users)")
    }

    @Test func `no Foundation before the store`() throws {
        for row in try SourceTree.rows() {
            if row.name == "MetadataStore" { break }
            #expect(!row.imports.contains("Foundation"), "\(row.name)")
        }
    }

    @Test func `no source file says what is forbidden`() throws {
        let forbidden = ["try!", "nonisolated(unsafe)", "TO" + "DO", "FIX" + "ME"]
        for row in try SourceTree.rows() {
            for file in try SourceTree.swiftFiles(of: row.name) {
                let text = try String(contentsOf: file, encoding: .utf8)
                for word in forbidden {
                    #expect(
                        !text.contains(word), "\(row.name)/\(file.lastPathComponent) holds \(word)")
                }
            }
        }
    }
}
