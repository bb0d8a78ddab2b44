/// What the document says of the routes that help with asking.
extension OpenAPI {
    static let askingPaths = """
        "/v1/suggest": {"get": {
          "operationId": "suggest",
          "summary": "What may be written at a place of a query that is being typed.",
          "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}, "example": "volt"},
            {"name": "at", "in": "query", "schema": {"type": "integer", "minimum": 0},
              "description": "The cursor, in bytes of UTF-8 from the beginning of q; its end where absent."},
            {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": \(SuggestRequest.maximumLimit)}}],
          "responses": {\(object("Suggestions", "The likeliest first.")), \(failures), \(notModified)}}}
        """

    static let askingSchemas = """
        "Suggestions": {"type": "object", "properties": {"suggestions": {"type": "array", "items": {
          "type": "object", "required": ["text", "kind", "replace", "note"], "properties": {
            "text": {"type": "string"},
            "kind": {"enum": ["key", "operator", "value", "unit", "stage"]},
            "replace": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2,
              "description": "The bytes of UTF-8 of q that the text stands in for: first, and one behind the last."},
            "count": {"type": "integer", "description": "Assets that the query would leave; absent where there was no time to count."},
            "note": {"type": "string"}}}}}}
        """
}
