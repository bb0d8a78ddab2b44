internal import MetadataModel

/// Short names of fields that every asset has, whatever its format.
///
/// | Name        | Keys                    |
/// |:------------|:------------------------|
/// | `id`        | the asset's identity    |
/// | `path`      | `file.path`             |
/// | `parts`     | `file.path` of each file |
/// | `name`      | `file.name`             |
/// | `extension` | `file.extension`        |
/// | `format`    | `file.type`             |
/// | `bytes`     | `file.bytes`            |
/// | `modified`  | `file.modified`         |
/// | `deleted`   | `file.deleted`          |
/// | `kind`      | `asset.kind`            |
/// | `owner`     | `asset.owner`           |
/// | `sha256`    | `asset.sha256`          |
/// | `coverage`  | `reticle.coverage`      |
/// | `issue`     | `issue`, `issue.**`     |
/// | `tag`       | `tag`, `tag.**`         |
enum BuiltinField: String, CaseIterable {
    case id, path, parts, name, `extension`, format, bytes, modified, deleted, kind, owner, sha256
    case coverage, issue, tag

    /// The patterns of the field's keys; none for `id`, which is no fact.
    var patterns: [String] {
        switch self {
        case .id: []
        case .path, .parts: ["file.path"]
        case .name: ["file.name"]
        case .extension: ["file.extension"]
        case .format: ["file.type"]
        case .bytes: ["file.bytes"]
        case .modified: ["file.modified"]
        case .deleted: ["file.deleted"]
        case .kind: ["asset.kind"]
        case .owner: ["asset.owner"]
        case .sha256: ["asset.sha256"]
        case .coverage: ["reticle.coverage"]
        case .issue: ["issue", "issue.**"]
        case .tag: ["tag", "tag.**"]
        }
    }
}
