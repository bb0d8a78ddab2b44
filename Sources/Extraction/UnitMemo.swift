internal import Synchronization
internal import Units

/// Remembers what the unit table said, because a file repeats the same few units, known and
/// unknown, in each of its facts.
enum UnitMemo {
    /// Names that are remembered; a hostile file has a new one in every fact.
    private static let maximumCount = 1024

    private static let answers = Mutex<[String: Unit?]>([:])

    /// What ``UnitTable/unit(_:)`` says.
    static func unit(_ name: String) -> Unit? {
        if let answer = answers.withLock({ $0[name] }) { return answer }
        let answer = UnitTable.unit(name)
        answers.withLock { answers in
            if answers.count < maximumCount { answers[name] = answer }
        }
        return answer
    }
}
