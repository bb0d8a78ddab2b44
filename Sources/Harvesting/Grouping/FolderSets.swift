internal import ExtractionWorker
internal import Glibc

/// Which files of one folder are parts of data sets, as names and sizes tell.
struct FolderSets {
    /// What holds for the folder; the store that it is is among it.
    let context: SetContext
    /// The set of each file that is a part, by name; main files are not among them.
    private var homes: [String: SetPlace] = [:]
    /// The parts in this folder of each of its main files, in the order of their names.
    private var parts: [String: [String]] = [:]
    /// Main files that are the first of numbered slices.
    private var slices: Set<String> = []
    /// What this folder's main files claim in the folders below.
    private var claims: [SetClaim] = []

    /// - Parameter inherited: What the folders above say.
    init(_ folder: Folder, _ listing: FolderListing, _ inherited: SetContext) {
        var context = inherited
        let names = listing.fileNames
        if context.store == nil, let store = Self.store(folder, names) { context.store = store }
        self.context = context
        if context.store != nil {
            for name in names where ChunkedStore.isDescription(name) { homes[name] = context.store }
            return
        }
        var free = Names(names)
        if !context.claims.isEmpty {
            for (name, lowered) in free.all {
                guard let place = context.home(of: lowered) else { continue }
                homes[name] = place
                free.take(lowered)
            }
        }
        claim(among: &free, folder, listing)
        for group in NumberedSlices.groups(free.left, size: folder.size) {
            slices.insert(group[0])
            join(Array(group.dropFirst()), to: group[0], folder)
        }
    }

    /// The set of which a file of the folder is a part; `nil` for a main file and for one alone.
    func home(of name: String) -> SetPlace? { homes[name] }

    /// The store that the folder is, or is in.
    var store: SetPlace? { context.store }

    /// Whether a main file has parts, here or in folders below.
    func isMain(_ name: String) -> Bool {
        parts[name] != nil || claims.contains { $0.place.name == name }
    }

    /// The parts in this folder of one of its main files.
    func parts(of main: String) -> [String] { parts[main] ?? [] }

    /// The parts in this folder that the names of a set give to a main file; slices are none.
    func companions(of main: String) -> [String] { slices.contains(main) ? [] : parts(of: main) }

    /// Whether files in folders below can belong to a main file.
    func claimsBelow(_ main: String) -> Bool { claims.contains { $0.place.name == main } }

    /// What holds for a folder within this one.
    func context(below name: String) -> SetContext { context.below(name, adding: claims) }

    // MARK: Finding

    private static func store(_ folder: Folder, _ names: [String]) -> SetPlace? {
        guard let slash = folder.rawPath.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        let name = PathText.text(of: Array(folder.rawPath[(slash + 1)...]))
        let held = Set(names)
        guard ChunkedStore.isStore(name, holds: held.contains) else { return nil }
        let above = Array(folder.rawPath[..<slash])
        return SetPlace(
            folderRawPath: above, folderPath: PathText.text(of: above), name: name, isStore: true)
    }

    private mutating func claim(
        among free: inout Names, _ folder: Folder, _ listing: FolderListing
    ) {
        let hasFolders = !free.mains.isEmpty && listing.hasFolders
        for (rule, mains) in free.mains {
            for main in mains where !free.isTaken(main.lowered) {
                var found: [String] = []
                var claimed: [SetClaim] = []
                for text in SetRule.all[rule].parts {
                    guard text.contains("@") || mains.count == 1 else { continue }
                    let pattern = NamePattern(text, stem: main.stem)
                    if text.contains("/") || text.contains("**"), hasFolders {
                        let place = self.place(main.name, folder)
                        claimed.append(SetClaim(place: place, pattern: pattern))
                    }
                    for (name, lowered) in free.fitting(pattern) where lowered != main.lowered {
                        free.take(lowered)
                        found.append(name)
                    }
                }
                claims += claimed
                if !found.isEmpty || !claimed.isEmpty { free.take(main.lowered) }
                guard !found.isEmpty else { continue }
                join(found.sorted(), to: main.name, folder)
            }
        }
    }

    private func place(_ main: String, _ folder: Folder) -> SetPlace {
        SetPlace(folderRawPath: folder.rawPath, folderPath: folder.path, name: main)
    }

    private mutating func join(_ found: [String], to main: String, _ folder: Folder) {
        let place = self.place(main, folder)
        for name in found { homes[name] = place }
        parts[main, default: []] += found
    }
}

extension FolderListing {
    fileprivate var hasFolders: Bool { (0..<count).contains { self[$0].kind == .folder } }
}

extension Folder {
    /// The bytes of a file; `nil` where it has vanished.
    fileprivate func size(of name: String) -> UInt64? {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return UInt64(clamping: status.st_size)
    }
}

/// The names of a folder that no set has taken yet, found by their beginning.
private struct Names {
    /// In the order of ``lowered``.
    private var names: [(name: String, lowered: String)]
    private var taken: Set<String> = []
    /// The files that could be main files, by rule and in the order of rules.
    private(set) var mains: [(rule: Int, mains: [(name: String, lowered: String, stem: String)])]

    init(_ all: [String]) {
        names = all.map { ($0, $0.lowercased()) }.sorted { $0.lowered < $1.lowered }
        var byRule: [Int: [(name: String, lowered: String, stem: String)]] = [:]
        for (name, lowered) in names {
            for rule in SetRule.bySuffix[SetRule.suffix(of: lowered)] ?? [] {
                guard let stem = SetRule.all[rule].stem(of: name, lowered: lowered) else {
                    continue
                }
                byRule[rule, default: []].append((name, lowered, stem))
            }
        }
        mains = byRule.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    var all: [(name: String, lowered: String)] { names }

    /// The names not taken.
    var left: [String] {
        taken.isEmpty
            ? names.map(\.name) : names.filter { !taken.contains($0.lowered) }.map(\.name)
    }

    func isTaken(_ lowered: String) -> Bool { taken.contains(lowered) }

    mutating func take(_ lowered: String) { taken.insert(lowered) }

    /// The names not taken that fit a pattern.
    func fitting(_ pattern: NamePattern) -> [(name: String, lowered: String)] {
        let prefix = pattern.prefix
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].lowered < prefix { low = middle + 1 } else { high = middle }
        }
        return names[low...].prefix { $0.lowered.hasPrefix(prefix) }.filter {
            !taken.contains($0.lowered) && pattern.matches($0.lowered)
        }
    }
}
