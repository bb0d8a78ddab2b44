internal import MetadataStore

/// What is to be done in one folder.
struct FolderWork: Sendable {
    let rawPath: [UInt8]
    let path: String
    /// Names of files that are new or changed, and of main files and stores whose sets did.
    var names: Set<String> = []
    /// What the new and changed files among them looked like.
    var stamps: [String: FileStamp] = [:]
    /// How many chunks the stores among them have.
    var chunkCounts: [String: Int] = [:]
    /// What the folders above say about data sets; `nil` where it has not been looked at.
    var context: SetContext?
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
        names.contains(where: SidecarNames.isFarReaching)
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
