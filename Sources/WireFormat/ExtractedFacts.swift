public import MetadataModel

/// One line of `reticle extract --ndjson`: what one file says about itself.
///
/// ```
/// {"path":…,"type":…,"extractor":…,"facts":[{"key":…,"element":[…],"value":…,"label":…,
///  "number":…,"unit":…,"si":…,"dimension":…,"date":{…},"truth":…,"abridged":true,
///  "locus":{"offset":…,"length":…,"address":…},"source":…},…],"issues":[{"kind":…,"detail":…,"address":…}]}
/// ```
///
/// Absent slots are left out. A list of numbers stands under `numbers` and `sis` in the place of
/// `number` and `si`. The line is written in parts, since a file may state millions of facts.
extension JSONText {
    /// Begins the line; facts follow.
    public mutating func beginExtractedFacts(path: String, type: String, extractor: String) {
        beginObject()
        member("path", path)
        member("type", type)
        member("extractor", extractor)
        key("facts")
        beginArray()
    }

    /// Ends the line.
    public mutating func endExtractedFacts(issues: [Issue]) {
        endArray()
        array("issues") { text in
            for issue in issues { text.issue(issue) }
        }
        endObject()
        endLine()
    }

    /// A fact with every slot that it has.
    ///
    /// - Parameter source: The path of the companion that states it; `nil` for the file itself.
    public mutating func fact(_ fact: Fact, source: String? = nil) {
        beginObject()
        member("key", fact.key.description)
        if !fact.element.steps.isEmpty {
            key("element")
            beginArray()
            for step in fact.element.steps { integer(step.index) }
            endArray()
        }
        member("value", fact.value)
        if let label = fact.label { member("label", label) }
        numbers(fact.numbers)
        if let unit = fact.unit { member("unit", unit) }
        if let dimension = fact.dimension {
            quantities(fact.numbers)
            member("dimension", dimension.code)
        }
        if let date = fact.date { span(date) }
        if let truth = fact.truth { member("truth", truth) }
        if fact.isAbridged { member("abridged", true) }
        locus(fact.locus)
        if let source { member("source", source) }
        endObject()
    }

    public mutating func issue(_ issue: Issue) {
        beginObject()
        member("kind", issue.kind.rawValue)
        member("detail", issue.detail)
        if !issue.locus.address.isEmpty { member("address", issue.locus.address) }
        if let offset = issue.locus.offset { member("offset", offset) }
        endObject()
    }

    private mutating func numbers(_ slots: [NumberSlot]) {
        guard let first = slots.first else { return }
        if slots.count == 1 {
            key("number")
            number(first.number)
        } else {
            key("numbers")
            beginArray()
            for slot in slots { number(slot.number) }
            endArray()
        }
    }

    private mutating func quantities(_ slots: [NumberSlot]) {
        guard let first = slots.first?.si else { return }
        if slots.count == 1 {
            member("si", first)
        } else {
            key("sis")
            beginArray()
            for slot in slots {
                if let si = slot.si { number(si) } else { null() }
            }
            endArray()
        }
    }

    private mutating func span(_ span: TimeSpan) {
        key("date")
        beginObject()
        member("start", TimeSpan.timestamp(ofMicroseconds: span.start))
        member("end", TimeSpan.timestamp(ofMicroseconds: span.end))
        if !span.hasZone { member("zone", false) }
        endObject()
    }

    private mutating func locus(_ locus: Locus) {
        guard locus.offset != nil || locus.length != nil || !locus.address.isEmpty else { return }
        key("locus")
        beginObject()
        if let offset = locus.offset { member("offset", offset) }
        if let length = locus.length { member("length", length) }
        if !locus.address.isEmpty { member("address", locus.address) }
        endObject()
    }
}
