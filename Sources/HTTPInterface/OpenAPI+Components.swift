extension OpenAPI {
    static let parameters = """
        "q": {"name": "q", "in": "query", "schema": {"type": "string"},
          "description": "The query; empty finds everything.", "example": "voltage:5kV..20kV pixel.size<50nm"},
        "sort": {"name": "sort", "in": "query", "schema": {"type": "string"},
          "description": "Keys, divided by commas; a leading - sorts downwards.", "example": "-acquired"},
        "facet": {"name": "facet", "in": "query", "schema": {"type": "array", "items": {"type": "string"}},
          "description": "Keys whose values are counted.", "example": ["instrument.model"]},
        "stats": {"name": "stats", "in": "query", "schema": {"type": "string"},
          "description": "A key whose numbers are summed up."},
        "count": {"name": "count", "in": "query", "schema": {"type": "string"},
          "description": "Count only; a key counts by its values."},
        "select": {"name": "select", "in": "query", "schema": {"type": "string"},
          "description": "The columns of each hit.", "example": "path, pixel.size in nm"},
        "distinct": {"name": "distinct", "in": "query", "schema": {"type": "string"},
          "description": "A key whose different values are listed."},
        "sample": {"name": "sample", "in": "query", "schema": {"type": "string"},
          "description": "So many hits by chance.", "example": "100 seed 7"},
        "group": {"name": "group", "in": "query", "schema": {"type": "string"},
          "description": "A key by whose values the hits are grouped."},
        "as_of": {"name": "as_of", "in": "query", "schema": {"type": "string"},
          "description": "A date: what people had stated before it; what files say is as it is now. Only for callers who see all of the index."},
        "explain": {"name": "explain", "in": "query", "schema": {"type": "string"}, "allowEmptyValue": true,
          "description": "The answer says how it came about."},
        "limit": {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1},
          "description": "Hits of a page, at most \(SearchRequest.maximumLimit); of a stream, all hits where it is absent."},
        "after": {"name": "after", "in": "query", "schema": {"type": "string"},
          "description": "The cursor next of the page before."},
        "guard": {"name": "guard", "in": "query", "schema": {"const": "formulas"},
          "description": "No cell of a table looks like a formula to a spreadsheet."}
        """

    static let responses = """
        "Answer": {"description": "The answer.", "content": {
          "application/json": {"schema": {"$ref": "#/components/schemas/Answer"}},
          "application/x-ndjson": {"schema": {"$ref": "#/components/schemas/Hit"}},
          "text/csv": {"schema": {"type": "string"}}}},
        "JSONAnswer": {"description": "The answer.", "content": {
          "application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}}},
        "Lines": {"description": "A hit a line. A connection that is cut has not sent all.",
          "headers": {\(streamHeaders)},
          "content": {"application/x-ndjson": {"schema": {"$ref": "#/components/schemas/Hit"}}}},
        "Table": {"description": "A heading, then a hit a row.", "headers": {\(streamHeaders)},
          "content": {"text/csv": {"schema": {"type": "string"}}}},
        "Selection": {"description": "The selection; 200 where the same was frozen before.",
          "headers": {"Location": {"schema": {"type": "string"}}},
          "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Selection"}}}},
        "Harvest": {"description": "The harvest; 202 where it is not over.",
          "headers": {"Location": {"schema": {"type": "string"}}},
          "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Harvest"}}}},
        "Problem": {"description": "Why there is no answer.", "content": {
          "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
        "Busy": {"description": "Too many searches at once, or one that takes too long.",
          "headers": {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds."}},
          "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
        """

    private static let streamHeaders = """
        "Reticle-Total": {"schema": {"type": "integer"}, "description": "Hits that there are."}, \
        "Reticle-Complete": {"schema": {"type": "boolean"}, "description": "False where the time limit ended the search."}, \
        "Reticle-Revision": {"schema": {"type": "integer"}, "description": "The index's state."}
        """

    static let schemas = """
        "Answer": {"type": "object",
          "required": ["query", "resolved", "clauses", "revision", "total", "complete", "elapsed_us", "hits"],
          "properties": {
            "query": {"type": "object", "properties": {"text": {"type": "string"},
              "canonical": {"type": "string"}, "tree": {"type": "object"}}},
            "resolved": {"type": "object", "description": "The keys that each key of the query stands for."},
            "clauses": {"type": "array", "items": {"type": "object", "properties": {
              "text": {"type": "string"}, "true": {"type": "integer"}, "false": {"type": "integer"}, "unknown": {"type": "integer"}}}},
            "revision": {"type": "integer"},
            "total": {"type": "integer", "description": "A lower bound where complete is false."},
            "complete": {"type": "boolean"},
            "elapsed_us": {"type": "integer"},
            "hits": {"type": "array", "items": {"$ref": "#/components/schemas/Hit"}},
            "facets": {"type": "object"},
            "doctor": {"type": "object", "description": "Why nothing was found, where nothing was.",
              "properties": {"clause": {"type": "string"}, "reason": {"type": "string"},
                "nearest": {"type": "array", "items": {"type": "string"}},
                "query": {"type": "string", "description": "The least change that finds something."},
                "total": {"type": "integer"}}},
            "next": {"type": "string", "description": "Where the next page begins."}}},
        "Hit": {"type": "object", "required": ["id", "path", "facts"], "properties": {
          "id": {"type": "string", "format": "uuid"},
          "path": {"type": "string"},
          "facts": {"type": "object", "description": "The values under each name, as a list."}}},
        "Asset": {"type": "object", "required": ["id", "path"], "properties": {
          "id": {"type": "string", "format": "uuid"}, "path": {"type": "string"}}},
        "Keys": {"type": "object", "properties": {"keys": {"type": "array", "items": {"type": "object"}}}},
        "Formats": {"type": "object", "properties": {"formats": {"type": "array", "items": {"type": "object"}}}},
        "Queries": {"type": "object", "properties": {"queries": {"type": "array", "items": {"type": "object",
          "properties": {"name": {"type": "string"}, "title": {"type": "string"},
            "description": {"type": "string"}, "text": {"type": "string"},
            "parameters": {"type": "array", "items": {"type": "object"}}}}}}},
        "Selection": {"type": "object",
          "required": ["id", "query", "canonical", "revision", "made", "count", "bytes", "maker"],
          "properties": {
            "id": {"type": "string", "description": "SHA-256 of three lines: the canonical query, the revision, the SHA-256 of the files as NDJSON."},
            "query": {"type": "string"}, "canonical": {"type": "string"},
            "revision": {"type": "integer"}, "made": {"type": "string", "format": "date-time"},
            "count": {"type": "integer"}, "bytes": {"type": "integer"}, "maker": {"type": "string"},
            "projects": {"type": "array", "items": {"type": "string"}},
            "files": {"type": "array", "items": {"$ref": "#/components/schemas/SelectedFile"}}}},
        "SelectedFile": {"type": "object", "required": ["id", "path"], "properties": {
          "id": {"type": "string", "format": "uuid"}, "path": {"type": "string"},
          "bytes": {"type": "integer"}, "modified": {"type": "string", "format": "date-time"},
          "sha256": {"type": "string"}}},
        "Selections": {"type": "object", "required": ["selections"], "properties": {
          "selections": {"type": "array", "items": {"$ref": "#/components/schemas/Selection"}}}},
        "Difference": {"type": "object", "required": ["selection", "against", "revision", "same", "came", "went", "changed"],
          "properties": {"selection": {"type": "string"}, "against": {"const": "now"},
            "revision": {"type": "integer"}, "same": {"type": "integer"},
            "came": {"$ref": "#/components/schemas/Changes"}, "went": {"$ref": "#/components/schemas/Changes"},
            "changed": {"$ref": "#/components/schemas/Changes"}}},
        "Changes": {"type": "array", "items": {"type": "object", "required": ["id", "path", "why"],
          "properties": {"id": {"type": "string"}, "path": {"type": "string"},
            "why": {"type": "array", "items": {"type": "string"}}}}},
        \(askingSchemas),
        "Health": {"type": "object", "properties": {"status": {"const": "ok"}}},
        "Problem": {"type": "object", "required": ["type", "title", "status", "detail"], "properties": {
          "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
          "detail": {"type": "string"},
          "mended": {"type": "string", "description": "The query with the first suggestion of each fault put in."},
          "errors": {"type": "array", "items": {"type": "object",
            "required": ["kind", "start", "end", "message", "suggestions"], "properties": {
            "kind": {"type": "string"},
            "start": {"type": "integer", "description": "Bytes of UTF-8 from the beginning of q; stages in parameters of their own follow, each behind ' | '."},
            "end": {"type": "integer"},
            "message": {"type": "string"},
            "suggestions": {"type": "array", "items": {"type": "string"}}}}}}}
        """
}
