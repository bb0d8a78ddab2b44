internal import ArgumentParser
internal import Foundation
internal import MetadataStore
internal import Search

/// Queries of extremes, of which each must end soon, with an answer or with a reason.
struct HostileBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hostile",
        abstract: "Deep, long, wild and strange queries: the slowest, and the memory they take.")

    @Option(help: "How many queries.")
    var queries = 10_000
    @Option(help: "Where the sequence of queries begins.")
    var seed: UInt64 = 1
    @Option(help: "What a query may take, in milliseconds.")
    var limit = 500
    @OptionGroup var index: BenchmarkIndex

    private struct Timed {
        var seconds: Double
        var query: String
    }

    func run() throws {
        try index.withEngine { engine in
            var made = HostileQueries(seed: seed)
            let options = SearchOptions(timeLimit: .milliseconds(limit), explains: true)
            var slowest: [Timed] = []
            var answered = 0
            var refused = 0
            let memory = Program.peakResident(of: getpid())
            let clock = ContinuousClock()
            for _ in 0..<queries {
                let query = made.next()
                let began = clock.now
                do {
                    _ = try engine.answer(query, options: options)
                    answered += 1
                } catch let errors as SearchErrors {
                    _ = errors.mended
                    refused += 1
                } catch let error as StoreError where error.kind == .foreignCursor {
                    refused += 1
                }
                _ = try engine.suggest(query)
                slowest.append(Timed(seconds: (clock.now - began) / .seconds(1), query: query))
                slowest.sort { $0.seconds > $1.seconds }
                if slowest.count > 5 { slowest.removeLast() }
            }
            print("\(queries) queries: \(answered) answered, \(refused) refused with a reason")
            let peak = Program.peakResident(of: getpid())
            print("at most \(peak >> 20) MiB resident, \(memory >> 20) MiB before the first query")
            for timed in slowest {
                let query = String(timed.query.prefix(60)).debugDescription
                print(
                    String(format: "%8.1f ms  ", timed.seconds * 1000)
                        + "\(timed.query.utf8.count) bytes: \(query)")
            }
            let late = slowest.filter { $0.seconds > Double(limit) / 1000 * 2 }
            if !late.isEmpty { throw ExitCode(1) }
        }
    }
}
