internal import ExtractionWorker
internal import MetadataModel
internal import MetadataStore

/// The scopes of the folder that is being harvested and of those above it.
///
/// Sidecars that are not read in this harvest are taken from the index.
final class SidecarScopes {
    private let writer: StoreWriter
    /// From the topmost folder to the current one.
    private var stack: [SidecarScope] = []

    init(_ writer: StoreWriter) {
        self.writer = writer
    }

    /// The scope of a folder. Folders come in an order in which one comes before those below it.
    func scope(of plan: FolderPlan) throws -> SidecarScope {
        if let top = stack.last, top.folder == plan.path { return top }
        while let top = stack.last, !Self.isAbove(top.folder, plan.path) { stack.removeLast() }
        // The root's path is empty, so each folder's path is all before a slash.
        let start = stack.last.map { $0.folder.utf8.count + 1 } ?? 0
        let utf8 = Array(plan.path.utf8)
        for place in start..<max(start, utf8.count) where utf8[place] == UInt8(ascii: "/") {
            let path = String(decoding: utf8[..<place], as: UTF8.self)
            try push(path, SidecarNames(names: Self.names(in: path)), read: [])
        }
        return try push(plan.path, plan.sidecars, read: plan.read)
    }

    /// The facts of a sidecar beside a file.
    func factsBeside(_ name: String, in plan: FolderPlan) throws -> [Fact] {
        let scope = try scope(of: plan)
        if let facts = scope.factsBeside(name) { return facts }
        if !plan.read.contains(name) {
            scope.learn(name, role: .beside, facts: try storedFacts(plan.path + "/" + name))
        }
        return scope.factsBeside(name) ?? []
    }

    @discardableResult
    private func push(
        _ path: String, _ names: SidecarNames, read: Set<String>
    ) throws -> SidecarScope {
        let scope = SidecarScope(folder: path, parent: stack.last)
        for name in names.farReaching where !read.contains(name) {
            let facts = try storedFacts(path + "/" + name)
            scope.learn(name, role: names.role(of: name), facts: facts)
        }
        stack.append(scope)
        return scope
    }

    /// What a file stated when it was read; nothing where it is no sidecar.
    private func storedFacts(_ path: String) throws -> [Fact] {
        guard let asset = try writer.asset(path: path) else { return [] }
        let own = asset.contributions.filter { $0.source.kind == .own }.flatMap(\.facts)
        let type = own.first { $0.key == "file.type" }?.value ?? ""
        return SidecarScope.allows(type: type) ? own : []
    }

    private static func isAbove(_ folder: String, _ path: String) -> Bool {
        path.utf8.starts(with: folder.utf8)
            && path.utf8.dropFirst(folder.utf8.count).first == UInt8(ascii: "/")
    }

    /// The names in a folder on the way; none where it cannot be read.
    private static func names(in path: String) -> [String] {
        guard let folder = try? Folder(rawPath: Array(path.utf8)),
            let listing = try? FolderListing(folder)
        else { return [] }
        return listing.fileNames
    }
}
