/// The one stylesheet of all pages: light and dark as the reader's system has it.
enum Stylesheet {
    static let text = colours + basics + asking + answers + facts + narrow

    private static let colours = """
        :root {
          color-scheme: light dark;
          --ground: #f7f8f7; --card: #ffffff; --raised: #eef2f1; --ink: #1b2226; --quiet: #566168;
          --line: #d9dedc; --link: #0a5a88; --accent: #0b6b6b; --accent-ink: #ffffff;
          --bar: #b9d8d6; --bar-strong: #2f8f8c; --mark: #ffe08a;
          --fault: #a3201d; --fault-ground: #fdf0ef; --note: #6f4a00; --note-ground: #fdf6e3;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #12171a; --card: #1a2024; --raised: #232b2f; --ink: #e5eaec; --quiet: #9caab0;
            --line: #323c41; --link: #7fc6f0; --accent: #5cc4bd; --accent-ink: #0b1717;
            --bar: #2b5553; --bar-strong: #4fb0aa; --mark: #6b5312;
            --fault: #ff9d96; --fault-ground: #331d1c; --note: #efc76b; --note-ground: #2c2514;
          }
        }

        """

    private static let basics = """
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body { margin: 0; background: var(--ground); color: var(--ink);
          font: .9375rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: 1px; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
        main:focus { outline: none; }
        code, pre, kbd, .mono { font-family: var(--mono); font-size: .92em; }
        pre { overflow-x: auto; }
        h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere; }
        h1.mono { font-size: 1.25rem; }
        h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; overflow-wrap: anywhere; }
        button, input { font: inherit; }
        .quiet, .count, .remark, .where { color: var(--quiet); }
        .count { font-variant-numeric: tabular-nums; }
        .aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: .5rem; top: .5rem; background: var(--card); padding: .5rem 1rem; z-index: 9; }
        .top { border-bottom: 1px solid var(--line); background: var(--card); }
        .top > div, main { max-width: 96rem; margin: 0 auto; padding: 0 1.25rem; }
        .top > div { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; align-items: center;
          padding-top: .6rem; padding-bottom: .6rem; }
        .brand { display: inline-flex; gap: .5rem; align-items: center; font-weight: 700; font-size: 1.1rem;
          text-decoration: none; color: var(--ink); }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
        nav a { color: var(--quiet); text-decoration: none; }
        nav a:hover { text-decoration: underline; }
        nav a[aria-current] { color: var(--ink); font-weight: 600; }
        main { padding-top: 1.25rem; padding-bottom: 3rem; }
        .box { border: 1px solid; border-radius: 8px; padding: .75rem 1rem; margin: 1rem 0; }
        .box p, .box h2 { margin: 0; }
        .box ul { margin: .35rem 0 0; padding-left: 1.1rem; }
        .box a { color: inherit; font-weight: 600; }
        .box li { overflow-wrap: anywhere; }
        .box .where { color: inherit; font-size: .875em; }
        .fault { color: var(--fault); background: var(--fault-ground); }
        .note { color: var(--note); background: var(--note-ground); }
        .box pre { margin: 0 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; color: var(--ink); }
        mark { background: var(--mark); color: inherit; border-radius: 2px; padding: 0 .1em;
          text-decoration: underline wavy var(--fault); }
        .chips { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; margin: .6rem 0 0; padding: 0; }
        .chips li { display: inline-flex; flex-wrap: wrap; gap: 0 .5rem; align-items: baseline;
          border: 1px solid var(--line); border-radius: 8px; padding: .15rem .65rem; background: var(--card);
          font-size: .875rem; max-width: 100%; overflow-wrap: anywhere; }
        .chips b { font-variant-numeric: tabular-nums; }
        .remove { text-decoration: none; color: var(--quiet); font-weight: 700; padding: 0 .35rem;
          border-radius: 4px; }
        .remove:hover { color: var(--fault); background: var(--raised); }
        .panel { background: var(--card); border: 1px solid var(--line); border-radius: 8px;
          padding: .75rem 1rem; }
        .crumb { margin: 0 0 .25rem; font-size: .875rem; }
        details > summary { cursor: pointer; }

        """

