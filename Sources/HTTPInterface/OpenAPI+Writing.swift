extension OpenAPI {
    /// Imports, harvests, tokens and events.
    static let writingPaths = """
        "/v1/imports": {"post": {
          "operationId": "importFacts", "summary": "Take in facts made elsewhere, one asset a line.",
          "parameters": [{"name": "source", "in": "query", "description": "What the origin of the facts is called.", "schema": {"type": "string"}}],
          "requestBody": {"required": true, "content": {"application/x-ndjson": {"schema": {"type": "string"}}}},
          "responses": {\(object("Import", "What was taken in; wrong lines are named and passed over.")), \(refusedBodies), "507": {"$ref": "#/components/responses/Problem"}, \(failures)}}},
        "/v1/harvests": {
          "get": {"operationId": "harvests", "summary": "The harvests since the server began, the latest first.",
            "responses": {\(object("Harvests", "The harvests.")), \(failures), \(notModified)}},
          "post": {"operationId": "harvest", "summary": "Bring the files below a folder of the server into the index.",
            "parameters": [{"name": "Prefer", "in": "header", "description": "wait=10 waits so many seconds for the end.", "schema": {"type": "string"}}],
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "type": "object", "required": ["folder"], "properties": {"folder": {"type": "string"}}}}}},
            "responses": {"202": {"$ref": "#/components/responses/Harvest"}, "200": {"$ref": "#/components/responses/Harvest"}, \(refusedBodies), \(failures)}}},
        "/v1/harvests/{id}": {"get": {
          "operationId": "harvestState", "summary": "How far a harvest has come.",
          "parameters": [\(anyID)],
          "responses": {\(object("Harvest", "The harvest.")), "404": {"$ref": "#/components/responses/Problem"}, \(failures), \(notModified)}}},
        "/v1/tokens": {
          "get": {"operationId": "tokens", "summary": "The tokens, without what lets one in.",
            "responses": {\(object("Tokens", "The tokens, the oldest first.")), \(failures), \(notModified)}},
          "post": {"operationId": "makeToken", "summary": "Make a token, which is shown this once.",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "type": "object", "required": ["name", "role"], "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 200},
                "role": {"enum": ["reader", "curator", "harvester", "administrator"]},
                "projects": {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
                "days": {"type": "integer", "minimum": 1, "maximum": 36500}}}}}},
            "responses": {"201": {"description": "The token.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Token"}}}}, \(refusedBodies), \(failures)}}},
        "/v1/tokens/{id}": {"delete": {
          "operationId": "revokeToken", "summary": "End a token for good.",
          "parameters": [\(anyID)],
          "responses": {"204": {"description": "It is revoked."}, "404": {"$ref": "#/components/responses/Problem"}, \(failures)}}},
        "/v1/events": {"get": {
          "operationId": "events", "summary": "What happens, as it happens: revisions, selections, harvests.",
          "parameters": [{"name": "Last-Event-ID", "in": "header", "description": "The id of the last event seen; those after it are sent again.", "schema": {"type": "string"}}],
          "responses": {"200": {"description": "Server-sent events.", "content": {"text/event-stream": {"schema": {"type": "string"}}}}, \(failures)}}}
        """

    private static let anyID = """
        {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}
        """

    static let writingSchemas = """
        "Import": {"type": "object", "required": ["assets", "facts", "lines", "refused", "refusals"],
          "properties": {"assets": {"type": "integer"}, "facts": {"type": "integer"},
            "lines": {"type": "integer"}, "refused": {"type": "integer"},
            "refusals": {"type": "array", "items": {"type": "object", "properties": {
              "line": {"type": "integer"}, "detail": {"type": "string"}}}}}},
        "Harvest": {"type": "object", "required": ["id", "folder", "state", "by", "began", "done", "total"],
          "properties": {"id": {"type": "string"}, "folder": {"type": "string"},
            "state": {"enum": ["waiting", "running", "done", "failed"]}, "by": {"type": "string"},
            "began": {"type": "string", "format": "date-time"}, "done": {"type": "integer"},
            "total": {"type": "integer"}, "summary": {"type": "object"}, "fault": {"type": "string"},
            "ended": {"type": "string", "format": "date-time"}}},
        "Harvests": {"type": "object", "required": ["harvests"], "properties": {
          "harvests": {"type": "array", "items": {"$ref": "#/components/schemas/Harvest"}}}},
        "Token": {"type": "object", "required": ["id", "name", "role", "made"], "properties": {
          "id": {"type": "string"}, "token": {"type": "string"}, "name": {"type": "string"},
          "role": {"type": "string"}, "projects": {"type": "array", "items": {"type": "string"}},
          "made": {"type": "string", "format": "date-time"},
          "expires": {"type": "string", "format": "date-time"},
          "revoked": {"type": "string", "format": "date-time"}}},
        "Tokens": {"type": "object", "required": ["tokens"], "properties": {
          "tokens": {"type": "array", "items": {"$ref": "#/components/schemas/Token"}}}}
        """
}
