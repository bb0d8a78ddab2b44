internal import MetadataModel

/// A place in an ordered answer: the sort values of one asset, and its identity.
///
/// As text it is hexadecimal and means nothing to others: for each key of the order, a byte (0
/// where the asset has no value) and the value after its length; then the identity.
struct PageCursor {
    /// For each key of the order, the asset's value, or `nil` where it has none.
    var values: [[UInt8]?]
    var identity: AssetIdentity

    init(values: [[UInt8]?], identity: AssetIdentity) {
        self.values = values
        self.identity = identity
    }

    init(_ text: String, _ order: [StoreAnswer.Order]) throws {
        let digits = Array(text.utf8)
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count - 1, by: 2) {
            guard let high = Character(Unicode.Scalar(digits[place])).hexDigitValue,
                let low = Character(Unicode.Scalar(digits[place + 1])).hexDigitValue
            else { throw Self.foreign }
            bytes.append(UInt8(high << 4 | low))
        }
        let parts = bytes.withUnsafeBytes { all -> (values: [[UInt8]?], AssetIdentity)? in
            var cursor = ByteCursor(all)
            let values = order.keys.map { _ -> [UInt8]? in
                cursor.byte() == 1 ? Array(cursor.slice(cursor.count())) : nil
            }
            let identity = AssetIdentity(bytes: cursor.slice(16))
            return cursor.isDamaged || !cursor.isAtEnd ? nil : (values, identity)
        }
        guard let parts, digits.count % 2 == 0 else { throw Self.foreign }
        (values, identity) = parts
    }

    private static let foreign = StoreError(
        .foreignCursor, "the cursor belongs to another query")

    var text: String {
        var bytes: [UInt8] = []
        for value in values {
            bytes.append(value == nil ? 0 : 1)
            guard let value else { continue }
            bytes.append(varint: value.count)
            bytes.append(contentsOf: value)
        }
        bytes.append(contentsOf: identity.bytes)
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self)
    }
}

extension [StoreAnswer.Order] {
    /// The parts that compare values: what follows an identity can decide nothing.
    var keys: ArraySlice<StoreAnswer.Order> {
        if case .relevance? = first { return prefix(1) }
        return prefix { order in
            if case .key = order { true } else { false }
        }
    }

    /// Whether equal assets stand in the reverse order of their identities.
    var isIdentityDescending: Bool {
        for case .identity(let isDescending) in self { return isDescending }
        return false
    }
}
