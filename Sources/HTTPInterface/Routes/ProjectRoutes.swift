internal import Access
internal import Curation
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import MetadataStore
internal import NIOCore
internal import Search
internal import WireFormat

extension ReticleServer {
    /// Projects, and the files that are given into them.
    func addProjectRoutes(to router: Router<CallContext>) {
        router.get("/v1/projects") { _, context in
            let engine = engine(for: context)
            let projects = try await searches.result { try ProjectCount.all(engine) }
            var text = JSONText()
            text.projects(projects.map { ($0.project, $0.assetCount) })
            return Self.answer(text)
        }
        router.get("/v1/projects/{project}") { _, context in
            let name = try context.segment("project")
            let engine = engine(for: context)
            let projects = try await searches.result { try ProjectCount.all(engine) }
            guard let found = projects.first(where: { $0.project.name == name }) else {
                throw Refusal(.notFound, "there is no project of that name")
            }
            var text = JSONText()
            text.project(found.project, assetCount: found.assetCount)
            return Self.answer(text)
        }
        router.get("/v1/projects/{project}/files/**") { _, context in
            try context.check(project: context.segment("project"))
            let (project, name) = (try context.segment("project"), context.fileName)
            return try await state(of: name, project: project)
        }
        router.put("/v1/projects/{project}/files/**") { request, context in
            let caller = try context.caller(for: .curate)
            try context.check(project: context.segment("project"))
            let (project, name) = (try context.segment("project"), context.fileName)
            return try await deposit(request, name, project: project, by: caller)
        }
    }

    private var deposits: DepositStore { DepositStore(besideIndex: writing.indexPath) }

    /// What has arrived of a file: `{"received":…,"complete":…}`.
    private func state(of name: String, project: String) async throws -> Response {
        let deposits = deposits
        let (received, isComplete) = try await searches.result {
            let path = try deposits.path(name, project: project)
            return (
                try deposits.receivedCount(name, project: project),
                FileManager.default.fileExists(atPath: path)
            )
        }
        var text = JSONText()
        text.object { text in
            text.member("received", received)
            text.member("complete", isComplete && received == 0)
        }
        return Self.answer(text)
    }

    /// Takes what a request brings of a file; with the last byte, the file gets its name.
    private func deposit(
        _ request: Request, _ name: String, project: String, by caller: Caller
    ) async throws -> Response {
        let range = try ArrivingRange(request)
        let expected = try URLParameters(request.uri.query).value("sha256")
        let deposits = deposits
        do {
            guard try await curating({ try $0.hasProject(project) }) else {
                throw Refusal(.notFound, "there is no project of that name")
            }
            let file = try deposits.open(name, project: project, at: range.first)
            for try await piece in request.body {
                if let total = range.total,
                    file.byteCount + UInt64(piece.readableBytes) > total
                {
                    throw Refusal(.badRequest, "expected \(total) bytes, found more")
                }
                try piece.withUnsafeReadableBytes { try file.append($0) }
            }
            guard range.total.map({ file.byteCount >= $0 }) ?? true else {
                return Self.received(file.byteCount)
            }
            let (path, hash) = try deposits.finish(
                file, name, project: project, expecting: expected)
            let author = Author(who: caller.name)
            _ = try await curating { try $0.noteDeposit(path, project: project, by: author) }
            if let harvest = settings.harvestFolder {
                let folder = deposits.folder(ofProject: project)
                try await writing.write { try harvest(folder, $0) }
            }
            var text = JSONText()
            text.object { text in
                text.member("path", path)
                text.member("sha256", hash)
            }
            var response = Self.answer(text)
            response.status = .created
            return response
        } catch let error as CurationError {
            throw error.kind == .conflict
                ? Refusal(.conflict, error.detail) : Refusal(error)
        }
    }

    /// 308: go on after this many bytes.
    private static func received(_ count: UInt64) -> Response {
        var text = JSONText()
        text.object { $0.member("received", count) }
        var response = answer(text)
        response.status = .accepted
        return response
    }

    static func answer(_ text: JSONText) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: Representation.json.contentType, .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: text.bytes)))
    }
}

/// A project with how many assets belong to it.
private struct ProjectCount: Sendable {
    var project: Project
    var assetCount: Int

    static func all(_ engine: SearchEngine) throws -> [ProjectCount] {
        try engine.projects().map { ProjectCount(project: $0.project, assetCount: $0.assetCount) }
    }
}

/// Which bytes of a file a request brings.
private struct ArrivingRange {
    var first: UInt64 = 0
    /// Absent where the request brings the whole file.
    var total: UInt64?

    /// Reads `Content-Range: bytes 0-1023/4096`.
    init(_ request: Request) throws(Refusal) {
        guard let header = request.headers[.contentRange] else { return }
        let parts = header.split { " -/".contains($0) }
        guard parts.count == 4, parts[0] == "bytes", let first = UInt64(parts[1]),
            let last = UInt64(parts[2]), let total = UInt64(parts[3]), first <= last, last < total
        else {
            throw Refusal(
                .badRequest, "expected `Content-Range: bytes FIRST-LAST/TOTAL`, found `\(header)`")
        }
        self.first = first
        self.total = total
    }
}

extension CallContext {
    /// A segment of the address, decoded.
    func segment(_ name: String) throws -> String {
        let text = try parameters.require(name)
        return text.removingPercentEncoding ?? text
    }

    /// What follows `files/` in the address.
    fileprivate var fileName: String {
        parameters.getCatchAll().map { $0.removingPercentEncoding ?? String($0) }
            .joined(separator: "/")
    }

    /// - Throws: ``Refusal`` where the project does not exist for the caller.
    fileprivate func check(project: String) throws {
        guard caller.projects?.contains(project) ?? true else {
            throw Refusal(.notFound, "there is no project of that name")
        }
    }
}
