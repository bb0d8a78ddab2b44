internal import CZstd

/// The stored form of records: that of ``RecordWriter`` or, where it is smaller, a zero byte and
/// one frame of zstd. No record begins with a zero, since it holds at least one asset.
enum RecordCompression {
    static let marker: UInt8 = 0
    /// Two thirds of the time of the next level, and 7 % more bytes.
    static let level: Int32 = 1
    /// Records of one asset with an immense value are the largest.
    static let maximumByteCount: UInt64 = 1 << 31
}

/// Compresses records. One thread at a time may use it, as zstd's contexts demand.
struct RecordCompressor: ~Copyable {
    private let context: OpaquePointer

    init() {
        guard let context = ZSTD_createCCtx() else {
            preconditionFailure("out of memory for a compressor")
        }
        self.context = context
    }

    deinit {
        ZSTD_freeCCtx(context)
    }

    func stored(_ record: [UInt8]) -> [UInt8] {
        let bound = ZSTD_compressBound(record.count)
        let frame = [UInt8](unsafeUninitializedCapacity: bound + 1) { buffer, filled in
            buffer[0] = RecordCompression.marker
            let count = ZSTD_compressCCtx(
                context, buffer.baseAddress.map { $0 + 1 }, bound, record, record.count,
                RecordCompression.level)
            filled = reticle_zstd_is_error(count) != 0 ? 0 : count + 1
        }
        return frame.isEmpty || frame.count >= record.count ? record : frame
    }
}

/// Reads what a ``RecordCompressor`` made.
struct RecordExpander: ~Copyable {
    private let context: OpaquePointer

    init() {
        guard let context = ZSTD_createDCtx() else {
            preconditionFailure("out of memory for an expander")
        }
        self.context = context
    }

    deinit {
        ZSTD_freeDCtx(context)
    }

    func record(_ stored: UnsafeRawBufferPointer) throws -> [UInt8] {
        guard stored.first == RecordCompression.marker, let start = stored.baseAddress else {
            return Array(stored)
        }
        let frame = start + 1
        let size = ZSTD_getFrameContentSize(frame, stored.count - 1)
        guard reticle_zstd_has_size(size) != 0, size <= RecordCompression.maximumByteCount else {
            throw Self.damaged
        }
        let count = Int(size)
        let record = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let found = ZSTD_decompressDCtx(
                context, buffer.baseAddress, count, frame, stored.count - 1)
            filled = reticle_zstd_is_error(found) != 0 ? 0 : found
        }
        guard record.count == count else { throw Self.damaged }
        return record
    }

    private static let damaged = StoreError(.damaged, "a record does not expand")
}
