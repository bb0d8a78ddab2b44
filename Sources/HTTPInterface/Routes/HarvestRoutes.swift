internal import Access
internal import Foundation
internal import HTTPTypes
internal import Harvesting
internal import Hummingbird
internal import MetadataModel
internal import WireFormat

/// What the body of `POST /v1/harvests` says.
private struct HarvestOrder: Decodable {
    var folder: String
}

extension ReticleServer {
    /// Bringing files into the index.
    func addHarvestRoutes(to router: Router<CallContext>) {
        router.get("/v1/harvests") { request, context in
            _ = try context.callerOfWhole(for: .read)
            let jobs = harvests.all
            return json(for: request) { text in
                text.object { text in
                    text.array("harvests") { text in
                        for job in jobs { text.harvest(job) }
                    }
                }
            }
        }
        router.post("/v1/harvests") { request, context in
            try await startHarvest(request, context)
        }
        router.get("/v1/harvests/{id}") { request, context in
            _ = try context.callerOfWhole(for: .read)
            guard let job = harvests.job(try context.parameters.require("id")) else {
                throw Refusal(.notFound, "there is no harvest of that id")
            }
            return json(for: request) { $0.harvest(job) }
        }
    }

    private func startHarvest(
        _ request: Request, _ context: CallContext
    ) async throws -> Response {
        let caller = try context.callerOfWhole(for: .harvest)
        let order: HarvestOrder = try await body(of: request)
        let folder = try allowedFolder(order.folder, for: caller)
        var job = try harvests.start(folder, caller: caller.name)
        if let limit = Self.wait(request.headers) {
            job = try await harvests.wait(for: job.id, atMost: limit) ?? job
        }
        var text = JSONText()
        text.harvest(job)
        return Response(
            status: job.isOver ? .ok : .accepted,
            headers: [
                .contentType: Representation.json.contentType,
                .location: "/v1/harvests/\(job.id)",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: text.bytes)))
    }

    /// The real path of a folder, if the caller may have it harvested: administrators any,
    /// harvesters those below the configured roots.
    private func allowedFolder(_ path: String, for caller: Caller) throws(Refusal) -> String {
        let refusal = Refusal(.forbidden, "that folder is below no root that may be harvested")
        var isFolder: ObjCBool = false
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().standardized.path
        let isBelowRoot = settings.harvestRoots.contains { root in
            let root = URL(fileURLWithPath: root).resolvingSymlinksInPath().standardized.path
            return real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
        }
        guard path.hasPrefix("/"), !path.utf8.contains(0),
            caller.may(.administer) || isBelowRoot
        else { throw refusal }
        guard FileManager.default.fileExists(atPath: real, isDirectory: &isFolder),
            isFolder.boolValue
        else { throw Refusal(.badRequest, "there is no folder of that path") }
        return real
    }

    /// How long a client wants to wait for the end: `Prefer: wait=10`, at most a minute.
    static func wait(_ headers: HTTPFields) -> Duration? {
        guard let prefer = headers[.prefer] else { return nil }
        for preference in prefer.split(separator: ",") {
            let parts = preference.split(separator: "=").map { $0.filter { $0 != " " } }
            if parts.count == 2, parts[0].lowercased() == "wait", let seconds = Int(parts[1]) {
                return .seconds(min(max(0, seconds), 60))
            }
        }
        return nil
    }
}

extension CallContext {
    /// Who asks, if they may do this and see the whole index: what is done to all of it, or tells
    /// of all of it, is not for callers who see some projects.
    func callerOfWhole(for permission: Permission) throws(Refusal) -> Caller {
        let caller = try caller(for: permission)
        guard caller.projects == nil else {
            throw Refusal(.forbidden, "this token is for some projects only")
        }
        return caller
    }
}

extension HTTPField.Name {
    static var prefer: Self { named("Prefer") }
}

extension JSONText {
    /// ```
    /// {"id":…,"folder":…,"state":"running","by":…,"began":…,"done":812,"total":2000,
    ///  "summary":{"new":…,"changed":…,…},"fault":…,"ended":…}
    /// ```
    mutating func harvest(_ job: HarvestJob) {
        object { $0.harvestMembers(job) }
    }

    mutating func harvestMembers(_ job: HarvestJob) {
        member("id", job.id)
        member("folder", job.folder)
        member("state", job.state.rawValue)
        member("by", job.caller)
        time("began", job.began)
        member("done", job.doneCount)
        member("total", job.totalCount)
        if let summary = job.summary { object("summary") { $0.harvestMembers(summary) } }
        if let fault = job.fault { member("fault", fault) }
        if let ended = job.ended { time("ended", ended) }
    }
}
