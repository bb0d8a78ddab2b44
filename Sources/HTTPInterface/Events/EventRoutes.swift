internal import Access
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import MetadataStore
internal import NIOCore
internal import Search
internal import ServiceLifecycle
internal import WireFormat

/// How far somebody has followed the events: the last of each kind.
///
/// An event's id is the place behind it: `88121-17-1761234567890123`. No log of events is kept,
/// since each kind can be told anew from what is there: revisions are counted, selections are
/// numbered, harvests are told by the time of their last change. So a client misses nothing, and
/// gets nothing twice, across a restart of the server.
struct EventPlace: Sendable, Equatable {
    var revision: Int64
    var selection: Int64
    /// Microseconds since 1970.
    var harvest: Int64

    var text: String { "\(revision)-\(selection)-\(harvest)" }

    init(revision: Int64, selection: Int64, harvest: Int64) {
        self.revision = revision
        self.selection = selection
        self.harvest = harvest
    }

    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int64($0) }
        guard parts.count == 3, parts.allSatisfy({ $0 >= 0 }) else { return nil }
        self.init(revision: parts[0], selection: parts[1], harvest: parts[2])
    }
}

extension ReticleServer {
    /// Revisions that are told one by one; a client that missed more is told of the last ones.
    private static let maximumReplay: Int64 = 1000
    /// How often it is looked what is new.
    private static let pause = Duration.milliseconds(250)
    /// After so much silence a comment is sent, so that nobody takes the line for dead.
    private static let silence = Duration.seconds(15)

    /// `GET /v1/events`: what happens, as it happens.
    func addEventRoutes(to router: Router<CallContext>) {
        router.get("/v1/events") { request, context in
            let engine = engine(for: context)
            let seesAll = context.caller.projects == nil
            let known = request.headers[.lastEventID].flatMap(EventPlace.init)
            let start: EventPlace
            if let known { start = known } else { start = try await latestPlace(engine) }
            guard events.admit() else {
                throw Refusal(.serviceUnavailable, "too many follow the events", retryAfter: 30)
            }
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/event-stream", .cacheControl: "no-store",
                    .xAccelBuffering: "no",
                ],
                body: ResponseBody { writer in
                    defer { events.leave() }
                    try await follow(from: start, engine, seesAll: seesAll, into: &writer)
                    try await writer.finish(nil)
                })
        }
    }

    private func latestPlace(_ engine: SearchEngine) async throws -> EventPlace {
        let (revision, selection) = try await searches.result {
            (try engine.revision(), try engine.selections().first?.number ?? 0)
        }
        return EventPlace(revision: revision, selection: selection, harvest: events.latestHarvest)
    }

    private func follow(
        from start: EventPlace, _ engine: SearchEngine, seesAll: Bool,
        into writer: inout any ResponseBodyWriter
    ) async throws {
        var place = start
        var latest = ContinuousClock.now
        try await writer.write(ByteBuffer(string: "retry: 2000\n: from \(place.text)\n\n"))
        while !Task.isShuttingDownGracefully {
            let text = try await news(since: &place, engine, seesAll: seesAll)
            if !text.isEmpty {
                try await writer.write(ByteBuffer(bytes: text))
                latest = .now
            } else if ContinuousClock.now - latest > Self.silence {
                try await writer.write(ByteBuffer(string: ":\n\n"))
                latest = .now
            }
            try await Task.sleep(for: Self.pause)
        }
    }

    /// The events since a place, which moves on behind them.
    private func news(
        since place: inout EventPlace, _ engine: SearchEngine, seesAll: Bool
    ) async throws -> [UInt8] {
        var text: [UInt8] = []
        let revision = try await events.revision { try wholeEngine.revision() }
        if revision < place.revision { place.revision = revision }
        place.revision = max(place.revision, revision - Self.maximumReplay)
        while place.revision < revision {
            place.revision += 1
            let number = place.revision
            text += Self.event("revision", place) { $0.member("revision", number) }
        }
        let number = try await events.selection { try wholeEngine.selections().first?.number ?? 0 }
        if number > place.selection {
            let after = place.selection
            for selection in try await events.result({ try engine.selections(after: after) })
                .reversed()
            {
                place.selection = selection.number
                text += Self.event("selection", place) { $0.selectionMembers(selection) }
            }
            place.selection = max(place.selection, number)
        }
        guard seesAll else { return text }
        for (time, job) in events.harvests(after: place.harvest) {
            place.harvest = time
            text += Self.event("harvest", place) { $0.harvestMembers(job) }
        }
        return text
    }

    private static func event(
        _ name: String, _ place: EventPlace, _ body: (inout JSONText) -> Void
    ) -> [UInt8] {
        var data = JSONText()
        data.object(nil, body)
        return Array("id: \(place.text)\nevent: \(name)\ndata: ".utf8) + data.bytes + [0x0A, 0x0A]
    }
}

extension HTTPField.Name {
    static var lastEventID: Self { named("Last-Event-ID") }
    static var xAccelBuffering: Self { named("X-Accel-Buffering") }
}
