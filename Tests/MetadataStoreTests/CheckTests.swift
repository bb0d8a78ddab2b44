import struct Foundation.Data
import struct Foundation.URL
import MetadataModel
import MetadataStore
import Testing

@Suite struct CheckTests {
    private func store(_ index: TemporaryIndex) throws -> MetadataStore {
        let store = try index.store()
        var assets = RandomAssets(random: Sequence64(8))
        for commit in 0..<12 {
            try store.write { writer throws in
                for number in 0..<60 {
                    try writer.put("/\((commit * 37 + number) % 500).tif", assets.facts())
                }
                _ = try writer.remove(path: "/\(commit * 11).tif")
                _ = try writer.bury(path: "/\(commit * 13).tif", time: Int64(commit))
                let group = try writer.reading { try $0.answer(.everything).group }
                let fact = assets.fact()
                _ = try writer.state(
                    CuratedFact(fact, edit: Int64(commit), source: "edit \(commit)"),
                    about: group.prefix(40 * commit))
            }
        }
        return store
    }

    @Test func `an index after many changes is whole`() throws {
        let index = try TemporaryIndex()
        #expect(try store(index).faults() == [])
    }

    @Test func `what finds assets can be made anew from the records`() throws {
        let index = try TemporaryIndex()
        let store = try store(index)
        let predicate = Predicate.anywhere(.word("dapi"))
        let before = try store.read { try $0.paths(predicate) }
        try store.write { try $0.rebuildSegments() }
        #expect(try store.faults() == [])
        #expect(try store.read { try $0.paths(predicate) } == before)
    }

    @Test func `damaged pages are reported, with what they cost`() throws {
        let index = try TemporaryIndex()
        _ = try store(index)
        let copy = try index.copyOfFiles()
        _ = try copy.store()
        let whole = try Data(contentsOf: URL(fileURLWithPath: copy.path))
        var parts: Set<StoreFault.Part> = []
        // The first page says what file it is; some of the others are not in use.
        for page in stride(from: 2, to: whole.count / 16_384, by: max(1, whole.count / 163_840)) {
            var bytes = whole
            for place in page * 16_384..<(page + 1) * 16_384 { bytes[place] = 0xA5 }
            try bytes.write(to: URL(fileURLWithPath: copy.path))
            do {
                parts.formUnion(try copy.store(.reading).faults().map(\.part))
            } catch let error as StoreError {
                // What every reader needs is gone.
                #expect(error.kind == .damaged)
            }
        }
        #expect(parts == [.file])
    }
}
