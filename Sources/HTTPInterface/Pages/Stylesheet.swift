/// The one stylesheet of all pages: light and dark as the reader's system has it.
enum Stylesheet {
    static let text = """
        :root {
          color-scheme: light dark;
          --ground: #fbfbf9; --card: #ffffff; --ink: #1d2327; --quiet: #5c666d; --line: #dcdfdd;
          --link: #0b5c8a; --accent: #0b6e6e; --accent-ink: #ffffff; --mark: #ffe08a;
          --fault: #a3201d; --fault-ground: #fdf0ef; --note: #7a5200; --note-ground: #fdf6e3;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #14181a; --card: #1c2225; --ink: #e6eaeb; --quiet: #9aa5aa; --line: #333c40;
            --link: #7cc4ee; --accent: #5cc4bd; --accent-ink: #0d1a1a; --mark: #6b5312;
            --fault: #ff9d96; --fault-ground: #331d1c; --note: #efc76b; --note-ground: #2c2514;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0; background: var(--ground); color: var(--ink);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
        }
        a { color: var(--link); text-underline-offset: .15em; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
        code, pre, kbd, .mono { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
        code, .mono { font-size: .92em; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere; }
        h2 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: .5rem; top: .5rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
        .top { border-bottom: 1px solid var(--line); background: var(--card); }
        .top > div, main, footer { max-width: 84rem; margin: 0 auto; padding: 0 1.25rem; }
        .top > div { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline;
          padding-top: .7rem; padding-bottom: .7rem; }
        .brand { font-weight: 700; font-size: 1.15rem; letter-spacing: .01em; text-decoration: none;
          color: var(--ink); }
        nav ul { display: flex; gap: 1.25rem; list-style: none; margin: 0; padding: 0; }
        nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
        main { padding-top: 1.5rem; padding-bottom: 2rem; }
        footer { color: var(--quiet); font-size: .875rem; padding-bottom: 2rem; }
        .ask { display: flex; gap: .5rem; flex-wrap: wrap; }
        .ask label { flex: 1 0 100%; font-weight: 600; }
        .ask input { flex: 1 1 18rem; min-width: 0; padding: .6rem .8rem; font: inherit;
          font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--ink);
          background: var(--card); border: 1px solid var(--quiet); border-radius: 6px; }
        .ask button { padding: .6rem 1.3rem; font: inherit; font-weight: 600; cursor: pointer;
          color: var(--accent-ink); background: var(--accent); border: 1px solid var(--accent);
          border-radius: 6px; }
        .hero { max-width: 46rem; margin: 2rem auto 0; }
        .hero p { color: var(--quiet); margin: .25rem 0 1.25rem; }
        .examples { list-style: none; margin: .5rem 0 0; padding: 0; }
        .examples li { padding: .45rem 0; border-bottom: 1px solid var(--line); display: grid;
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 1rem; }
        .examples span { color: var(--quiet); }
        .hero section { margin-top: 2rem; }
        .chips { display: flex; flex-wrap: wrap; gap: .4rem .5rem; list-style: none; margin: .75rem 0 0;
          padding: 0; }
        .chips li { border: 1px solid var(--line); border-radius: 999px; padding: .1rem .75rem;
          background: var(--card); font-size: .9rem; max-width: 100%; overflow-wrap: anywhere; }
        .chips b, .count { font-variant-numeric: tabular-nums; }
        .quiet, .count { color: var(--quiet); }
        .summary { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; margin: 1.25rem 0 0; }
        .summary strong, .summary h1 { font-size: 1.1rem; }
        .ask + h1 { margin-top: 1.25rem; }
        .box { border: 1px solid; border-radius: 6px; padding: .75rem 1rem; margin: 1rem 0; }
        .box p { margin: 0; }
        .box ul { margin: .25rem 0 0; padding-left: 1.25rem; }
        .fault { color: var(--fault); background: var(--fault-ground); }
        .note { color: var(--note); background: var(--note-ground); }
        .box pre { margin: 0 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; color: var(--ink); }
        .box a { color: inherit; font-weight: 600; }
        mark { background: var(--mark); color: inherit; border-radius: 2px; padding: 0 .1em;
          text-decoration: underline wavy var(--fault); }
        .columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 1.75rem;
          margin-top: 1.25rem; align-items: start; }
        .columns > :only-child { grid-column: 1 / -1; }
        .facet h2 { margin-top: 0; }
        .facet { margin-bottom: 1.25rem; }
        .facet ul { list-style: none; margin: 0; padding: 0; font-size: .925rem; }
        .facet li { display: flex; gap: .5rem; justify-content: space-between; padding: .12rem 0; }
        .facet li a, .facet li span:first-child { overflow-wrap: anywhere; }
        .facet meter { width: 5rem; flex: none; }
        .scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line);
          border-radius: 6px; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; padding: .6rem .8rem; color: var(--quiet); font-size: .9rem; }
        th, td { text-align: left; vertical-align: top; padding: .5rem .8rem;
          border-top: 1px solid var(--line); overflow-wrap: anywhere; }
        td.words { overflow-wrap: normal; }
        thead th { border-top: 0; font-size: .85rem; color: var(--quiet); white-space: nowrap; }
        tbody th { font-weight: 600; }
        caption + thead th { border-top: 1px solid var(--line); }
        td.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
        .folder { display: block; color: var(--quiet); font-weight: 400; font-size: .85rem; }
        dl.facts { display: grid; grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: .1rem .9rem;
          margin: 0; }
        dl.facts dt { color: var(--quiet); overflow-wrap: anywhere; }
        dl.facts dd { margin: 0; overflow-wrap: anywhere; }
        .value { white-space: pre-wrap; }
        .pages { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin-top: 1rem; justify-content:
          space-between; }
        @media (max-width: 60rem) {
          .columns { grid-template-columns: minmax(0, 1fr); }
          .columns aside { order: 2; }
        }
        @media (max-width: 40rem) {
          .examples li { grid-template-columns: minmax(0, 1fr); }
          th, td { padding: .4rem .5rem; }
        }

        """
}
