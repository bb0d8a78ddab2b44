internal import Foundation

/// What kind of file system a folder is on.
enum FileSystemKind {
    /// Beginnings of the types of file systems whose files other machines change, of which this
    /// one hears nothing.
    private static let shared = [
        "nfs", "cifs", "smb", "afs", "ceph", "9p", "fuse", "lustre", "gpfs", "beegfs", "panfs",
        "ocfs2", "gfs2", "pvfs2", "orangefs", "glusterfs", "virtiofs", "vboxsf", "davfs",
    ]

    /// Whether other machines can change files below a folder without this one hearing of it.
    ///
    /// Source: `/proc/self/mountinfo`, described in
    /// <https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html>.
    static func isShared(_ path: String) -> Bool {
        guard let table = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
        else { return false }
        var longest = -1
        var type: Substring = ""
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
            else { continue }
            let mountPoint = fields[4].replacing("\\040", with: " ")
            let isAbove =
                mountPoint == "/" || path == mountPoint || path.hasPrefix(mountPoint + "/")
            guard isAbove, mountPoint.utf8.count >= longest else { continue }
            longest = mountPoint.utf8.count
            type = fields[dash + 1]
        }
        return shared.contains { type.hasPrefix($0) }
    }
}
