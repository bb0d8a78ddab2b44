internal import Glibc
internal import Synchronization

/// Notes that a person wants the program to stop, so that it can end what it is about.
///
/// The first interrupt is noted, the second one ends the program.
enum Interruption {
    private static let hasCome = Atomic(false)

    static var isWanted: Bool { hasCome.load(ordering: .relaxed) }

    /// Begins to note interrupts and requests to terminate.
    static func watch() {
        hasCome.store(false, ordering: .relaxed)
        // Whoever started the program may have blocked them.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        for number in [SIGINT, SIGTERM] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { _ in
                Interruption.hasCome.store(true, ordering: .relaxed)
            }
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | Int32(SA_RESTART)
            sigaction(number, &action, nil)
        }
    }
}
