internal import CRoaring

/// A set of ordinals: a compressed bitmap of CRoaring.
///
/// A value with a class behind it: operators return new sets, and only this file touches the
/// bitmap. A set is changed while one function owns it; afterwards it is only read, which
/// CRoaring allows from any thread.
final class AssetSet: @unchecked Sendable {
    private let bitmap: UnsafeMutablePointer<roaring_bitmap_t>

    private init(owning bitmap: UnsafeMutablePointer<roaring_bitmap_t>?) {
        guard let bitmap else { preconditionFailure("out of memory for a set of assets") }
        self.bitmap = bitmap
    }

    convenience init() {
        self.init(owning: roaring_bitmap_create())
    }

    /// The ordinals of a range.
    convenience init(_ range: Range<UInt32>) {
        self.init(owning: roaring_bitmap_create())
        roaring_bitmap_add_range_closed(
            bitmap, range.lowerBound, range.upperBound &- (range.isEmpty ? 0 : 1))
        if range.isEmpty { roaring_bitmap_clear(bitmap) }
    }

    /// A set from its stored form; `nil` where the bytes are none.
    convenience init?(stored bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
            let bitmap = roaring_bitmap_portable_deserialize_safe(start, bytes.count)
        else { return nil }
        self.init(owning: bitmap)
    }

    deinit {
        roaring_bitmap_free(bitmap)
    }

    func copy() -> AssetSet { AssetSet(owning: roaring_bitmap_copy(bitmap)) }

    var count: Int { Int(roaring_bitmap_get_cardinality(bitmap)) }
    var isEmpty: Bool { roaring_bitmap_is_empty(bitmap) }

    func contains(_ ordinal: UInt32) -> Bool { roaring_bitmap_contains(bitmap, ordinal) }

    func insert(_ ordinal: UInt32) { roaring_bitmap_add(bitmap, ordinal) }
    func remove(_ ordinal: UInt32) { roaring_bitmap_remove(bitmap, ordinal) }

    /// Adds ordinals, best in ascending order.
    func insert(contentsOf ordinals: [UInt32]) {
        ordinals.withUnsafeBufferPointer { buffer in
            roaring_bitmap_add_many(bitmap, buffer.count, buffer.baseAddress)
        }
    }

    func formUnion(_ other: AssetSet) { roaring_bitmap_or_inplace(bitmap, other.bitmap) }
    func formIntersection(_ other: AssetSet) { roaring_bitmap_and_inplace(bitmap, other.bitmap) }
    func subtract(_ other: AssetSet) { roaring_bitmap_andnot_inplace(bitmap, other.bitmap) }

    func intersection(_ other: AssetSet) -> AssetSet {
        AssetSet(owning: roaring_bitmap_and(bitmap, other.bitmap))
    }

    func subtracting(_ other: AssetSet) -> AssetSet {
        AssetSet(owning: roaring_bitmap_andnot(bitmap, other.bitmap))
    }

    func intersectionCount(_ other: AssetSet) -> Int {
        Int(roaring_bitmap_and_cardinality(bitmap, other.bitmap))
    }

    /// The ordinal with this many smaller ones in the set.
    func ordinal(atRank rank: Int) -> UInt32? {
        var ordinal: UInt32 = 0
        return roaring_bitmap_select(bitmap, UInt32(rank), &ordinal) ? ordinal : nil
    }

    /// All ordinals in ascending order.
    func ordinals() -> [UInt32] {
        let count = self.count
        return [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
            if let start = buffer.baseAddress { roaring_bitmap_to_uint32_array(bitmap, start) }
            filled = count
        }
    }

    /// So many ordinals, from the one on that has `rank` smaller ones in the set.
    func ordinals(fromRank rank: Int, count: Int) -> [UInt32] {
        [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
            _ = roaring_bitmap_range_uint32_array(bitmap, rank, count, buffer.baseAddress)
            filled = count
        }
    }

    /// Calls `body` with every ordinal in ascending order, some at a time, until it returns false.
    func forEachChunk(of size: Int = 4096, _ body: ([UInt32]) throws -> Bool) rethrows {
        let total = count
        var offset = 0
        while offset < total {
            let length = min(size, total - offset)
            guard try body(ordinals(fromRank: offset, count: length)) else { return }
            offset += length
        }
    }

    /// The set as stored: CRoaring's portable form, runs compressed.
    func stored() -> [UInt8] {
        roaring_bitmap_run_optimize(bitmap)
        return serialized()
    }

    /// The set in CRoaring's portable form, its containers as they are.
    func serialized() -> [UInt8] {
        let size = roaring_bitmap_portable_size_in_bytes(bitmap)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                _ = roaring_bitmap_portable_serialize(bitmap, characters.baseAddress)
            }
            filled = size
        }
    }
}
