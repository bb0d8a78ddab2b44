import Foundation
import Testing

@testable import Curation

@Suite struct DepositTests {
    private let lab: SampleLab
    private let deposits: DepositStore

    init() throws {
        lab = try SampleLab()
        deposits = DepositStore(besideIndex: lab.path)
        _ = try lab.curation.createProject("bone", ProjectChange(), by: lab.author)
    }

    private func file(_ bytes: [UInt8]) throws -> String {
        let path = lab.folder + "/source-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func `a deposited file is kept once, under its hash and its names`() throws {
        let source = try file(Array("hello".utf8))
        let hash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
        let first = try deposits.take(file: source, as: "a.txt", project: "bone")
        let second = try deposits.take(file: source, as: "sub/b.txt", project: "bone")
        #expect(first.hash == hash)
        #expect(second.hash == hash)
        for path in [first.path, second.path] {
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("hello".utf8))
        }
        func inode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        }
        #expect(try inode(first.path) == inode(second.path))
        #expect(try partialFiles() == [])
    }

    @Test func `what was cut off goes on, and nothing is there before the end`() throws {
        do {
            let file = try deposits.open("a.txt", project: "bone", at: 0)
            try Array("hel".utf8).withUnsafeBytes { try file.append($0) }
        }
        #expect(try deposits.receivedCount("a.txt", project: "bone") == 3)
        let path = try deposits.path("a.txt", project: "bone")
        #expect(!FileManager.default.fileExists(atPath: path))
        let error = #expect(throws: CurationError.self) {
            _ = try deposits.open("a.txt", project: "bone", at: 2)
        }
        #expect(error?.kind == .conflict)
        let source = try file(Array("hello".utf8))
        _ = try deposits.take(file: source, as: "a.txt", project: "bone")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("hello".utf8))
    }

    @Test func `bytes other than announced are refused and leave nothing`() throws {
        let error = #expect(throws: CurationError.self) {
            let file = try deposits.open("a.txt", project: "bone", at: 0)
            try Array("hullo".utf8).withUnsafeBytes { try file.append($0) }
            _ = try deposits.finish(
                file, "a.txt", project: "bone", expecting: String(repeating: "0", count: 64))
        }
        #expect(error?.kind == .mismatch)
        #expect(try partialFiles() == [])
        #expect(
            try !FileManager.default.fileExists(atPath: deposits.path("a.txt", project: "bone")))
    }

    @Test(arguments: ["../a", "/a", "a//b", "", ".", "a/..", "a\n"])
    func `a name that leads elsewhere is refused`(name: String) {
        let error = #expect(throws: CurationError.self) {
            try deposits.path(name, project: "bone")
        }
        #expect(error?.kind == .invalid)
    }

    @Test func `a deposited file belongs to its project once it is harvested`() throws {
        let source = try file([1, 2, 3])
        let path = try deposits.take(file: source, as: "a.bin", project: "bone").path
        _ = try lab.curation.noteDeposit(path, project: "bone", by: lab.author)
        #expect(try lab.count("project:bone") == 0)
        try lab.write(path, [])
        #expect(try lab.count("project:bone") == 1)
    }

    private func partialFiles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: lab.path + ".files/partial")
    }
}
