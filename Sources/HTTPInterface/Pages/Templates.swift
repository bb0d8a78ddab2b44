/// The pages' templates, in Mustache: `{{…}}` escapes what it prints.
enum Templates {
    /// Every template by its name.
    static let all = [
        "layout": layout, "box": box, "search": search, "answer": answer,
        "table": table, "grid": grid, "tools": tools, "summaries": summaries, "home": home,
        "asset": asset, "facts": facts, "keys": keys, "key": key, "keytable": keyTable,
        "queries": queries,
        "query": query, "selections": selections, "selection": selection,
        "issues": issues, "refusal": refusal,
    ]

    static let layout = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}}</title>
        <link rel="stylesheet" href="/style.css">
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        <script src="/page.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="top"><div>
        <a class="brand" href="/"><img src="/icon.svg" alt="" width="22" height="22">Reticle</a>
        <nav aria-label="Pages"><ul>
        <li><a href="/"{{#isSearch}} aria-current="page"{{/isSearch}}>Search</a></li>
        <li><a href="/keys"{{#isKeys}} aria-current="page"{{/isKeys}}>Keys</a></li>
        <li><a href="/queries"{{#isQueries}} aria-current="page"{{/isQueries}}>Saved queries</a></li>
        <li><a href="/selections"{{#isSelections}} aria-current="page"{{/isSelections}}>Selections</a></li>
        <li><a href="/issues"{{#isIssues}} aria-current="page"{{/isIssues}}>Issues</a></li>
        <li><a href="/openapi.json">API</a></li>
        </ul></nav>
        </div></header>
        <main id="content" tabindex="-1">
        {{$main}}{{/main}}
        </main>
        </body>
        </html>

        """

    static let refusal = """
        {{<layout}}{{$main}}
        <h1>{{heading}}</h1>
        <p>{{detail}}</p>
        <p><a href="/">Back to the search</a></p>
        {{/main}}{{/layout}}
        """

    /// The box for queries.
    static let box = """
        {{#box}}<form class="ask" role="search" action="/">
        <label for="q">What are you looking for?</label>
        <div class="entry"><input id="q" name="q" type="search" value="{{query}}" autocomplete="off"
          autocapitalize="off" spellcheck="false" enterkeyhint="search"{{#isFocused}} autofocus{{/isFocused}}
          placeholder="voltage:5kV..20kV pixel.size&lt;50nm" data-suggest="/v1/suggest"></div>
        {{#kept}}{{#fields}}<input type="hidden" name="{{name}}" value="{{value}}">{{/fields}}{{/kept}}
        <button>Search</button>
        </form>{{/box}}
        """
}
