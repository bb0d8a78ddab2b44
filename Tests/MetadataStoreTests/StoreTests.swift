import MetadataModel
import MetadataStore
import Testing

@Suite struct StoreTests {
    @Test func `every slot of every fact comes back in its order`() throws {
        let index = try TemporaryIndex()
        var assets = RandomAssets(random: Sequence64(5))
        let sidecar = FactSource(kind: .sidecar, path: "/d/sample.csv", rank: 1)
        let own = (0..<300).map { _ in assets.fact() }
        let other = (0..<20).map { _ in assets.fact() }
        let file = FileState(
            count: .max, modifiedNanoseconds: -5, inode: 1 << 63, extractor: "tiff@3")
        let identity = try index.store().write { writer throws in
            let draft = try writer.begin(AssetHeader(path: "/d/a.tif", file: file))
            try draft.add(Array(own[..<100]), from: .own)
            try draft.add(other, from: sidecar)
            try draft.add(Array(own[100...]), from: .own)
            return try draft.finish()
        }
        try index.store(.reading).read { reader throws in
            let asset = try #require(try reader.asset(identity))
            #expect(asset.path == "/d/a.tif")
            #expect(asset.file == file)
            #expect(asset.contributions.map(\.source) == [.own, sidecar])
            #expect(asset.contributions.map(\.facts) == [own, other])
            #expect(try reader.asset(path: "/d/a.tif")?.identity == identity)
            #expect(
                try reader.identities(withPrefix: String(identity.description.prefix(9))) == [
                    identity
                ])
        }
    }

    @Test func `an asset of very many facts spans records and segments`() throws {
        let index = try TemporaryIndex()
        let facts = (0..<60_000).map { number in
            Fact(
                key: "t.Plane", element: ElementPath(index: number),
                value: "plane number \(number) of the stack",
                numbers: [NumberSlot(.integer(Int64(number)))],
                locus: Locus(offset: UInt64(number) * 7, address: "IFD \(number) tag 9"))
        }
        let store = try index.store()
        try store.write { writer throws in
            try writer.put("/before.tif", [Fact(key: "t.Plane", value: "1")])
            let draft = try writer.begin(AssetHeader(path: "/large.tif"))
            for start in stride(from: 0, to: facts.count, by: 512) {
                try draft.add(Array(facts[start..<min(start + 512, facts.count)]), from: .own)
            }
            _ = try draft.finish()
            try writer.put("/after.tif", [Fact(key: "t.Plane", value: "1")])
        }
        try store.read { reader throws in
            let asset = try #require(try reader.asset(path: "/large.tif"))
            #expect(asset.contributions.first?.facts == facts)
            let keys = try reader.ids("t.Plane")
            let last = FactTest(keys: keys, .number(Bounds(lower: 59_999, upper: 59_999)))
            #expect(try reader.paths(.facts(last)) == ["/large.tif"])
            let many = FactTest(keys: keys, .present, quantifier: .count(60_000...60_000))
            #expect(try reader.paths(.facts(many)) == ["/large.tif"])
            #expect(
                try reader.answer(.everything, deadline: nil).facet(keys, top: 1).values[0].count
                    == 2)
        }
    }

    @Test func `a fact is found right after its commit, and not before`() throws {
        let store = try TemporaryIndex().store()
        try store.write { writer throws in
            try writer.put("/a", [Fact(key: "t.Stain", value: "DAPI")])
            #expect(try store.read { try $0.assetCount } == 0)
            try writer.commit()
            #expect(try store.read { try $0.count(.anywhere(.word("dapi"))) } == 1)
            #expect(try writer.asset(path: "/a")?.contributions.first?.facts.count == 1)
        }
    }

    @Test func `a reader keeps the state it began with`() throws {
        let store = try TemporaryIndex().store()
        try store.write { try $0.put("/a", [Fact(key: "t.N", value: "1")]) }
        let before = try store.read { reader throws in
            let revision = try reader.revision
            try store.write { try $0.put("/b", [Fact(key: "t.N", value: "2")]) }
            #expect(try reader.count(.everything) == 1)
            #expect(try reader.revision == revision)
            #expect(try reader.asset(path: "/b") == nil)
            return revision
        }
        #expect(try store.read { try $0.revision } > before)
    }

    @Test func `an error undoes a write, and the next write goes on`() throws {
        struct Stop: Error {}
        let store = try TemporaryIndex().store()
        try store.write { try $0.put("/a", [Fact(key: "t.N", value: "1")]) }
        #expect(throws: Stop.self) {
            try store.write { writer throws in
                try writer.put("/b", [Fact(key: "t.M", value: "2")])
                try writer.remove(path: "/a")
                throw Stop()
            }
        }
        try store.write { try $0.put("/c", [Fact(key: "t.N", value: "3")]) }
        try store.read { reader throws in
            let keys = try reader.keys().entries.map(\.key)
            #expect(keys == ["t.N"])
            #expect(try reader.paths(.everything) == ["/a", "/c"])
        }
    }

    @Test func `a renamed asset keeps identity and facts`() throws {
        let store = try TemporaryIndex().store()
        let identity = try store.write { writer throws in
            try writer.put("/b", [Fact(key: "t.N", value: "2")])
            return try writer.put("/a", [Fact(key: "t.N", value: "1")])
        }
        try store.write { writer throws in
            #expect(try writer.rename(from: "/a", to: "/b"))
            #expect(try !writer.rename(from: "/nowhere", to: "/c"))
        }
        try store.read { reader throws in
            #expect(try reader.assetCount == 1)
            #expect(try reader.asset(path: "/b")?.identity == identity)
            #expect(try reader.asset(path: "/b")?.contributions.first?.facts.first?.value == "1")
        }
    }

    @Test func `files below a folder come in the order of their paths`() throws {
        let store = try TemporaryIndex().store()
        let file = FileState(count: 3, modifiedNanoseconds: 4, inode: 5, extractor: "tiff@1")
        try store.write { writer throws in
            for path in ["/d/b", "/d/a/x", "/d", "/d2/y", "/d/é"] {
                try writer.put(path, [], file: file)
            }
            try writer.put("/d/imported", [])
        }
        try store.read { reader throws in
            func below(_ directory: String) throws -> [String] {
                var paths: [String] = []
                try reader.fileStates(below: directory) { known in
                    #expect(known.state == file)
                    paths.append(known.path)
                }
                return paths
            }
            #expect(try below("/d") == ["/d/a/x", "/d/b", "/d/é"])
            #expect(try below("/d/") == ["/d/a/x", "/d/b", "/d/é"])
            #expect(try below("/").count == 5)
            #expect(try below("").count == 5)
        }
    }

    @Test func `counters of keys follow additions and removals`() throws {
        let store = try TemporaryIndex().store()
        let size = Fact(
            key: "t.Size", value: "65", unit: "nm",
            numbers: [NumberSlot(.integer(65), si: 65e-9)], dimension: RandomAssets.length)
        let text = Fact(key: "t.Size", value: "unknown")
        let date = Fact(
            key: "t.Date", value: "2026", date: TimeSpan(start: 0, end: 9, hasZone: false))
        try store.write { writer throws in
            try writer.put("/a", [size, size, text])
            try writer.put("/b", [text, date])
            try writer.put("/c", [size])
        }
        try store.write { writer throws in
            try writer.put("/b", [text])
            try writer.remove(path: "/c")
            let draft = try writer.begin(AssetHeader(path: "/a"))
            try draft.add([size, date], from: .own)
            draft.discard()
        }
        let keys = try store.read { try $0.keys() }
        #expect(keys.entries.map(\.key) == ["t.Size"])
        let entry = try #require(keys.entries(lastSegmentFolded: "size").first)
        #expect(entry.assetCount == 2)
        #expect(entry.factCount == 4)
        #expect(entry.textCount == 2)
        #expect(entry.numberCount == 2)
        #expect(entry.units.map(\.unit) == ["nm"])
        #expect(entry.units.map(\.count) == [2])
        #expect(entry.dimensions == [RandomAssets.length])
        #expect(entry.leastNumber == 65)
        #expect(entry.examples == ["65", "unknown"])
    }

    @Test func `a second writer is refused while the first writes, and then sees its work`() throws
    {
        let index = try TemporaryIndex()
        let first = try index.store()
        let second = try MetadataStore(path: index.path, access: .writing, patience: .zero)
        try first.write { writer in
            try writer.put("/a", [Fact(key: "k", value: "v")])
            let error = #expect(throws: StoreError.self) {
                try second.write { try $0.put("/b", []) }
            }
            #expect(error?.kind == .locked)
            #expect(error?.detail.contains("(process ") == true)
        }
        try second.write { try $0.put("/b", [Fact(key: "k", value: "v")]) }
        try first.write { try $0.put("/c", [Fact(key: "k", value: "v")]) }
        try index.store(.reading).read { reader in
            #expect(try reader.assetCount == 3)
            let test = FactTest(keys: try reader.ids("k"), .text("v", isCaseSensitive: true))
            #expect(try reader.paths(.facts(test)) == ["/a", "/b", "/c"])
        }
    }

    @Test func `the files of a killed writer hold everything committed`() throws {
        let index = try TemporaryIndex()
        let store = try index.store()
        try store.write { try $0.put("/a", [Fact(key: "t.N", value: "1")]) }
        let copy = try store.write { writer throws in
            try writer.put("/b", [Fact(key: "t.N", value: "2")])
            return try index.copyOfFiles()
        }
        let again = try copy.store()
        try again.write { try $0.put("/c", [Fact(key: "t.N", value: "3")]) }
        #expect(try again.read { try $0.paths(.everything) } == ["/a", "/c"])
    }

    @Test func `a reader needs an index, and does not write`() throws {
        let index = try TemporaryIndex()
        let missing = #expect(throws: StoreError.self) { _ = try index.store(.reading) }
        #expect(missing?.kind == .notFound)
        _ = try index.store()
        let error = #expect(throws: StoreError.self) {
            try index.store(.reading).write { _ = try $0.remove(path: "/a") }
        }
        #expect(error?.kind == .unusable)
    }

    @Test func `a passed deadline makes an answer incomplete`() throws {
        let store = try TemporaryIndex().store()
        try store.write { try $0.put("/a", [Fact(key: "t.N", value: "word")]) }
        try store.read { reader throws in
            let answer = try reader.answer(.anywhere(.word("word")), deadline: .now - .seconds(1))
            #expect(!answer.isComplete)
        }
    }

    @Test func `a sample is the same for the same seed`() throws {
        let store = try TemporaryIndex().store()
        try store.write { writer throws in
            for number in 0..<100 { try writer.put("/\(number)", []) }
        }
        try store.read { reader throws in
            let answer = try reader.answer(.everything, deadline: nil)
            let sample = try answer.sample(7, seed: 1)
            #expect(Set(sample).count == 7)
            #expect(try answer.sample(7, seed: 1) == sample)
            #expect(try answer.sample(7, seed: 2) != sample)
            #expect(try answer.sample(1000, seed: 1).count == 100)
        }
    }

    @Test func `a cursor of another order is refused`() throws {
        let store = try TemporaryIndex().store()
        try store.write { writer throws in
            for number in 0..<3 { try writer.put("/\(number)", []) }
        }
        try store.read { reader throws in
            let answer = try reader.answer(.everything, deadline: nil)
            let cursor = try answer.page(order: [], after: nil, limit: 1).next
            let order = [StoreAnswer.Order.key([], by: .text, descending: false)]
            for wrong in [cursor, "zz", "1"] {
                #expect(throws: StoreError.self) {
                    try answer.page(order: order, after: wrong, limit: 1)
                }
            }
        }
    }

    /// Pages over assets in the order of their ordinals, and over some that were written again.
    @Test(arguments: [true, false])
    func `pages follow identities, whatever was written again`(isDescending: Bool) throws {
        let index = try TemporaryIndex()
        let store = try index.store()
        func put(_ numbers: [Int], _ value: String) throws {
            try store.write { writer throws in
                for number in numbers {
                    let isRare = number % 20 == 0
                    try writer.put(
                        "/\(number)", [Fact(key: "kind", value: isRare ? "rare \(value)" : "usual")]
                    )
                }
            }
        }
        let all = Array(0..<1000)
        try put(all, "first")
        for again in [[], [40], [20, 900, 0], Array(stride(from: 980, through: 500, by: -20))] {
            try put(again, "second")
            try store.read { reader throws in
                let keys = try reader.ids("kind")
                for word in ["rare", "usual", "second"] {
                    let answer = try reader.answer(
                        .facts(FactTest(keys: keys, .words(.word(word)))))
                    let order = [StoreAnswer.Order.identity(descending: isDescending)]
                    var paged: [AssetIdentity] = []
                    var cursor: String?
                    repeat {
                        let page = try answer.page(order: order, after: cursor, limit: 7)
                        paged += page.identities
                        cursor = page.next
                    } while cursor != nil
                    #expect(paged.count == answer.count)
                    #expect(paged == paged.sorted { ($0 < $1) != isDescending })
                }
            }
        }
        #expect(try store.faults() == [])
    }
}
