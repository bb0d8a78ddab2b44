extension Templates {
    static let queries = """
        {{<layout}}{{$main}}
        <h1>Saved queries</h1>
        {{^hasQueries}}<p>There are none: a folder of <code>NAME.rql</code> files is served with <code>reticle serve --queries DIR</code>.</p>{{/hasQueries}}
        {{#hasQueries}}<ul class="entries">
        {{#queries}}<li><a href="{{page}}">{{text}}</a> <span class="quiet">{{meaning}}</span> <span class="count mono">{{count}}</span></li>{{/queries}}
        </ul>{{/hasQueries}}
        {{/main}}{{/layout}}
        """

    static let query = """
        {{<layout}}{{$main}}
        <p class="crumb"><a href="/queries">Saved queries</a></p>
        <h1>{{heading}}</h1>
        <p>{{meaning}}</p>
        {{#hasFaults}}<div class="box fault" role="alert">{{#faults}}<p>{{.}}</p>{{/faults}}</div>{{/hasFaults}}
        <form class="entryform">
        {{#entries}}<p><label for="p-{{name}}">{{meaning}}</label>
        <input id="p-{{name}}" name="{{name}}" value="{{value}}" autocomplete="off" spellcheck="false" aria-describedby="t-{{name}}"{{#isNeeded}} required{{/isNeeded}}>
        <span class="quiet" id="t-{{name}}"><code>{{name}}</code>, a {{type}}</span></p>{{/entries}}
        <input type="hidden" name="run" value="1">
        <button>Run</button>
        </form>
        <h2>What is asked</h2>
        <pre class="panel" tabindex="0" role="region" aria-label="The query">{{text}}</pre>
        <h2>On the command line</h2>
        <pre class="panel" id="command" tabindex="0" role="region" aria-label="The command" data-copy>{{command}}</pre>
        {{/main}}{{/layout}}
        """

    static let issues = """
        {{<layout}}{{$main}}
        <h1>Issues</h1>
        <p class="summary">{{#total}}<strong><a href="{{page}}">{{text}}</a></strong>{{/total}} <span class="quiet">of {{all}} have something that could not be read, or that contradicts what was written beside them.</span></p>
        {{^hasKinds}}<p>There are no issues: every file was read to its end.</p>{{/hasKinds}}
        {{#hasKinds}}<div class="scroll" tabindex="0" role="region" aria-label="Kinds of issues"><table>
        <thead><tr><th scope="col">Kind</th><th scope="col">Means</th><th scope="col" class="number">Assets</th><th scope="col">Most frequent</th></tr></thead>
        <tbody>{{#kinds}}<tr><th scope="row"><a href="{{page}}">{{kind}}</a></th><td class="words">{{meaning}}</td><td class="number">{{count}}</td>
        <td><ul class="details">{{#details}}<li><a href="{{page}}">{{text}}</a> <span class="count">{{count}}</span></li>{{/details}}</ul></td></tr>{{/kinds}}</tbody></table></div>
        <div class="board">{{>summaries}}</div>{{/hasKinds}}
        {{/main}}{{/layout}}
        """
}
