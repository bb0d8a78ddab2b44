internal import Hummingbird
internal import HTTPTypes
internal import Logging
internal import Search
internal import Synchronization

/// Counts and times what the server does, logs it, and shows the counts as Prometheus reads them.
///
/// Source: <https://prometheus.io/docs/instrumenting/exposition_formats/>
final class Measures: RouterMiddleware {
    /// Upper bounds of the buckets of durations, in seconds.
    private static let bounds = [0.001, 0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]

    private struct Route: Hashable {
        var method: String
        var path: String
        var status: Int
    }

    private struct Counts {
        var requests: [Route: Int] = [:]
        var buckets = [Int](repeating: 0, count: Measures.bounds.count + 1)
        var seconds = 0.0
        var underWay = 0
    }

    private let counts = Mutex(Counts())

    func handle(
        _ request: Request, context: CallContext,
        next: (Request, CallContext) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        counts.withLock { $0.underWay += 1 }
        var status = 499
        defer { note(request, context, status, ContinuousClock.now - began) }
        let response = try await next(request, context)
        status = response.status.code
        return response
    }

    private func note(
        _ request: Request, _ context: CallContext, _ status: Int, _ duration: Duration
    ) {
        let seconds = duration / .seconds(1)
        let route = Route(
            method: request.method.rawValue, path: context.endpointPath ?? "none", status: status)
        counts.withLock { counts in
            counts.requests[route, default: 0] += 1
            let place = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
            counts.buckets[place] += 1
            counts.seconds += seconds
            counts.underWay -= 1
        }
        context.logger.info(
            "request",
            metadata: [
                "method": "\(route.method)", "path": "\(request.uri.path.prefix(1000))",
                "status": "\(status)", "microseconds": "\(Int(seconds * 1e6))",
                "from": "\(context.remoteAddress?.ipAddress ?? "")",
            ])
    }

    /// The counts as text.
    func text(revision: Int64, followerCount: Int) -> String {
        counts.withLock { counts in
            var lines = ["# TYPE reticle_requests_total counter"]
            let routes = counts.requests.sorted {
                ($0.key.path, $0.key.method, $0.key.status)
                    < ($1.key.path, $1.key.method, $1.key.status)
            }
            for (route, count) in routes {
                lines.append(
                    "reticle_requests_total{method=\"\(route.method)\",route=\"\(route.path)\","
                        + "status=\"\(route.status)\"} \(count)")
            }
            lines.append("# TYPE reticle_request_seconds histogram")
            var sum = 0
            for (place, count) in counts.buckets.enumerated() {
                sum += count
                let bound = place < Self.bounds.count ? "\(Self.bounds[place])" : "+Inf"
                lines.append("reticle_request_seconds_bucket{le=\"\(bound)\"} \(sum)")
            }
            lines += [
                "reticle_request_seconds_sum \(counts.seconds)",
                "reticle_request_seconds_count \(sum)",
                "# TYPE reticle_requests_under_way gauge",
                "reticle_requests_under_way \(counts.underWay)",
                "# TYPE reticle_event_followers gauge",
                "reticle_event_followers \(followerCount)",
                "# TYPE reticle_index_revision gauge",
                "reticle_index_revision \(revision)",
            ]
            return lines.joined(separator: "\n") + "\n"
        }
    }
}
