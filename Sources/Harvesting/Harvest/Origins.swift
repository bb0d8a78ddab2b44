internal import Glibc
internal import MetadataModel
internal import MetadataStore

/// Finds the asset that a file new at its path was before it moved or came back.
///
/// It is one with the same fingerprint whose file is gone: a tombstone, or an asset at whose path
/// there is nothing any more. Of several, one of the same path is preferred, then one of the same
/// name.
final class Origins {
    /// Assets of one fingerprint that are looked at: there may be thousands of equal files.
    private static let maximumCandidateCount = 64

    private let store: MetadataStore
    private let keys: [KeyID]
    /// Assets that have been found again in this harvest.
    private var claimed: Set<AssetIdentity> = []

    /// - Parameter store: The index; asked as it is after the last commit.
    init(_ store: MetadataStore) throws {
        self.store = store
        keys = try store.read { try $0.keys().entries(folded: FactKey.fingerprint.folded) }
            .map(\.id)
    }

    /// - Returns: The identity, and whether it was a tombstone.
    func origin(
        of path: String, fingerprint: String, inode: UInt64
    ) throws -> (identity: AssetIdentity, isReturned: Bool)? {
        guard !keys.isEmpty else { return nil }
        return try store.read { reader in
            var reader = reader
            reader.findsDeleted = true
            let test = FactTest(keys: keys, .text(fingerprint, isCaseSensitive: true))
            let found = try reader.answer(.facts(test)).page(
                order: [], after: nil, limit: Self.maximumCandidateCount)
            var best: (identity: AssetIdentity, isReturned: Bool)?
            var bestRank = -1
            for identity in found.identities where !claimed.contains(identity) {
                guard let old = try reader.path(of: identity) else { continue }
                let isDeleted = try reader.isDeleted(identity)
                let rank = old == path ? 2 : Self.name(old) == Self.name(path) ? 1 : 0
                guard rank > bestRank else { continue }
                if !isDeleted {
                    let knownInode = try reader.knownFile(path: old)?.state.inode
                    guard Self.isGone(old, wasSameFile: knownInode == inode) else { continue }
                }
                best = (identity, isDeleted)
                bestRank = rank
            }
            if let best { claimed.insert(best.identity) }
            return best
        }
    }

    /// Whether there is nothing at a path for another reason than that a file system is not
    /// mounted: that leaves an empty folder behind, or none.
    private static func isGone(_ path: String, wasSameFile: Bool) -> Bool {
        var status = stat()
        guard lstat(path, &status) != 0, errno == ENOENT || errno == ENOTDIR else { return false }
        return wasSameFile || Folder.hasEntries(nearestTo: path)
    }

    private static func name(_ path: String) -> Substring {
        path.split(separator: "/").last ?? ""
    }
}

extension Folder {
    /// Whether the innermost folder that there is on the way to a path has anything in it.
    static func hasEntries(nearestTo path: String) -> Bool {
        var path = path[...]
        while let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
            path = path[..<slash]
            guard let stream = opendir(path.isEmpty ? "/" : String(path)) else {
                guard errno == ENOENT || errno == ENOTDIR else { return false }
                continue
            }
            defer { closedir(stream) }
            var count = 0
            while readdir(stream) != nil {
                count += 1
                if count > 2 { return true }
            }
            return false
        }
        return false
    }
}
