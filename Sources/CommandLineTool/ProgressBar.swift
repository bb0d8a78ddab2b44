internal import Foundation
internal import Glibc
internal import Synchronization

/// Shows on standard error how far something has come: a bar that is drawn over on a terminal, a
/// line now and then elsewhere.
final class ProgressBar: Sendable {
    private struct State {
        var lastDrawn: ContinuousClock.Instant
        var isShown = false
    }

    private static let barWidth = 24

    private let unit: String
    private let isTerminal: Bool
    private let isQuiet: Bool
    private let beginning: ContinuousClock.Instant
    private let state: Mutex<State>

    /// - Parameter unit: What is counted, such as `files`.
    init(unit: String, isQuiet: Bool = false) {
        self.unit = unit
        self.isQuiet = isQuiet
        isTerminal = isatty(STDERR_FILENO) == 1
        beginning = .now
        state = Mutex(State(lastDrawn: .now))
    }

    /// Shows a state, unless one was shown a moment ago.
    ///
    /// - Parameter total: How much there is to do, where that is known.
    func show(_ done: Int, of total: Int?, rateCount: Int? = nil) {
        guard !isQuiet else { return }
        let interval = isTerminal ? Duration.milliseconds(100) : .seconds(10)
        let now = ContinuousClock.now
        state.withLock { state in
            guard now - state.lastDrawn >= interval else { return }
            state.lastDrawn = now
            state.isShown = true
            write(text(done, total, rateCount ?? done, seconds: (now - beginning) / .seconds(1)))
        }
    }

    /// Takes the bar away.
    func end() {
        state.withLock { state in
            if state.isShown, isTerminal { Self.put("\r\u{1B}[K") }
            state.isShown = false
        }
    }

    private func write(_ text: String) {
        Self.put(isTerminal ? "\r\u{1B}[K\(text)" : text + "\n")
    }

    private func text(_ done: Int, _ total: Int?, _ count: Int, seconds: Double) -> String {
        let rate = seconds > 0 ? Double(count) / seconds : 0
        let speed = "\(Int(rate)) \(unit)/s"
        guard let total, total > 0 else { return "\(count) \(unit), \(speed)" }
        let share = min(1, Double(done) / Double(total))
        let filled = Int(share * Double(Self.barWidth))
        let bar =
            String(repeating: "█", count: filled)
            + String(repeating: "░", count: Self.barWidth - filled)
        let left = share > 0 ? Int((seconds * (1 - share) / share).rounded(.up)) : 0
        return
            "\(bar) \(Int(share * 100)) %  \(count) \(unit), \(speed), \(Self.spelled(left)) left"
    }

    private static func spelled(_ seconds: Int) -> String {
        seconds < 60
            ? "\(seconds) s"
            : seconds < 3600
                ? "\(seconds / 60) min \(seconds % 60) s"
                : "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }

    private static func put(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
