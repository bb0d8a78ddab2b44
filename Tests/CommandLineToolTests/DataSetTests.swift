import Foundation
import Testing

@Suite struct DataSetTests {
    let reticle: Reticle

    init() throws {
        reticle = try Reticle()
    }

    /// Copies a folder of `corpus/sets`.
    private func put(_ name: String) throws {
        try FileManager.default.copyItem(
            at: Reticle.project.appendingPathComponent("corpus/sets/" + name),
            to: reticle.folder.appendingPathComponent("data/" + name))
    }

    private func harvest(_ sets: String...) throws {
        for name in sets { try put(name) }
        try harvestAgain()
    }

    @discardableResult
    private func harvestAgain() throws -> String {
        let run = try reticle.run("harvest", reticle.data, "--json")
        #expect(run.exitCode == 0)
        return run.output
    }

    /// The files of each asset by its path, all below the data folder.
    private func sets(_ query: String = "") throws -> [String: [String]] {
        struct Hit: Decodable {
            var path: String
            var facts: [String: [String]]
        }
        var sets: [String: [String]] = [:]
        let found = try reticle.run("find", query + " | select parts", "--ndjson")
        for line in found.lines {
            let hit = try JSONDecoder().decode(Hit.self, from: Data(line.utf8))
            sets[relative(hit.path)] = (hit.facts["parts"] ?? []).map(relative)
        }
        return sets
    }

    private func relative(_ path: String) -> String {
        String(path.components(separatedBy: "/data/").last ?? path)
    }

    private func identity(_ query: String) throws -> Substring? {
        try reticle.run("find", query, "--csv").lines.last?.split(separator: ",").first
    }

    private func move(_ from: String, _ to: String) throws {
        try FileManager.default.moveItem(
            atPath: reticle.data + "/" + from, toPath: reticle.data + "/" + to)
    }

