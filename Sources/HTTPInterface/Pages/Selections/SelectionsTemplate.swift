extension Templates {
    static let selections = """
        {{<layout}}{{$main}}
        <h1>Selections</h1>
        <p class="quiet">Answers that were frozen for jobs: the same files, whenever the job starts.</p>
        {{^hasSelections}}<p>There are none yet: <b>Freeze</b> on a search makes one, or <code>reticle select QUERY</code>.</p>{{/hasSelections}}
        {{#hasSelections}}<ul class="entries">
        {{#selections}}<li><a class="mono" href="{{page}}">{{text}}</a> <span class="count">{{count}}</span> <span class="quiet">{{meaning}}</span></li>{{/selections}}
        </ul>{{/hasSelections}}
        {{/main}}{{/layout}}
        """

    static let selection = """
        {{<layout}}{{$main}}
        <p class="crumb"><a href="/selections">Selections</a></p>
        <h1>Selection <span class="mono">{{short}}</span></h1>
        <p class="summary"><strong>{{count}}</strong> <span class="quiet">{{byteCount}}, frozen by {{maker}} at {{made}}</span></p>
        <p>{{#query}}<a class="mono" href="{{page}}">{{text}}</a>{{/query}}</p>
        <p class="quiet mono path">{{identifier}}</p>
        <h2>For a job</h2>
        <ul class="chips">{{#forms}}<li><a href="{{page}}">{{text}}</a></li>{{/forms}}</ul>
        <p><a href="{{difference}}">What came, went and changed since</a></p>
        <h2>On the command line</h2>
        <pre class="panel" id="command" tabindex="0" role="region" aria-label="The command" data-copy>{{command}}</pre>
        {{/main}}{{/layout}}
        """
}
