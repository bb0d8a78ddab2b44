public import MetadataModel
internal import Glibc

/// Tells what a text is: a number, a number with a unit, a list of numbers, a truth value, or text.
public struct ValueScanner {
    public enum Form: Hashable, Sendable {
        case number(Number)
        /// A number and what follows it, which may be a unit.
        case quantity(Number, String)
        /// Two or more numbers, divided by commas, semicolons or spaces.
        case list([Number])
        case truth(Bool)
        case text
    }

    /// Members of a list that are looked at.
    static let maximumListCount = 64

    let bytes: UnsafeBufferPointer<UInt8>

    public init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    public func form() -> Form {
        var start = 0
        var end = bytes.count
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        guard start < end else { return .text }
        if let truth = truth(start, end) { return .truth(truth) }
        guard let (first, after) = number(at: start, end: end) else { return .text }
        if after == end { return .number(first) }
        if let members = list(from: after, end: end, first: first) { return .list(members) }
        var unitStart = after
        while unitStart < end, isSpace(bytes[unitStart]) { unitStart += 1 }
        // A row of digits that no quantity has is a code, as `00050…0X` is.
        guard end - unitStart <= 24, after - start <= 40 else { return .text }
        // `1.dat` is a name.
        if unitStart == after, bytes[after - 1] == UInt8(ascii: ".") { return .text }
        // `0x10` is a code, not nought of something.
        if after == start + 1, bytes[start] == UInt8(ascii: "0"),
            bytes[after] | 0x20 == UInt8(ascii: "x")
        {
            return .text
        }
        // A letter right after an integer may be a name (`3D`), but `65nm` is a quantity: the unit
        // table decides.
        return .quantity(first, String(decoding: bytes[unitStart..<end], as: UTF8.self))
    }

    private func list(from start: Int, end: Int, first: Number) -> [Number]? {
        var members = [first]
        var position = start
        while position < end {
            let before = position
            while position < end, isSpace(bytes[position]) { position += 1 }
            if position < end,
                bytes[position] == UInt8(ascii: ",") || bytes[position] == UInt8(ascii: ";")
            {
                position += 1
                while position < end, isSpace(bytes[position]) { position += 1 }
            }
            guard position > before, members.count < Self.maximumListCount,
                let (member, after) = number(at: position, end: end)
            else { return nil }
            members.append(member)
            position = after
        }
        return members
    }

    private func truth(_ start: Int, _ end: Int) -> Bool? {
        func matches(_ word: StaticString) -> Bool {
            guard end - start == word.utf8CodeUnitCount else { return false }
            return word.withUTF8Buffer { wanted in
                for place in 0..<wanted.count where bytes[start + place] | 0x20 != wanted[place] {
                    return false
                }
                return true
            }
        }
        if matches("true") { return true }
        if matches("false") { return false }
        return nil
    }

    /// The number that begins at a place, and where it ends; integers stay exact.
    private func number(at start: Int, end: Int) -> (Number, Int)? {
        var position = start
        if position < end,
            bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
        {
            position += 1
        }
        let digitsStart = position
        var magnitude: UInt64 = 0
        var overflows = false
        while position < end, isDigit(bytes[position]) {
            let (product, first) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, second) = product.addingReportingOverflow(UInt64(bytes[position] - 0x30))
            overflows = overflows || first || second
            magnitude = sum
            position += 1
        }
        var digitCount = position - digitsStart
        var isInteger = true
        if position < end, bytes[position] == UInt8(ascii: ".") {
            var after = position + 1
            while after < end, isDigit(bytes[after]) { after += 1 }
            digitCount += after - position - 1
            guard digitCount > 0 else { return nil }
            isInteger = false
            position = after
        }
        guard digitCount > 0 else { return nil }
        if position + 1 < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
            var after = position + 1
            if bytes[after] == UInt8(ascii: "-") || bytes[after] == UInt8(ascii: "+") { after += 1 }
            let exponentStart = after
            while after < end, isDigit(bytes[after]) { after += 1 }
            if after > exponentStart {
                isInteger = false
                position = after
            }
        }
        if isInteger, !overflows {
            let isNegative = bytes[start] == UInt8(ascii: "-")
            if !isNegative, let exact = Int64(exactly: magnitude) {
                return (.integer(exact), position)
            }
            if isNegative, magnitude <= UInt64(Int64.max) {
                return (.integer(-Int64(magnitude)), position)
            }
        }
        // strtod wants a terminated text; numbers are short, and longer ones are no numbers of ours.
        guard position - start < 400 else { return nil }
        let value = withUnsafeTemporaryAllocation(of: CChar.self, capacity: position - start + 1) {
            text in
            for place in start..<position { text[place - start] = CChar(bitPattern: bytes[place]) }
            text[position - start] = 0
            return strtod(text.baseAddress!, nil)
        }
        return value.isFinite ? (.real(value), position) : nil
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
