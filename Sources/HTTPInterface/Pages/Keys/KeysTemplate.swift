extension Templates {
    static let keys = """
        {{<layout}}{{$main}}
        <h1>Keys</h1>
        <form class="ask short" role="search" action="/keys">
        <label for="pattern">Pattern over the keys of all files</label>
        <div class="entry"><input id="pattern" name="pattern" type="search" value="{{pattern}}" placeholder="*exposure*"
          autocomplete="off" autocapitalize="off" spellcheck="false"></div>
        <button>Show</button>
        </form>
        {{#hasConcepts}}<details class="concepts"><summary>Concepts: names that mean the same in every format</summary>
        <ul class="concept">{{#concepts}}<li><a class="mono" href="{{page}}">{{text}}</a> <span class="count">{{count}}</span> <span class="quiet">{{meaning}}</span></li>{{/concepts}}</ul></details>{{/hasConcepts}}
        {{#hasNamespaces}}<details class="concepts"><summary>Namespaces</summary><ul class="chips">
        {{#namespaces}}<li><a class="mono" href="{{page}}">{{text}}</a> <b>{{count}}</b></li>{{/namespaces}}
        </ul></details>{{/hasNamespaces}}
        <p class="summary" role="status"><strong>{{count}}</strong>
        {{#isCut}}<span class="quiet">the {{shown}} most frequent are shown: a pattern finds the others</span>{{/isCut}}</p>
        {{#hasKeys}}{{>keytable}}{{/hasKeys}}
        {{/main}}{{/layout}}
        """

    static let keyTable = """
        <div class="scroll" tabindex="0" role="region" aria-label="Keys"><table>
        <thead><tr><th scope="col">Key</th><th scope="col" class="number">Assets</th><th scope="col">Values</th>
        <th scope="col">Units</th><th scope="col">Range</th><th scope="col">Examples</th></tr></thead>
        <tbody>
        {{#keys}}
        <tr><th scope="row"><a class="mono" href="{{page}}">{{name}}</a>{{#conceptNames}}<span class="folder">{{.}}</span>{{/conceptNames}}</th>
        <td class="number">{{files}}</td><td class="words">{{kinds}}</td><td class="words">{{units}}</td><td class="words">{{range}}</td>
        <td class="value examples">{{examples}}</td></tr>
        {{/keys}}
        </tbody></table></div>
        """

    static let key = """
        {{<layout}}{{$main}}
        <p class="crumb"><a href="/keys">Keys</a></p>
        <h1 class="mono">{{name}}</h1>
        {{#definition}}<p>{{.}}</p>{{/definition}}
        <p class="summary">{{#total}}<strong><a href="{{page}}">{{text}}</a></strong>{{/total}}
        {{#lacking}}<span class="quiet"><a href="{{page}}">{{text}} without it</a></span>{{/lacking}} <span class="quiet">{{kinds}}</span></p>
        {{#hasConcepts}}<p>Belongs to {{#concepts}}<a class="mono" href="{{page}}">{{text}}</a> {{/concepts}}</p>{{/hasConcepts}}
        {{#hasUnits}}<ul class="chips" aria-label="Units as written">{{#units}}<li>{{text}} <b>{{count}}</b></li>{{/units}}</ul>{{/hasUnits}}
        <div class="board wide">{{>summaries}}</div>
        {{#hasKeys}}<h2>Stands for these keys</h2>{{>keytable}}{{/hasKeys}}
        {{/main}}{{/layout}}
        """
}
