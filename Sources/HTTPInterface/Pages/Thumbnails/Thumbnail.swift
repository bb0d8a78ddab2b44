internal import MetadataModel

/// Where the pictures of assets are.
enum Thumbnail {
    static func link(of identity: AssetIdentity) -> String { "/thumbnails/\(identity)" }
}
