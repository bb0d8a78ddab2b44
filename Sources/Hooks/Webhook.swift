internal import Crypto
internal import Foundation
internal import FoundationNetworking
internal import MetadataStore
internal import Synchronization

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
        var request = URLRequest(url: url, timeoutInterval: Double(message.hook.seconds))
        request.httpMethod = "POST"
        request.httpBody = message.body
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue(message.delivery, forHTTPHeaderField: "Reticle-Delivery")
        let seconds = String(Int(Date().timeIntervalSince1970))
        request.setValue(
            Self.signature(of: message.body, seconds: seconds, secret: secret),
            forHTTPHeaderField: "Reticle-Signature")
        let answer = Answer()
        let isDone = DispatchSemaphore(value: 0)
        let task = URLSession.shared.dataTask(with: request) { _, response, error in
            answer.set((response as? HTTPURLResponse)?.statusCode, error?.localizedDescription)
            isDone.signal()
        }
        task.resume()
        isDone.wait()
        let (status, detail) = answer.value
        guard let status else {
            return HookFailure(
                detail: "\(address): \(detail ?? "no answer")", canBeTriedAgain: true)
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

    /// What a receiver answered, from the session's thread to this one.
    private final class Answer: Sendable {
        private let state = Mutex<(status: Int?, detail: String?)>((nil, nil))

        func set(_ status: Int?, _ detail: String?) {
            state.withLock { $0 = (status, detail) }
        }

        var value: (status: Int?, detail: String?) { state.withLock { $0 } }
    }
}
