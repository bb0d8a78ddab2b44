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
          "responses": {\(object("Suggestions", "The likeliest first.")), \(failures), \(notModified)}}},
        "/v1/describe": {"get": {
          "operationId": "describe",
          "summary": "What the assets that a query finds have in common, and where they differ.",
          "parameters": [{"$ref": "#/components/parameters/q"}],
          "responses": {\(object("Description", "Keys with their values.")), \(failures), \(notModified)}}},
        "/v1/drift": {"get": {
          "operationId": "drift",
          "summary": "Where instruments came to write otherwise than they used to, the latest event first.",
          "parameters": [{"name": "instrument", "in": "query", "schema": {"type": "string"}},
            {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 1000}}],
          "responses": {\(object("Drift", "The events.")), \(failures), \(notModified)}}},
        "/v1/keys/{name}": {"get": {
          "operationId": "key", "summary": "All about one key or concept: types, units, values, distribution.",
          "parameters": [{"name": "name", "in": "path", "required": true, "schema": {"type": "string"}}],
          "responses": {\(object("KeyProfile", "The profile.")), "404": {"$ref": "#/components/responses/Problem"}, \(failures), \(notModified)}}}
        """

    static let askingSchemas = """
        "Suggestions": {"type": "object", "properties": {"suggestions": {"type": "array", "items": {
          "type": "object", "required": ["text", "kind", "replace", "note"], "properties": {
            "text": {"type": "string"},
            "kind": {"enum": ["key", "operator", "value", "unit", "stage"]},
            "replace": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2,
              "description": "The bytes of UTF-8 of q that the text stands in for: first, and one behind the last."},
            "count": {"type": "integer", "description": "Assets that the query would leave; absent where there was no time to count."},
            "note": {"type": "string"}}}}}},
        "Description": {"type": "object", "required": ["query", "total", "common", "differing", "unique"],
          "properties": {"query": {"type": "string"}, "total": {"type": "integer"},
            "common": {"type": "array", "items": {"type": "object"}},
            "differing": {"type": "array", "items": {"type": "object"}},
            "unique": {"type": "array", "items": {"type": "string"}}}},
        "Drift": {"type": "object", "properties": {"events": {"type": "array", "items": {
          "type": "object", "required": ["moment", "kind", "instrument", "key", "detail"], "properties": {
            "moment": {"type": "string", "format": "date-time"},
            "kind": {"enum": ["new key", "vanished key", "changed type", "changed unit", "unusual value"]},
            "instrument": {"type": "string"}, "key": {"type": "string"}, "detail": {"type": "string"},
            "path": {"type": "string", "description": "Absent for a key that vanished."},
            "concept": {"type": "string", "description": "What a new key may mean."}}}}}},
        "KeyProfile": {"type": "object", "required": ["name", "by", "keys", "assets", "types"],
          "properties": {"name": {"type": "string"}, "by": {"type": "string"},
            "definition": {"type": "string"}, "keys": {"type": "array", "items": {"type": "string"}},
            "assets": {"type": "integer"}, "types": {"type": "object"},
            "formats": {"type": "array", "items": {"type": "object"}},
            "values": {"type": "object"}, "stats": {"type": "object"},
            "numbers": {"type": "object"}, "dates": {"type": "object"},
            "first_seen": {"type": "string"}, "last_seen": {"type": "string"}}}
        """
}
