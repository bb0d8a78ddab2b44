public import ExtractionWorker
internal import Extraction
internal import Glibc

/// The life of a process that makes one picture: it reads the image on its standard input and
/// writes to its standard output the picture's kind, one byte, and its bytes; nothing where there
/// are no pixels that can be had cheaply.
public enum ThumbnailWorker {
    static let headerByteCount = 32

    /// - Parameter limits: Are put on this process first.
    public static func run(limits: WorkerLimits) {
        limits.confineThisProcess()
        limits.restartProcessorTimer()
        guard let picture = picture(of: STDIN_FILENO) else { return }
        let bytes = [picture.kind.rawValue] + picture.bytes
        bytes.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = write(STDOUT_FILENO, bytes.baseAddress! + sent, bytes.count - sent)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                sent += count
            }
        }
    }

    /// A small picture of an open file; closes the descriptor where it is a TIFF file.
    static func picture(of descriptor: Int32) -> Picture? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        let reader = ByteReader(descriptor: descriptor, count: UInt64(clamping: status.st_size))
        guard
            let header = try? reader.bytes(
                at: 0, count: min(headerByteCount, Int(clamping: status.st_size)))
        else { return nil }
        if let kind = WebImage.kind(of: header) {
            if let whole = WebImage.picture(kind, reader, header) { return whole }
            return kind == .jpeg ? EmbeddedPreview.ofJPEG(reader) : nil
        }
        let mark = Array(header.prefix(2))
        guard mark == [0x49, 0x49] || mark == [0x4D, 0x4D] else { return nil }
        if let preview = EmbeddedPreview.ofTIFF(reader) { return preview }
        guard var pages = TIFFPages(descriptor: descriptor) else { return nil }
        return pages.raster()?.picture
    }
}
