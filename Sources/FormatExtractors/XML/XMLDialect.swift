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
}
