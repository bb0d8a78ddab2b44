import Foundation
import MetadataStore
import Testing

@testable import Access

@Suite struct TokenTests {
    private func temporaryIndexPath() throws -> String {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("AccessTests-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.appendingPathComponent("index.sqlite").path
    }

    @Test func `two tokens differ, and only a digest is kept`() {
        let (one, other) = (AccessToken(), AccessToken())
        #expect(one != other)
        #expect(one.text.utf8.count == AccessToken.prefix.utf8.count + 64)
        let stored = one.stored(name: "a", role: .reader, projects: nil, made: 1, expires: nil)
        #expect(!"\(stored)".contains(one.text.dropFirst(AccessToken.prefix.count)))
        #expect(AccessToken(text: "abc").digest.hexadecimal.hasPrefix("ba7816bf8f01cfea"))
    }

    @Test func `a token is known until it is revoked or over`() throws {
        let path = try temporaryIndexPath()
        defer {
            try? FileManager.default.removeItem(
                atPath: (path as NSString).deletingLastPathComponent)
        }
        let store = try MetadataStore(path: path, access: .writing)
        let (token, brief, revoked) = (AccessToken(), AccessToken(), AccessToken())
        let ended = revoked.stored(
            name: "c", role: .reader, projects: nil, made: 0, expires: nil)
        try store.write { writer in
            try writer.add(
                token.stored(
                    name: "a", role: .curator, projects: ["p", "q"], made: 0, expires: nil))
            try writer.add(
                brief.stored(name: "b", role: .reader, projects: nil, made: 0, expires: 100))
            try writer.add(ended)
            #expect(try writer.revokeToken(ended.id, at: 5))
            #expect(try !writer.revokeToken(ended.id, at: 6))
        }
        let local = AccessToken()
        let book = TokenBook(store: store, local: local)
        let caller = try book.caller(showing: token, now: 200)
        #expect(caller?.projects == ["p", "q"])
        #expect(caller?.permissions == [.read, .select, .curate])
        #expect(try book.caller(showing: brief, now: 99)?.projects == nil)
        #expect(try book.caller(showing: brief, now: 100) == nil)
        #expect(try book.caller(showing: revoked, now: 1) == nil)
        #expect(try book.caller(showing: AccessToken(), now: 1) == nil)
        #expect(try book.caller(showing: local, now: 1) == .localAdministrator)
    }

    @Test func `the owner's token is made once and refused when others can read it`() throws {
        let path = try temporaryIndexPath()
        let file = LocalToken.path(indexPath: path)
        let first = try LocalToken.token(indexPath: path)
        #expect(try LocalToken.token(indexPath: path) == first)
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        #expect(throws: LocalTokenError.self) { try LocalToken.token(indexPath: path) }
    }

    @Test(
        arguments: [
            (["p"], nil, false), (["p"], ["p"], true), (["p"], ["p", "q"], false), (nil, nil, true),
            (nil, ["p"], true),
        ] as [(Set<String>?, [String]?, Bool)])
    func `what others made is seen by those who see as much`(
        projects: Set<String>?, made: [String]?, isSeen: Bool
    ) {
        let caller = Caller(name: "a", permissions: [.read], projects: projects)
        #expect(caller.sees(projects: made) == isSeen)
    }
}
