internal import MetadataStore

/// What is to be done in one folder.
struct FolderWork: Sendable {
    let rawPath: [UInt8]
    let path: String
    /// Files that are new or changed, by name, as they were met.
    var names: [String: FileStamp] = [:]
    /// Files that moved here unchanged, by name, with what the index knows of them.
    var relocated: [String: FileState] = [:]
    /// Names of files that are gone.
    var goneNames: [String] = []
    /// Whether all other files are to be described anew, because a far-reaching sidecar changed.
    var redescribesAll = false

    init(rawPath: [UInt8], path: String) {
        self.rawPath = rawPath
        self.path = path
    }

    /// Whether a sidecar that describes files of other names came, changed or left.
    var hasFarReachingChange: Bool {
        names.keys.contains(where: SidecarNames.isFarReaching)
            || relocated.keys.contains(where: SidecarNames.isFarReaching)
            || goneNames.contains(where: SidecarNames.isFarReaching)
    }
}

/// What tells a file from others without opening it.
struct FileStamp: Sendable, Hashable {
    var inode: UInt64
    var count: UInt64
    var modifiedNanoseconds: Int64

    init(_ state: FileState) {
        inode = state.inode
        count = state.count
        modifiedNanoseconds = state.modifiedNanoseconds
    }
}
