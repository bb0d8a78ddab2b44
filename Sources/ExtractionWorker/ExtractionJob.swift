public import Extraction
public import MetadataModel

/// One turn in a run of a ``WorkerPool``.
public enum ExtractionJob<Tag> {
    /// Read an open file.
    case read(Tag, FileDescription, OpenFile)
    /// A file that could not be opened: it states what every file states, and the issue.
    case refused(Tag, FileDescription, Issue)
    /// Nothing to read, but its turn is wanted: what precedes has been delivered by then.
    case pass(Tag)
}

/// What a run of a ``WorkerPool`` delivers. For each job that is read or refused these are one
/// `began`, any number of `facts`, one `ended`; the events of two jobs never mingle.
public enum ExtractionEvent<Tag> {
    /// The outcome names type and extractor, and nothing else yet.
    case began(Tag, FileDescription, ExtractionOutcome)
    case facts([Fact])
    case ended(ExtractionOutcome)
    case passed(Tag)
}

extension ExtractionEvent: Sendable where Tag: Sendable {}

/// Brings the events of jobs that run at the same time into the order of the jobs.
///
/// The events of the first unfinished job go out at once, those of later jobs wait.
struct EventSequencer<Tag> {
    private struct Turn {
        var waiting: [ExtractionEvent<Tag>] = []
        var waitingByteCount = 0
        var isEnded = false
    }

    /// Bytes of waiting events, as they came over the wire, above which no more should be read.
    static var fullByteCount: Int { 8 << 20 }
    static var maximumTurnCount: Int { 4096 }

    private var turns: [Turn] = []
    /// The number of the turn at the beginning of ``turns``.
    private var base = 0
    /// The first turn that has not ended.
    private(set) var first = 0
    private(set) var waitingByteCount = 0

    var hasRoom: Bool { base + turns.count - first < Self.maximumTurnCount }
    var isFull: Bool { waitingByteCount > Self.fullByteCount }

    /// Begins a turn; returns its number.
    mutating func append() -> Int {
        if first - base >= Self.maximumTurnCount {
            turns.removeFirst(first - base)
            base = first
        }
        turns.append(Turn())
        return base + turns.count - 1
    }

    /// Takes an event of a turn; returns the events whose time has come.
    mutating func post(
        _ event: ExtractionEvent<Tag>, of turn: Int, byteCount: Int = 0
    ) -> [ExtractionEvent<Tag>] {
        let isEnd =
            switch event {
            case .ended, .passed: true
            case .began, .facts: false
            }
        if isEnd { turns[turn - base].isEnded = true }
        guard turn == first else {
            turns[turn - base].waiting.append(event)
            turns[turn - base].waitingByteCount += byteCount
            waitingByteCount += byteCount
            return []
        }
        var due = [event]
        while first < base + turns.count, turns[first - base].isEnded {
            first += 1
            guard first < base + turns.count else { break }
            due += turns[first - base].waiting
            waitingByteCount -= turns[first - base].waitingByteCount
            turns[first - base].waiting = []
            turns[first - base].waitingByteCount = 0
        }
        return due
    }
}
