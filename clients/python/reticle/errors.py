"""What goes wrong."""

from __future__ import annotations

from typing import Any


class ReticleError(Exception):
    """A request that has no answer, with what the server says of it.

    ``errors`` lists each fault of a query: ``kind``, ``start`` and ``end`` (bytes of UTF-8),
    ``message`` and ``suggestions``.
    """

    def __init__(
        self,
        status: int,
        title: str,
        detail: str,
        errors: list[dict[str, Any]] | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(f"{title}: {detail}")
        self.status = status
        self.title = title
        self.detail = detail
        self.errors = errors or []
        self.retry_after = retry_after
