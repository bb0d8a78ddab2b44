internal import ArgumentParser
internal import Foundation
internal import Search

/// Queries typed letter by letter, with a list of suggestions after each.
struct SuggestBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Suggestions while queries are typed letter by letter: how long each list takes.",
        discussion: "swift run -c release Benchmarks suggest --index /tmp/bench/index.sqlite")

    @Option(help: "Rounds over all queries; the first one has nothing remembered.")
    var rounds = 2
    @OptionGroup var index: BenchmarkIndex

    /// Queries over the assets of ``AssetGenerator``.
    private static let queries = [
        "instrument.vendor:Zeiss detector:hybrid", "specimen:S77 reviewed:true",
        "bytes>=100000000 bytes<110000000", "stage.x:20.5..21.5 -detector:ccd",
        "acquired>=2024-03 acquired<2024-06", "description:tarimo",
        "instrument.vendor:(Zeiss OR Leica) has:vendor.tag42", "Channel{ Name:DAPI Exposure>900 }",
        "operator:operator17 missing:vendor.tag7", "mueller OR instrument.model:model3",
        "count(Channel)>=2 objective.na>1.2", "Gene voltage.kv:200 image.name:image_1*",
        "instrument.vendor:Zeiss | facet detector, operator top 5",
        "bits:16 | sort acquired desc | select path, voltage.kv", "| facet stage.x by 5",
    ]

    private struct Timed {
        var milliseconds: Double
        var text: String
        var suggestionCount: Int
        var countedCount: Int
    }

    func run() throws {
        try index.withEngine { engine in
            let first = try timed(engine, "")
            print(String(format: "first list of all: %.1f ms", first.milliseconds))
            for round in 1...max(1, rounds) {
                var lists: [Timed] = []
                for query in Self.queries {
                    for end in query.indices {
                        lists.append(try timed(engine, String(query[...end])))
                    }
                }
                report(lists.sorted { $0.milliseconds < $1.milliseconds }, round)
            }
        }
    }

    private func timed(_ engine: SearchEngine, _ text: String) throws -> Timed {
        let clock = ContinuousClock()
        let began = clock.now
        let found = try engine.suggest(text)
        return Timed(
            milliseconds: (clock.now - began) / .milliseconds(1), text: text,
            suggestionCount: found.count, countedCount: found.count { $0.count != nil })
    }

    private func report(_ lists: [Timed], _ round: Int) {
        func share(_ share: Double) -> Double {
            lists[min(lists.count - 1, Int(Double(lists.count) * share))].milliseconds
        }
        let suggested = lists.reduce(0) { $0 + $1.suggestionCount }
        let counted = lists.reduce(0) { $0 + $1.countedCount }
        print(
            "round \(round): \(lists.count) lists, "
                + String(
                    format: "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, slowest %.2f ms; ", share(0.5),
                    share(0.9), share(0.99), share(1))
                + "\(counted) of \(suggested) suggestions counted")
        for timed in lists.suffix(8).reversed() {
            print(
                String(format: "%8.2f ms  ", timed.milliseconds)
                    + "\(timed.countedCount) of \(timed.suggestionCount)  \(timed.text)|")
        }
    }
}
