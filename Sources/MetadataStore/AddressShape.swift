/// Divides the address of a locus into a shape that many facts share and the numbers within it:
/// `IFD 0 tag 256` is `IFD # tag #` with 0 and 256.
enum AddressShape {
    /// Stands in a shape for a number.
    static let placeholder: UInt8 = 1
    /// Begins a shape that is the address as it is.
    static let literal: UInt8 = 2

    static func split(
        _ address: UnsafeBufferPointer<UInt8>, shape: inout [UInt8], numbers: inout [UInt64]
    ) {
        shape.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        var position = 0
        while position < address.count {
            let byte = address[position]
            guard byte >= 0x30, byte <= 0x39 else {
                guard byte > literal else {
                    shape = [literal] + address
                    numbers.removeAll(keepingCapacity: true)
                    return
                }
                shape.append(byte)
                position += 1
                continue
            }
            let start = position
            var number: UInt64 = 0
            while position < address.count, address[position] >= 0x30, address[position] <= 0x39,
                position - start < 18
            {
                number = number * 10 + UInt64(address[position] - 0x30)
                position += 1
            }
            // A number with leading zeros would not be written so again.
            if byte == 0x30, position - start > 1 {
                shape.append(contentsOf: address[start..<position])
            } else {
                shape.append(placeholder)
                numbers.append(number)
            }
        }
    }

    /// The address, with numbers from `next` for the placeholders.
    static func join(_ shape: UnsafeRawBufferPointer, next: () -> UInt64) -> String {
        guard shape.first != literal else {
            return String(decoding: shape.dropFirst(), as: UTF8.self)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(shape.count + 8)
        for byte in shape {
            if byte == placeholder {
                bytes.append(contentsOf: String(next()).utf8)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
