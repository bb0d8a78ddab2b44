internal import ArgumentParser
internal import Curation
internal import Foundation
internal import WireFormat

/// `reticle template`: what a lab wants to be stated, and what lacks.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Reports what files lack of what a lab wants to be stated.",
        subcommands: [TemplateCheck.self])
}

struct TemplateCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Counts the files that lack a field, or state a term that is not on the list.",
        discussion: """
            reticle template check queries/tissue.template.yaml

              title: Light microscopy of tissue
              where: format:(czi OR lif)
              fields:
                - key: organism
                  required: true
                  terms: [Mus musculus, Homo sapiens]

            Ends with 1 where a required field lacks.
            """)

    @Argument(help: "The template, a YAML file.")
    var template: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var engine: EngineOptions

    func run() throws {
        let text = try String(contentsOf: URL(fileURLWithPath: template), encoding: .utf8)
        let report: TemplateReport
        do {
            report = try Template(yaml: text).report(engine.engine())
        } catch let error as CurationError {
            throw CommandError("\(template): \(error.detail)")
        }
        if json {
            var json = JSONText()
            json.templateReport(report)
            print(String(decoding: json.bytes, as: UTF8.self))
        } else {
            var table = TextTable(headings: ["field", "lacking", "other term", "example"])
            for field in report.fields {
                let name = field.field.key + (field.field.isRequired ? " *" : "")
                table.add([
                    name, String(field.missingCount), String(field.unknownCount),
                    field.examples.first ?? "",
                ])
            }
            print("\(report.lackingCount) of \(report.fileCount) files lack a required field (*)")
            print(table.text, terminator: "")
        }
        if report.lackingCount > 0 { throw ExitCode(1) }
    }
}
