"""How `bgpt log` looks: columns on a terminal, tabs in a pipe. Both are lines as the history is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime

from backendgpt.cli.output import escape, styled
from backendgpt.jsonvalue import Json
from backendgpt.store import Record

HEADER = ("rev", "when", "call", "change", "source", "ms", "tokens", "$")
_SIGNS = {"add": "+", "remove": "-", "replace": "~", "move": "~", "copy": "+"}


def tabbed(records: Iterator[Record]) -> Iterator[str]:
    """Write a header and one line a turn, the fields divided by tabs: for awk, cut and column -t."""
    yield "\t".join(HEADER)
    for record in records:
        when = datetime.fromtimestamp(record.time, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        yield shown(
            "\t".join(field.replace("\t", " ") for field in (str(record.revision), when, *_fields(record)))
        )


def table(records: Iterator[Record], width: int) -> Iterator[str]:
    """Write a header and one line a turn that fits into `width` columns."""
    # Rev, when, source, ms, tokens and $ are as wide as they need; call and change share what is left.
    rest = max(width - 62, 24)
    widths = (6, 16, rest - rest // 2, rest // 2, 6, 7, 11, 8)
    yield styled(_row(HEADER, widths), "bold")
    for record in records:
        when = datetime.fromtimestamp(record.time).strftime("%Y-%m-%d %H:%M")
        line = shown(_row((str(record.revision), when, *_fields(record)), widths))
        yield styled(line, "" if record.patch else "dim")


def to_json(record: Record) -> dict[str, Json]:
    """Return all of a record; its time as in the history file."""
    data: dict[str, Json] = asdict(record)
    data["time"] = datetime.fromtimestamp(record.time, UTC).isoformat().replace("+00:00", "Z")
    return data


def shown(text: str, *, style: str = "") -> str:
    """Make a line safe for a terminal, whatever a model put into it."""
    return styled("\t".join(map(escape, text.replace("\n", "\\n").split("\t"))), style)


def change(record: Record) -> str:
    """Say in a few words what a turn changed: the first operation, and how many more."""
    if not record.patch:
        return ""
    if record.kind == "init":
        return "the first state"
    first = record.patch[0]
    more = f" and {len(record.patch) - 1} more" if len(record.patch) > 1 else ""
    return f"{_SIGNS.get(str(first['op']), '~')} {_place(str(first['path']))}{more}"


def _place(pointer: str) -> str:
    """Write a JSON Pointer (RFC 6901) as `bgpt diff` writes places: todos[2].title."""
    parts = (part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])
    return "".join(f"[{part}]" if part.isdigit() else f".{part}" for part in parts).lstrip(".") or "all"


def _fields(record: Record) -> tuple[str, ...]:
    tokens = f"{record.input_tokens}+{record.output_tokens}" if record.output_tokens else ""
    cost = f"{record.cost:.4f}" if record.cost else ""
    call = record.call if record.kind == "call" else f"[{record.kind}] {record.call}".rstrip()
    ms = f"{record.seconds * 1000:.0f}" if record.seconds else ""
    return call, change(record), record.source, ms, tokens, cost


def _row(fields: tuple[str, ...], widths: tuple[int, ...]) -> str:
    cut = (
        text if len(text) <= width else text[: width - 3] + "..."
        for text, width in zip(fields, widths, strict=True)
    )
    cells = [
        text.rjust(width) if name in ("rev", "ms", "tokens", "$") else text.ljust(width)
        for name, text, width in zip(HEADER, cut, widths, strict=True)
    ]
    return " ".join(cells).rstrip()
