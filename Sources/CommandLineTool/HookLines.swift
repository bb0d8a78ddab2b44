internal import MetadataStore
internal import WireFormat

/// Hooks with what became of their deliveries.
enum HookLines {
    /// For people.
    static func text(of hooks: [(StoredHook, [Delivery.State: Int])]) -> String {
        if hooks.isEmpty { return "no hooks" }
        return hooks.map { hook, counts in
            let query = hook.isSaved ? "the saved query \(hook.query)" : hook.query
            return [
                "\(hook.name): \(query)", "  \(text(of: hook.action))",
                "  \(counts[.delivered] ?? 0) delivered, \(counts[.failed] ?? 0) failed, "
                    + "\(waiting(counts)) waiting",
            ].map(FactTable.printable).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private static func text(of action: StoredHook.Action) -> String {
        switch action {
        case .command(let command): "runs \(command)"
        case .webhook(let address, _): "calls \(address)"
        }
    }

    private static func waiting(_ counts: [Delivery.State: Int]) -> Int {
        (counts[.waiting] ?? 0) + (counts[.begun] ?? 0)
    }

    /// For programs: `{"hooks":[{"name":…,"query":…,"command":…,"delivered":…,…},…]}`.
    static func json(of hooks: [(StoredHook, [Delivery.State: Int])]) -> String {
        var text = JSONText()
        text.object { text in
            text.array("hooks") { text in
                for (hook, counts) in hooks {
                    text.object { text in
                        text.member("name", hook.name)
                        text.member(hook.isSaved ? "saved" : "query", hook.query)
                        switch hook.action {
                        case .command(let command): text.member("command", command)
                        case .webhook(let address, _): text.member("url", address)
                        }
                        text.member("timeout", hook.seconds)
                        text.member("delivered", counts[.delivered] ?? 0)
                        text.member("failed", counts[.failed] ?? 0)
                        text.member("waiting", waiting(counts))
                    }
                }
            }
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }
}
