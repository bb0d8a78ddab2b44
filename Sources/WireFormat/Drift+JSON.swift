public import Search
internal import MetadataModel
internal import MetadataStore

extension JSONText {
    /// ```
    /// {"events":[{"moment":…,"kind":"new key","instrument":…,"key":…,"detail":…,"path":…,
    ///   "concept":…},…]}
    /// ```
    /// `path` is absent for a key that vanished, `concept` where none is proposed.
    public mutating func drift(_ reports: [DriftReport]) {
        object { text in
            text.array("events") { text in
                for report in reports {
                    text.object { text in
                        let event = report.event
                        text.member("moment", TimeSpan.timestamp(ofMicroseconds: event.moment))
                        text.member("kind", event.kind.rawValue)
                        text.member("instrument", event.instrument)
                        text.member("key", event.key)
                        text.member("detail", event.detail)
                        if !event.path.isEmpty { text.member("path", event.path) }
                        if let concept = report.concept { text.member("concept", concept) }
                    }
                }
            }
        }
    }
}
