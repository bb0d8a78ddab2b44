internal import Access
internal import ArgumentParser
internal import Foundation
internal import MetadataStore
internal import WireFormat

/// `reticle token`: who may ask the server for what.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Makes, lists and revokes the tokens by which a server knows its callers.",
        discussion: """
            reticle token create 'segmentation jobs' --role reader --project bone-fatigue
            curl -H "Authorization: Bearer $TOKEN" 'https://host:8750/v1/search?q=voltage:5kV'

            The role reader finds and selects, curator also tags, harvester also brings files in, \
            administrator does everything. A token with projects sees their assets alone.
            """,
        subcommands: [Create.self, List.self, Revoke.self, Local.self])

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a token and print it, this once.")

        @Argument(help: "Whose it is, or what it is for.")
        var name: String

        @OptionGroup var location: IndexLocation

        @Option(help: "What it is for: reader, curator, harvester or administrator.")
        var role = Role.reader.rawValue

        @Option(
            name: .customLong("project"),
            help: ArgumentHelp("A project whose assets it shows; all without.", valueName: "name"))
        var projects: [String] = []

        @Option(help: ArgumentHelp("Days until it ends; never without.", valueName: "n"))
        var days: Int?

        func validate() throws {
            guard Role(rawValue: role) != nil else {
                let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--role: expected \(roles), found \(role)")
            }
            if let days, !(1...36_500).contains(days) {
                throw ValidationError("--days: expected 1 to 36500, found \(days)")
            }
            if let name = projects.first(where: { $0.isEmpty || $0.contains("\n") }) {
                throw ValidationError("--project: `\(name)` is no project's name")
            }
        }

        func run() throws {
            let token = AccessToken()
            let now = TokenCommand.now
            let stored = token.stored(
                name: name, role: Role(rawValue: role) ?? .reader,
                projects: projects.isEmpty ? nil : projects, made: now,
                expires: days.map { now + Int64($0) * 86_400_000_000 })
            let store = try MetadataStore(path: try location.pathForWriting(), access: .writing)
            try store.write { try $0.add(stored) }
            Complaints.write("token \(stored.id) for \(name), shown this once:")
            print(token.text)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the tokens, not as shown.")

        @OptionGroup var location: IndexLocation

        @Flag(help: "Print as JSON, as GET /v1/tokens gives it.")
        var json = false

        func run() throws {
            let store = try MetadataStore(path: location.path, access: .reading)
            let tokens = try store.read { try $0.tokens() }
            var output = StandardOutput()
            if json {
                var text = JSONText()
                text.tokens(tokens)
                text.endLine()
                try output.write(text.bytes)
            } else {
                var table = TextTable(headings: ["id", "role", "projects", "state", "name"])
                for token in tokens {
                    let projects = token.projects?.joined(separator: ", ") ?? "all"
                    table.add([
                        token.id, token.role, projects, token.state(at: TokenCommand.now).rawValue,
                        token.name,
                    ])
                }
                try output.write(table.text)
            }
            try output.flush()
            if tokens.isEmpty { throw ExitCode(1) }
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End tokens for good; a running server heeds it within a second.")

        @Argument(help: "Ids, as `reticle token list` shows them.")
        var ids: [String]

        @OptionGroup var location: IndexLocation

        func run() throws {
            let store = try MetadataStore(path: try location.pathForWriting(), access: .writing)
            let unknown = try store.write { writer in
                try ids.filter { try !writer.revokeToken($0, at: TokenCommand.now) }
            }
            guard unknown.isEmpty else {
                throw CommandError(
                    "no token in use has the id \(unknown.joined(separator: ", "))")
            }
        }
    }

    struct Local: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the token of the index's owner, by which you may do everything.",
            discussion: """
                curl -H "Authorization: Bearer $(reticle token local)" …

                It lies beside the index in a file that only its owner can read.
                """)

        @OptionGroup var location: IndexLocation

        func run() throws {
            print(try LocalToken.token(indexPath: location.pathForWriting()).text)
        }
    }

    static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1e6) }
}
