internal import Crypto
internal import Foundation
internal import MetadataModel
public import MetadataStore

/// What a hook is told of one revision of an asset.
///
/// ```
/// {"delivery":"5f0c…","hook":"new-sem","id":"018f…","path":"/data/a.tif","query":"…","revision":"…"}
/// ```
///
/// A command gets it on standard input, and `RETICLE_HOOK`, `RETICLE_ID`, `RETICLE_PATH` and
/// `RETICLE_DELIVERY` in its environment; what it prints goes to standard error. A webhook gets it
/// as a POST with
///
/// - `Reticle-Delivery`: the id of the delivery, the same when it is sent again,
/// - `Reticle-Signature`: `t=` seconds since 1970 `,v1=` HMAC-SHA-256 of the seconds, a dot and
///   the body, keyed with the hook's secret, in hexadecimal digits.
public struct HookMessage: Sendable {
    let hook: StoredHook
    let path: String
    let identity: String
    /// The first 16 bytes of the SHA-256 of the hook's name, the identity and the revision.
    let delivery: String
    let body: Data

    public init(hook: StoredHook, arrival: Arrival, path: String) throws {
        self.hook = hook
        self.path = path
        identity = arrival.identity.description
        let name = "\(hook.name)\n\(identity)\n\(arrival.revision)"
        delivery = Self.hexadecimal(SHA256.hash(data: Data(name.utf8)).prefix(16))
        let members = [
            "delivery": delivery, "hook": hook.name, "id": identity, "path": path,
            "query": hook.query, "revision": arrival.revision,
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        body = try encoder.encode(members)
    }

    /// Tells the hook, whether it has been told before or not.
    ///
    /// - Returns: What went wrong, in words.
    public func send() -> String? { deliver(receipt: nil)?.detail }

    /// Tells the hook.
    ///
    /// - Parameter receipt: See ``ShellCommand``.
    func deliver(receipt: String?) -> HookFailure? {
        switch hook.action {
        case .command(let command): ShellCommand(self, command).run(receipt: receipt)
        case .webhook(let address, let secret): Webhook(self, address, secret).post()
        }
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// Why a delivery was not made.
struct HookFailure: Error {
    var detail: String
    var canBeTriedAgain: Bool
}
