/// What parent and worker say to each other over a Unix stream socket.
///
/// Both write frames: the length in 4 bytes, lowest first, which counts all that follows; a byte
/// for the kind; the body. A number is a varint (seven bits a byte, the lowest first), a signed one
/// zigzag-coded; a real is 8 bytes, lowest first; a text is its length in bytes and UTF-8.
///
/// | From   | Kind      | Body |
/// |:-------|:----------|:-----|
/// | parent | `request` | flags (1: careful), size, modification time (signed), path; the file's descriptor goes along |
/// | worker | `hello`   | version; once, before anything else |
/// | worker | `began`   | type, extractor |
/// | worker | `facts`   | facts until the frame ends, see ``FactEncoder`` |
/// | worker | `ended`   | bytes read, number of issues, issues |
///
/// A worker answers requests in their order: `began`, any number of `facts`, `ended`. It writes
/// no later than at the end of each file, so the first request without `ended` is the one that a
/// dead worker was busy with. A *careful* answer is written fact by fact, so that a crash loses
/// none of them.
enum WorkerProtocol {
    static let version: UInt8 = 1
    static let lengthByteCount = 4
    /// Bytes of a frame after which a worker begins another.
    static let fullFrameByteCount = 1 << 16
    /// A fact has at most six texts, so a frame that was not full before its last fact fits.
    static let maximumFrameByteCount = 8 << 20
    static let maximumTextByteCount = 1 << 20
    /// Keys that are numbered; one more, and both sides begin anew.
    static let maximumKeyCount = 1 << 16
    static let maximumIssueCount = 2000
    static let carefulFlag: UInt8 = 1
}

enum FrameKind: UInt8 {
    case hello = 1
    case began, facts, ended
    case request = 16
}
