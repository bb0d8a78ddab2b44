internal import Yams

extension YamlError {
    /// The line of the fault, from 1; 0 where the library names none.
    var line: Int {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            mark.line
        default: 0
        }
    }

    /// What is wrong, in one clause.
    var detail: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
            .composer(_, let problem, _, _):
            problem
        default: "\(self)"
        }
    }
}
