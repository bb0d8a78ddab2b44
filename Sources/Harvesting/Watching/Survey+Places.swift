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
            try compare(folder: folder, in: reader)
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
    private mutating func compare(folder rawPath: [UInt8], in reader: StoreReader) throws {
        guard let folder = try open(rawPath, in: reader),
            let listing = try? FolderListing(folder)
        else { return }
        var known: [String: FileState] = [:]
        try reader.fileStates(in: folder.path) { known[$0] = $1 }
        var missing = known
        for place in 0..<listing.count where [.file, .other].contains(listing[place].kind) {
            let found = FoundFile(folder: folder, listing: listing, place: place)
            note(found, known: known[found.path])
            missing[found.path] = nil
        }
        for (path, state) in missing { noteGone(path, state) }
    }

    private mutating func compare(
        _ names: Set<[UInt8]>, in rawPath: [UInt8], _ reader: StoreReader, isStopped: () -> Bool
    ) throws {
        let path = PathText.text(of: rawPath)
        var missing = Set(names.map { path + "/" + PathText.text(of: $0) })
        if let folder = try open(rawPath, in: reader) {
            let listing = FolderListing(names, in: folder)
            for place in 0..<listing.count {
                let (name, kind) = listing[place]
                switch kind {
                case .link: continue
                case .folder:
                    missing.remove(folder.path(of: name))
                    let below = rawPath + [UInt8(ascii: "/")] + listing.rawName(at: place)
                    try compare(tree: below, in: reader, isStopped: isStopped)
                case .file, .other:
                    let found = FoundFile(folder: folder, listing: listing, place: place)
                    note(found, known: try reader.fileState(path: found.path))
                    missing.remove(folder.path(of: name))
                }
            }
        }
        for path in missing {
            if let state = try reader.fileState(path: path) { noteGone(path, state) }
            // It may have been a folder.
            try noteGone(tree: path, in: reader)
        }
    }
}
