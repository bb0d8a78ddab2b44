internal import Selecting

extension OpenAPI {
    static let selectionPaths = """
        "/v1/selections": {
          "get": {"operationId": "selections", "summary": "The frozen answers, the latest first.",
            "responses": {\(object("Selections", "The selections, without their files.")), \(failures), \(notModified)}},
          "post": {"operationId": "select", "summary": "Freeze the answer to a query.",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "type": "object", "required": ["q"], "properties": {"q": {"type": "string"}}}}}},
            "responses": {"201": {"$ref": "#/components/responses/Selection"},
              "200": {"$ref": "#/components/responses/Selection"}, \(refusedBodies), \(failures)}}},
        "/v1/selections/{id}": {"get": {
          "operationId": "selection", "summary": "The files of a frozen answer, in a form that a job takes.",
          "description": "A form can also stand behind the id: 9f2c.paths.",
          "parameters": [\(selectionID), {"name": "format", "in": "query", "schema": {"enum": [\(forms)]}}],
          "responses": {"200": {"description": "The files.", "content": {
              "application/json": {"schema": {"type": "object"}},
              "application/ld+json": {"schema": {"type": "object"}},
              "application/x-ndjson": {"schema": {"$ref": "#/components/schemas/SelectedFile"}},
              "text/csv": {"schema": {"type": "string"}}, "text/plain": {"schema": {"type": "string"}},
              "text/tab-separated-values": {"schema": {"type": "string"}},
              "application/octet-stream": {"schema": {"type": "string"}}}},
            "404": {"$ref": "#/components/responses/Problem"}, \(failures), \(notModified), \(notAcceptable)}}},
        "/v1/selections/{id}/diff": {"get": {
          "operationId": "selectionDifference", "summary": "What came, went and changed since, and why.",
          "parameters": [\(selectionID), {"name": "against", "in": "query", "schema": {"enum": ["now"]}}],
          "responses": {\(object("Difference", "The difference.")), "404": {"$ref": "#/components/responses/Problem"}, \(failures), \(notModified)}}}
        """

    /// What a body can be refused for, and its sender.
    static let refusedBodies = """
        "401": {"$ref": "#/components/responses/Problem"}, "403": {"$ref": "#/components/responses/Problem"}, \
        "413": {"$ref": "#/components/responses/Problem"}, "415": {"$ref": "#/components/responses/Problem"}
        """

    private static let selectionID = """
        {"name": "id", "in": "path", "required": true, "description": "The id, or the beginning of it.", "schema": {"type": "string"}}
        """

    private static let forms = SelectionForm.allCases.map { "\"\($0.rawValue)\"" }
        .joined(separator: ", ")
}
