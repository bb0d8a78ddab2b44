internal import Extraction
internal import Glibc
internal import MetadataModel

/// Reads files in child processes.
///
/// A file that ends its worker, hangs it or makes it talk nonsense costs that file alone: it gets
/// an issue and keeps the facts that came before, and all other files are read by a fresh worker.
/// Each worker has several files waiting, so that it is never idle; of a file with millions of
/// facts only a part is in memory.
///
/// A pool serves one caller, who waits; the work runs in the children.
public struct WorkerPool: Sendable {
    private let configuration: WorkerConfiguration

    public init(_ configuration: WorkerConfiguration) {
        self.configuration = configuration
    }

    /// Runs jobs until there are no more.
    ///
    /// - Parameters:
    ///   - next: Is asked for a job whenever there is room for one; `nil` ends the run once all
    ///     jobs have been delivered.
    ///   - deliver: Is called with the events of all jobs in the order of the jobs. While it runs
    ///     no file's deadline comes closer.
    /// - Throws: ``WorkerPoolError`` where workers do not start, and what `next` and `deliver`
    ///   throw; workers still busy are killed then.
    public func run<Tag>(
        next: () throws -> ExtractionJob<Tag>?,
        deliver: (ExtractionEvent<Tag>) throws -> Void
    ) throws {
        var run = PoolRun<Tag>(configuration: configuration)
        try run.work(next: next, deliver: deliver)
    }
}

/// A file on its way through a run.
private struct FileTurn<Tag> {
    let tag: Tag
    let file: FileDescription
    let number: Int
    /// What is known of the outcome: of an ended file all, of a begun one type and extractor.
    var outcome = ExtractionOutcome.unknown
    var hasBegun = false
    /// Facts that have been handed on.
    var factCount = 0
}

/// A file that a worker has been asked for.
private struct Assignment<Tag> {
    var turn: FileTurn<Tag>
    let source: OpenFile
    /// Workers that died of it.
    var deathCount = 0
    /// Facts that came before, from a worker that died, and come again.
    var repeatedFactCount = 0
}

/// A worker and what it has been asked for.
private final class BusyWorker<Tag> {
    let process: WorkerProcess
    var assignments: [Assignment<Tag>] = []
    /// When the first assignment was begun, or the process was started.
    var began: Duration
    /// Since when the worker's answers are not read, because others come first.
    var pauseBegan: Duration?

    init(process: WorkerProcess, began: Duration) {
        self.process = process
        self.began = began
    }
}

/// One run of a ``WorkerPool``.
private struct PoolRun<Tag> {
    typealias Deliver = (ExtractionEvent<Tag>) throws -> Void

    /// Files that wait in one worker, the one it reads included.
    static var depth: Int { 16 }
    /// Workers in a row that may die before their first word.
    static var maximumStartFailureCount: Int { 3 }
    /// Time within which a worker says its first word.
    static var startDeadline: Duration { .seconds(30) }

    let configuration: WorkerConfiguration
    private var workers: [BusyWorker<Tag>] = []
    private var sequencer = EventSequencer<Tag>()
    private var startFailureCount = 0
    private let clock = ContinuousClock()
    private let beginning: ContinuousClock.Instant
    /// Time that the caller's code took.
    private var callerTime = Duration.zero

    init(configuration: WorkerConfiguration) {
        self.configuration = configuration
        beginning = clock.now
    }

    /// The time that counts for deadlines.
    private var elapsed: Duration { clock.now - beginning - callerTime }

    mutating func work(next: () throws -> ExtractionJob<Tag>?, deliver: Deliver) throws {
        var isExhausted = false
        while true {
            while !isExhausted, sequencer.hasRoom, !sequencer.isFull, hasIdleCapacity {
                let before = clock.now
                let job = try next()
                callerTime += clock.now - before
                guard let job else {
                    isExhausted = true
                    break
                }
                try take(job, deliver)
            }
            guard workers.contains(where: { !$0.assignments.isEmpty }) else { break }
            try wait(deliver)
        }
    }

