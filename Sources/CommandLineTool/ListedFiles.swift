internal import ArgumentParser
internal import Foundation

/// How a list of files is written.
///
/// | Format      | A record is                                                                     |
/// |:------------|:--------------------------------------------------------------------------------|
/// | `names`     | a path; records are divided by NUL bytes or by line feeds                       |
/// | `policy`    | `inode generation snapshot … -- path`, as mmapplypolicy of Storage Scale writes  |
/// | `changelog` | `number typeNAME … t=[fid] … p=[fid] name`, as `lfs changelog` of Lustre writes |
enum FileListFormat: String, ExpressibleByArgument, CaseIterable {
    case names, policy, changelog

    /// The format of a list that begins with a record.
    init(recognizing record: [UInt8]) {
        let words = record.split(separator: 0x20, omittingEmptySubsequences: true)
        func isNumber(_ place: Int) -> Bool {
            place < words.count && words[place].allSatisfy { 0x30...0x39 ~= $0 }
        }
        if isNumber(0), words.count > 4, words[1].prefix(2).allSatisfy({ 0x30...0x39 ~= $0 }),
            words[1].count > 4, words[1].dropFirst(2).allSatisfy({ 0x41...0x5A ~= $0 })
        {
            self = .changelog
        } else if isNumber(0), isNumber(1), isNumber(2), Self.pathAfterDashes(record) != nil {
            self = .policy
        } else {
            self = .names
        }
    }

    /// What follows ` -- ` in a record.
    static func pathAfterDashes(_ record: [UInt8]) -> [UInt8]? {
        let dashes = Array(" -- ".utf8)
        guard let place = record.firstRange(of: dashes) else { return nil }
        return Array(record[place.upperBound...])
    }
}

/// The files that a list names, as absolute paths.
struct ListedFiles {
    private let names: NameList
    private let path: String
    private var format: FileListFormat?
    private let mountPoint: String?
    private let workingFolder = Array(FileManager.default.currentDirectoryPath.utf8)
    private var folders: [String: String] = [:]
    private var refusedCount = 0

    init(path: String, format: FileListFormat?, mountPoint: String?) throws {
        self.path = path
        self.format = format
        self.mountPoint = mountPoint
        names = try NameList(path: path)
    }

    /// The next files; `nil` at the list's end.
    mutating func next(atMost limit: Int) throws -> [[UInt8]]? {
        var paths: [[UInt8]] = []
        var hasRecords = false
        while paths.count < limit, let record = try names.next() {
            hasRecords = true
            let format = format ?? FileListFormat(recognizing: record)
            self.format = format
            if let found = try files(of: record, format) {
                paths += found.map(absolute)
            } else {
                refusedCount += 1
            }
        }
        return hasRecords ? paths : nil
    }

    /// Says how many records name no file.
    func complain() {
        guard refusedCount > 0 else { return }
        Complaints.write("\(path): \(refusedCount) records name no file and were passed over")
    }

    private mutating func files(
        of record: [UInt8], _ format: FileListFormat
    ) throws -> [[UInt8]]? {
        switch format {
        case .names: [record]
        case .policy: FileListFormat.pathAfterDashes(record).map { [$0] }
        case .changelog: try changelogPaths(of: String(decoding: record, as: UTF8.self))
        }
    }

    private func absolute(_ path: [UInt8]) -> [UInt8] {
        if path.first == 0x2F { return path }
        let relative = path.starts(with: Array("./".utf8)) ? Array(path.dropFirst(2)) : path
        return workingFolder + [0x2F] + relative
    }

    // MARK: Lustre

    /// The files of a record: its own and, of a renaming, the one that it was.
    private mutating func changelogPaths(of record: String) throws -> [[UInt8]]? {
        var rest = record[...]
        var fields: [String: String] = [:]
        var isInFields = false
        while let word = rest.split(separator: " ", maxSplits: 1).first {
            let pair = word.split(separator: "=", maxSplits: 1)
            let isField = pair.count == 2 && pair[0].count <= 3
            if !isField, isInFields { break }
            if isField {
                isInFields = true
                fields[String(pair[0])] = String(pair[1].drop { $0 == "[" }.prefix { $0 != "]" })
            }
            rest = rest[word.endIndex...].drop { $0 == " " }
        }
        guard let parent = fields["p"], !rest.isEmpty else { return nil }
        var paths = [Array((try folder(parent) + "/" + rest).utf8)]
        // A renaming ends in `s=[fid] sp=[fid] name`: the file as it was.
        if let range = rest.range(of: " s=[") {
            let words = rest[range.upperBound...].split(separator: " ", maxSplits: 2)
            guard words.count == 3, words[1].hasPrefix("sp=[") else { return nil }
            let oldParent = String(words[1].dropFirst(4).prefix { $0 != "]" })
            let name = rest[..<range.lowerBound]
            paths = [
                Array((try folder(parent) + "/" + name).utf8),
                Array((try folder(oldParent) + "/" + words[2]).utf8),
            ]
        }
        return paths
    }

    /// The path of a folder of a Lustre file system, by its identifier.
    private mutating func folder(_ fid: String) throws -> String {
        if let known = folders[fid] { return known }
        guard let mountPoint else {
            throw CommandError(
                "\(path): a changelog needs the folder where the file system is mounted")
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["lfs", "fid2path", mountPoint, fid]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandError(
                "lfs fid2path \(mountPoint) \(fid) ended with \(process.terminationStatus)")
        }
        let found = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first ?? ""
        let path = found.hasPrefix("/") ? String(found) : mountPoint + "/" + found
        folders[fid] = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        return folders[fid] ?? path
    }
}
