internal import MetadataModel

extension Issue {
    /// The issue as facts, by which it is found.
    ///
    /// - Parameter index: Its number among the asset's issues.
    func facts(index: Int) -> [Fact] {
        let element = ElementPath(index: index)
        var facts = [
            Fact(key: "issue.kind", element: element, value: kind.rawValue, locus: locus),
            Fact(key: "issue.detail", element: element, value: detail, locus: locus),
        ]
        if !locus.address.isEmpty {
            facts.append(
                Fact(key: "issue.address", element: element, value: locus.address, locus: locus))
        }
        return facts
    }
}
