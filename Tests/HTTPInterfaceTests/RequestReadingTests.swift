import HTTPTypes
import Testing

@testable import HTTPInterface

@Suite struct RequestReadingTests {
    @Test(arguments: [
        ("q=a+b&x=", "a b"), ("q=a%2Bb", "a+b"), ("q=%C2%B5m%3D1", "µm=1"), ("x=1&q=a=b", "a=b"),
        ("q=&q=second", "second"),
    ])
    func `a query string is read as forms and programs write it`(
        query: String, value: String
    ) throws {
        #expect(try URLParameters(query).value("q") == value)
    }

    @Test func `parameters written and read again are the same`() throws {
        let text = "a&b=c+d%e#f/µ \"\u{1F52C}"
        let written = URLParameters([("q", text)]).encoded
        #expect(try URLParameters(written).value("q") == text)
    }

    @Test(arguments: [
        ("q=a&sort=-acquired,name", "a | sort acquired desc, name"),
        ("q=a&facet=b&facet=c%20by%20month", "a | facet b, c by month"),
        ("q=a&count=", "a | count"), ("q=a&count=b", "a | count by b"),
        ("q=a&explain&select=b", "a | select b | explain"), ("select=path", " | select path"),
        ("q=a&limit=5", "a"),
    ])
    func `parameters become stages`(query: String, text: String) throws {
        let request = try SearchRequest(URLParameters(query), timeLimit: .seconds(1))
        #expect(request.text == text)
    }
}
