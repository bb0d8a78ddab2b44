internal import ArgumentParser
internal import Curation
internal import Search

struct QuerySave: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Keeps a query in the index under a name.",
        discussion: """
            reticle query save fine 'pixel.size<=$size | sort pixel.size' \\
                --param 'size quantity = 50nm -- the largest pixel size'

            The types of parameters are text, number, quantity and date; a default and a meaning \
            may be left out.
            """)

    @Argument(help: "The name.")
    var name: String

    @Argument(help: "The query; $NAME stands for a parameter's value.")
    var query: String

    @Option(help: ArgumentHelp("A parameter.", valueName: "name type = default -- meaning"))
    var param: [String] = []

    @Option(help: "What the query finds, in few words; the name where it is left out.")
    var title: String?

    @Option(help: "More about it.")
    var description: String?

    @OptionGroup var options: CurationOptions

    func run() throws {
        let saved: SavedQuery
        do {
            saved = try SavedQuery(
                name: name, title: title ?? name, description: description ?? "",
                parameters: param, text: query)
        } catch {
            throw CommandError(error)
        }
        do {
            let edit = try options.curation().saveQuery(saved, by: options.author)
            print(edit.map { "query \(name), edit \($0)" } ?? "nothing has changed")
        } catch let errors as SearchErrors {
            Complaints.write(errors)
            throw ExitCode(2)
        }
    }
}

struct QueryShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints a saved query as its file states it.")

    @Argument(help: "The query's name.")
    var name: String

    @OptionGroup var source: QuerySource

    func run() throws {
        let text = try source.query(name).source
        var output = StandardOutput()
        try output.write(text.hasSuffix("\n") ? text : text + "\n")
        try output.flush()
    }
}

struct QueryRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Keeps a query no longer; `journal undo` takes that back.")

    @Argument(help: "The query's name.")
    var name: String

    @OptionGroup var options: CurationOptions

    func run() throws {
        let edit = try options.curation().removeQuery(name, by: options.author)
        print("query \(name) removed" + (edit.map { ", edit \($0)" } ?? ""))
    }
}
