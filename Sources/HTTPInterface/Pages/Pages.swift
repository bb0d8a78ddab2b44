internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Mustache
internal import WireFormat

/// Renders the pages.
struct Pages: Sendable {
    private static let contentType = "text/html; charset=utf-8"

    private let library: MustacheLibrary

    /// - Throws: Where a template is no template.
    init() throws {
        library = MustacheLibrary(
            templates: try Templates.all.mapValues { try MustacheTemplate(string: $0) })
    }

    /// A page; everything that its model holds is escaped.
    func page(
        _ name: String, _ model: some PageModel, status: HTTPResponse.Status = .ok,
        headers: HTTPFields = [:]
    ) -> Response {
        guard let text = library.render(model, withTemplate: name) else {
            preconditionFailure("there is no template `\(name)`")
        }
        var headers = headers
        headers[.contentType] = Self.contentType
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// The page that says why there is none.
    func refusal(_ refusal: Refusal) -> Response {
        page(
            "refusal",
            RefusalPage(heading: refusal.problem.title, detail: refusal.problem.detail),
            status: refusal.status, headers: refusal.headers(contentType: Self.contentType))
    }
}

/// What a template prints: its properties are the template's names.
protocol PageModel: Sendable {
    /// The page's name in the browser's title.
    var title: String { get }
}

struct RefusalPage: PageModel {
    var heading: String
    var detail: String
    let title: String

    init(heading: String, detail: String) {
        self.heading = heading
        self.detail = detail
        title = "\(heading) – Reticle"
    }
}

/// A text that leads somewhere.
struct PageLink: Sendable {
    var text: String
    /// The page that it leads to; absent where there is none.
    var page: String?
    /// What the text means, or how many assets it finds.
    var meaning = ""
    var count = ""
    /// False for the last of several.
    var comma = false
    /// Whether it leads to the page that is shown.
    var isCurrent = false

    init(_ text: String, page: String?) {
        self.text = text
        self.page = page
    }
}

extension Int {
    /// The number with its digits in groups of three: `1,234,567`.
    var grouped: String {
        var digits = String(magnitude)
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
            place -= 3
        }
        return self < 0 ? "-" + digits : digits
    }

    /// The number with what it counts: `1 file`, `2,000 files`.
    func counted(_ noun: String) -> String {
        self == 1 ? "1 \(noun)" : "\(grouped) \(noun)s"
    }
}
