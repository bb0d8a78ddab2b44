internal import Glibc
public import MetadataStore

/// Compares a selection's files with what lies on the disk now.
public enum Verification {
    /// What is wrong with a file; `nil` where it is as it was selected.
    ///
    /// A file whose digest is known is read where its size or time differ, and is the same if its
    /// content is. A file of which nothing but the path was known need only be there.
    public static func fault(of file: SelectedFile) -> String? {
        var status = stat()
        guard stat(file.path, &status) == 0 else {
            return errno == ENOENT ? "gone" : String(cString: strerror(errno)).lowercased()
        }
        guard let byteCount = file.byteCount else { return nil }
        guard UInt64(clamping: status.st_size) == byteCount else {
            return "\(status.st_size) bytes, \(byteCount) when it was selected"
        }
        let modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        guard let before = file.modifiedNanoseconds, before != modified else { return nil }
        guard let digest = file.sha256 else { return "changed since it was selected" }
        return ContentDigest.sha256(ofFileAt: file.path) == digest ? nil : "other content"
    }
}