    // MARK: Handing out

    private var hasIdleCapacity: Bool {
        workers.count < configuration.workerCount
            || workers.contains { $0.assignments.count < Self.depth }
    }

    private mutating func take(_ job: ExtractionJob<Tag>, _ deliver: Deliver) throws {
        let number = sequencer.append()
        switch job {
        case .pass(let tag):
            try post(.passed(tag), of: number, deliver)
        case .refused(let tag, let file, let issue):
            try settle(FileTurn(tag: tag, file: file, number: number), issue, deliver)
        case .read(let tag, let file, let source):
            let turn = FileTurn(tag: tag, file: file, number: number)
            ask(try leastBusyWorker(), for: Assignment(turn: turn, source: source))
        }
    }

    private mutating func leastBusyWorker() throws -> BusyWorker<Tag> {
        let least = workers.min { $0.assignments.count < $1.assignments.count }
        if let least, least.assignments.isEmpty || workers.count == configuration.workerCount {
            return least
        }
        return try startWorker()
    }

    private mutating func startWorker() throws -> BusyWorker<Tag> {
        let worker = BusyWorker<Tag>(process: try WorkerProcess(configuration), began: elapsed)
        workers.append(worker)
        return worker
    }

    private func ask(_ worker: BusyWorker<Tag>, for assignment: Assignment<Tag>) {
        if worker.assignments.isEmpty, worker.process.hasSaidHello { worker.began = elapsed }
        worker.assignments.append(assignment)
        let request = WorkerRequest(
            file: assignment.turn.file, descriptor: assignment.source.descriptor,
            isCareful: assignment.deathCount > 0)
        // A worker that no longer listens is noticed when its answers end.
        _ = worker.process.ask(request)
    }

    // MARK: Taking in

    private mutating func wait(_ deliver: Deliver) throws {
        let listened = workers.filter { worker in
            let isPaused =
                sequencer.isFull && worker.assignments.first?.turn.number != sequencer.first
            setPaused(worker, isPaused)
            return !isPaused
        }
        var polls = listened.map {
            pollfd(fd: $0.process.socket, events: Int16(POLLIN), revents: 0)
        }
        let nearest = listened.compactMap(timeLeft).min() ?? .seconds(1)
        let milliseconds = max(.zero, min(nearest, .seconds(60))) / Duration.milliseconds(1)
        _ = poll(&polls, nfds_t(polls.count), Int32(milliseconds.rounded(.up)))
        for (worker, poll) in zip(listened, polls) where poll.revents != 0 {
            try listen(to: worker, deliver)
        }
        for worker in listened {
            if let left = timeLeft(worker), left <= .zero {
                try replace(worker, .timedOut, nil, deliver)
            }
        }
    }

    private func setPaused(_ worker: BusyWorker<Tag>, _ isPaused: Bool) {
        if isPaused {
            worker.pauseBegan = worker.pauseBegan ?? elapsed
        } else if let pauseBegan = worker.pauseBegan {
            worker.began += elapsed - pauseBegan
            worker.pauseBegan = nil
        }
    }

    /// The time until a worker has used up its deadline; `nil` for an idle one.
    private func timeLeft(_ worker: BusyWorker<Tag>) -> Duration? {
        guard !worker.process.hasEnded, !worker.assignments.isEmpty else { return nil }
        let deadline =
            worker.process.hasSaidHello ? configuration.limits.deadline : Self.startDeadline
        return worker.began + deadline - elapsed
    }

    private mutating func listen(to worker: BusyWorker<Tag>, _ deliver: Deliver) throws {
        do {
            for (answer, byteCount) in try worker.process.answers() {
                try take(answer, byteCount, from: worker, deliver)
            }
        } catch let violation as ProtocolViolation {
            try replace(
                worker, .crashed, "the worker broke the protocol: \(violation.detail)", deliver)
            return
        }
        if worker.process.hasEnded { try replace(worker, .crashed, nil, deliver) }
    }

