internal import MetadataModel

/// Where a directory hangs in the file, and so how its facts are named.
struct TIFFPlace {
    let kind: TIFFDirectoryKind
    /// The key under which the directory's tags stand; `nil` where that is their namespace.
    let prefix: String?
    let element: ElementPath
    /// The place in words: `IFD 0`, `IFD 0 SubIFD 1`, `IFD 0 Exif`.
    let address: String
    /// Tag and position of each directory from the chain down, without the first.
    let path: [Int]

    /// A directory of the chain.
    init(chain index: Int) {
        kind = .image
        prefix = nil
        element = ElementPath(index: index)
        address = "IFD \(index)"
        path = []
    }

    private init(
        kind: TIFFDirectoryKind, prefix: String?, element: ElementPath, address: String,
        path: [Int]
    ) {
        self.kind = kind
        self.prefix = prefix
        self.element = element
        self.address = address
        self.path = path
    }

    /// How many directories stand above this one.
    var depth: Int { path.count / 2 }

    func key(of tag: TIFFTag) -> FactKey {
        prefix.map { FactKey(printed: $0).appending(tag.name) } ?? tag.key
    }

    /// Directory `index` of those that `pointer` points to from here.
    ///
    /// A directory of images is an element of the pointer's key; the others stand once and share
    /// the element of the directory of the chain.
    func child(_ kind: TIFFDirectoryKind, index: Int, by pointer: TIFFField) -> TIFFPlace {
        let isImage = kind == .image
        let number = isImage ? " \(index)" : ""
        return TIFFPlace(
            kind: kind, prefix: isImage ? pointer.key.description : nil,
            element: isImage
                ? element.appending(segment: depth + 1, index: index)
                : ElementPath(steps: Array(element.steps.prefix(1))),
            address: "\(address) \(kind.names.address)\(number)",
            path: path + [Int(pointer.entry.tag), index])
    }
}
