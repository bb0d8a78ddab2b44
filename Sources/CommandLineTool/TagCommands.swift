internal import ArgumentParser
internal import Curation

/// `reticle tag`: gives assets tags.
struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag",
        abstract: "Gives assets tags, by which they are then found.",
        discussion: """
            reticle tag 'voltage<5kV' low-voltage --why 'for the beam damage study'
            reticle tag /data/B17.tif reviewed figure-3
            reticle find 'detector:BSE' --paths | reticle tag - reviewed

            Ends with 1 where nothing is found.
            """)

    @Argument(help: "A query, a path, an id, project/NAME, or - for paths on standard input.")
    var what: String

    @Argument(help: ArgumentHelp("Tags.", valueName: "tag"))
    var tags: [String]

    @OptionGroup var options: CurationOptions

    func run() throws {
        let curation = try options.curation()
        let target = try options.target(what, curation)
        try options.run([CurationStep(target, .tag(tags))], curation)
    }
}

/// `reticle untag`: takes tags away.
struct UntagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "untag", abstract: "Takes tags away from assets.",
        discussion: "reticle untag 'tag:reviewed acquired<2020' reviewed")

    @Argument(help: "A query, a path, an id, project/NAME, or - for paths on standard input.")
    var what: String

    @Argument(help: ArgumentHelp("Tags.", valueName: "tag"))
    var tags: [String]

    @OptionGroup var options: CurationOptions

    func run() throws {
        let curation = try options.curation()
        let target = try options.target(what, curation)
        try options.run([CurationStep(target, .untag(tags))], curation)
    }
}

/// `reticle set`: states values of keys.
struct SetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "States values, beside what files say and before it in every answer.",
        discussion: """
            reticle set /data/B17.tif sample.id=B17 'dose=5 mg/kg'
            reticle set 'path:/data/2026/**' organism='Mus musculus' --why 'from the notebook'

            The key `dose` becomes user.dose; a query for dose finds both. A harvest never touches it.
            """)

    @Argument(help: "A query, a path, an id, project/NAME, or - for paths on standard input.")
    var what: String

    @Argument(help: ArgumentHelp("Keys and values.", valueName: "key=value"))
    var values: [String]

    @OptionGroup var options: CurationOptions

    func run() throws {
        let actions = try values.map { text in
            guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
                throw CommandError("expected key=value, found \(text)")
            }
            return CurationAction.set(
                key: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
        }
        let curation = try options.curation()
        let target = try options.target(what, curation)
        try options.run(actions.map { CurationStep(target, $0) }, curation)
    }
}

/// `reticle unset`: takes back what people stated under keys.
struct UnsetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unset",
        abstract: "Takes back what people stated under keys; what files say stays.",
        discussion: "reticle unset /data/B17.tif dose")

    @Argument(help: "A query, a path, an id, project/NAME, or - for paths on standard input.")
    var what: String

    @Argument(help: ArgumentHelp("Keys.", valueName: "key"))
    var keys: [String]

    @OptionGroup var options: CurationOptions

    func run() throws {
        let curation = try options.curation()
        let target = try options.target(what, curation)
        try options.run(keys.map { CurationStep(target, .unset(key: $0)) }, curation)
    }
}

/// `reticle comment`: adds a remark.
struct CommentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comment", abstract: "Adds a remark to assets.",
        discussion: "reticle comment /data/B17.tif 'drifted after frame 40'")

    @Argument(help: "A query, a path, an id, project/NAME, or - for paths on standard input.")
    var what: String

    @Argument(help: "The remark.")
    var text: String

    @OptionGroup var options: CurationOptions

    func run() throws {
        let curation = try options.curation()
        let target = try options.target(what, curation)
        try options.run([CurationStep(target, .comment(text))], curation)
    }
}