    private static let asking = """
        .ask { display: flex; gap: .4rem .5rem; flex-wrap: wrap; }
        .ask label { flex: 1 0 100%; font-weight: 600; font-size: .875rem; color: var(--quiet); }
        .entry { position: relative; flex: 1 1 16rem; min-width: 0; }
        .entry input { width: 100%; padding: .6rem .8rem; font-family: var(--mono); color: var(--ink);
          background: var(--card); border: 1px solid var(--quiet); border-radius: 8px; }
        .short { max-width: 44rem; margin-top: 1rem; }
        .short .entry input { padding: .4rem .7rem; }
        .short button { padding: .4rem 1rem; }
        button { cursor: pointer; padding: .6rem 1.3rem; font-weight: 600; color: var(--accent-ink);
          background: var(--accent); border: 1px solid var(--accent); border-radius: 8px; }
        button:hover { filter: brightness(1.08); }
        .suggestions { position: absolute; z-index: 5; left: 0; right: 0; top: calc(100% + 4px); margin: 0;
          padding: .25rem; list-style: none; background: var(--card); border: 1px solid var(--quiet);
          border-radius: 8px; box-shadow: 0 8px 24px #0003; max-height: 24rem; overflow-y: auto; }
        .suggestions li { display: grid; grid-template-columns: minmax(0, auto) minmax(0, 1fr) auto; gap: .75rem;
          padding: .35rem .6rem; border-radius: 5px; cursor: pointer; align-items: baseline; }
        .suggestions li[aria-selected=true] { background: var(--raised); outline: 2px solid var(--accent);
          outline-offset: -2px; }
        .suggestions .text { font-family: var(--mono); overflow-wrap: anywhere; }
        .suggestions .text, .suggestions .count { font-size: .875rem; }
        .suggestions .note { color: var(--quiet); background: none; font-size: .8125rem; overflow: hidden;
          text-overflow: ellipsis; white-space: nowrap; }
        .hero { max-width: 52rem; margin: 1.5rem auto 0; }
        .hero h1 { font-size: 1.75rem; }
        .hero p { color: var(--quiet); margin: .25rem 0 1.1rem; }
        .narrow { max-width: 52rem; margin: 0 auto; }
        .examples { list-style: none; margin: 0; padding: 0; }
        .examples li { padding: .4rem 0; border-bottom: 1px solid var(--line); display: grid;
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) 4.5rem; gap: 0 1rem; }
        .examples .count { text-align: right; }
        .examples a, .entries a { overflow-wrap: anywhere; }
        .entries, .concept { list-style: none; padding: 0; margin: 1rem 0; }
        .entries li, .concept li { padding: .5rem 0; border-bottom: 1px solid var(--line); }
        .concept li { padding: .25rem 0; }
        .concepts { margin: 1rem 0; }
        .board { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 1rem; }
        .board.wide { grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); margin-top: 1rem; }
        .board .facet { background: var(--card); border: 1px solid var(--line); border-radius: 8px;
          padding: .75rem 1rem; margin: 0; }
        .entryform { max-width: 32rem; }
        .entryform p { margin: 0 0 1rem; }
        .entryform label { display: block; font-weight: 600; }
        .entryform input { width: 100%; padding: .45rem .7rem; font-family: var(--mono); color: var(--ink);
          background: var(--card); border: 1px solid var(--quiet); border-radius: 8px; }

        """

