/// The description of the API for programs, in OpenAPI 3.1.
///
/// Source: <https://spec.openapis.org/oas/v3.1.0>
enum OpenAPI {
    static let document = """
        {
          "openapi": "3.1.0",
          "info": {
            "title": "Reticle",
            "version": "1",
            "summary": "Answers questions about what imaging files say of themselves.",
            "description": "The language of queries is the same everywhere: q=voltage:5kV..20kV pixel.size<50nm."
          },
          "paths": {
        \(paths),
        \(selectionPaths),
        \(writingPaths),
        \(curationPaths),
        \(askingPaths)
          },
          "components": {
            "parameters": {
        \(OpenAPI.parameters)
            },
            "responses": {
        \(OpenAPI.responses)
            },
            "schemas": {
        \(OpenAPI.schemas),
        \(OpenAPI.writingSchemas)
            }
          }
        }

        """

    private static let paths = """
        "/v1/search": {"get": {
          "operationId": "search", "summary": "Find assets, in the form that Accept prefers.",
          "parameters": [\(searchParameters)],
          "responses": {"200": {"$ref": "#/components/responses/Answer"}, \(failures), \(notModified), \(notAcceptable)}}},
        "/v1/search.json": {"get": {
          "operationId": "searchJSON", "summary": "Find assets: one page, with counts and facets.",
          "parameters": [\(searchParameters)],
          "responses": {"200": {"$ref": "#/components/responses/JSONAnswer"}, \(failures), \(notModified)}}},
        "/v1/search.ndjson": {"get": {
          "operationId": "searchNDJSON", "summary": "Find assets: every hit, one a line.",
          "parameters": [\(searchParameters)],
          "responses": {"200": {"$ref": "#/components/responses/Lines"}, \(failures)}}},
        "/v1/search.csv": {"get": {
          "operationId": "searchCSV", "summary": "Find assets: every hit, one a row.",
          "parameters": [\(searchParameters)],
          "responses": {"200": {"$ref": "#/components/responses/Table"}, \(failures)}}},
        "/v1/queries": {"get": {
          "operationId": "queries", "summary": "The saved queries, with their parameters.",
          "responses": {\(object("Queries", "The queries, by name.")), \(failures), \(notModified)}}},
        "/v1/queries/{name}": {"get": {
          "operationId": "query",
          "summary": "The answer of a saved query, in the form that Accept prefers.",
          "description": "A parameter of the query is a parameter of the URL: ?size=50nm.",
          "parameters": [{"name": "name", "in": "path", "required": true, "schema": {"type": "string"}},
            \(references(SearchRequest.optionNames))],
          "responses": {"200": {"$ref": "#/components/responses/Answer"}, "404": {"$ref": "#/components/responses/Problem"}, \(failures), \(notModified), \(notAcceptable)}},
          \(storedQueryOperations)},
        "/v1/assets/{id}": {"get": {
          "operationId": "asset", "summary": "Everything that is known of one asset.",
          "parameters": [{"name": "id", "in": "path", "required": true,
            "description": "The identity, or the beginning of it.", "schema": {"type": "string"}}],
          "responses": {\(object("Asset", "The asset.")), "410": {"description": "The file is gone; the record as it was.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Asset"}}}}, "404": {"$ref": "#/components/responses/Problem"}, \(failures), \(notModified)}}},
        "/v1/keys": {"get": {
          "operationId": "keys", "summary": "The keys that the files state.",
          "parameters": [{"name": "pattern", "in": "query", "schema": {"type": "string"},
            "example": "*exposure*"}],
          "responses": {\(object("Keys", "The keys, in order.")), \(failures), \(notModified)}}},
        "/v1/formats": {"get": {
          "operationId": "formats", "summary": "The formats of the files, with their counts.",
          "responses": {\(object("Formats", "The formats, the most frequent first.")), \(failures), \(notModified)}}},
        "/v1/assets/{id}/facts": {"get": {
          "operationId": "facts", "summary": "The facts of one asset, each with its source.",
          "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
            {"name": "key", "in": "query", "description": "A key or a pattern over keys.", "schema": {"type": "string"}}],
          "responses": {"200": {"description": "The facts.", "content": {
              "application/json": {"schema": {"type": "object"}}, "application/x-ndjson": {"schema": {"type": "object"}}}},
            "404": {"$ref": "#/components/responses/Problem"}, \(failures), \(notModified), \(notAcceptable)}}},
        "/v1/explain": {"get": {
          "operationId": "explain", "summary": "How a query is understood and what each clause finds, without hits.",
          "parameters": [\(searchParameters)],
          "responses": {"200": {"$ref": "#/components/responses/JSONAnswer"}, \(failures), \(notModified)}}},
        "/metrics": {"get": {
          "operationId": "metrics", "summary": "Counts and times, as Prometheus reads them.",
          "responses": {"200": {"description": "The counts.", "content": {"text/plain": {"schema": {"type": "string"}}}}, \(failures), \(notModified)}}},
        "/healthz": {"get": {
          "operationId": "health", "summary": "Whether the index can be asked.",
          "responses": {\(object("Health", "It can.")), \(failures)}}},
        "/openapi.json": {"get": {
          "operationId": "description", "summary": "This document.",
          "responses": {"200": {"description": "The document.",
            "content": {"application/json": {"schema": {"type": "object"}}}}, \(notModified)}}}
        """

    private static let searchParameters = references(
        ["q"] + SearchRequest.stageNames + SearchRequest.optionNames)

    static let failures = """
        "400": {"$ref": "#/components/responses/Problem"}, "401": {"$ref": "#/components/responses/Problem"}, \
        "403": {"$ref": "#/components/responses/Problem"}, "429": {"$ref": "#/components/responses/Busy"}, \
        "501": {"$ref": "#/components/responses/Problem"}, "503": {"$ref": "#/components/responses/Busy"}
        """
    static let notModified = """
        "304": {"description": "The tag of If-None-Match still holds."}
        """
    static let notAcceptable = """
        "406": {"$ref": "#/components/responses/Problem"}
        """

    private static func references(_ parameters: [String]) -> String {
        parameters.map { "{\"$ref\": \"#/components/parameters/\($0)\"}" }.joined(separator: ", ")
    }

    static func object(_ schema: String, _ description: String) -> String {
        """
        "200": {"description": "\(description)", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/\(schema)"}}}}
        """
    }
}
