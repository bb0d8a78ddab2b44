internal import Crypto
internal import Foundation
internal import MetadataStore
internal import NIOCore

/// An address that is sent a signed message about an asset.
struct Webhook {
    private let message: HookMessage
    private let address: String
    private let secret: String

    init(_ message: HookMessage, _ address: String, _ secret: String) {
        self.message = message
        self.address = address
        self.secret = secret
    }

    func post() -> HookFailure? {
        guard let url = URL(string: address) else {
            return HookFailure(detail: "`\(address)` is no address", canBeTriedAgain: false)
        }
        let seconds = String(Int(Date().timeIntervalSince1970))
        let status: Int
        do {
            let post = try HTTPPost(
                to: url, message.body,
                headers: [
                    ("Content-Type", "application/json"), ("Reticle-Delivery", message.delivery),
                    (
                        "Reticle-Signature",
                        Self.signature(of: message.body, seconds: seconds, secret: secret)
                    ),
                ])
            status = try post.send(within: .seconds(Int64(message.hook.seconds)))
        } catch let error as HTTPPostError {
            return HookFailure(
                detail: "\(address): \(error.detail)", canBeTriedAgain: error.canBeTriedAgain)
        } catch {
            return HookFailure(detail: "\(address): \(error)", canBeTriedAgain: true)
        }
        guard (200..<300).contains(status) else {
            return HookFailure(
                detail: "\(address) answered \(status)",
                canBeTriedAgain: status >= 500 || status == 429 || status == 408)
        }
        return nil
    }

    /// The value of `Reticle-Signature`.
    static func signature(of body: Data, seconds: String, secret: String) -> String {
        let key = SymmetricKey(data: Data(secret.utf8))
        let code = HMAC<SHA256>.authenticationCode(
            for: Data((seconds + ".").utf8) + body, using: key)
        return "t=\(seconds),v1=\(HookMessage.hexadecimal(code))"
    }
}
