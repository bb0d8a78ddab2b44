extension Templates {
    static let search = """
        {{<layout}}{{$main}}
        {{>box}}
        {{#hasFaults}}<h1>This query has no answer yet</h1>{{/hasFaults}}
        {{#faults}}
        <div class="box fault" role="alert">
        <pre>{{before}}<mark>{{marked}}</mark>{{after}}</pre>
        <p>{{message}}</p>
        {{#hasSuggestions}}<p>Did you mean {{#suggestions}}<a href="{{page}}">{{text}}</a>{{#comma}}, {{/comma}}{{/suggestions}}?</p>{{/hasSuggestions}}
        </div>
        {{/faults}}
        {{#answer}}{{>answer}}{{/answer}}
        {{/main}}{{/layout}}
        """

    /// What was found: how much, by which conditions, and the assets.
    static let answer = """
        {{#warnings}}<div class="box note"><p>{{message}}{{#hasSuggestions}}: perhaps {{#suggestions}}{{#page}}<a href="{{page}}">{{/page}}{{text}}{{#page}}</a>{{/page}}{{#comma}}, {{/comma}}{{/suggestions}}{{/hasSuggestions}}</p></div>{{/warnings}}
        <div class="summary"><div role="status"><h1>{{total}}</h1></div>
        <span class="quiet">{{elapsed}}</span>
        {{#isPartial}}<span>The time limit ended this search: there may be more.</span>{{/isPartial}}
        {{#hasSummaries}}<a class="jump" href="#narrow">Narrow down</a>{{/hasSummaries}}
        </div>
        {{#hasChips}}<ul class="chips" aria-label="Conditions">
        {{#chips}}<li><a class="mono" href="{{link}}">{{text}}</a>{{#count}} <b title="assets that this finds alone">{{.}}</b>{{/count}}{{#unknown}} <span class="quiet" title="assets that say nothing about it">{{.}} without it</span>{{/unknown}}{{#removal}}<a class="remove" href="{{.}}" aria-label="Remove {{text}}" title="Search without it">×</a>{{/removal}}</li>{{/chips}}
        </ul>{{/hasChips}}
        {{>tools}}
        <div class="columns">
        {{#hasSummaries}}<aside id="narrow" aria-label="Narrow down">
        {{>summaries}}
        <form class="small" action="/">
        {{#facetForm}}{{#fields}}<input type="hidden" name="{{name}}" value="{{value}}">{{/fields}}{{/facetForm}}
        <label for="facet">Narrow down by another key</label>
        <div class="row"><input id="facet" name="facet" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="pixel.size by 10nm" required><button>Add</button></div>
        </form>
        </aside>{{/hasSummaries}}
        <div>
        {{#isEmpty}}<section class="nothing">
        <h2>Nothing has all of this</h2>
        {{#hasRelaxations}}<p>Without one of the conditions there is something:</p>
        <ul>{{#relaxations}}<li>without <a class="mono" href="{{page}}">{{text}}</a> <span class="count">{{count}}</span></li>{{/relaxations}}</ul>{{/hasRelaxations}}
        {{^hasRelaxations}}<p>Try fewer or other words, or look at <a href="/keys">the keys there are</a>.</p>{{/hasRelaxations}}
        </section>{{/isEmpty}}
        {{#hasHits}}{{#isGrid}}{{>grid}}{{/isGrid}}{{^isGrid}}{{>table}}{{/isGrid}}{{/hasHits}}
        {{#hasPages}}<nav class="pages" aria-label="Pages of the answer">
        {{#first}}<a href="{{.}}">First page</a>{{/first}}
        {{#next}}<a href="{{.}}" rel="next">Next page</a>{{/next}}
        </nav>{{/hasPages}}
        </div></div>
        """

    static let table = """
        <div class="scroll" tabindex="0" role="region" aria-label="Assets found"><table class="hits">
        <thead><tr>{{#hasPictures}}<td class="picture"></td>{{/hasPictures}}{{#nameHeading}}<th scope="col"{{#order}} aria-sort="{{.}}"{{/order}}><a href="{{link}}">Name</a>{{arrow}}</th>{{/nameHeading}}{{#headings}}<th scope="col"{{#order}} aria-sort="{{.}}"{{/order}}{{#isNumber}} class="number"{{/isNumber}}><a href="{{link}}" title="Sort by {{text}}">{{text}}</a>{{arrow}}</th>{{/headings}}</tr></thead>
        <tbody>
        {{#hits}}
        <tr>{{#hasPictures}}<td class="picture">{{#hasPicture}}<img src="{{picture}}" alt="" width="48" height="48" loading="lazy">{{/hasPicture}}</td>{{/hasPictures}}<th scope="row"><a href="{{link}}">{{name}}</a><span class="folder">{{folder}}</span></th>
        {{#cells}}<td{{#isNumber}} class="number"{{/isNumber}}><div class="cell"{{#asWritten}} title="{{.}}"{{/asWritten}}>{{text}}{{#more}} <span class="quiet">{{.}}</span>{{/more}}</div></td>{{/cells}}
        </tr>
        {{/hits}}
        </tbody></table></div>
        """

    static let grid = """
        <ul class="grid" aria-label="Assets found">
        {{#hits}}
        <li><a class="card" href="{{link}}"><span class="frame">{{#hasPicture}}<img src="{{picture}}" alt="" width="256" height="192" loading="lazy">{{/hasPicture}}</span>
        <span class="name">{{name}}</span><span class="folder">{{folder}}</span></a>
        <dl class="facts">{{#cardFacts}}<div><dt>{{key}}</dt><dd>{{text}}</dd></div>{{/cardFacts}}</dl></li>
        {{/hits}}
        </ul>
        """

    /// What can be done with the answer.
    static let tools = """
        <div class="tools">
        {{#views}}<a class="view"{{#isCurrent}} aria-current="true"{{/isCurrent}} href="{{page}}">{{text}}</a>{{/views}}
        {{#columns}}<details class="menu"><summary>Columns</summary><form class="panel" action="/">
        {{#kept}}{{#fields}}<input type="hidden" name="{{name}}" value="{{value}}">{{/fields}}{{/kept}}
        <fieldset><legend>Columns of the table</legend>
        {{#columns}}<label class="tick"><input type="checkbox" name="select" value="{{name}}"{{#isShown}} checked{{/isShown}}> {{name}}</label>{{/columns}}
        <label for="other">Another key, and its unit</label>
        <input id="other" name="select" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="pixel.size in nm">
        </fieldset>
        <button>Show these</button> {{#usual}}<a href="{{.}}">Show the usual ones</a>{{/usual}}
        </form></details>{{/columns}}
        <details class="menu"><summary>Copy as</summary><div class="panel">
        {{#copies}}<p class="copyname" id="{{identifier}}-name">{{name}}</p><pre id="{{identifier}}" tabindex="0" role="region" aria-labelledby="{{identifier}}-name" data-copy>{{text}}</pre>{{/copies}}
        </div></details>
        {{#hasMeanings}}<details class="menu"><summary>Meaning of the keys</summary><div class="panel">
        {{#meanings}}<p><code>{{written}}</code> {{origin}}</p><ul class="mono">{{#keys}}<li>{{.}}</li>{{/keys}}{{#more}}<li>{{.}}</li>{{/more}}</ul>{{/meanings}}
        </div></details>{{/hasMeanings}}
        {{#hasExplanation}}<details class="menu" open><summary>How it was found</summary><div class="panel"><ul>{{#explanation}}<li>{{.}}</li>{{/explanation}}</ul></div></details>{{/hasExplanation}}
        {{#freezing}}<form class="freeze" method="post" action="/selections"><input type="hidden" name="q" value="{{.}}"><button title="Keep this answer for a job: the same files, whenever it starts">Freeze</button></form>{{/freezing}}
        <span class="downloads">All of it as {{#downloads}}<a href="{{page}}">{{text}}</a> {{/downloads}}</span>
        </div>
        """

    /// Facets, histograms and statistics.
    static let summaries = """
        {{#summaries}}
        <section class="facet"><h2>{{#keyLink}}<a href="{{.}}">{{/keyLink}}{{name}}{{#keyLink}}</a>{{/keyLink}}{{#removal}} <a class="remove" href="{{.}}" aria-label="Remove the facet {{name}}">×</a>{{/removal}}</h2>
        {{#histogram}}<ol class="histogram">
        {{#columns}}<li>{{#link}}<a href="{{.}}" title="{{label}}: {{count}}">{{/link}}<svg viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true"><rect width="1" y="{{top}}" height="{{height}}"/></svg><span class="aside">{{label}}: {{count}}</span>{{#link}}</a>{{/link}}</li>{{/columns}}
        </ol><div class="axis quiet"><span>{{first}}</span><span>{{last}}</span></div>{{/histogram}}
        <ul>
        {{#rows}}<li>{{#link}}<a href="{{.}}">{{text}}</a>{{/link}}{{^link}}<span>{{text}}</span>{{/link}}<span class="count">{{count}}</span>{{#share}}<svg class="share" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect height="1" width="{{.}}"/></svg>{{/share}}</li>{{/rows}}
        </ul>
        {{#remark}}<span class="quiet remark">{{remark}}</span>{{/remark}}
        </section>
        {{/summaries}}
        """
}
