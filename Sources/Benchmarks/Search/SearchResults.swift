internal import Foundation

/// What one engine took for one question.
struct QuestionResult: Codable {
    var id: String
    /// Assets found; `nil` where the engine cannot express the question.
    var count: Int?
    /// Each run, in microseconds.
    var times: [Double]

    func percentile(_ share: Double) -> Double? {
        guard !times.isEmpty else { return nil }
        let sorted = times.sorted()
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}

/// What one engine took for all.
struct EngineResult: Codable {
    var name: String
    var buildSeconds: Double
    var byteCount: Int
    var answers: [QuestionResult]
    /// Greatest resident set while it built, in bytes; 0 where it was not looked at.
    var buildMemory: Int?

    func answer(_ id: String) -> QuestionResult? { answers.first { $0.id == id } }
}

/// Prints engines side by side.
struct SearchReport {
    let reticle: EngineResult
    let peers: [EngineResult]
    let questions: [SearchQuestion]

    /// Peers whose count of a question differs from Reticle's.
    var disagreements: [String] {
        questions.flatMap { question -> [String] in
            let ours = reticle.answer(question.id)?.count
            return peers.compactMap { peer in
                guard let theirs = peer.answer(question.id)?.count, theirs != ours else {
                    return nil
                }
                return
                    "\(question.id): reticle \(ours.map(String.init) ?? "–"), \(peer.name) \(theirs)"
            }
        }
    }

    func text() -> String {
        var lines = [row("", ["reticle"] + peers.flatMap { [$0.name, "ratio"] })]
        lines.append(comparison("build, s", \.buildSeconds) { String(format: "%.1f", $0) })
        lines.append(
            comparison("size, MB", { Double($0.byteCount) / 1e6 }) { String(format: "%.0f", $0) })
        lines.append("")
        lines.append(
            row(
                "question, p50 / p99 in ms",
                ["hits", "reticle"] + peers.flatMap { [$0.name, "ratio"] }))
        var ratios: [[Double]] = peers.map { _ in [] }
        for question in questions {
            let ours = reticle.answer(question.id)
            var cells = [ours?.count.map(String.init) ?? "–", Self.times(ours)]
            for (place, peer) in peers.enumerated() {
                let theirs = peer.answer(question.id)
                cells.append(Self.times(theirs))
                if let mine = ours?.percentile(0.5), let other = theirs?.percentile(0.5) {
                    ratios[place].append(mine / other)
                    cells.append(String(format: "%.2f", mine / other))
                } else {
                    cells.append("–")
                }
            }
            lines.append(row(question.id, cells))
        }
        var means: [String] = ["", ""]
        for ratios in ratios {
            let sum = ratios.map { log($0) }.reduce(0, +)
            means += [
                "", ratios.isEmpty ? "–" : String(format: "%.2f", exp(sum / Double(ratios.count))),
            ]
        }
        lines.append(row("geometric mean of p50", means))
        return lines.joined(separator: "\n") + "\n"
    }

    private func comparison(
        _ name: String, _ value: (EngineResult) -> Double, _ shown: (Double) -> String
    ) -> String {
        row(
            name,
            [shown(value(reticle))]
                + peers.flatMap {
                    [shown(value($0)), String(format: "%.2f", value(reticle) / value($0))]
                })
    }

    private static func times(_ result: QuestionResult?) -> String {
        guard let result, let half = result.percentile(0.5), let most = result.percentile(0.99)
        else { return "–" }
        return String(format: "%.2f / %.2f", half / 1000, most / 1000)
    }

    private func row(_ name: String, _ cells: [String]) -> String {
        name.padding(toLength: 26, withPad: " ", startingAt: 0)
            + cells.map { String(repeating: " ", count: max(1, 20 - $0.count)) + $0 }.joined()
    }
}
