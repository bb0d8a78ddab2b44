/// The pages' templates, in Mustache: `{{…}}` escapes what it prints.
enum Templates {
    /// Every template by its name.
    static let all = [
        "layout": layout, "search": search, "summaries": summaries, "asset": asset, "keys": keys,
        "refusal": refusal,
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
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="top"><div>
        <a class="brand" href="/">Reticle</a>
        <nav aria-label="Pages"><ul>
        <li><a href="/"{{#isSearch}} aria-current="page"{{/isSearch}}>Search</a></li>
        <li><a href="/keys"{{#isKeys}} aria-current="page"{{/isKeys}}>Keys</a></li>
        <li><a href="/openapi.json">API</a></li>
        </ul></nav>
        </div></header>
        <main id="content">
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

    static let keys = """
        {{<layout}}{{$main}}
        <h1>Keys</h1>
        <form class="ask" role="search" action="/keys">
        <label for="pattern">Pattern over the keys of all files</label>
        <input id="pattern" name="pattern" type="search" value="{{pattern}}" placeholder="*exposure*"
          autocomplete="off" autocapitalize="off" spellcheck="false">
        <button>Show</button>
        </form>
        <p class="summary"><strong>{{count}}</strong>
        {{#isCut}}<span class="quiet">the first {{shown}} are shown: a pattern finds the others</span>{{/isCut}}</p>
        {{#hasKeys}}
        <div class="scroll" tabindex="0" role="region" aria-label="Keys"><table>
        <thead><tr><th scope="col">Key</th><th scope="col">Files</th><th scope="col">Values</th>
        <th scope="col">Units</th><th scope="col">Examples</th></tr></thead>
        <tbody>
        {{#keys}}
        <tr><th scope="row"><a class="mono" href="/?{{query}}">{{name}}</a></th>
        <td class="number">{{files}}</td><td class="words">{{kinds}}</td><td class="words">{{units}}</td>
        <td class="value">{{examples}}</td></tr>
        {{/keys}}
        </tbody></table></div>
        {{/hasKeys}}
        {{/main}}{{/layout}}
        """

    static let asset = """
        {{<layout}}{{$main}}
        <h1>{{name}}</h1>
        <p class="quiet mono">{{path}}</p>
        {{#deleted}}<p class="box note"><strong>deleted</strong> the file has been gone since {{deleted}}</p>{{/deleted}}
        {{#issues}}<p class="box note"><strong>{{kind}}</strong> {{detail}}</p>{{/issues}}
        <form class="ask" role="search">
        <label for="filter">Show facts that have this in their key or value</label>
        <input id="filter" name="filter" type="search" value="{{filter}}" autocomplete="off"
          autocapitalize="off" spellcheck="false">
        <button>Filter</button>
        </form>
        <p class="summary"><strong>{{count}}</strong>
        {{#isCut}}<span class="quiet">the first {{shown}} are shown: a filter finds the others</span>{{/isCut}}
        <a href="{{json}}">JSON</a></p>
        {{#contributions}}
        <h2>{{heading}}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="{{heading}}"><table>
        <thead><tr><th scope="col">Key</th><th scope="col">Value</th><th scope="col">Element</th>
        <th scope="col">Read at</th></tr></thead>
        <tbody>
        {{#facts}}
        <tr><th scope="row"><a class="mono" href="/?{{query}}">{{key}}</a></th>
        <td class="value">{{value}}{{#label}} <span class="quiet">{{label}}</span>{{/label}}</td>
        <td class="mono quiet">{{element}}</td><td class="quiet">{{place}}</td></tr>
        {{/facts}}
        </tbody></table></div>
        {{/contributions}}
        {{/main}}{{/layout}}
        """
}
