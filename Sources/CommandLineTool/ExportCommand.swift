internal import ArgumentParser
internal import Curation
internal import Foundation
internal import MetadataModel
internal import MetadataStore
internal import Search
internal import WireFormat

/// `reticle export`: assets with all of their facts, for other programs.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes what a query finds, with every fact, in a form that other programs read.",
        discussion: """
            reticle export 'project:bone-fatigue' --format ro-crate > ro-crate-metadata.json
            reticle export 'project:bone-fatigue' --format ndjson | reticle import - --index other.sqlite
            reticle export 'tag:reviewed' --sidecars

            Formats: ndjson (which imports again without loss), csv, isa, ome-xml, ro-crate. With \
            --sidecars, what people state is written beside each file, as FILE.reticle.json, so that \
            it survives Reticle; `reticle restate` states it again in another index.
            """)

    @Argument(parsing: .allUnrecognized, help: "The query; an empty one means everything.")
    var query: [String] = []

    @Option(help: "ndjson, csv, isa, ome-xml or ro-crate.")
    var format = "ndjson"

    @Flag(help: "Write what people state beside the files, and nothing to standard output.")
    var sidecars = false

    @OptionGroup var engine: EngineOptions

    func run() throws {
        guard let format = AssetExport.Format(rawValue: format) else {
            let known = AssetExport.Format.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandError("--format: expected one of \(known), found \(format)")
        }
        let text = query.joined(separator: " ")
        let engine = try engine.engine()
        do {
            let count = try sidecars ? writeSidecars(text, engine) : write(text, engine, format)
            if count == 0 { throw ExitCode(1) }
        } catch let errors as SearchErrors {
            Complaints.write(errors)
            throw ExitCode(2)
        }
    }

    private func write(
        _ text: String, _ engine: SearchEngine, _ format: AssetExport.Format
    ) throws -> Int {
        try engine.reading { reader in
            let group = try engine.group(text, in: reader)
            var columns: Set<String> = []
            if format == .isa {
                try reader.assets(of: group) { asset in
                    columns.formUnion(asset.contributions.flatMap(\.facts).map(\.key.description))
                }
            }
            var output = StandardOutput()
            var export = AssetExport(format, columns: columns.sorted())
            var paths: [String] = []
            try reader.assets(of: group) { asset in
                export.add(asset)
                if format == .roCrate { paths.append(asset.path) }
                try output.write(export.bytes)
                export.removeAll()
            }
            let now = Int64(Date().timeIntervalSince1970) * 1_000_000
            export.addRoot(
                paths: paths, name: text.isEmpty ? "everything" : text,
                description: "Files that Reticle found, with all that they state.",
                date: String(TimeSpan.timestamp(ofMicroseconds: now).prefix(10)))
            export.finish()
            try output.write(export.bytes)
            try output.flush()
            return group.count
        }
    }

    /// Writes `FILE.reticle.json` beside every file about which people state something.
    private func writeSidecars(_ text: String, _ engine: SearchEngine) throws -> Int {
        try engine.reading { reader in
            var count = 0
            try reader.assets(of: engine.group(text, in: reader)) { asset in
                let stated = asset.contributions.filter { $0.source.kind == .curated }
                guard !stated.isEmpty, asset.file != nil else { return }
                var json = JSONText()
                json.stated(stated.flatMap(\.facts))
                json.endLine()
                try Data(json.bytes).write(
                    to: URL(fileURLWithPath: asset.path + StatedSidecar.suffix), options: .atomic)
                count += 1
            }
            Complaints.write("\(count) sidecars written")
            return count
        }
    }
}
