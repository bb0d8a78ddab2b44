import Foundation
import MetadataModel
import MetadataStore
import Search
import Units

/// An index of a few assets in a folder of its own, which goes when the test is over.
final class SmallIndex: Sendable {
    let engine: SearchEngine
    private let folder: URL
    private let store: MetadataStore

    /// - Parameters:
    ///   - assets: Paths and their facts; `file.` facts are added.
    ///   - vocabulary: The text of a vocabulary file.
    ///   - now: What the clock shows, as a date.
    init(
        _ assets: [(path: String, facts: [Fact])], vocabulary: String = "concepts: {}",
        now: String = "2026-03-15T12:00:00Z"
    ) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-search-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("index.sqlite").path
        store = try MetadataStore(path: path, access: .writing)
        try store.write { writer in
            for asset in assets {
                let draft = try writer.begin(AssetHeader(path: asset.path))
                try draft.add(Self.fileFacts(asset.path) + asset.facts, from: .own)
                _ = try draft.finish()
            }
        }
        let time = TimeSpan(text: now)?.start ?? 0
        engine = SearchEngine(
            store: store, vocabulary: try Vocabulary(yaml: vocabulary), clock: { time })
    }

    deinit {
        // A folder that stays behind in the temporary folder fails no test.
        try? FileManager.default.removeItem(at: folder)
    }

    /// The names of the files that a query finds, in their order, without suffix.
    func names(_ query: String) throws -> String {
        try engine.answer(query).hits.map { hit in
            let name = hit.path.split(separator: "/").last.map(String.init) ?? hit.path
            return name.split { $0 == "." || $0 == " " }.first.map(String.init) ?? name
        }.joined(separator: " ")
    }

    /// The same in alphabetical order.
    func found(_ query: String) throws -> String {
        try names(query).split(separator: " ").sorted().joined(separator: " ")
    }

    private static func fileFacts(_ path: String) -> [Fact] {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let suffix = name.split(separator: ".").last.map(String.init) ?? ""
        return [
            Fact(key: "file.name", value: name), Fact(key: "file.path", value: path),
            Fact(key: "file.extension", value: suffix), Fact(key: "file.type", value: suffix),
        ]
    }
}

extension Fact {
    static func text(
        _ key: FactKey, _ value: String, label: String? = nil, element: ElementPath = .root
    ) -> Fact {
        Fact(
            key: key, element: element, value: value, label: label,
            date: TimeSpan(text: value))
    }

    static func number(
        _ key: FactKey, _ value: Double, _ unit: String? = nil, element: ElementPath = .root
    ) -> Fact {
        let known = unit.flatMap { UnitTable.unit($0) }
        let number = Int64(exactly: value).map(Number.integer) ?? .real(value)
        let spelling = Int64(exactly: value).map(String.init) ?? value.description
        return Fact(
            key: key, element: element, value: spelling, unit: unit,
            numbers: [NumberSlot(number, si: known?.si(value))], dimension: known?.dimension)
    }
}
