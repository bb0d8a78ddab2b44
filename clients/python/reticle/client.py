"""The connection to a server."""

from __future__ import annotations

import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, BinaryIO, Iterable, Iterator, Mapping

from .answers import Found, Selection
from .errors import ReticleError

#: How often a request is sent again that the server was too busy for.
ATTEMPTS = 4


def connect(url: str | None = None, token: str | None = None, timeout: float = 60) -> "Index":
    """The index that a server serves.

    ``url`` is ``$RETICLE_URL`` or ``http://127.0.0.1:8750`` where it is absent, ``token``
    ``$RETICLE_TOKEN``. Nothing is sent yet.
    """
    url = url or os.environ.get("RETICLE_URL") or "http://127.0.0.1:8750"
    return Index(url, token or os.environ.get("RETICLE_TOKEN"), timeout)


def local_token(index: str) -> str:
    """The token of the owner of an index on this machine, from the file beside it."""
    with open(index + ".token", encoding="ascii") as file:
        return file.read().strip()


class Index:
    """What a server knows of its files."""

    def __init__(self, url: str, token: str | None, timeout: float) -> None:
        self.url = url.rstrip("/")
        self._token = token
        self._timeout = timeout

    # -- Asking

    def find(self, query: str = "", **parameters: str | int) -> Found:
        """The answer to a query; asked when it is used.

        Further parameters are those of ``GET /v1/search``: ``sort="-acquired"``, ``limit=10``,
        ``select="path, pixel.size in nm"``.
        """
        return Found(self, query, dict(parameters))

    def query(self, name: str, **parameters: str | int) -> Found:
        """The answer of a saved query, with values for its parameters."""
        return Found(self, None, dict(parameters), "/v1/queries/" + _quoted(name))

    def queries(self) -> list[dict[str, Any]]:
        """The saved queries with their parameters."""
        return self.get("/v1/queries")["queries"]

    def explain(self, query: str) -> dict[str, Any]:
        """How a query is understood, and what each clause of it finds."""
        return self.get("/v1/explain", {"q": query})

    def asset(self, identity: str) -> dict[str, Any]:
        """Everything that is known of one asset, by its id or the beginning of it."""
        return self.get("/v1/assets/" + _quoted(identity))

    def facts(self, identity: str, key: str | None = None) -> list[dict[str, Any]]:
        """The facts of one asset, each with its source; only those of a key or pattern."""
        return self.get(f"/v1/assets/{_quoted(identity)}/facts", {"key": key})["facts"]

    def keys(self, pattern: str | None = None) -> list[dict[str, Any]]:
        """The keys that the files state, with counts, units, bounds and examples."""
        return self.get("/v1/keys", {"pattern": pattern})["keys"]

    def formats(self) -> list[dict[str, Any]]:
        """The formats of the files, the most frequent first."""
        return self.get("/v1/formats")["formats"]

    # -- Selecting

    def select(self, query: str) -> Selection:
        """Freezes the answer to a query: later, the same files are there again."""
        return Selection(self, self.post("/v1/selections", {"q": query}))

    def selection(self, identity: str) -> Selection:
        """A selection by its id or the beginning of it."""
        for known in self.selections():
            if known.id.startswith(identity):
                return known
        raise ReticleError(404, "not found", "there is no selection of that id")

    def selections(self) -> list[Selection]:
        """The selections there are, the latest first."""
        return [Selection(self, each) for each in self.get("/v1/selections")["selections"]]

    # -- Writing

    def import_facts(
        self, assets: Iterable[Mapping[str, Any]], source: str | None = None
    ) -> dict[str, Any]:
        """Brings in facts made elsewhere: ``{"path": ..., "facts": {...}}`` for each asset."""
        lines = b"".join(json.dumps(asset).encode() + b"\n" for asset in assets)
        return self._json("POST", "/v1/imports", {"source": source}, lines, "application/x-ndjson")

    def harvest(self, folder: str, wait: float = 0) -> dict[str, Any]:
        """Has the server read the files below one of its folders, and waits so many seconds."""
        harvest = self.post("/v1/harvests", {"folder": folder})
        deadline = time.monotonic() + wait
        while harvest["state"] in ("waiting", "running") and time.monotonic() < deadline:
            time.sleep(0.1)
            harvest = self.get("/v1/harvests/" + harvest["id"])
        return harvest

    def events(self, last_id: str | None = None) -> Iterator[dict[str, Any]]:
        """What happens from now on, or from behind an event: ``id``, ``event`` and ``data``."""
        headers = {"Last-Event-ID": last_id} if last_id else {}
        event: dict[str, Any] = {}
        with self.open("GET", "/v1/events", headers=headers) as stream:
            for line in stream:
                text = line.decode().rstrip("\n")
                if not text and "data" in event:
                    yield event
                    event = {}
                name, _, value = text.partition(": ")
                if name in ("id", "event"):
                    event[name] = value
                elif name == "data":
                    event["data"] = json.loads(value)

    # -- Requests

    def get(self, path: str, parameters: Mapping[str, Any] | None = None) -> Any:
        """The JSON at an address of the API."""
        return self._json("GET", path, parameters)

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """The JSON that comes back for JSON that is sent."""
        return self._json("POST", path, None, json.dumps(body).encode(), "application/json")

    def _json(self, method: str, path: str, *arguments: Any) -> Any:
        with self.open(method, path, *arguments) as answer:
            return json.load(answer)

    def open(
        self,
        method: str,
        path: str,
        parameters: Mapping[str, Any] | None = None,
        body: bytes | None = None,
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> BinaryIO:
        """The body of an answer as a stream; a server that is busy is asked again."""
        pairs = [(name, str(value)) for name, value in (parameters or {}).items() if value is not None]
        url = self.url + path + ("?" + urllib.parse.urlencode(pairs) if pairs else "")
        request = urllib.request.Request(url, data=body, method=method, headers=dict(headers or {}))
        if content_type:
            request.add_header("Content-Type", content_type)
        if self._token:
            request.add_header("Authorization", "Bearer " + self._token)
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return urllib.request.urlopen(request, timeout=self._timeout)
            except urllib.error.HTTPError as error:
                problem = _problem(error)
                if problem.status not in (429, 503) or attempt == ATTEMPTS:
                    raise problem from None
                time.sleep(problem.retry_after or 1)
        raise AssertionError("the last attempt returns or raises")


def _quoted(text: str) -> str:
    return urllib.parse.quote(text, safe="")


def _problem(error: urllib.error.HTTPError) -> ReticleError:
    with error:
        content = error.read()
    try:
        problem = json.loads(content)
    except ValueError:
        problem = {}
    retry = error.headers.get("Retry-After")
    return ReticleError(
        error.code,
        problem.get("title", error.reason),
        problem.get("detail", ""),
        problem.get("errors"),
        float(retry) if retry else None,
    )
