internal import MetadataModel
public import MetadataStore

extension StoredToken {
    public enum State: String, Sendable {
        case active, expired, revoked
    }

    /// - Parameter time: Microseconds since 1970.
    public func state(at time: Int64) -> State {
        if revoked != nil { return .revoked }
        return expires.map { $0 <= time } ?? false ? .expired : .active
    }
}

extension JSONText {
    /// The body of `GET /v1/tokens`: everything but what would let one in.
    ///
    /// ```
    /// {"tokens":[{"id":…,"name":…,"role":…,"projects":[…],"made":…,"expires":…,"revoked":…},…]}
    /// ```
    public mutating func tokens(_ tokens: [StoredToken]) {
        object { text in
            text.array("tokens") { text in
                for token in tokens { text.token(token) }
            }
        }
    }

    /// One token, with its text where it has just been made.
    public mutating func token(_ token: StoredToken, shown: String? = nil) {
        object { text in
            text.member("id", token.id)
            if let shown { text.member("token", shown) }
            text.member("name", token.name)
            text.member("role", token.role)
            if let projects = token.projects { text.strings("projects", projects) }
            text.time("made", token.made)
            if let expires = token.expires { text.time("expires", expires) }
            if let revoked = token.revoked { text.time("revoked", revoked) }
        }
    }

    /// A member that is a moment, as ISO 8601 in UTC.
    ///
    /// - Parameter microseconds: Since 1970.
    public mutating func time(_ name: String, _ microseconds: Int64) {
        member(name, TimeSpan.timestamp(ofMicroseconds: microseconds))
    }
}
