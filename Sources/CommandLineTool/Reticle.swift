internal import ArgumentParser
internal import Foundation

/// The program: finds out which command is meant, runs it, and says what went wrong.
@main
struct Reticle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reticle",
        abstract:
            "Harvests what imaging files say about themselves and answers questions about it.",
        version: "0.1.0",
        subcommands: [
            HarvestCommand.self, WatchCommand.self, HookCommand.self, DuplicatesCommand.self,
            FindCommand.self,
            SelectCommand.self, ShowCommand.self, KeysCommand.self, DescribeCommand.self,
            SuggestCommand.self, UnitsCommand.self,
            QueryCommand.self, ServeCommand.self, TokenCommand.self, ImportCommand.self,
            ExtractCommand.self, ExtractorsCommand.self, TagCommand.self, UntagCommand.self,
            SetCommand.self, UnsetCommand.self, CommentCommand.self, UndoCommand.self,
            CurateCommand.self, ProjectCommand.self, DepositCommand.self, ExportCommand.self,
            RestateCommand.self,
            BrowseCommand.self, TemplateCommand.self,
            JournalCommand.self, DriftCommand.self, BackupCommand.self, RestoreCommand.self,
            CheckCommand.self, WorkerCommand.self,
        ])

    static func main() async {
        if WorkerCommand.runIfAsked(CommandLine.arguments) { return }
        if ThumbnailProgram.runIfAsked(CommandLine.arguments) { return }
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            if error is ExitCode || exitCode(for: error).isSuccess { exit(withError: error) }
            // Whatever the kind of error, the code is 2: 1 says that a search found nothing.
            FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
            exit(withError: ExitCode(2))
        }
    }
}
