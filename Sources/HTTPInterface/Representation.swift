internal import HTTPTypes
internal import Hummingbird

/// A form in which a program can have an answer.
enum Representation: String, CaseIterable, Sendable {
    case json, ndjson, csv

    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .ndjson: "application/x-ndjson"
        case .csv: "text/csv"
        }
    }

    var contentType: String {
        switch self {
        case .json, .ndjson: mediaType
        case .csv: mediaType + "; charset=utf-8"
        }
    }

    /// The form that a request prefers; JSON where it does not care.
    ///
    /// - Throws: ``Refusal`` where the request wants none of the forms there are.
    static func preferred(by headers: HTTPFields) throws(Refusal) -> Representation {
        guard let accept = headers[.accept] else { return .json }
        var best: (form: Representation, weight: Double)?
        for range in accept.split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            let weight =
                parts.dropFirst().first { $0.hasPrefix("q=") }
                .flatMap { Double($0.dropFirst(2)) } ?? 1
            guard let type = parts.first, weight > 0, weight > best?.weight ?? 0,
                let form = allCases.first(where: { $0.fits(type) })
            else { continue }
            best = (form, weight)
        }
        guard let best else {
            throw Refusal(
                .notAcceptable,
                "expected one of \(allCases.map(\.mediaType).joined(separator: ", "))")
        }
        return best.form
    }

    /// Whether a media range such as `application/*` takes this form.
    private func fits(_ range: String) -> Bool {
        range == mediaType || range == "*/*"
            || range == mediaType.prefix { $0 != "/" } + "/*"
            || self == .ndjson && range == "application/ndjson"
    }
}
