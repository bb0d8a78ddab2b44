internal import MetadataModel

/// A time as Windows counts it: in steps of 100 ns since the beginning of 1601, UTC.
struct WindowsFileTime {
    /// Microseconds between the beginnings of 1601 and 1970.
    private static let epoch: Int64 = 11_644_473_600_000_000

    /// Microseconds since 1970.
    let microseconds: Int64

    /// - Returns: `nil` before 1970 and after 9999, which no instrument means.
    init?(_ steps: UInt64) {
        let microseconds = Int64(clamping: steps / 10) - Self.epoch
        guard microseconds > 0, microseconds < 253_402_300_800_000_000 else { return nil }
        self.microseconds = microseconds
    }

    /// The time in ISO 8601.
    var text: String { TimeSpan.timestamp(ofMicroseconds: microseconds) }

    var span: TimeSpan { TimeSpan(start: microseconds, end: microseconds + 1, hasZone: true) }
}
