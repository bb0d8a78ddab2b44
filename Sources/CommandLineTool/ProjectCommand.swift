internal import ArgumentParser
internal import Curation
internal import Foundation
internal import MetadataStore
internal import Search
internal import WireFormat

/// `reticle project`: what people work on, and the files that belong to it.
struct ProjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project",
        abstract: "Makes projects, fills them and shows them.",
        discussion: """
            reticle project create bone-fatigue --root /data/bone --description 'SEM of femora'
            reticle project add bone-fatigue 'sample.id:B17'
            reticle find 'project:bone-fatigue missing:pixel.size'

            Files below a root, or found by a rule, come to the project at every harvest.
            """,
        subcommands: [
            ProjectCreate.self, ProjectList.self, ProjectShow.self, ProjectChangeCommand.self,
            ProjectAdd.self, ProjectRemove.self,
        ])
}

/// What a project is made of.
struct ProjectOptions: ParsableArguments {
    @Option(help: "What it is about.")
    var description: String?

    @Option(help: "The project that this is part of; an empty one takes it out.")
    var parent: String?

    @Option(help: ArgumentHelp("A folder whose files belong to it.", valueName: "folder"))
    var root: [String] = []

    @Option(help: ArgumentHelp("A query whose hits belong to it.", valueName: "query"))
    var rule: [String] = []

    @Option(help: ArgumentHelp("Somebody who works on it.", valueName: "name"))
    var member: [String] = []

    @Flag(inversion: .prefixedNo, help: "Mark it with a star.")
    var star: Bool?

    func change() -> ProjectChange {
        var change = ProjectChange()
        change.description = description
        change.parent = parent
        change.roots = root.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
        change.rules = rule
        change.members = member
        change.isStarred = star
        return change
    }
}

struct ProjectCreate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Makes a project.")

    @Argument(help: "Its name.")
    var name: String

    @OptionGroup var project: ProjectOptions
    @OptionGroup var options: CurationOptions

    func run() throws {
        let edit = try options.curation().createProject(
            name, project.change(), by: options.author)
        print("project \(name)" + (edit.map { ", edit \($0)" } ?? ""))
    }
}

struct ProjectChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Describes a project, adds roots, rules and members.")

    @Argument(help: "The project.")
    var name: String

    @OptionGroup var project: ProjectOptions
    @OptionGroup var options: CurationOptions

    func run() throws {
        let edit = try options.curation().changeProject(
            name, project.change(), by: options.author)
        print(edit.map { "edit \($0)" } ?? "nothing has changed")
    }
}

struct ProjectList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the projects, starred ones first, then recent ones.")

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var engine: EngineOptions

    func run() throws {
        let projects = try engine.engine().projects()
        if json {
            var text = JSONText()
            text.projects(projects)
            print(String(decoding: text.bytes, as: UTF8.self))
            return
        }
        var table = TextTable(headings: ["project", "files", "part of", "description"])
        for (project, count) in projects {
            let star = project.stars.isEmpty ? "" : " *"
            table.add([
                project.name + star, String(count), project.parent ?? "", project.description ?? "",
            ])
        }
        print(table.text, terminator: "")
    }
}

struct ProjectShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows all that is stated about a project.")

    @Argument(help: "The project.")
    var name: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var engine: EngineOptions

    func run() throws {
        guard let found = try engine.engine().projects().first(where: { $0.project.name == name })
        else {
            Complaints.write("there is no project \(name)")
            throw ExitCode(1)
        }
        if json {
            var text = JSONText()
            text.project(found.project, assetCount: found.assetCount)
            print(String(decoding: text.bytes, as: UTF8.self))
            return
        }
        var table = TextTable(headings: [], wholeColumns: [0])
        for fact in found.project.facts { table.add([fact.key, fact.value, fact.source]) }
        table.add(["files", String(found.assetCount), ""])
        print(table.text, terminator: "")
    }
}

struct ProjectAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Makes files belong to a project.",
        discussion: "reticle project add bone-fatigue 'sample.id:B17'")

    @Argument(help: "The project.")
    var name: String

    @Argument(help: "A query, a path, an id, or - for paths on standard input.")
    var what: String

    @OptionGroup var options: CurationOptions

    func run() throws { try options.run(what, project: name, isMember: true) }
}

struct ProjectRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Takes files out of a project; the files stay.")

    @Argument(help: "The project.")
    var name: String

    @Argument(help: "A query, a path, an id, or - for paths on standard input.")
    var what: String

    @OptionGroup var options: CurationOptions

    func run() throws { try options.run(what, project: name, isMember: false) }
}

extension CurationOptions {
    fileprivate func run(_ what: String, project: String, isMember: Bool) throws {
        let curation = try curation()
        do {
            let (edit, count) = try curation.addToProject(
                project, try target(what, curation), isMember: isMember, by: author)
            print("\(count) files" + (edit.map { ", edit \($0)" } ?? ""))
            if count == 0 { throw ExitCode(1) }
        } catch let errors as SearchErrors {
            Complaints.write(errors)
            throw ExitCode(2)
        }
    }
}
