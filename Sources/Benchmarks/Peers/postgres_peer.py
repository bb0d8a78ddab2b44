"""PostgreSQL: one JSONB column with a GIN index, and indexes on what ranges and sorting ask for.

A server of its own is started in the folder, with the memory that a careful person would give it.
"""

import glob
import os
import pwd
import shutil
import subprocess

from peer import folder_bytes, measure

PROGRAMS = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]


def as_server(*command):
    """The server refuses to run as root."""
    user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    return subprocess.run((user if os.getuid() == 0 else []) + list(command), check=True,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def sql(folder, text, *options):
    return subprocess.run(
        ["psql", "-h", folder + "/run", "-U", "postgres", "-qAt", "-v", "ON_ERROR_STOP=1", *options],
        input=text, text=True, check=True, capture_output=True).stdout


def start(folder):
    as_server(
        f"{PROGRAMS}/pg_ctl", "-D", folder + "/data", "-w", "-o",
        f"-k {folder}/run -c listen_addresses= -c shared_buffers=1GB -c maintenance_work_mem=1GB "
        "-c work_mem=128MB -c max_wal_size=8GB -c effective_cache_size=4GB",
        "-l", folder + "/data/log", "start")


def build(lines, folder):
    for name in ("data", "run"):
        os.makedirs(f"{folder}/{name}", exist_ok=True)
        if os.getuid() == 0:
            shutil.chown(f"{folder}/{name}", pwd.getpwnam("postgres").pw_uid)
    as_server(f"{PROGRAMS}/initdb", "-D", folder + "/data", "-A", "trust", "-U", "postgres")
    start(folder)
    sql(folder, "CREATE TABLE lines (body jsonb);"
        "CREATE TABLE assets (asset int GENERATED ALWAYS AS IDENTITY, path text, facts jsonb);")
    copy = subprocess.Popen(
        ["psql", "-h", folder + "/run", "-U", "postgres", "-q", "-c",
         # Characters that no JSON line holds, so that backslashes stay what they are.
         "COPY lines FROM STDIN WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')"],
        stdin=open(lines))
    if copy.wait() != 0:
        raise SystemExit("copy failed")
    sql(folder, """
        INSERT INTO assets (path, facts) SELECT body ->> 'path', body -> 'facts' FROM lines;
        DROP TABLE lines;
        CREATE INDEX ON assets USING gin (facts);
        CREATE INDEX ON assets USING gin (to_tsvector('simple', facts ->> 'description'));
        CREATE INDEX ON assets (((facts -> 'bytes')::bigint));
        CREATE INDEX ON assets (((facts -> 'stage.x')::float8));
        CREATE INDEX ON assets ((facts ->> 'acquired'));
        ALTER TABLE assets ADD PRIMARY KEY (asset);
        ANALYZE assets;
        """)


def quoted(text):
    return "'" + str(text).replace("'", "''") + "'"


COLUMNS = {"bytes": "(facts -> 'bytes')::bigint", "stage.x": "(facts -> 'stage.x')::float8",
           "acquired": "(facts ->> 'acquired')"}
TEXTS = "to_tsvector('simple', facts ->> 'description')"


def query(node):
    kind, rest = node[0], node[1:]
    if kind == "term":
        return f"facts @> '{{\"{rest[0]}\": \"{rest[1]}\"}}'"
    if kind == "truth":
        return f"facts @> '{{\"{rest[0]}\": {str(rest[1]).lower()}}}'"
    if kind == "word":
        return f"{TEXTS} @@ to_tsquery('simple', {quoted(rest[1])})"
    if kind == "phrase":
        return f"{TEXTS} @@ phraseto_tsquery('simple', {quoted(rest[1])})"
    if kind == "prefix":
        return f"{TEXTS} @@ to_tsquery('simple', {quoted(rest[1] + ':*')})"
    if kind in ("integers", "reals"):
        return f"{COLUMNS[rest[0]]} BETWEEN {rest[1]} AND {rest[2]}"
    if kind == "dates":
        return f"{COLUMNS['acquired']} >= {quoted(rest[1])} AND {COLUMNS['acquired']} < {quoted(rest[2])}"
    if kind == "has":
        return f"facts ? {quoted(rest[0])}"
    if kind == "channel":
        path = f'$.Channel[*] ? (@.Name == "{rest[0]}" && @.Exposure > {rest[1]})'
        return f"facts @? '{path}'"
    if kind == "not":
        return f"NOT ({query(rest[0])})"
    if kind in ("and", "or"):
        return f" {kind.upper()} ".join(f"({query(part)})" for part in rest[0])
    return None


def ask(folder):
    try:
        start(folder)
    except subprocess.CalledProcessError:
        # It runs already, after a build.
        pass
    import atexit

    import psycopg

    atexit.register(as_server, f"{PROGRAMS}/pg_ctl", "-D", folder + "/data", "-m", "fast", "stop")
    base = psycopg.connect(host=folder + "/run", user="postgres", autocommit=True)

    def prepare(question):
        condition = query(question["filter"])
        kind, keys = question["kind"], question["keys"]
        if condition is None:
            return None
        count = lambda: base.execute(f"SELECT count(*) FROM assets WHERE {condition}").fetchone()[0]
        found = f"FROM assets WHERE {condition}"
        if kind in ("page", "deepPage"):
            offset = 999 * 50 if kind == "deepPage" else 0
            text = f"SELECT path {found} ORDER BY asset LIMIT 50 OFFSET {offset}"
        elif kind == "sort":
            order = "DESC" if question["descending"] else "ASC"
            text = f"SELECT path {found} ORDER BY {COLUMNS[keys[0]]} {order} LIMIT 50"
        elif kind == "stream":
            return lambda: len(base.execute(f"SELECT path {found}").fetchall())
        elif kind == "facets":
            text = " UNION ALL ".join(
                f"(SELECT facts ->> {quoted(key)}, count(*) {found} GROUP BY 1 ORDER BY 2 DESC LIMIT 10)"
                if key != "Channel.Name" else
                "(SELECT name, count(DISTINCT asset) FROM (SELECT asset, jsonb_path_query(facts, "
                f"'$.Channel[*].Name') #>> '{{}}' AS name {found}) c GROUP BY 1 ORDER BY 2 DESC LIMIT 10)"
                for key in keys)
        elif kind == "histogram":
            text = f"SELECT floor({COLUMNS[keys[0]]} / {question['width']}), count(*) {found} GROUP BY 1"
        else:
            column = COLUMNS[keys[0]]
            text = f"SELECT min({column}), max({column}), avg({column}), stddev_pop({column}) {found}"

        def run():
            base.execute(text).fetchall()
            return count()

        return run

    return prepare


measure("postgres", build, folder_bytes, ask)
