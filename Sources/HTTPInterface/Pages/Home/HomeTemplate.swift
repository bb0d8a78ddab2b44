extension Templates {
    static let home = """
        {{<layout}}{{$main}}
        <div class="hero">
        <h1>What do your images say about themselves?</h1>
        <p>{{holdings}}{{^isEmpty}} <a href="{{everything}}">Show them all</a>.{{/isEmpty}}</p>
        {{>box}}
        </div>
        {{#hasExamples}}<section class="narrow" aria-labelledby="examples"><h2 id="examples">Ask like this</h2>
        <ul class="examples">
        {{#examples}}<li><a class="mono" href="{{page}}">{{text}}</a><span class="quiet">{{meaning}}</span><span class="count">{{count}}</span></li>{{/examples}}
        </ul></section>{{/hasExamples}}
        {{#hasSummaries}}<section aria-labelledby="here"><h2 id="here">What is in here</h2>
        <div class="board">{{>summaries}}</div></section>{{/hasSummaries}}
        {{#issues}}<p class="quiet"><a href="{{page}}">{{text}} with issues</a>: files that are broken, cut short or contradict what was written beside them.</p>{{/issues}}
        {{#hasSaved}}<section aria-labelledby="saved"><h2 id="saved">Saved queries</h2>
        <ul class="chips">
        {{#saved}}<li><a href="{{page}}">{{text}}</a></li>{{/saved}}
        </ul></section>{{/hasSaved}}
        {{/main}}{{/layout}}
        """
}
