/// Knows units by their written names.
public enum UnitTable {
    /// The unit of a name as files and people write it; `nil` where the name is unknown or
    /// means more than one thing.
    public static func unit(_ name: String) -> Unit? {
        nil
    }
}
