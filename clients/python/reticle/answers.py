"""What a server answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Iterator

if TYPE_CHECKING:
    import pandas

    from .client import Index


@dataclass(frozen=True)
class Hit:
    """One asset found. ``facts`` maps each name to the list of its values, numbers in SI."""

    id: str
    path: str
    facts: dict[str, list[Any]]

    def __getitem__(self, name: str) -> Any:
        """The only value under a name, the list where there are several, None where there is none."""
        values = self.facts.get(name, [])
        return values[0] if len(values) == 1 else values or None


class Found:
    """The answer to a query. Iterating streams all hits; nothing is asked before it is used."""

    def __init__(
        self, index: Index, query: str | None, parameters: dict[str, Any], path: str = "/v1/search"
    ) -> None:
        self._index = index
        self._parameters = parameters if query is None else {"q": query, **parameters}
        self._path = path
        self._page: dict[str, Any] | None = None

    @property
    def page(self) -> dict[str, Any]:
        """The answer as ``GET /v1/search`` gives it: counts, facets and the first hits."""
        if self._page is None:
            self._page = self._index.get(self._path, self._parameters)
        return self._page

    @property
    def canonical(self) -> str:
        """The query in canonical spelling."""
        return self.page["query"]["canonical"]

    @property
    def complete(self) -> bool:
        """False where the server's time limit ended the search."""
        return self.page["complete"]

    def __len__(self) -> int:
        return self.page["total"]

    def __bool__(self) -> bool:
        return len(self) > 0

    def __iter__(self) -> Iterator[Hit]:
        accept = {"Accept": "application/x-ndjson"}
        with self._index.open("GET", self._path, self._parameters, headers=accept) as lines:
            for line in lines:
                hit = json.loads(line)
                yield Hit(hit["id"], hit["path"], hit["facts"])

    def paths(self) -> list[str]:
        """The paths of all hits."""
        return [hit.path for hit in self]

    def facet(self, key: str) -> dict[str, int]:
        """How many of the hits have each value of a key, the most frequent first."""
        answer = self._index.get(self._path, {**self._parameters, "facet": key, "limit": 1})
        facet = next(iter(answer["facets"].values()))
        return {value["value"]: value["count"] for value in facet["values"]}

    def stats(self, key: str) -> dict[str, Any]:
        """Count, bounds, mean and more of the numbers of a key."""
        answer = self._index.get(self._path, {**self._parameters, "stats": key, "limit": 1})
        return next(iter(answer["stats"].values()))

    def to_pandas(self) -> "pandas.DataFrame":
        """A table with a row for each hit: its path, its values, and its id as the index."""
        import pandas

        hits = list(self)
        names = dict.fromkeys(name for hit in hits for name in hit.facts)
        rows = [{"path": hit.path, **{name: hit[name] for name in names}} for hit in hits]
        ids = pandas.Index([hit.id for hit in hits], name="id")
        return pandas.DataFrame(rows, index=ids, columns=["path", *names])


@dataclass(frozen=True)
class Difference:
    """What became of an answer since it was frozen; each file has ``id``, ``path`` and ``why``."""

    came: list[dict[str, Any]]
    went: list[dict[str, Any]]
    changed: list[dict[str, Any]]
    same: int

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed)


class Selection:
    """A frozen answer: the same files whenever it is asked for."""

    def __init__(self, index: Index, members: dict[str, Any]) -> None:
        self._index = index
        self._members = members
        self.id: str = members["id"]
        self.query: str = members["query"]
        self.canonical: str = members["canonical"]
        self.revision: int = members["revision"]
        self.made: str = members["made"]

    def __len__(self) -> int:
        return self._members["count"]

    def __repr__(self) -> str:
        return f"<Selection {self.id[:12]}: {len(self)} files of {self.query!r}>"

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The files: ``id``, ``path``, ``bytes``, ``modified``, ``sha256`` as far as known."""
        with self._open("ndjson") as lines:
            for line in lines:
                yield json.loads(line)

    def paths(self) -> list[str]:
        """The paths of the files, in the answer's order."""
        with self._open("paths0") as paths:
            return [path.decode() for path in paths.read().split(b"\0")[:-1]]

    def save(self, path: str, form: str = "paths") -> None:
        """Writes a file that a job takes: ``snakemake``, ``nextflow``, ``cwl``, ``rocrate``, ..."""
        with self._open(form) as pieces, open(path, "wb") as file:
            while piece := pieces.read(1 << 16):
                file.write(piece)

    def diff(self) -> Difference:
        """What the query finds now and did not then, and the other way round."""
        answer = self._index.get(f"/v1/selections/{self.id}/diff", {"against": "now"})
        return Difference(answer["came"], answer["went"], answer["changed"], answer["same"])

    def _open(self, form: str) -> Any:
        return self._index.open("GET", f"/v1/selections/{self.id}", {"format": form})
