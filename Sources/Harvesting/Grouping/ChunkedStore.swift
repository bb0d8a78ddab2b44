/// Folders that are one data set: Zarr, OME-Zarr and N5 stores.
///
/// What describes the arrays is read; the chunks are counted.
enum ChunkedStore {
    private static let zarrNames: Set<String> = [
        ".zgroup", ".zattrs", ".zarray", ".zmetadata", "zarr.json",
    ]
    private static let n5Name = "attributes.json"

    /// Whether a folder is a store, as the names in it say.
    static func isStore(_ folderName: String, holds: (String) -> Bool) -> Bool {
        zarrNames.contains(where: holds)
            || (folderName.lowercased().hasSuffix(".n5") && holds(n5Name))
    }

    /// Whether a file within a store describes it.
    static func isDescription(_ name: String) -> Bool {
        zarrNames.contains(name) || name == n5Name || name == "METADATA.ome.xml"
    }

    /// Whether a file within a store is a chunk: `0`, `0.3.1`, `c.0.1`, `c`.
    static func isChunk(_ name: String) -> Bool {
        let rest = name.utf8.first == UInt8(ascii: "c") ? name.utf8.dropFirst() : name.utf8[...]
        return rest.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
        }
    }

    /// The format's name.
    static func type(of folderName: String) -> String {
        folderName.lowercased().hasSuffix(".n5") ? "n5" : "zarr"
    }
}