    private static let answers = """
        .summary { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; margin: 1rem 0 0; }
        .summary > * { min-width: 0; overflow-wrap: anywhere; }
        .summary strong, .summary h1 { font-size: 1.15rem; margin: 0; }
        .ask + h1 { margin-top: 1.25rem; }
        .tools { display: flex; flex-wrap: wrap; gap: .4rem .5rem; align-items: center; margin: .85rem 0 0; }
        .tools > a, .menu > summary { border: 1px solid var(--line); border-radius: 8px; background: var(--card);
          padding: .2rem .7rem; font-size: .875rem; color: var(--ink); text-decoration: none; list-style: none; }
        .menu > summary::after { content: " ▾"; color: var(--quiet); }
        .menu > summary::-webkit-details-marker { display: none; }
        .tools > a:hover, .menu > summary:hover { border-color: var(--quiet); }
        .tools > a[aria-current] { background: var(--accent); border-color: var(--accent);
          color: var(--accent-ink); font-weight: 600; }
        .menu { position: relative; }
        .menu[open] { flex: 1 0 100%; min-width: 0; max-width: 100%; order: 1; }
        .menu > .panel { margin-top: .5rem; }
        .menu fieldset { border: 0; margin: 0 0 .75rem; padding: 0; }
        .menu legend { font-weight: 600; margin-bottom: .35rem; }
        .tick { display: inline-flex; gap: .4rem; align-items: center; width: 13rem; max-width: 100%;
          font-family: var(--mono); font-size: .85rem; padding: .1rem 0; overflow-wrap: anywhere; }
        .menu label[for] { display: block; margin: .5rem 0 .15rem; font-size: .875rem; }
        .menu input:not([type=checkbox]) { width: min(24rem, 100%); padding: .35rem .6rem; font-family: var(--mono);
          color: var(--ink); background: var(--ground); border: 1px solid var(--quiet); border-radius: 6px; }
        .menu button, .small button { padding: .3rem .9rem; }
        .menu pre { background: var(--ground); border: 1px solid var(--line); border-radius: 6px; margin: 0 0 .5rem;
          padding: .5rem .75rem; }
        .menu ul { margin: .25rem 0 .5rem; padding-left: 1.1rem; overflow-wrap: anywhere; }
        .menu p { margin: 0; }
        .copyname { font-weight: 600; font-size: .875rem; }
        .copy { float: right; margin-left: .5rem; padding: .1rem .6rem; font: .8125rem system-ui, sans-serif; }
        .freeze button { padding: .2rem .7rem; font-size: .875rem; }
        .downloads { font-size: .875rem; color: var(--quiet); margin-left: auto; }
        .columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 1.75rem;
          margin-top: 1rem; align-items: start; }
        .columns > :only-child { grid-column: 1 / -1; }
        .jump { display: none; }
        .facet { margin-bottom: 1.4rem; }
        .facet h2 { margin: 0 0 .3rem; font-size: .875rem; }
        .facet h2 a { color: var(--ink); text-decoration: none; }
        .facet h2 a:hover { text-decoration: underline; }
        .facet ul { list-style: none; margin: 0; padding: 0; font-size: .875rem; }
        .facet li { position: relative; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem .5rem;
          padding: .12rem 0; }
        .facet li > a, .facet li > span:first-child { overflow-wrap: anywhere; display: -webkit-box; overflow: hidden;
          -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2; }
        .facet li > a { text-decoration: none; }
        .facet li > a:hover { text-decoration: underline; }
        .share { grid-column: 1 / -1; width: 100%; height: 3px; fill: var(--bar-strong); background: var(--raised);
          border-radius: 2px; }
        .remark { font-size: .8125rem; }
        .histogram { list-style: none; margin: 0; padding: 0; display: flex; height: 4.5rem; gap: 1px;
          border-bottom: 1px solid var(--line); }
        .facet .histogram li { flex: 1; min-width: 0; padding: 0; display: block; height: 100%; }
        .facet .histogram li > a { display: block; height: 100%; }
        .histogram svg { display: block; width: 100%; height: 100%; fill: var(--bar-strong); }
        .histogram a:hover svg { background: var(--raised); fill: var(--accent); }
        .axis { display: flex; justify-content: space-between; font-size: .75rem; gap: 1rem; }
        .small label { display: block; font-size: .8125rem; color: var(--quiet); margin-bottom: .2rem; }
        .row { display: flex; gap: .4rem; }
        .small input { min-width: 0; flex: 1; padding: .25rem .5rem; font-family: var(--mono); font-size: .8125rem;
          color: var(--ink); background: var(--card); border: 1px solid var(--quiet); border-radius: 6px; }
        .scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .45rem .75rem; border-top: 1px solid var(--line); }
        thead th, thead td { border-top: 0; font-size: .8125rem; color: var(--quiet); white-space: nowrap;
          background: var(--raised); font-weight: 600; }
        thead th a { color: inherit; text-decoration: none; margin-right: .25rem; }
        thead th a:hover { text-decoration: underline; }
        tbody th { font-weight: 600; }
        tbody tr:hover { background: var(--raised); }
        .number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
        td.words { white-space: nowrap; }
        .hits th[scope=row] { min-width: 15rem; max-width: 30rem; overflow-wrap: anywhere; }
        .hits td { max-width: 24rem; }
        .cell { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; line-clamp: 3;
          overflow: hidden; overflow-wrap: anywhere; min-width: 5rem; }
        .number .cell { display: block; overflow-wrap: normal; }
        .folder { display: block; color: var(--quiet); font-weight: 400; font-size: .8125rem; overflow-wrap: anywhere; }
        .hits .folder { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2;
          overflow: hidden; }
        td.picture { padding: .35rem 0 .35rem .6rem; width: 3.6rem; }
        td.picture img { display: block; width: 48px; height: 48px; object-fit: contain; background: var(--raised);
          border-radius: 4px; }
        .grid { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem;
          grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); }
        .grid li { background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow: hidden;
          display: flex; flex-direction: column; }
        .card { display: block; text-decoration: none; }
        .card .name, .card .folder { padding: 0 .75rem; display: block; overflow-wrap: anywhere; }
        .card .name { padding-top: .5rem; font-weight: 600; }
        .card .folder { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; direction: rtl;
          text-align: left; unicode-bidi: plaintext; }
        .card:hover .name { text-decoration: underline; }
        .frame { display: block; aspect-ratio: 4 / 3; background: var(--raised); }
        .frame img { display: block; width: 100%; height: 100%; object-fit: contain; }
        .grid .facts { margin: .35rem 0 .6rem; padding: 0 .75rem; font-size: .8125rem; }
        .facts > div { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: .5rem; }
        .facts dt { color: var(--quiet); overflow: hidden; text-overflow: ellipsis; }
        .facts dd { margin: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        .pages { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin-top: 1rem; }
        .pages a { color: var(--link); text-decoration: underline; }
        .pages a[rel=next] { margin-left: auto; }
        .nothing { background: var(--card); border: 1px dashed var(--quiet); border-radius: 8px; padding: 1rem 1.5rem; }
        .nothing h2 { margin-top: 0; }

        """

