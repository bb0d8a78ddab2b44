internal import Extraction
internal import MetadataModel

/// What is known of a family of XML documents beyond their being XML.
struct XMLDialect: Sendable {
    /// Whether the key above the root stands for the root element itself.
    var replacesRoot = false
    /// Elements that may occur several times; the first of these has an element step too.
    var repeatedElements: Set<String> = []
    /// Units of values that state none, by element and attribute, or by element and the child
    /// whose text is the value.
    var units: [String: [String: String]] = [:]
    /// Elements whose kind an attribute states, and that attribute, whose value then takes the
    /// place of the element's name: `a.B.c` for `<a><X Type="B"><c>`.
    var kindAttributes: [String: String] = [:]
    /// Whether `8,5` may be a number and `12.9.2018` is a date, as programs write them that follow
    /// the settings of their computer.
    var isLocal = false
    /// Which number of `10/21/2022` is the day.
    var dateOrder: DateOrder?
    /// Elements whose text is a list, so that a comma in it divides.
    var listElements: Set<String> = []
    /// Attributes that are a part of a value by another name than ``NamedValue`` knows, by element.
    var parts: [String: [String: ValuePart]] = [:]
    /// Attributes whose unit the attribute `Unit` of their element states, by element.
    var measured: [String: Set<String>] = [:]
    /// Units of named values that are written as numbers in quotes, `"0.25" "0.25"`.
    var quotedNumberUnits: [String: String] = [:]
    /// Elements whose text is encoded pixels.
    var binaryElements: Set<String> = []
    /// Elements whose text is a list of times; see ``FileTimeList``.
    var fileTimeElements: Set<String> = []
    /// Elements below which the dialect does not hold.
    var foreignElements: Set<String> = []
    /// Whether elements are typed values, `<uiWidth runtype="lx_uint32" value="512"/>`: the element
    /// is the value then, its type is not stated, and elements that only count, such as `a0` and
    /// `no_name`, are elements of what holds them.
    var hasTypedValues = false
    /// Whether an `ID` may name a value.
    var namesByIdentifier = true

    /// XML of any kind.
    static let any = XMLDialect()

    /// What is known of whole documents, by the name of their root.
    ///
    /// `XmlMain` is a document of Princeton Instruments' TriVista, which writes dates as
    /// `10/21/2022 10:19:23` whatever the computer's settings.
    static func document(_ root: String?) -> XMLDialect {
        root == "XmlMain" ? XMLDialect(dateOrder: .monthFirst) : .any
    }

    /// The fact of a text that means another thing in this dialect than it does elsewhere; `nil`
    /// where it does not.
    func localFact(
        _ key: FactKey, _ text: String, name: String, element: ElementPath, unit: String?,
        locus: Locus
    ) -> Fact? {
        if let fact = orderedDate(key, text, element: element, locus: locus) { return fact }
        guard isLocal, text.utf8.count <= 32, !listElements.contains(name) else { return nil }
        var fact = Fact(key: key, element: element, value: text, unit: unit, locus: locus)
        if let number = CellForm.decimalCommaNumber(text) {
            fact.numbers = [NumberSlot(number)]
            fact.applyUnit()
            return fact
        }
        fact.date = Self.dayFirstDate(text)
        return fact.date == nil ? nil : fact
    }

    /// The fact of a date in the order of this dialect; `nil` where the text is none.
    func orderedDate(
        _ key: FactKey, _ text: String, element: ElementPath, locus: Locus
    ) -> Fact? {
        guard let dateOrder, let date = TimeSpan(written: text, order: dateOrder) else {
            return nil
        }
        return Fact(key: key, element: element, value: text, date: date, locus: locus)
    }

    /// The day that `12.9.2018` is.
    private static func dayFirstDate(_ text: String) -> TimeSpan? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4,
            parts.allSatisfy({ $0.utf8.count <= 4 && $0.utf8.allSatisfy(\.isDigit) }),
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return TimeSpan(year: year, month: month, day: day)
    }
}
