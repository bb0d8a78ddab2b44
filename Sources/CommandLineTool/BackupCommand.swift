internal import Access
internal import ArgumentParser
internal import Curation
internal import MetadataStore
internal import WireFormat

/// `reticle backup`: a copy of all that Reticle keeps.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the index, its journal and the deposited files, while all are in use.",
        discussion: """
            reticle backup /backup/reticle-monday
            reticle backup --check /backup/reticle-monday

            The copy is of one moment. Deposited files are linked where the disk is the same, so \
            that daily copies cost little. The files that were harvested where they lie are not \
            copied, nor is the administrator's token. `reticle restore` puts a copy back.
            """)

    @Argument(
        help: ArgumentHelp("A new folder; with --check, one made before.", valueName: "folder"))
    var folder: String

    @Flag(help: "Compare a copy that was made before with its hashes.")
    var check = false

    @OptionGroup var location: IndexLocation

    func run() throws {
        let backup = Backup(folder: folder)
        let manifest: Backup.Manifest
        if check {
            manifest = try backup.checked()
        } else {
            let bar = ProgressBar(unit: "pages")
            manifest = try backup.make(
                of: MetadataStore(path: location.path, access: .reading), logs: [AuditLog.suffix],
                progress: { bar.show($0, of: $1) })
            bar.end()
        }
        print(manifest.summary(at: folder))
    }
}

/// `reticle restore`: puts a copy back.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Puts a copy that `reticle backup` made in the place of an index.",
        discussion: """
            reticle restore /backup/reticle-monday --index /srv/reticle/index.sqlite

            Every file is compared with its hash before anything is touched. Whoever reads the \
            index meanwhile sees the old one until the new one is there as a whole. What became of \
            files since the copy was made, the next harvest finds out; the journal of the index that \
            was there is kept beside the new one, as *.journal.ndjson.before-TIME.
            """)

    @Argument(help: ArgumentHelp("The folder of the copy.", valueName: "folder"))
    var folder: String

    @Flag(help: "Give up the index that is there.")
    var force = false

    @OptionGroup var location: IndexLocation

    func run() throws {
        let bar = ProgressBar(unit: "pages")
        let manifest = try Backup(folder: folder).restore(
            to: location.pathForWriting(), replacing: force, progress: { bar.show($0, of: $1) })
        bar.end()
        print(manifest.summary(at: location.path))
    }
}

extension Backup.Manifest {
    fileprivate func summary(at path: String) -> String {
        let bytes = entries.reduce(0) { $0 + $1.bytes }
        return "\(FactTable.printable(path)): as of \(finished), \(entries.count) files of "
            + "\(bytes) bytes, \(fileCount) deposited files; every hash agrees"
    }
}
