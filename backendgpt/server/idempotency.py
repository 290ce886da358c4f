"""Idempotency-Key: a retried request gets the first answer and changes nothing a second time.

After draft-ietf-httpapi-idempotency-key-header. The answers are kept in memory, so a restart forgets them.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from starlette.responses import Response

from backendgpt.server.problems import Problem

Respond = Callable[[], Awaitable[Response]]


@dataclass
class _Entry:
    request: bytes
    response: Response | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def size(self) -> int:
        return len(self.response.body) if self.response else 0


class Replays:
    """The first answers, by key; the oldest are forgotten.

    Args:
        entries: How many to keep.
        max_bytes: Bytes of answers to keep, all together.
    """

    def __init__(self, entries: int = 10_000, max_bytes: int = 32 * 2**20) -> None:
        self._entries: OrderedDict[tuple[str, str], _Entry] = OrderedDict()
        self._max_entries, self._max_bytes, self._bytes = entries, max_bytes, 0

    async def once(self, key: tuple[str, str], request: bytes, respond: Respond) -> Response:
        """Return the answer that `key` got before, or respond and keep that.

        A duplicate that arrives meanwhile waits. An answer that failed (5xx, or an exception) is not
        kept: the retry it invites does the work.

        Args:
            key: The backend and the client's key.
            request: What was asked; it must be the same each time.
            respond: Does the work.

        Raises:
            Problem: 422, the key came with another request before.
        """
        entry = self._entries.setdefault(key, _Entry(request))
        self._entries.move_to_end(key)
        self._forget()
        if entry.request != request:
            raise Problem(
                422, "This Idempotency-Key came with another request before.", hint="Use a new key."
            )
        async with entry.lock:
            if entry.response is None:
                response = await respond()
                if response.status_code >= 500:
                    return response
                entry.response = response
                if self._entries.get(key) is entry:
                    self._bytes += entry.size
                    self._forget()
                return response
            return _replayed(entry.response)

    def _forget(self) -> None:
        while len(self._entries) > self._max_entries or self._bytes > self._max_bytes:
            self._bytes -= self._entries.popitem(last=False)[1].size


def _replayed(response: Response) -> Response:
    again = Response(response.body, response.status_code)
    again.raw_headers = [*response.raw_headers, (b"idempotent-replayed", b"true")]
    return again
