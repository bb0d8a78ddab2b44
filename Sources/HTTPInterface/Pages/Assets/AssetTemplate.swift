extension Templates {
    static let asset = """
        {{<layout}}{{$main}}
        <div class="asset">
        {{#hasPicture}}<img class="portrait" src="{{picture}}" alt="" width="256" height="256">{{/hasPicture}}
        <div class="head"><h1>{{name}}</h1>
        <p class="quiet mono path" title="{{path}}">{{#folder}}in <a href="{{page}}">{{text}}</a>{{/folder}}</p>
        {{#hasKnown}}<dl class="glance">{{#known}}<div><dt><a href="{{page}}">{{meaning}}</a></dt><dd>{{text}}</dd></div>{{/known}}</dl>{{/hasKnown}}
        </div></div>
        {{#deleted}}<p class="box note"><strong>deleted</strong> the file has been gone since {{.}}</p>{{/deleted}}
        {{#hasIssues}}<section class="box note" aria-labelledby="issues"><h2 id="issues">{{issueCount}}</h2>
        <ul>{{#issues}}<li><a href="{{link}}">{{kind}}</a> {{detail}} <span class="where">{{place}}</span></li>{{/issues}}</ul></section>{{/hasIssues}}
        {{#partCount}}<details class="parts"><summary>{{.}}</summary><ul class="mono">{{#parts}}<li>{{.}}</li>{{/parts}}</ul></details>{{/partCount}}
        <form class="ask short" role="search">
        <label for="filter">Show facts that have this in their key or value</label>
        <div class="entry"><input id="filter" name="filter" type="search" value="{{filter}}" autocomplete="off"
          autocapitalize="off" spellcheck="false" data-filter="facts"></div>
        <button>Filter</button>
        </form>
        <p class="summary" role="status"><strong id="facts-count">{{count}}</strong>
        {{#isCut}}<span class="quiet">the first {{shown}} are shown: a filter finds the others</span>{{/isCut}}
        <span class="quiet mono">{{identity}}</span>
        <a href="{{json}}">JSON</a></p>
        <div id="facts">
        {{#contributions}}{{>facts}}{{/contributions}}
        </div>
        {{/main}}{{/layout}}
        """

    /// The facts of one source, by namespace and element.
    static let facts = """
        <section class="source">
        <h2>{{heading}}{{#sourcePath}} <span class="mono quiet">{{.}}</span>{{/sourcePath}} <span class="count">{{count}}</span></h2>
        {{#namespaces}}<details open class="namespace"><summary><span class="mono">{{name}}</span> <span class="count">{{count}}</span></summary>
        <div class="scroll" tabindex="0" role="region" aria-label="Facts of {{name}}"><table class="fact">
        <thead><tr><th scope="col">Key</th><th scope="col">Value</th><th scope="col">Read at</th></tr></thead>
        {{#groups}}<tbody>
        {{#element}}<tr class="group"><th scope="rowgroup" colspan="3" class="mono">{{.}}</th></tr>{{/element}}
        {{#facts}}<tr><th scope="row"><a class="mono" href="{{keyLink}}">{{key}}</a></th>
        <td class="value">{{#same}}<a class="same" href="{{.}}" title="All assets with this value">{{/same}}{{value}}{{#same}}</a>{{/same}}{{#unit}} <span class="unit">{{.}}</span>{{/unit}}{{#label}} <span class="quiet">{{.}}</span>{{/label}}{{#si}} <span class="quiet si">= {{.}}</span>{{/si}}{{#whole}}<details><summary>all {{wholeCount}}</summary><pre>{{.}}</pre></details>{{/whole}}</td>
        <td class="where">{{place}}{{#bytes}} <span>{{.}}</span>{{/bytes}}</td></tr>
        {{/facts}}</tbody>{{/groups}}</table></div></details>{{/namespaces}}
        </section>
        """
}
