internal import ArgumentParser
internal import Curation
internal import MetadataStore
internal import Search

/// What a harvest does for what people stated: edits that the index has lost are made again from
/// the journal, and files come to the projects whose roots and rules they meet.
struct ProjectAssignment {
    let extractorsFolder: String?

    func run(_ store: MetadataStore) throws {
        guard try Curation.isUsed(store) else { return }
        let options = try EngineOptions.parse(
            extractorsFolder.map { ["--extractors", $0] } ?? [])
        let curation = try Curation(store: store, engine: options.engine(over: store))
        try curation.assignProjects(by: Author(who: "reticle harvest"))
    }
}