    private func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: reticle.data + "/" + name)
    }

    @Test func `the files of each data set are one asset`() throws {
        let expected = try JSONDecoder().decode(
            [String: [String]].self,
            from: Data(
                contentsOf: Reticle.project.appendingPathComponent("corpus/sets.json")))
        for name in Set(expected.keys.map { String($0.prefix { $0 != "/" }) }) { try put(name) }
        try harvestAgain()
        let found = try sets()
        for (main, files) in expected { #expect(found[main] == files) }
        #expect(found.count == expected.count)
        let again = try harvestAgain()
        #expect(again.contains("\"new\":0,\"changed\":0,"))
        #expect(try sets() == found)
    }

    @Test func `a part is found and shown by its own path, and its facts name it`() throws {
        try harvest("tia", "merlin")
        #expect(try sets("name:grain_2.ser").keys.sorted() == ["tia/grain.emi"])
        #expect(try sets("path:*/grain_1.ser").keys.sorted() == ["tia/grain.emi"])
        #expect(try sets("ser.TotalNumberElements:* format:emi").count == 1)
        let part = reticle.data + "/merlin/scan.hdr"
        let shown = try reticle.run("show", part)
        #expect(shown.lines.first == reticle.data + "/merlin/scan.mib")
        #expect(shown.output.contains("2 files\n"))
        struct Asset: Decodable {
            struct Source: Decodable {
                struct Fact: Decodable {
                    var key: String
                    var value: String
                }
                var kind: String
                var path: String?
                var facts: [Fact]
            }
            var parts: [String]
            var sources: [Source]
        }
        let json = try reticle.run("show", part, "--json").output
        let asset = try JSONDecoder().decode(Asset.self, from: Data(json.utf8))
        #expect(asset.parts.map(relative) == ["merlin/scan.mib", "merlin/scan.hdr"])
        #expect(asset.sources.map(\.kind) == ["own", "own"])
        #expect(asset.sources.map(\.path) == [nil, part])
        for source in asset.sources {
            #expect(source.facts.contains { $0.key == "reticle.extractor" })
        }
        #expect(asset.sources[1].facts.contains { $0.key == "mib.`Chip ID`" })
    }

    @Test func `a changed part is read again with its set, which keeps its id`() throws {
        try harvest("merlin")
        let id = try identity("name:scan.mib")
        let header = reticle.data + "/merlin/scan.hdr"
        let text = try String(contentsOfFile: header, encoding: .utf8)
        try reticle.put(
            "merlin/scan.hdr", Data(text.replacingOccurrences(of: "120 V", with: "1250 V").utf8))
        let again = try harvestAgain()
        #expect(again.contains("\"changed\":1,"))
        #expect(try identity("name:scan.mib \"1250 V\"") == id)
        #expect(try reticle.run("find", "name:scan.mib \"120 V\"", "--count").output == "0\n")
        #expect(try harvestAgain().contains("\"changed\":0,"))
    }

    @Test func `parts join and leave a set`() throws {
        try harvest("tia")
        try move("tia/other_1.ser", "tia/grain_3.ser")
        try remove("tia/grain_2.ser")
        try harvestAgain()
        #expect(
            try sets() == [
                "tia/grain.emi": ["tia/grain.emi", "tia/grain_1.ser", "tia/grain_3.ser"]
            ]
        )
        #expect(try reticle.run("find", "name:grain_2.ser", "--count").output == "0\n")
    }

    @Test func `without its main file each part is an asset`() throws {
        try harvest("tia", "oif")
        try remove("tia/grain.emi")
        try remove("oif/cell.oif")
        try harvestAgain()
        #expect(
            try sets().keys.sorted() == [
                "oif/cell.oif.files/s_C001.pty", "oif/cell.oif.files/s_C001.tif",
                "tia/grain_1.ser", "tia/grain_2.ser", "tia/other_1.ser",
            ])
        try put("oif/cell.oif")
        try harvestAgain()
        #expect(try sets("name:s_C001.pty").keys.sorted() == ["oif/cell.oif"])
        #expect(try sets().count == 4)
    }

    @Test func `a folder harvested alone is grouped as it is from above`() throws {
        try harvest("oif")
        let before = try sets()
        let below = try reticle.run(
            "harvest", reticle.data + "/oif/cell.oif.files", "--json")
        #expect(below.output.contains("\"new\":0,\"changed\":0,"))
        #expect(try sets() == before)
    }

    @Test func `files that name each other come apart and together again`() throws {
        try harvest("ome", "dicom")
        try remove("ome/cells_C0.ome.tif")
        try remove("dicom/b.dcm")
        try harvestAgain()
        #expect(
            try sets() == [
                "ome/cells_C1.ome.tif": ["ome/cells_C1.ome.tif"],
                "dicom/a.dcm": ["dicom/a.dcm", "dicom/d.dcm"], "dicom/c.dcm": ["dicom/c.dcm"],
            ])
        try put("ome/cells_C0.ome.tif")
        try harvestAgain()
        #expect(
            try sets("name:cells_C1.ome.tif") == [
                "ome/cells_C0.ome.tif": ["ome/cells_C0.ome.tif", "ome/cells_C1.ome.tif"]
            ])
        #expect(try harvestAgain().contains("\"new\":0,\"changed\":0,"))
    }

    @Test func `the chunks of a store are counted, and their number is kept up`() throws {
        try harvest("store")
        #expect(try reticle.run("find", "asset.chunks=3 format:zarr", "--count").output == "1\n")
        let id = try identity("format:zarr")
        try reticle.put("store/bone.zarr/0/3.0.0", Data(count: 35))
        try harvestAgain()
        #expect(try reticle.run("find", "asset.chunks=4", "--count").output == "1\n")
        try move("store/bone.zarr", "store/hip.zarr")
        try harvestAgain()
        #expect(try identity("path:*/hip.zarr") == id)
        #expect(try sets().keys.sorted() == ["store/hip.zarr", "store/hip.zarr/notes.txt"])
        try remove("store/hip.zarr")
        try reticle.put("notes.txt", Data("Gain = 2\n".utf8))
        try harvestAgain()
        #expect(try sets().keys.sorted() == ["notes.txt"])
        #expect(try identity("has:file.deleted format:zarr") == id)
    }

    @Test func `a set that is deleted leaves one tombstone, which knows its parts`() throws {
        try harvest("merlin", "tia")
        let id = try #require(try identity("name:scan.mib"))
        try remove("merlin")
        try harvestAgain()
        #expect(try identity("has:file.deleted mib.**:*") == id)
        #expect(
            try sets("has:file.deleted") == [
                "merlin/alone.hdr": ["merlin/alone.hdr"],
                "merlin/scan.mib": ["merlin/scan.mib", "merlin/scan.hdr"],
            ])
        try put("merlin")
        try harvestAgain()
        #expect(try identity("name:scan.mib") == id)
        #expect(try sets("name:scan.mib").values.first?.count == 2)
    }

    @Test func `a set that moves keeps its id, and so does one whose main file is left`() throws {
        try harvest("merlin", "tia")
        let ids = try ["name:scan.mib", "name:grain.emi"].map(identity)
        try move("merlin", "moved")
        try move("tia/grain_2.ser", "tia/far.ser")
        try harvestAgain()
        #expect(try ["name:scan.mib", "name:grain.emi"].map(identity) == ids)
        #expect(
            try sets("path:*/scan.mib") == ["moved/scan.mib": ["moved/scan.mib", "moved/scan.hdr"]])
        #expect(try sets("name:far.ser").keys.sorted() == ["tia/far.ser"])
    }

    @Test func `what is listed or watched of a set is compared with the whole set`() throws {
        try harvest("merlin", "tia", "store")
        let id = try identity("name:scan.mib")
        func tell(_ names: String...) throws {
            let list = names.map { reticle.data + "/" + $0 + "\0" }.joined()
            #expect(
                try reticle.run("harvest", "--from", "-", "--quiet", input: list).exitCode == 0)
        }
        let header = reticle.data + "/merlin/scan.hdr"
        let text = try String(contentsOfFile: header, encoding: .utf8)
        try reticle.put(
            "merlin/scan.hdr", Data(text.replacingOccurrences(of: "120 V", with: "1250 V").utf8))
        try tell("merlin/scan.hdr")
        #expect(try identity("name:scan.mib \"1250 V\"") == id)
        try remove("tia/grain.emi")
        try remove("merlin/scan.hdr")
        try reticle.put("store/bone.zarr/0/3.0.0", Data(count: 35))
        try tell("tia/grain.emi", "merlin/scan.hdr", "store/bone.zarr/0/3.0.0")
        #expect(try reticle.run("find", "asset.chunks=4", "--count").output == "1\n")
        let found = try sets()
        #expect(found["merlin/scan.mib"] == ["merlin/scan.mib"])
        #expect(found["tia/grain_1.ser"] == ["tia/grain_1.ser"])
        let again = try harvestAgain()
        #expect(again.contains("\"new\":0,\"changed\":0,"))
        #expect(again.contains("\"removed\":0,"))
        #expect(try sets() == found)
    }

    @Test func `what was imported for a part stays with the set`() throws {
        try put("merlin")
        let hidden = reticle.data + "/merlin/scan.mib"
        let data = try Data(contentsOf: URL(fileURLWithPath: hidden))
        try remove("merlin/scan.mib")
        try harvestAgain()
        let line = "{\"path\":\"\(reticle.data)/merlin/scan.hdr\",\"facts\":{\"stain\":\"none\"}}\n"
        _ = try reticle.run("import", "-", input: line)
        try reticle.put("merlin/scan.mib", data)
        try harvestAgain()
        #expect(try sets("stain:none").keys.sorted() == ["merlin/scan.mib"])
        let later = "{\"path\":\"\(reticle.data)/merlin/scan.hdr\",\"facts\":{\"stain\":\"PTA\"}}\n"
        _ = try reticle.run("import", "-", input: later)
        #expect(try sets("stain:PTA").keys.sorted() == ["merlin/scan.mib"])
        #expect(try sets().count == 2)
    }

    @Test func `elements of two parts do not mix`() throws {
        try harvest("tia")
        #expect(try sets("file{ name:grain_1.ser type:ser }").count == 1)
        #expect(try sets("file{ name:grain_1.ser type:emi }").isEmpty)
    }
}
