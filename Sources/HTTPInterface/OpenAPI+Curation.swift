extension OpenAPI {
    /// What is done to a query that people keep in the index.
    static let storedQueryOperations = """
        "put": {"operationId": "saveQuery", "summary": "Keep a query under a name.",
            "parameters": [{"name": "name", "in": "path", "required": true, "schema": {"type": "string"}}],
            "requestBody": {"required": true, "content": {"application/json": {"schema": {"type": "object", "required": ["query"],
              "properties": {"query": {"type": "string", "example": "pixel.size<=$size"}, "title": {"type": "string"},
                "description": {"type": "string"}, "why": {"type": "string"},
                "parameters": {"type": "array", "items": {"type": "string", "example": "size quantity = 50nm -- the largest pixel size"}}}}}}},
            "responses": {"200": \(jsonObject("The edit; none where nothing changed.")), "400": \(problem)}},
          "delete": {"operationId": "removeQuery", "summary": "Keep a query no longer.",
            "parameters": [{"name": "name", "in": "path", "required": true, "schema": {"type": "string"}},
              {"name": "why", "in": "query", "schema": {"type": "string"}}],
            "responses": {"200": \(jsonObject("The edit.")), "404": \(problem)}}
        """

    /// The addresses of what people state.
    static let curationPaths = """
        "/v1/assets/{id}/tags": {
          "get": {"operationId": "statements", "summary": "What people state about one asset.",
            "description": "The ETag is the number of the asset's last edit, for If-Match.",
            "parameters": [\(assetID)],
            "responses": {"200": \(jsonObject("The facts.")), "404": \(problem)}},
          "post": {"operationId": "state", "summary": "Tag an asset, state values, comment.",
            "description": "With If-Match, refused with 412 where somebody else made an edit since.",
            "parameters": [\(assetID), \(ifMatch)], "requestBody": \(statements),
            "responses": {"200": \(jsonObject("What changed.")), "404": \(problem), "412": \(problem)}}},
        "/v1/assets/{id}/tags/{tag}": {
          "delete": {"operationId": "untag", "summary": "Take a tag from an asset.",
            "parameters": [\(assetID), {"name": "tag", "in": "path", "required": true, "schema": {"type": "string"}}, \(ifMatch)],
            "responses": {"200": \(jsonObject("What changed.")), "404": \(problem), "412": \(problem)}}},
        "/v1/tags": {
          "post": {"operationId": "stateAboutHits", "summary": "Tag everything that a query finds.",
            "requestBody": \(statements),
            "responses": {"200": \(jsonObject("What changed.")), "400": \(problem)}}},
        "/v1/curations": {
          "post": {"operationId": "curate", "summary": "Try a script of edits, or carry it out.",
            "parameters": [
              {"name": "apply", "in": "query", "schema": {"type": "boolean"}, "description": "Without it, nothing is changed."},
              {"name": "why", "in": "query", "schema": {"type": "string"}},
              {"name": "title", "in": "query", "schema": {"type": "string"}}],
            "requestBody": {"required": true, "content": {"text/plain": {"schema": {"type": "string"}}}},
            "responses": {"200": \(jsonObject("What changed or would change, by step.")), "400": \(problem)}}},
        "/v1/edits": {
          "get": {"operationId": "edits", "summary": "The edits, the latest first.",
            "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1}}],
            "responses": {"200": \(jsonObject("The edits."))}}},
        "/v1/edits/{number}/undo": {
          "post": {"operationId": "undo", "summary": "Take an edit back.",
            "parameters": [{"name": "number", "in": "path", "required": true, "schema": {"type": "integer"}},
              {"name": "why", "in": "query", "schema": {"type": "string"}}],
            "responses": {"200": \(jsonObject("The edit that took it back.")), "404": \(problem), "412": \(problem)}}},
        "/v1/projects": {
          "get": {"operationId": "projects", "summary": "The projects: starred ones first, then recent ones.",
            "responses": {"200": \(jsonObject("The projects."))}}},
        "/v1/projects/{project}": {
          "get": {"operationId": "project", "summary": "One project.",
            "parameters": [\(projectName)],
            "responses": {"200": \(jsonObject("The project.")), "404": \(problem)}}},
        "/v1/projects/{project}/files/**": {
          "get": {"operationId": "arrival", "summary": "How much of a file has arrived.",
            "parameters": [\(projectName)],
            "responses": {"200": \(jsonObject("Bytes received, and whether the file is complete.")), "404": \(problem)}},
          "put": {"operationId": "deposit", "summary": "Give a file into a project, whole or in pieces.",
            "description": "A piece is sent with Content-Range, the next one where the last ended.",
            "parameters": [\(projectName),
              {"name": "sha256", "in": "query", "schema": {"type": "string"}, "description": "What the file's bytes must have."}],
            "requestBody": {"required": true, "content": {"application/octet-stream": {}}},
            "responses": {"201": \(jsonObject("Path and SHA-256 of the file.")), "202": \(jsonObject("Bytes received so far.")),
              "400": \(problem), "404": \(problem), "409": \(problem)}}}
        """

    private static let projectName = """
        {"name": "project", "in": "path", "required": true, "schema": {"type": "string"}}
        """
    private static let assetID = """
        {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}
        """
    private static let ifMatch = """
        {"name": "If-Match", "in": "header", "schema": {"type": "string"}, "example": "\\"7\\""}
        """
    private static let problem = """
        {"$ref": "#/components/responses/Problem"}
        """
    private static let statements = """
        {"required": true, "content": {"application/json": {"schema": {"type": "object", "properties": {
          "query": {"type": "string"}, "tags": {"type": "array", "items": {"type": "string"}},
          "untag": {"type": "array", "items": {"type": "string"}},
          "set": {"type": "object", "additionalProperties": {"type": "string"}},
          "unset": {"type": "array", "items": {"type": "string"}},
          "comment": {"type": "string"}, "why": {"type": "string"}, "dry_run": {"type": "boolean"}}}}}}
        """

    private static func jsonObject(_ description: String) -> String {
        """
        {"description": "\(description)", "content": {"application/json": {"schema": {"type": "object"}}}}
        """
    }
}
