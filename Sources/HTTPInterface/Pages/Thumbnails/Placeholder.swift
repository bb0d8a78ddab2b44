/// What is drawn where an asset has no pixels that can be had cheaply: its format's name.
enum Placeholder {
    static let type = "image/svg+xml"
    /// Letters that fit at the usual size.
    private static let letterCount = 5

    /// - Parameter format: The format's identifier; anything may stand in it.
    static func picture(of format: String) -> [UInt8] {
        let name = String(format.prefix(14)).uppercased()
        let size = name.count <= letterCount ? 16 : 16 * letterCount / name.count
        return Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" fill="none" stroke="#7d8a90" \
            stroke-width="2"><path d="M24 12h34l16 16v56H24z" opacity=".55"/><path d="M58 12v16h16" \
            opacity=".55"/><text x="49" y="60" text-anchor="middle" stroke="none" fill="#7d8a90" \
            font-family="system-ui, sans-serif" font-weight="600" font-size="\(size)">\
            \(escaped(name))</text></svg>

            """.utf8)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }
}
