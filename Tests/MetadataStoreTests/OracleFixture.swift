import MetadataModel
import MetadataStore
import Testing

/// An index with a history of commits, replacements, removals, merges and edits by people, and
/// what it must hold.
struct OracleFixture {
    let index: TemporaryIndex
    let store: MetadataStore
    var oracle = Oracle()
    private var paths: [String: AssetIdentity] = [:]
    /// What people state, which stays with a path whatever becomes of the asset there.
    private var curated: [String: [Fact]] = [:]
    private var own: [String: [Fact]] = [:]

    init(seed: UInt64, commitCount: Int = 40) throws {
        index = try TemporaryIndex()
        store = try index.store()
        var random = Sequence64(seed)
        var assets = RandomAssets(random: Sequence64(seed &+ 1))
        for commit in 1...commitCount {
            try store.write { writer throws in
                for _ in 0..<random.pick([1, 1, 3, 40]) {
                    let path = "/d/\(Int.random(in: 0..<400, using: &random)).tif"
                    if random.chance(15) {
                        let removed = try writer.remove(path: path)
                        #expect(removed == (paths[path] != nil))
                        paths[path] = nil
                        continue
                    }
                    let facts = assets.facts()
                    let draft = try writer.begin(AssetHeader(path: path))
                    try draft.add(facts, from: .own)
                    if random.chance(5) {
                        draft.discard()
                        continue
                    }
                    let identity = try draft.finish()
                    if let known = paths[path] { #expect(identity == known) }
                    paths[path] = identity
                    own[path] = facts
                }
                if random.chance(60) {
                    try edit(writer, Int64(commit), &random, &assets)
                }
            }
        }
        for (path, identity) in paths {
            oracle.assets[identity] = (own[path] ?? []) + (curated[path] ?? [])
        }
        let keys = try store.read { try $0.keys() }
        for entry in keys.entries { oracle.names[entry.id] = entry.key.description }
    }

    /// States a fact about some assets, or takes one back.
    private mutating func edit(
        _ writer: StoreWriter, _ edit: Int64, _ random: inout Sequence64,
        _ assets: inout RandomAssets
    ) throws {
        let chosen = paths.keys.sorted().filter { _ in random.chance(20) }
        let group = try writer.reading { try $0.group(paths: chosen) }
        #expect(group.count == chosen.count)
        let known = Set(chosen.flatMap { curated[$0] ?? [] })
        if random.chance(25), let meant = known.min(by: { $0.value < $1.value }) {
            _ = try writer.retract(from: group, edit: edit) { $0 == meant }
            for path in chosen { curated[path]?.removeAll { $0 == meant } }
            return
        }
        var fact = assets.fact()
        // A person's statement is about no place in a file.
        fact.element = .root
        fact.locus = Locus()
        _ = try writer.state(CuratedFact(fact, edit: edit, source: "edit \(edit)"), about: group)
        for path in chosen where curated[path]?.contains(fact) != true {
            curated[path, default: []].append(fact)
        }
    }

    var ids: [String: KeyID] {
        Dictionary(uniqueKeysWithValues: oracle.names.map { ($1, $0) })
    }

    func expected(_ predicate: Predicate) -> Set<AssetIdentity> {
        Set(oracle.assets.keys.filter { oracle.holds(predicate, $0) })
    }
}
