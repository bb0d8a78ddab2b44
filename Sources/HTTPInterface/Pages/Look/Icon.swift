/// The site's icon: the cross-hair of an eyepiece.
enum Icon {
    static let text = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#0b8080"
          stroke-width="3"><circle cx="16" cy="16" r="11"/><path d="M16 1v10M16 21v10M1 16h10M21 16h10"/>
        </svg>

        """
}
