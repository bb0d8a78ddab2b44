/// Whether a run of printable bytes can be what a person or a program wrote, and not numbers or
/// pixels that happen to be printable.
enum PlainWording {
    private static let leastCount = 8
    private static let leastWordCount = 4

    /// Most characters are letters, digits and spaces, few of them beyond ASCII; there is a word of one
    /// case with a vowel; the characters go up and down, and do not rise and fall slowly as pixels do.
    static func isPlausible(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count >= leastCount, hasWord(text) else { return false }
        var common = 0
        var foreign = 0
        var close = 0
        var pairs = 0
        var turns = 0
        var previous: UInt8 = 0
        var wasRising = false
        for byte in text {
            if byte >= 0x80 { foreign += 1 }
            if isLetter(byte) || byte == 0x20 || (0x30...0x39).contains(byte) || byte <= 0x0D {
                common += 1
            }
            if byte > 0x20, previous > 0x20 {
                pairs += 1
                if max(byte, previous) - min(byte, previous) <= 4 { close += 1 }
                let isRising = byte > previous
                if isRising != wasRising { turns += 1 }
                wasRising = isRising
            }
            previous = byte
        }
        // Short runs and single words occur by chance, so more is asked of them.
        let turning = text.contains(0x20) ? 25 : 40
        let share = text.count < 16 ? 85 : 70
        return common * 100 >= (text.count - foreign) * share && foreign * 100 <= text.count * 20
            && close * 100 < pairs * 60 && turns * 100 > pairs * turning
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    /// Whether four letters or more follow each other, the first or all of them capital.
    private static func hasWord(_ text: ArraySlice<UInt8>) -> Bool {
        var count = 0
        var hasVowel = false
        var isCapital = false
        for byte in text {
            let letter = byte | 0x20
            let isUpper = byte < 0x60
            // Behind its first letter, a word keeps its case.
            if !isLetter(byte) || count > 0 && isUpper != isCapital && !(count == 1 && isCapital) {
                count = 0
                hasVowel = false
            }
            guard isLetter(byte) else { continue }
            isCapital = isUpper
            count += 1
            if [0x61, 0x65, 0x69, 0x6F, 0x75].contains(letter) { hasVowel = true }
            if count >= leastWordCount, hasVowel { return true }
        }
        return false
    }
}
