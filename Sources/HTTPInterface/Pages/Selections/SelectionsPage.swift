internal import MetadataModel
internal import MetadataStore
internal import Selecting

/// The selections, the latest first.
struct SelectionsPage: PageModel {
    let title = "Selections – Reticle"
    let isSelections = true
    var selections: [PageLink]
    var hasSelections: Bool

    init(_ stored: [StoredSelection]) {
        selections = stored.map { selection in
            var link = PageLink(selection.canonical, page: "/selections/\(selection.id)")
            link.meaning =
                "\(String(selection.id.prefix(12))), frozen by \(selection.maker) at "
                + SelectionPage.time(selection)
            link.count = selection.count.counted("file")
            return link
        }
        hasSelections = !selections.isEmpty
    }
}

/// One selection: what it froze, and the forms in which jobs take it.
struct SelectionPage: PageModel {
    let title: String
    let isSelections = true
    var short: String
    var identifier: String
    var query: PageLink
    var count: String
    var byteCount: String
    var made: String
    var maker: String
    var forms: [PageLink]
    var difference: String
    var command: String

    init(_ selection: StoredSelection) {
        short = String(selection.id.prefix(12))
        title = "Selection \(short) – Reticle"
        identifier = selection.id
        query = PageLink(
            selection.canonical, page: SearchAddress(query: selection.canonical).link)
        count = selection.count.counted("file")
        byteCount = Int(clamping: selection.byteCount).counted("byte")
        made = Self.time(selection)
        maker = selection.maker
        forms = SelectionForm.allCases.map { form in
            PageLink(
                form.rawValue, page: "/v1/selections/\(selection.id)?format=\(form.rawValue)")
        }
        difference = "/v1/selections/\(selection.id)/diff?against=now"
        command = "reticle find 'sel:\(short)'"
    }

    static func time(_ selection: StoredSelection) -> String {
        HitView.Cell.readable(TimeSpan.timestamp(ofMicroseconds: selection.made))
    }
}
