internal import Extraction
internal import Glibc
internal import MetadataModel

/// Has a program read a file, and takes its facts as they come.
struct ProgramReading {
    /// Bytes of all that a program may say of one file, and of one line.
    private static let maximumByteCount = 64 << 20
    private static let maximumLineByteCount = 4 << 20

    let id: String
    let program: ProgramDescription

    func run(_ reader: ByteReader, into collector: FactCollector) throws(ExtractionError) {
        if reader.descriptor >= 0 {
            try run(descriptor: reader.descriptor, into: collector)
        } else {
            let descriptor = try Self.descriptor(of: reader)
            defer { close(descriptor) }
            try run(descriptor: descriptor, into: collector)
        }
    }

    private func run(descriptor: Int32, into collector: FactCollector) throws(ExtractionError) {
        let process = try ProgramProcess(program, reading: descriptor)
        var waiting: [UInt8] = []
        var byteCount = 0
        var lineNumber = 0
        while true {
            let piece = try process.read()
            byteCount += piece.count
            var start = 0
            for place in piece.indices where piece[place] == 0x0A {
                lineNumber += 1
                take(waiting[...] + piece[start..<place], lineNumber, collector)
                waiting.removeAll(keepingCapacity: true)
                start = place + 1
            }
            waiting += piece[start...]
            if piece.isEmpty { break }
            guard byteCount <= Self.maximumByteCount, waiting.count <= Self.maximumLineByteCount
            else {
                throw ExtractionError(
                    .limitExceeded, "the program said more than \(Self.maximumByteCount) bytes")
            }
            if collector.isFull { return }
        }
        if !waiting.isEmpty { take(waiting[...], lineNumber + 1, collector) }
        try process.finish()
    }

    /// Takes a line; a bad one costs itself alone.
    private func take(_ line: ArraySlice<UInt8>, _ number: Int, _ collector: FactCollector) {
        guard line.contains(where: { $0 > 0x20 }) else { return }
        do throws(ExtractionError) {
            try ProgramLine(line).collect(below: id, into: collector)
        } catch {
            var issue = error.issue
            issue.detail = "line \(number) of the program: \(issue.detail)"
            issue.locus = Locus()
            collector.report(issue)
        }
    }

    /// A descriptor of bytes in memory, such as those of a file within a gzip file.
    private static func descriptor(of reader: ByteReader) throws(ExtractionError) -> Int32 {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        // A worker may write no file.
        guard UInt64(limit.rlim_cur) >= reader.count else {
            throw ExtractionError(.unsupported, "programs read no file within another one")
        }
        let bytes = try reader.prefix(maximum: maximumByteCount)
        guard let file = tmpfile() else {
            throw ExtractionError(.unsupported, String(cString: strerror(errno)).lowercased())
        }
        let descriptor = fcntl(fileno(file), F_DUPFD_CLOEXEC, 3)
        fclose(file)
        guard descriptor >= 0 else {
            throw ExtractionError(.unsupported, String(cString: strerror(errno)).lowercased())
        }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            guard count > 0 || errno == EINTR else {
                close(descriptor)
                throw ExtractionError(.unsupported, String(cString: strerror(errno)).lowercased())
            }
            written += max(0, count)
        }
        return descriptor
    }
}
