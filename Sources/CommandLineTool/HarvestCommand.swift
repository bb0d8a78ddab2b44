internal import ArgumentParser

struct HarvestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "harvest")
}
