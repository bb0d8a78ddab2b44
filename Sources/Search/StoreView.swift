internal import MetadataStore

/// The index as one caller sees it: everything that the engine reads, it reads through here, so
/// that no question can reach beyond the caller's rights.
struct StoreView: Sendable {
    private let store: MetadataStore
    let scope: ReadingScope?

    var path: String { store.path }

    init(_ store: MetadataStore, within scope: ReadingScope?) {
        self.store = store
        self.scope = scope
    }

    func read<Result>(_ body: (StoreReader) throws -> Result) throws -> Result {
        try store.read(within: scope, body)
    }

    func within(_ scope: ReadingScope?) -> StoreView { StoreView(store, within: scope) }
}
