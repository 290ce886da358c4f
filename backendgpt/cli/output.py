"""What reaches the terminal, and how: JSON on stdout, everything else on stderr.

Text that a model or a user wrote may hold control and bidi characters that would drive a terminal. None
passes: in JSON they become \\uXXXX escapes (which mean the same), elsewhere they become visible escapes too.
"""

from __future__ import annotations

import json
import os
import re
import sys
from typing import TextIO

from backendgpt.jsonvalue import Json, dumps

_TOKEN = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*")(?=:)|(?P<text>"(?:[^"\\]|\\.)*")|(?P<other>-?\d[^\s,]*|\b[a-z]+\b)'
)
_COLOURS = {
    "key": "34",
    "text": "32",
    "other": "36",
    "+": "32",
    "-": "31",
    "~": "33",
    "dim": "2",
    "bold": "1",
}


def show_json(value: Json, *, raw: bool = False) -> None:
    """Print a value on stdout: indented and coloured on a terminal, else one line of UTF-8.

    Args:
        value: The value.
        raw: Print a string as it is, without its quotes.

    Raises:
        OSError: Stdout cannot be written.
    """
    on_terminal = sys.stdout.isatty()
    if raw and isinstance(value, str):
        text = strip(value) if on_terminal else value
    elif on_terminal:
        text = colour_json(escape(dumps(value, indent=2), ascii_only=not _is_utf8(sys.stdout)))
    else:
        text = dumps(value)
    write(text)


def write(text: str) -> None:
    """Write one line, or lines, to stdout; whatever the locale, a pipe gets UTF-8.

    Raises:
        OSError: Stdout cannot be written.
    """
    if sys.stdout.isatty():
        sys.stdout.write(text + "\n")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.flush()


def note(text: str, *, style: str = "") -> None:
    """Write a line, or lines, to stderr."""
    text = escape(text, ascii_only=not _is_utf8(sys.stderr))
    print(styled(text, style, sys.stderr), file=sys.stderr, flush=True)


def escape(text: str, *, ascii_only: bool = False) -> str:
    """Replace every character that is not printable by its JSON escape; line feeds stay."""
    if ascii_only:
        return re.sub(r"[^\n -~]", _escaped, text)
    if text.replace("\n", "").isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)


def strip(text: str) -> str:
    """Drop every character that is not printable but line feeds and tabs: for text shown without quotes."""
    return "".join(char for char in text if char.isprintable() or char in "\n\t")


def colour_json(text: str) -> str:
    """Colour JSON text. Rich takes 80 ms to import, and seconds for a megabyte."""
    if not _colours():
        return text
    return _TOKEN.sub(lambda match: f"\x1b[{_COLOURS[match.lastgroup or 'other']}m{match[0]}\x1b[0m", text)


def styled(text: str, style: str, stream: TextIO | None = None) -> str:
    """Put a style around the text if the stream (stdout by default) is a terminal that wants colours."""
    if style not in _COLOURS or not (stream or sys.stdout).isatty() or not _colours():
        return text
    return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m"


def _colours() -> bool:
    """See https://no-color.org."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def _is_utf8(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "") == "utf8"
