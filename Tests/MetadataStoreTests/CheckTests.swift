import struct Foundation.Data
import struct Foundation.URL
import GRDB
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
        // Brings what the write-ahead log holds into the file.
        _ = try DatabaseQueue(path: copy.path).writeWithoutTransaction { database in
            try database.checkpoint(.truncate)
        }
        let whole = try Data(contentsOf: URL(fileURLWithPath: copy.path))
        var parts: Set<StoreFault.Part> = []
        // Entries of the index hold the word; some of these pages are no longer in use.
        for start in stride(from: 16_384, to: whole.count, by: 16_384)
        where parts.isEmpty
            && whole[start..<start + 16_384].range(of: Data("tetroxide".utf8)) != nil
        {
            var bytes = whole
            for place in start..<start + 16_384 { bytes[place] = 0xA5 }
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
