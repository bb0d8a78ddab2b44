internal import ArgumentParser
internal import Harvesting
internal import MetadataModel
internal import Search
internal import WireFormat

/// `reticle duplicates`: files that are there more than once.
struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "Lists files with the same content, wherever they are.",
        discussion: """
            Files are compared by their fingerprint, which every harvested file states as \
            `file.fingerprint`: a hash of size, beginning, middle and end. --verify reads them in \
            full and keeps those together whose SHA-256 is the same.

            reticle duplicates
            reticle duplicates --verify --below /data/2026
            """)

    @Option(help: ArgumentHelp("Only groups with a file below a folder.", valueName: "folder"))
    var below: String?

    @Flag(help: "Read the files and compare their SHA-256.")
    var verify = false

    @Option(help: ArgumentHelp("Groups at most.", valueName: "n"))
    var limit = 1000

    @Flag(help: "One JSON object a group and line.")
    var json = false

    @OptionGroup var engine: EngineOptions

    func validate() throws {
        guard limit > 0 else {
            throw ValidationError("--limit: expected 1 or more, found \(limit)")
        }
    }

    func run() throws {
        let folder = below.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
        var output = StandardOutput()
        var count = 0
        for group in try engine.engine().duplicates(limit: limit) {
            guard
                folder.map({ prefix in group.assets.contains { $0.path.hasPrefix(prefix) } })
                    ?? true
            else { continue }
            for (hash, assets) in verify ? verified(group) : [(nil, group.assets)] {
                count += 1
                try output.write(line(group.fingerprint, hash, assets))
            }
        }
        try output.flush()
        if count == 0 { throw ExitCode(1) }
    }

    /// A group by the hashes of its files; files alone with theirs and unreadable ones are left
    /// out.
    private func verified(
        _ group: DuplicateGroup
    ) -> [(hash: String?, assets: [DuplicateGroup.Asset])] {
        var byHash: [String: [DuplicateGroup.Asset]] = [:]
        for asset in group.assets {
            do {
                byHash[try ContentHash.sha256(path: asset.path), default: []].append(asset)
            } catch {
                Complaints.write("\(error)")
            }
        }
        return byHash.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
    }

    private func line(
        _ fingerprint: String, _ hash: String?, _ assets: [DuplicateGroup.Asset]
    ) -> String {
        guard json else {
            return "\(hash ?? fingerprint)\n"
                + assets.map { "  \(FactTable.printable($0.path))\n" }.joined()
        }
        var text = JSONText()
        text.object { text in
            text.member("fingerprint", fingerprint)
            if let hash { text.member("sha256", hash) }
            text.array("assets") { text in
                for asset in assets {
                    text.object { text in
                        text.member("id", asset.identity.description)
                        text.member("path", asset.path)
                    }
                }
            }
        }
        text.endLine()
        return String(decoding: text.bytes, as: UTF8.self)
    }
}
