extension Templates {
    static let search = """
        {{<layout}}{{$main}}
        {{^isAsked}}<div class="hero">
        <h1>What do your images say about themselves?</h1>
        <p>{{holdings}}</p>{{/isAsked}}
        <form class="ask" role="search" action="/">
        <label for="q">What are you looking for?</label>
        <input id="q" name="q" type="search" value="{{query}}" autocomplete="off"
          autocapitalize="off" spellcheck="false"{{^isAsked}} autofocus{{/isAsked}} placeholder="voltage:5kV..20kV pixel.size<50nm">
        <button>Search</button>
        </form>
        {{#hasFaults}}<h1>This query has no answer yet</h1>{{/hasFaults}}
        {{#faults}}
        <div class="box fault" role="alert">
        <pre>{{before}}<mark>{{marked}}</mark>{{after}}</pre>
        <p>{{message}}</p>
        {{#hasSuggestions}}<p>Did you mean {{#suggestions}}<a href="/?{{link}}">{{text}}</a>{{#comma}}, {{/comma}}{{/suggestions}}?</p>{{/hasSuggestions}}
        </div>
        {{/faults}}
        {{^isAsked}}
        <section aria-labelledby="examples"><h2 id="examples">Ask like this</h2>
        <ul class="examples">
        {{#examples}}<li><a class="mono" href="/?{{link}}">{{text}}</a><span>{{meaning}}</span></li>{{/examples}}
        </ul></section>
        {{#hasSaved}}<section aria-labelledby="saved"><h2 id="saved">Saved queries</h2>
        <ul class="examples">
        {{#saved}}<li><a href="/?{{link}}">{{text}}</a><span>{{meaning}}</span></li>{{/saved}}
        </ul></section>{{/hasSaved}}
        {{#hasFormats}}<section aria-labelledby="formats"><h2 id="formats">What is here</h2>
        <ul class="chips">
        {{#formats}}<li><a href="/?{{link}}">{{text}}</a> <span class="count">{{count}}</span></li>{{/formats}}
        </ul></section>{{/hasFormats}}
        </div>{{/isAsked}}
        {{#answer}}
        {{#warnings}}<div class="box note"><p>{{.}}</p></div>{{/warnings}}
        <div class="summary" role="status"><h1>{{total}}</h1>
        <span class="quiet">{{elapsed}}</span>
        {{#isPartial}}<span>The time limit ended this search: there may be more.</span>{{/isPartial}}
        <span class="quiet">as <a href="/v1/search.json?{{link}}">JSON</a>
        <a href="/v1/search.ndjson?{{link}}">NDJSON</a> <a href="/v1/search.csv?{{link}}">CSV</a></span></div>
        {{#hasClauses}}<ul class="chips" aria-label="What each part finds alone">
        {{#clauses}}<li><a class="mono" href="/?{{link}}">{{text}}</a> <b>{{count}}</b>{{#unknown}} <span class="quiet">{{unknown}} without it</span>{{/unknown}}</li>{{/clauses}}
        </ul>{{/hasClauses}}
        <div class="columns">
        {{>summaries}}
        <div>
        {{^hasHits}}<p>Nothing here. Try fewer words, or look at <a href="/keys">the keys there are</a>.</p>{{/hasHits}}
        {{#hasHits}}
        <div class="scroll" tabindex="0" role="region" aria-label="Files found"><table>
        <thead><tr><th scope="col">File</th>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#hits}}
        <tr><th scope="row"><a href="{{link}}">{{name}}</a><span class="folder">{{folder}}</span></th>
        {{#cells}}<td class="value">{{.}}</td>{{/cells}}
        {{#isListed}}<td>{{#hasFacts}}<dl class="facts">{{#facts}}<dt class="mono">{{key}}</dt><dd class="value">{{value}}</dd>{{/facts}}</dl>{{/hasFacts}}</td>{{/isListed}}
        </tr>
        {{/hits}}
        </tbody></table></div>
        {{/hasHits}}
        {{#hasPages}}<nav class="pages" aria-label="Pages of the answer">
        {{#first}}<a href="/?{{first}}">First page</a>{{/first}}
        {{#next}}<a href="/?{{next}}" rel="next">Next page</a>{{/next}}
        </nav>{{/hasPages}}
        </div></div>
        {{/answer}}
        {{/main}}{{/layout}}
        """

    /// Facets, histograms and statistics beside the hits.
    static let summaries = """
        {{#hasSummaries}}<aside aria-label="Narrow down">
        {{#summaries}}
        <section class="facet"><h2>{{name}}</h2>
        <ul>
        {{#rows}}<li>{{#link}}<a href="/?{{link}}">{{text}}</a>{{/link}}{{^link}}<span>{{text}}</span>{{/link}}
        {{#share}}<meter min="0" max="100" value="{{share}}">{{share}} %</meter>{{/share}}<span class="count">{{count}}</span></li>{{/rows}}
        </ul>
        {{#remark}}<span class="quiet">{{remark}}</span>{{/remark}}
        </section>
        {{/summaries}}
        </aside>{{/hasSummaries}}
        """
}
