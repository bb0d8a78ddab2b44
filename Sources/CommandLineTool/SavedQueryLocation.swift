internal import ArgumentParser
internal import Search

/// The option of commands that know saved queries.
struct SavedQueryLocation: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Folder of saved queries.",
            discussion: """
                Else $RETICLE_QUERIES, else share/reticle/queries beside the program's own folder, \
                else ./queries.
                """,
            valueName: "dir"))
    var queries: String?

    /// - Throws: `CommandError` where there is no such folder.
    func folder() throws -> SavedQueryFolder {
        let folders = ShareFolder.candidates(
            queries, variable: "RETICLE_QUERIES", name: "queries")
        guard let folder = SavedQueryFolder.first(of: folders) else {
            throw CommandError("no folder of saved queries: \(folders.joined(separator: ", "))")
        }
        return folder
    }

    /// The text of a saved query, all of whose parameters have defaults.
    func text(ofQuery name: String) throws -> String {
        do {
            return try folder().query(name).text(with: [:])
        } catch let error as SavedQueryError {
            throw CommandError(
                error.faults.map { "\(error.name): \($0)" }.joined(separator: "\n"))
        }
    }
}
