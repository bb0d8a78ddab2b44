"""DuckDB: one row a fact, columns for text, number and time, ordered by key."""

import os

import duckdb

from peer import folder_bytes, measure


def connect(folder):
    base = duckdb.connect(os.path.join(folder, "facts.duckdb"))
    base.execute(f"SET threads=2; SET memory_limit='6GB'; SET temp_directory='{folder}/spill'")
    return base


def build(lines, folder):
    base = connect(folder)
    base.execute(
        f"""
        CREATE TABLE assets AS SELECT row_number() OVER () AS asset, path FROM read_ndjson(
            '{lines}', columns={{path: 'VARCHAR'}});
        CREATE TEMP TABLE raw AS SELECT row_number() OVER () AS asset, facts FROM read_ndjson(
            '{lines}', columns={{facts: 'JSON'}});
        CREATE TABLE facts AS
        SELECT raw.asset,
            replace(regexp_replace(substr(tree.fullkey, 3), '\\[[0-9]+\\]', ''), '"', '') AS key,
            tree.path AS element, tree.atom ->> '$' AS text,
            TRY_CAST(tree.atom ->> '$' AS DOUBLE) AS number,
            CASE WHEN tree.fullkey = '$.acquired' THEN TRY_CAST(tree.atom ->> '$' AS TIMESTAMP)
            END AS moment
        FROM raw, json_tree(raw.facts) AS tree WHERE tree.atom IS NOT NULL
        ORDER BY key;
        DROP TABLE raw;
        """
    )
    base.close()


def quoted(text):
    return "'" + str(text).replace("'", "''") + "'"


def rows(key, condition):
    return f"SELECT asset FROM facts WHERE key = {quoted(key)} AND {condition}"


def query(node):
    kind, rest = node[0], node[1:]
    if kind == "term":
        return rows(rest[0], f"text = {quoted(rest[1])}")
    if kind == "truth":
        return rows(rest[0], f"text = '{str(rest[1]).lower()}'")
    if kind == "word":
        return rows(rest[0], f"regexp_matches(text, '\\b{rest[1]}\\b', 'i')")
    if kind == "phrase":
        return rows(rest[0], f"regexp_matches(text, '\\b{rest[1]}\\b', 'i')")
    if kind == "prefix":
        return rows(rest[0], f"regexp_matches(text, '\\b{rest[1]}', 'i')")
    if kind == "anywhere":
        return f"SELECT asset FROM facts WHERE regexp_matches(text, '\\b{rest[0]}\\b', 'i')"
    if kind in ("integers", "reals"):
        return rows(rest[0], f"number BETWEEN {rest[1]} AND {rest[2]}")
    if kind == "dates":
        return rows(rest[0], f"moment >= {quoted(rest[1])} AND moment < {quoted(rest[2])}")
    if kind == "has":
        return rows(rest[0], "true")
    if kind == "hasKeyPrefix":
        return f"SELECT asset FROM facts WHERE starts_with(key, {quoted(rest[0])})"
    if kind == "not":
        return f"SELECT asset FROM assets EXCEPT ({query(rest[0])})"
    if kind == "channel":
        return (
            "SELECT a.asset FROM facts a JOIN facts b ON a.asset = b.asset AND a.element = b.element "
            f"WHERE a.key = 'Channel.Name' AND a.text = {quoted(rest[0])} "
            f"AND b.key = 'Channel.Exposure' AND b.number > {rest[1]}"
        )
    joint = " INTERSECT " if kind == "and" else " UNION "
    return joint.join(f"({query(part)})" for part in rest[0])


def ask(folder):
    base = connect(folder)

    def prepare(question):
        found = f"SELECT DISTINCT asset FROM ({query(question['filter'])})"
        kind, keys = question["kind"], question["keys"]
        count = lambda: base.execute(f"SELECT count(*) FROM ({found})").fetchone()[0]

        def listed(order, offset=0, limit=50):
            base.execute(
                f"SELECT path FROM assets SEMI JOIN ({found}) f USING (asset) "
                f"ORDER BY {order} LIMIT {limit} OFFSET {offset}"
            ).fetchall()
            return count()

        if kind == "page":
            return lambda: listed("asset")
        if kind == "deepPage":
            return lambda: listed("asset", offset=999 * 50)
        if kind == "stream":
            return lambda: len(
                base.execute(f"SELECT path FROM assets SEMI JOIN ({found}) f USING (asset)").fetchall()
            )
        of = f"FROM facts SEMI JOIN ({found}) f USING (asset) WHERE key = "
        if kind == "sort":
            column = "moment" if keys[0] == "acquired" else "number"
            order = "DESC" if question["descending"] else "ASC"
            text = (
                f"SELECT path FROM (SELECT asset, {column} {of}{quoted(keys[0])} "
                f"ORDER BY {column} {order} LIMIT 50) JOIN assets USING (asset) ORDER BY {column} {order}"
            )
        elif kind == "facets":
            text = " UNION ALL ".join(
                f"(SELECT key, text, count(DISTINCT asset) {of}{quoted(key)} "
                "GROUP BY ALL ORDER BY 3 DESC LIMIT 10)" for key in keys
            )
        elif kind == "histogram":
            text = f"SELECT floor(number / {question['width']}), count(*) {of}{quoted(keys[0])} GROUP BY 1"
        else:
            text = f"SELECT count(number), min(number), max(number), avg(number), stddev_pop(number) {of}{quoted(keys[0])}"

        def run():
            base.execute(text).fetchall()
            return count()

        return run

    return prepare


measure("duckdb", build, folder_bytes, ask)
