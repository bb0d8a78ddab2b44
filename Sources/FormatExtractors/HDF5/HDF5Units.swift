internal import Extraction

/// Which unit goes with which value of one object.
///
/// | Stated as                                   | Belongs to                                       |
/// |:--------------------------------------------|:-------------------------------------------------|
/// | attribute `units`, `unit` of a data set      | the values of the data set                       |
/// | the same of any object                      | its attributes `scale`, `offset`, `start`, `step` … |
/// | attribute or data set `x_units`, `x_unit`    | its sibling `x`                                  |
struct HDF5Units {
    /// What an object's own unit is the unit of, as hyperspy, Gatan, MINC and Imaris write it.
    private static let scaled: Set<String> = [
        "scale", "offset", "origin", "value", "start", "step", "width", "extmin0", "extmin1",
        "extmin2", "extmax0", "extmax1", "extmax2",
    ]

    /// The unit of the object itself.
    private(set) var own: String?
    private var siblings: [String: String] = [:]

    /// Takes a text; what is no unit by its name is ignored.
    mutating func take(_ name: String, _ text: () -> String?) {
        guard case .unit(of: let stem)? = ValuePart(name: name), let text = text(),
            !text.isEmpty, text.utf8.count <= 64
        else { return }
        if stem.isEmpty {
            if own == nil { own = text }
        } else {
            siblings[stem] = text
        }
    }

    /// The unit of an attribute or a member, by its name.
    func unit(of name: String) -> String? {
        if !siblings.isEmpty, let unit = siblings[ValuePart.stem(name)] { return unit }
        return own != nil && Self.scaled.contains(name.lowercased()) ? own : nil
    }
}
