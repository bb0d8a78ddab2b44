/// One thing that somebody may do with an index.
public enum Permission: String, Sendable, Hashable, CaseIterable {
    /// Search, and see assets, keys and selections.
    case read
    /// Freeze the answer to a query for a job.
    case select
    /// State something about assets: tags, projects, curated facts, saved queries.
    case curate
    /// Bring files and facts into the index.
    case harvest
    /// Give and take rights, and see what was done.
    case administer
}

/// What a token is for.
///
/// | Role            | read | select | curate | harvest | administer |
/// |:----------------|:----:|:------:|:------:|:-------:|:----------:|
/// | `reader`        |  ✓   |   ✓    |        |         |            |
/// | `curator`       |  ✓   |   ✓    |   ✓    |         |            |
/// | `harvester`     |  ✓   |   ✓    |        |    ✓    |            |
/// | `administrator` |  ✓   |   ✓    |   ✓    |    ✓    |     ✓      |
public enum Role: String, Sendable, Hashable, CaseIterable {
    case reader, curator, harvester, administrator

    public var permissions: Set<Permission> {
        switch self {
        case .reader: [.read, .select]
        case .curator: [.read, .select, .curate]
        case .harvester: [.read, .select, .harvest]
        case .administrator: Set(Permission.allCases)
        }
    }
}
