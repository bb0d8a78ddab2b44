/// What stands for a data set: its main file, or the folder that a store is.
struct SetPlace: Sendable, Hashable {
    /// The folder as the system knows it and as text; see ``PathText``.
    let folderRawPath: [UInt8]
    let folderPath: String
    let name: String
    /// Whether it is a folder.
    var isStore = false

    /// The path of the set's asset.
    var path: String { folderPath + "/" + name }

    /// The same in bytes; a name that is no text is not the name of a store or main file.
    var rawPath: [UInt8] { folderRawPath + [UInt8(ascii: "/")] + Array(name.utf8) }
}

/// A main file's claim on files in folders below its own.
struct SetClaim: Sendable {
    let place: SetPlace
    /// Fits paths below the main file's folder.
    let pattern: NamePattern
}

/// What the folders above a folder say about the data sets of its files.
struct SetContext: Sendable {
    /// Claims, with the path of the folder below the main file's one, a slash at its end, in lower
    /// case.
    var claims: [(claim: SetClaim, prefix: String)] = []
    /// The store that the folder is in.
    var store: SetPlace?

    /// The set that claims a file of the folder.
    ///
    /// - Parameter lowered: The file's name in lower case.
    func home(of lowered: String) -> SetPlace? {
        claims.first { $0.claim.pattern.matches($0.prefix + lowered) }?.claim.place
    }

    /// What holds for a folder within this one.
    ///
    /// - Parameter added: Claims of the folder's own main files.
    func below(_ name: String, adding added: [SetClaim]) -> SetContext {
        guard !claims.isEmpty || !added.isEmpty else { return self }
        let step = name.lowercased() + "/"
        var context = self
        context.claims =
            claims.map { ($0.claim, $0.prefix + step) } + added.map { ($0, step) }
        // Only what can still fit is looked at for every file.
        context.claims.removeAll { claim, prefix in
            let wanted = claim.pattern.prefix
            return !wanted.hasPrefix(prefix) && !prefix.hasPrefix(wanted)
        }
        return context
    }

    /// What the folders on the way to a path say, so that a folder harvested alone is grouped as
    /// it is with those above it.
    static func above(_ rawPath: [UInt8]) -> SetContext {
        var context = SetContext()
        let slash = UInt8(ascii: "/")
        for place in rawPath.indices where rawPath[place] == slash {
            let way = Array(rawPath[..<place])
            let end = rawPath[(place + 1)...].firstIndex(of: slash) ?? rawPath.endIndex
            // A folder that may not be listed claims nothing.
            guard let folder = try? Folder(rawPath: way), let listing = try? FolderListing(folder)
            else { continue }
            let sets = FolderSets(folder, listing, context)
            context = sets.context(below: PathText.text(of: Array(rawPath[(place + 1)..<end])))
        }
        return context
    }
}
