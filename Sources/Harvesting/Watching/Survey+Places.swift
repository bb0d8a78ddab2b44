internal import ExtractionWorker
internal import MetadataStore

extension Survey {
    /// Compares what is at some places, whatever happened there.
    ///
    /// - Parameter isStopped: Is asked now and then whether to give up.
    mutating func compare(
        _ changes: ChangedPlaces, in reader: StoreReader, isStopped: () -> Bool
    ) throws {
        isPartial = true
        for tree in changes.trees where !isStopped() {
            try compare(tree: tree, in: reader, isStopped: isStopped)
        }
        for folder in changes.folders where !isStopped() {
            try compare(folder: folder, in: reader, isStopped: isStopped)
        }
        for (folder, names) in changes.names where !isStopped() {
            try compare(names, in: folder, reader, isStopped: isStopped)
        }
    }

    private mutating func compare(
        tree rawPath: [UInt8], in reader: StoreReader, isStopped: () -> Bool
    ) throws {
        guard let folder = try open(rawPath, in: reader) else { return }
        try compare(tree: folder, in: reader, isStopped: isStopped)
    }

    /// Opens a folder; `nil` where it has vanished, so that all below it is gone, or may not be
    /// read, so that nothing is known of it.
    private mutating func open(_ rawPath: [UInt8], in reader: StoreReader) throws -> Folder? {
        do throws(FileRefusal) {
            return try Folder(rawPath: rawPath)
        } catch {
            if error.isVanished { try noteGone(tree: PathText.text(of: rawPath), in: reader) }
            return nil
        }
    }

    /// Compares the files in a folder, without those below its folders.
    private mutating func compare(
        folder rawPath: [UInt8], in reader: StoreReader, isStopped: () -> Bool
    ) throws {
        guard let folder = try open(rawPath, in: reader),
            let listing = try? FolderListing(folder)
        else { return }
        let sets = FolderSets(folder, listing, .above(rawPath))
        if try compare(storeOf: sets, in: reader, isStopped: isStopped) { return }
        try compare(listing, of: folder, sets, in: reader, isStopped: isStopped)
    }

    /// Compares the store that a folder is or is in: what happens there changes the whole.
    ///
    /// - Returns: Whether there is one.
    private mutating func compare(
        storeOf sets: FolderSets, in reader: StoreReader, isStopped: () -> Bool
    ) throws -> Bool {
        guard let store = sets.store else { return false }
        if comparedFolders.insert(store.rawPath).inserted {
            try compare(tree: store.rawPath, in: reader, isStopped: isStopped)
        }
        return true
    }

    private mutating func compare(
        _ listing: FolderListing, of folder: Folder, _ sets: FolderSets, in reader: StoreReader,
        isStopped: () -> Bool
    ) throws {
        guard comparedFolders.insert(folder.rawPath).inserted else { return }
        var known: [String: KnownFile] = [:]
        try reader.fileStates(in: folder.path) { known[$0.path] = $0 }
        var missing = known
        for place in 0..<listing.count where [.file, .other].contains(listing[place].kind) {
            let found = FoundFile(folder: folder, listing: listing, place: place, sets: sets)
            note(found, known: known[found.path])
            missing[found.path] = nil
        }
        var setFolders: Set<String> = []
        for known in missing.values {
            try setFolders.formUnion(Self.setFolders(of: known, in: reader))
            noteGone(known)
        }
        for path in setFolders where path != folder.path {
            try compare(folder: Array(path.utf8), in: reader, isStopped: isStopped)
        }
    }

    private mutating func compare(
        _ names: Set<[UInt8]>, in rawPath: [UInt8], _ reader: StoreReader, isStopped: () -> Bool
    ) throws {
        guard let folder = try open(rawPath, in: reader),
            let listing = try? FolderListing(folder)
        else { return }
        let sets = FolderSets(folder, listing, .above(rawPath))
        if try compare(storeOf: sets, in: reader, isStopped: isStopped) { return }
        var missing = Set(names.map { folder.path(of: PathText.text(of: $0)) })
        var alone: [(FoundFile, KnownFile?)] = []
        var setFolders: Set<String> = []
        for place in 0..<listing.count where names.contains(listing.rawName(at: place)) {
            let (name, kind) = listing[place]
            switch kind {
            case .link: continue
            case .folder:
                missing.remove(folder.path(of: name))
                let below = rawPath + [UInt8(ascii: "/")] + listing.rawName(at: place)
                try compare(tree: below, in: reader, isStopped: isStopped)
            case .file, .other:
                let found = FoundFile(folder: folder, listing: listing, place: place, sets: sets)
                missing.remove(found.path)
                let known = try reader.knownFile(path: found.path)
                if found.home != nil || sets.isMain(name) { setFolders.insert(folder.path) }
                try setFolders.formUnion(Self.setFolders(of: known, in: reader))
                alone.append((found, known))
            }
        }
        for path in missing {
            let known = try reader.knownFile(path: path)
            try setFolders.formUnion(Self.setFolders(of: known, in: reader))
            if let known, setFolders.isEmpty { noteGone(known) }
            // It may have been a folder.
            try noteGone(tree: path, in: reader)
        }
        // A file that comes to a data set, changes or leaves it may change which files it has.
        for path in setFolders where path != folder.path {
            try compare(folder: Array(path.utf8), in: reader, isStopped: isStopped)
        }
        if setFolders.isEmpty {
            for (found, known) in alone { note(found, known: known) }
        } else {
            try compare(listing, of: folder, sets, in: reader, isStopped: isStopped)
        }
    }

    /// The folders with files of the data set that a file belongs to.
    private static func setFolders(
        of known: KnownFile?, in reader: StoreReader
    ) throws -> Set<String> {
        guard let known else { return [] }
        let main = known.main ?? known.path
        let parts = try reader.parts(ofPath: main)
        guard !parts.isEmpty else { return [] }
        return Set(([main] + parts.map(\.path)).map { PathText.divided($0).folder })
    }
}
