import Foundation
import HummingbirdTesting
import Testing

@testable import HTTPInterface

@Suite struct AskingRouteTests {
    let index: SampleIndex

    init() throws {
        index = try SampleIndex()
    }

    @Test func `suggestions say what they replace and leave`() async throws {
        let body = try await index.json("/v1/suggest?q=volt%20format:tiff&at=4")
        let first = try #require((body["suggestions"] as? [[String: Any]])?.first)
        #expect(first["text"] as? String == "voltage")
        #expect(first["kind"] as? String == "key")
        #expect(first["replace"] as? [Int] == [0, 4])
        // A count that would come too late is left out.
        #expect(first["count"] as? Int ?? 40 == 40)
        #expect(first["note"] as? String == "Voltage of the beam.")
    }

    @Test(arguments: ["/v1/suggest?at=x", "/v1/suggest?limit=0"])
    func `a number that is none is refused`(path: String) async throws {
        #expect(try await index.get(path).status == .badRequest)
    }
}
