internal import MetadataModel

/// What is known of a family of XML documents beyond their being XML.
struct XMLDialect: Sendable {
    /// Whether the key above the root stands for the root element itself.
    var replacesRoot = false
    /// Elements that may occur several times; the first of these has an element step too.
    var repeatedElements: Set<String> = []
    /// Units of attributes that state none, by element and attribute.
    var units: [String: [String: String]] = [:]
    /// Elements whose text is encoded pixels.
    var binaryElements: Set<String> = []
    /// Elements below which the dialect does not hold.
    var foreignElements: Set<String> = []
    /// Whether an `ID` may name a value.
    var namesByIdentifier = true

    /// XML of any kind.
    static let any = XMLDialect()
}
