import Foundation
import Testing

@testable import Hooks

@Suite struct WebhookTests {
    @Test func `a message is signed with its time`() {
        // As `printf '1700000000.{}' | openssl dgst -sha256 -hmac secret` has it.
        let signature = Webhook.signature(
            of: Data("{}".utf8), seconds: "1700000000", secret: "secret")
        #expect(
            signature
                == "t=1700000000,v1=b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163"
        )
    }
}
