"""Tantivy: one JSON field, with positions and fast fields, two indexing threads.

What it cannot do within a JSON field, ranges of reals and sorting, has typed fast fields beside it.
"""

import datetime

import tantivy

from peer import folder_bytes, measure


def member(facts, name):
    start = facts.index(name) + len(name)
    return facts[start : facts.index(",", start)]


def moment(text):
    return datetime.datetime.fromisoformat(text)


def build(lines, folder):
    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("path", stored=True, tokenizer_name="raw")
        .add_json_field("facts", stored=False, fast=True, index_option="position")
        .add_float_field("stage_x", indexed=False, fast=True)
        .add_integer_field("bytes", indexed=False, fast=True)
        .add_date_field("acquired", indexed=False, fast=True)
        .build()
    )
    index = tantivy.Index(schema, path=folder)
    writer = index.writer(heap_size=1 << 30, num_threads=2)
    split = '","facts":'
    with open(lines) as file:
        for line in file:
            path, facts = line[9:].split(split, 1)
            document = tantivy.Document(path=path)
            document.add_float("stage_x", float(member(facts, '"stage.x":')))
            document.add_integer("bytes", int(member(facts, '"bytes":')))
            document.add_date("acquired", moment(member(facts, '"acquired":')[1:-1]))
            document.add_json("facts", facts.rstrip()[:-1])
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def name(key):
    escaped = key.replace(".", "\\.").replace(" ", "\\ ") if key != "Channel.Name" else key
    return "facts." + escaped


def query(node):
    kind, rest = node[0], node[1:]
    if kind in ("term", "word"):
        return f"{name(rest[0])}:{rest[1]}"
    if kind == "truth":
        return f"{name(rest[0])}:{'true' if rest[1] else 'false'}"
    if kind == "phrase":
        return f'{name(rest[0])}:"{rest[1]}"'
    if kind == "reals":
        return f"stage_x:[{rest[1]} TO {rest[2]}]"
    if kind == "integers":
        return f"{name(rest[0])}:[{rest[1]} TO {rest[2]}]"
    if kind == "dates":
        return f"{name(rest[0])}:[{rest[1]} TO {rest[2]}}}"
    if kind == "has":
        return f"{name(rest[0])}:*"
    if kind == "and":
        parts = [query(part) if part[0] != "not" else None for part in rest[0]]
        excluded = [query(part[1]) for part in rest[0] if part[0] == "not"]
        return " ".join([f"+({part})" for part in parts if part] + [f"-({part})" for part in excluded])
    if kind == "or":
        return " OR ".join(f"({query(part)})" for part in rest[0])
    return None


def ask(folder):
    index = tantivy.Index.open(folder)
    searcher = index.searcher()

    def prepare(question):
        text = query(question["filter"])
        if text is None:
            return None
        parsed = index.parse_query(text)
        kind, keys = question["kind"], ["facts." + key.replace(".", "\\.") for key in question["keys"]]
        if "Channel.Name" in question["keys"]:
            keys[question["keys"].index("Channel.Name")] = "facts.Channel.Name"

        def page(offset=0, **options):
            found = searcher.search(parsed, limit=50, count=True, offset=offset, **options)
            [searcher.doc(address)["path"] for _, address in found.hits]
            return found.count

        def aggregate(form):
            searcher.aggregate(parsed, form)
            return searcher.search(parsed, limit=1, count=True).count

        if kind == "page":
            return page
        if kind == "deepPage":
            return lambda: page(offset=999 * 50)
        if kind == "sort":
            order = tantivy.Order.Desc if question["descending"] else tantivy.Order.Asc
            return lambda: page(order_by_field=question["keys"][0], order=order)
        if kind == "facets":
            form = {key: {"terms": {"field": key, "size": 10}} for key in keys}
        elif kind == "histogram":
            form = {"h": {"histogram": {"field": keys[0], "interval": question["width"]}}}
        elif kind == "statistics":
            form = {"s": {"extended_stats": {"field": keys[0]}}}
        else:
            def stream():
                found = searcher.search(parsed, limit=searcher.num_docs, count=True)
                return len([searcher.doc(address)["path"] for _, address in found.hits])
            return stream
        return lambda: aggregate(form)

    return prepare


measure("tantivy", build, folder_bytes, ask)
