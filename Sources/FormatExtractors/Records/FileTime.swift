internal import MetadataModel

/// Times as Windows counts them: 100 ns since 1601-01-01 in UTC.
enum FileTime {
    /// The time as text; `nil` where it is none of the years 1970 to 2999.
    static func text(_ ticks: UInt64) -> String? {
        let microseconds = ticks / 10
        let epoch: UInt64 = 11_644_473_600_000_000
        guard microseconds >= epoch, microseconds - epoch < 32_503_680_000_000_000 else {
            return nil
        }
        return TimeSpan.timestamp(ofMicroseconds: Int64(microseconds - epoch))
    }
}