    private mutating func take(
        _ answer: WorkerAnswer, _ byteCount: Int, from worker: BusyWorker<Tag>, _ deliver: Deliver
    ) throws {
        if case .hello = answer {
            startFailureCount = 0
            worker.began = elapsed
            return
        }
        guard var turn = worker.assignments.first?.turn else {
            throw ProtocolViolation("an answer without a request")
        }
        switch answer {
        case .hello: break
        case .began(let type, let extractor):
            guard !turn.hasBegun else { break }
            turn.outcome.type = type
            turn.outcome.extractor = extractor
            worker.assignments[0].turn = turn
            try begin(&worker.assignments[0].turn, deliver)
        case .facts(var facts):
            guard turn.hasBegun else { throw ProtocolViolation("facts before began") }
            let repeated = min(facts.count, worker.assignments[0].repeatedFactCount)
            facts.removeFirst(repeated)
            worker.assignments[0].repeatedFactCount -= repeated
            worker.assignments[0].turn.factCount += facts.count
            if !facts.isEmpty {
                try post(.facts(facts), of: turn.number, byteCount: byteCount, deliver)
            }
        case .ended(let bytesRead, let issues):
            guard turn.hasBegun else { throw ProtocolViolation("an end before began") }
            worker.assignments.removeFirst()
            worker.began = elapsed
            turn.outcome.bytesRead = bytesRead
            turn.outcome.issues = issues
            try post(.ended(turn.outcome), of: turn.number, deliver)
        }
    }

    // MARK: Handing on

    private mutating func begin(_ turn: inout FileTurn<Tag>, _ deliver: Deliver) throws {
        guard !turn.hasBegun else { return }
        turn.hasBegun = true
        try post(.began(turn.tag, turn.file, turn.outcome), of: turn.number, deliver)
    }

    /// Ends the turn of a file that no worker has read to its end.
    private mutating func settle(
        _ unsettled: FileTurn<Tag>, _ issue: Issue, _ deliver: Deliver
    ) throws {
        var turn = unsettled
        try begin(&turn, deliver)
        if turn.factCount == 0 {
            let facts = turn.file.facts(type: turn.outcome.type)
            try post(.facts(facts), of: turn.number, deliver)
        }
        turn.outcome.issues = [issue]
        try post(.ended(turn.outcome), of: turn.number, deliver)
    }

    private mutating func post(
        _ event: ExtractionEvent<Tag>, of turn: Int, byteCount: Int = 0, _ deliver: Deliver
    ) throws {
        let due = sequencer.post(event, of: turn, byteCount: byteCount)
        guard !due.isEmpty else { return }
        let before = clock.now
        for event in due { try deliver(event) }
        callerTime += clock.now - before
    }

    // MARK: When a worker ends

    /// Ends a worker, blames the file that it was reading, and has the others read again.
    ///
    /// A file of which a worker died is read once more, carefully: then all facts before the
    /// crash are known, and that it was no accident.
    private mutating func replace(
        _ worker: BusyWorker<Tag>, _ kind: Issue.Kind, _ reason: String?, _ deliver: Deliver
    ) throws {
        workers.removeAll { $0 === worker }
        let ending = worker.process.end()
        var assignments = worker.assignments
        if !worker.process.hasSaidHello {
            startFailureCount += 1
            guard startFailureCount < Self.maximumStartFailureCount else {
                throw WorkerPoolError(detail: "\(configuration.program): \(reason ?? ending)")
            }
        } else if !assignments.isEmpty {
            assignments[0].deathCount += 1
            if kind == .crashed, assignments[0].deathCount == 1 {
                assignments[0].repeatedFactCount = assignments[0].turn.factCount
            } else {
                let detail =
                    kind == .timedOut
                    ? "not read within \(configuration.limits.deadline)" : reason ?? ending
                try settle(assignments.removeFirst().turn, Issue(kind, detail), deliver)
            }
        }
        guard !assignments.isEmpty else { return }
        let successor = try startWorker()
        for assignment in assignments { ask(successor, for: assignment) }
    }
}
