internal import ArgumentParser

/// `swift run -c release Benchmarks …`: measurements beside the tools that a user would pick.
///
/// Every figure is the wall time of whole processes on warm files, the least of several runs, with
/// the peer measured in the same run; only the ratios travel from machine to machine.
@main
struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Benchmarks",
        abstract: "Measures Reticle beside its peers.",
        discussion: "The peers are installed by `make peers`; one that is missing is left out.",
        subcommands: [
            ExtractBenchmark.self, HarvestBenchmark.self, StormBenchmark.self, SearchBenchmark.self,
            SuggestBenchmark.self, HostileBenchmark.self,
            SparseBenchmark.self, MutateBenchmark.self, CurateBenchmark.self, KillBenchmark.self,
        ])
}
