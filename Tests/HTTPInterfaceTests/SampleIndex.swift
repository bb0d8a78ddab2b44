import Foundation
import Hummingbird
import HummingbirdTesting
import MetadataModel
import MetadataStore
import Search

@testable import HTTPInterface

/// An index of a few assets in a folder of its own, and a server over it.
final class SampleIndex: Sendable {
    /// A value that would run in a page that did not escape it.
    static let hostile = #"<script>alert('1')</script>"&"#
    static let assetCount = 120

    let folder: URL
    let server: ReticleServer

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-http-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try MetadataStore(
            path: folder.appendingPathComponent("index.sqlite").path, access: .writing)
        try store.write { writer in
            for number in 0..<Self.assetCount {
                let draft = try writer.begin(
                    AssetHeader(path: Self.path(number)))
                try draft.add(Self.facts(number), from: .own)
                _ = try draft.finish()
            }
        }
        let vocabulary = try Vocabulary(
            yaml: """
                concepts:
                  voltage: {definition: Voltage of the beam., unit: V, keys: [fei.Beam.HV]}
                  operator: {definition: Who took the image., keys: [ini.Operator]}
                """)
        let queries = folder.appendingPathComponent("queries")
        try FileManager.default.createDirectory(at: queries, withIntermediateDirectories: true)
        try Data(
            """
            # title: High voltages
            # parameter: least quantity = 10kV -- the lowest voltage
            voltage>=$least
            """.utf8
        ).write(to: queries.appendingPathComponent("high-voltage.rql"))
        var settings = ServerSettings()
        settings.port = 0
        settings.savedQueries = SavedQueryFolder(path: queries.path)
        server = try ReticleServer(
            engine: SearchEngine(store: store, vocabulary: vocabulary),
            indexPath: folder.appendingPathComponent("index.sqlite").path, settings: settings)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    static func path(_ number: Int) -> String {
        number == 0 ? "/data/<b>0</b>.tif" : "/data/cells_\(number).tif"
    }

    /// Two thirds have a voltage, of 5 to 25 kV; the first has a hostile operator.
    private static func facts(_ number: Int) -> [Fact] {
        var facts = [
            Fact(key: "file.name", value: "cells_\(number).tif"),
            Fact(key: "file.path", value: path(number)),
            Fact(key: "file.type", value: number % 2 == 0 ? "tiff" : "mrc"),
            Fact(key: "ini.Operator", value: number == 0 ? hostile : "=mueller"),
        ]
        if number % 3 != 0 {
            let volts = Int64(5000 * (number % 5 + 1))
            var fact = Fact(key: "fei.Beam.HV", value: "\(volts)", unit: "V")
            fact.numbers = [NumberSlot(.integer(volts), si: Double(volts))]
            fact.dimension = Dimension([.kilogram: 1, .metre: 2, .second: -3, .ampere: -1])
            facts.append(fact)
        }
        return facts
    }

    /// The response to a request that goes to the router directly.
    func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await server.application().test(.router) { client in
            try await client.execute(uri: path, method: .get, headers: headers)
        }
    }

    /// The body of a response as JSON.
    func json(_ path: String) async throws -> [String: Any] {
        let body = try await get(path).body
        let value = try JSONSerialization.jsonObject(with: Data(buffer: body))
        guard let object = value as? [String: Any] else { throw CocoaError(.coderReadCorrupt) }
        return object
    }

    /// The body of a response as text.
    func text(_ path: String) async throws -> String {
        String(buffer: try await get(path).body)
    }
}
