internal import ExtractionWorker

/// The files beside a named file that are parts of its data set, as the names of sets tell: the
/// `.hdr` of a `.mib`, the `.ser` of an `.emi`. What numbered slices and folders below hold is
/// left out: it is pixels.
struct Companions {
    /// A file with more parts is a session or a plate, and what it has around it is not one image.
    private static let maximumCount = 16

    private var folderRawPath: [UInt8]?
    private var sets: FolderSets?

    /// The paths of the companions of a file, in the order of their names.
    ///
    /// Cost: one listing for all files of a folder that are asked for one after the other.
    mutating func rawPaths(of rawPath: [UInt8]) -> [[UInt8]] {
        let slash = UInt8(ascii: "/")
        let place = rawPath.lastIndex(of: slash)
        let folder = place.map { Array(rawPath[..<$0]) } ?? [UInt8(ascii: ".")]
        if folderRawPath != folder {
            folderRawPath = folder
            sets = Self.sets(of: folder)
        }
        let name = PathText.text(of: Array(rawPath[(place.map { $0 + 1 } ?? 0)...]))
        let names = sets?.companions(of: name) ?? []
        guard names.count <= Self.maximumCount else { return [] }
        return names.map { place == nil ? Array($0.utf8) : folder + [slash] + Array($0.utf8) }
    }

    /// The sets of a folder; `nil` where it may not be listed.
    private static func sets(of rawPath: [UInt8]) -> FolderSets? {
        guard let folder = try? Folder(rawPath: rawPath, followsLink: true),
            let listing = try? FolderListing(folder)
        else { return nil }
        return FolderSets(folder, listing, SetContext())
    }
}