    private static let facts = """
        .asset { display: flex; flex-wrap: wrap; gap: 1.25rem; align-items: flex-start; }
        .portrait { width: 16rem; height: 16rem; max-width: 100%; object-fit: contain; background: var(--raised);
          border: 1px solid var(--line); border-radius: 8px; }
        .asset .head { flex: 1 1 22rem; min-width: 0; }
        .path { margin: 0 0 .75rem; overflow-wrap: anywhere; }
        .glance { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: .15rem 1.5rem;
          margin: 0; }
        .glance div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: .5rem; padding: .15rem 0;
          border-bottom: 1px solid var(--line); align-items: baseline; }
        .glance dt a { color: var(--quiet); text-decoration: none; }
        .glance dt a:hover { text-decoration: underline; }
        .glance dd { margin: 0; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical;
          -webkit-line-clamp: 3; line-clamp: 3; overflow: hidden; }
        .source > h2 { border-bottom: 1px solid var(--line); padding-bottom: .25rem; overflow-wrap: anywhere; }
        .namespace { margin: .5rem 0; }
        .namespace > summary { padding: .2rem 0; font-weight: 600; }
        .fact th[scope=row] { width: 32%; min-width: 11rem; font-weight: 400; overflow-wrap: anywhere; }
        .fact th a { text-decoration: none; color: var(--ink); }
        .fact th a:hover { text-decoration: underline; }
        .fact th, .fact td { padding: .28rem .75rem; }
        .fact thead th { padding: .35rem .75rem; }
        .fact .group th { background: var(--raised); color: var(--quiet); font-size: .875rem; font-weight: 600; }
        .fact tbody tr:not(.group) + tr { border-top-color: var(--line); }
        .group ~ tr th { padding-left: 1.75rem; }
        .value { white-space: pre-wrap; overflow-wrap: anywhere; min-width: 12rem; }
        .same { color: inherit; text-decoration: none; }
        .same:hover { text-decoration: underline; }
        .value pre { white-space: pre-wrap; max-height: 24rem; overflow: auto; margin: .25rem 0; }
        .examples.value { font-size: .875rem; }
        .where { font-size: .8125rem; overflow-wrap: anywhere; min-width: 8rem; max-width: 22rem; }
        .where span { white-space: nowrap; }
        .details { list-style: none; margin: 0; padding: 0; font-size: .875rem; overflow-wrap: anywhere; min-width: 14rem; }
        .parts { margin: 1rem 0; }

        """

    private static let narrow = """
        @media (max-width: 60rem) {
          .columns { grid-template-columns: minmax(0, 1fr); }
          .columns aside { order: 2; display: grid; gap: 0 1.75rem;
            grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); }
          .jump { display: inline; }
          .freeze button { padding: .2rem .7rem; font-size: .875rem; }
        .downloads { margin-left: 0; }
        }
        @media (max-width: 40rem) {
          .top > div, main { padding-left: .85rem; padding-right: .85rem; }
          .examples li { grid-template-columns: minmax(0, 1fr) auto; }
          .examples li a { grid-column: 1 / -1; }
          .hero { margin-top: .5rem; }
          .hero h1 { font-size: 1.4rem; }
          th, td { padding: .4rem .5rem; }
          .hits th[scope=row] { min-width: 11rem; }
          .portrait { width: 9rem; height: 9rem; }
          .glance div { grid-template-columns: 9rem minmax(0, 1fr); }
          .fact th[scope=row] { min-width: 8rem; }
        }
        @media (prefers-reduced-motion: no-preference) {
          .share rect, .histogram rect { transition: fill .15s; }
        }
        @media print { .ask, .tools, nav, aside, .skip { display: none; } }

        """
}
