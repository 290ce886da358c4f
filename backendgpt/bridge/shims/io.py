"""`io`: a file in memory, for `csv`."""

from __future__ import annotations

from collections.abc import Iterator


class StringIO:
    """A text that can be written to."""

    def __init__(self, text: str = "", **_: str) -> None:
        self._text = text

    def write(self, text: str) -> int:
        """Add text at the end."""
        self._text += text
        return len(text)

    def getvalue(self) -> str:
        """Return the text."""
        return self._text

    def read(self) -> str:
        """Return the text."""
        return self._text

    def __iter__(self) -> Iterator[str]:
        return iter(self._text.splitlines(True))
